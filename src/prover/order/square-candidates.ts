/** Squares that may help an inequality: completed, centred, symmetric and rewritten ones. */
import {
  add,
  bareHead,
  contract,
  dimension,
  identity,
  number,
  permute,
  scale,
  zeros,
} from '../../kernel/graph.ts';
import { type Ratio, one, ratio, times, zero } from '../../kernel/ratio.ts';
import type { Monomial, Term } from '../../kernel/term.ts';
import { type Theorem, weak } from '../../kernel/theorem.ts';
import { passed } from '../agenda/effort.ts';
import { type Equation, type SymmetryBook, flipped } from '../derived/equations.ts';
import { byFacts, nothing, orderBy, summand } from '../derived/labelled.ts';
import { letters } from '../graphs/indices.ts';
import { negated, nought, squareOf } from '../graphs/small-terms.ts';
import { cuts, subgraph } from '../graphs/subgraph.ts';
import { type Sum, difference, own } from '../graphs/sum.ts';
import { type Context, bookOf } from '../known/context.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { aligned, relevant, termOfGraph, texts, vectorsOf } from './candidates.ts';

/**
 * Terms whose squares have graphs of the gap, and their sums and differences: 2ab ≤ a² + b² comes
 * from (a − b)².
 */
export function squareTerms(gap: Sum, symmetries: SymmetryBook['map'] = nothing): Term[] {
  const found = new Map<string, Term>();
  const bare = new Set(
    [...gap.values()].flatMap(({ monomial }) => [
      ...difference(termOfGraph({ ...monomial, powers: {} }), nought(), symmetries).keys(),
    ]),
  );
  for (const { monomial: m } of gap.values()) {
    for (const { chosen, free } of cuts(m, 10)) {
      // a square has every factor twice; what is half of something else is found in its own square
      if (
        chosen.length * 2 !== m.factors.length ||
        texts(chosen) !== texts(m.factors.filter((f) => !chosen.includes(f)))
      )
        continue;
      const half = subgraph(m, chosen, free);
      const [only] = [...difference(squareOf(half), nought(), symmetries).keys()];
      const [own] = [...difference(half, zeros(half.shape), nothing).keys()];
      if (only === undefined || own === undefined || !(gap.has(only) || bare.has(only))) continue;
      found.set(own, half);
      const sized = withHalfSizes(half, m);
      if (sized) found.set(`${own} ${Object.keys(m.powers).join()}`, sized);
    }
  }
  // a number stands squared too: 2x ≤ x² + 1
  const count = gap.get([...difference(number(one), nought(), nothing).keys()][0] as string);
  const plain = count && [...found.values()].some((t) => t.shape.length === 0) ? [number(one)] : [];
  const terms = [...plain, ...found.values()].slice(0, 8);
  const mirrored = terms
    .filter((t) => t.shape.length === 2 && t.shape[0] === t.shape[1])
    .map((t) => permute(t, [1, 0]));
  const all = [...terms, ...mirrored];
  const pairs = all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.shape.join() === b.shape.join())
      .flatMap((b) => [add(a, negated(b)), add(a, b), ...completed(a, b, gap, symmetries)]),
  );
  return [
    ...terms,
    ...terms.slice(0, 4).flatMap((t) => centred(t, bare, symmetries)),
    ...pairs,
  ].slice(0, 24);
}

/** n t where n² t·t stands in the gap: half of a square takes half of its sizes. */
function withHalfSizes(half: Term, { powers }: Monomial): Term | null {
  const all = Object.entries(powers);
  if (half.shape.length > 0 || all.length === 0 || all.some(([, k]) => k % 2 !== 0)) return null;
  const sizes = all.map(([d, k]) => dimension(d, k / 2));
  return contract([half, ...sizes], ['', ...sizes.map(() => '')], '');
}

/** a + (γ/2α) b where α a² + γ a·b stands in the gap: the square is completed. */
function completed(a: Term, b: Term, gap: Sum, symmetries: SymmetryBook['map']): Term[] {
  const names = letters(a.shape.length);
  const coefficient = (t: Term): Ratio => {
    const [[key, entry] = [], ...more] = [...difference(t, nought(), symmetries)];
    const found = key === undefined || more.length > 0 ? undefined : gap.get(key);
    return found && entry ? times(own(found), ratio(own(entry).den, own(entry).num)) : zero;
  };
  const cross = coefficient(contract([a, b], [names, names], ''));
  if (cross.num === 0n) return [];
  return [
    [a, b],
    [b, a],
  ].flatMap(([x, y]) => {
    const square = coefficient(squareOf(x as Term));
    const by = square.num > 0n ? times(cross, ratio(square.den, 2n * square.num)) : zero;
    return by.num === 0n || by.num * by.num === by.den * by.den
      ? []
      : [add(x as Term, scale(by, y as Term))];
  });
}

/**
 * t less its mean along an axis, and a square matrix less its part along the identity, where the
 * mean's square stands in the gap: |Σx|² ≤ N Σ|x|².
 */
function centred(t: Term, bare: ReadonlySet<string>, symmetries: SymmetryBook['map']): Term[] {
  const names = letters(t.shape.length);
  const stands = (mean: Term): boolean =>
    [...difference(squareOf(mean), nought(), symmetries).keys()].some((text) => bare.has(text));
  const less = (mean: Term, spread: Term): Term[] =>
    stands(mean) ? [add(t, negated(spread))] : [];
  const along = [...names].flatMap((axis, i) => {
    const n = t.shape[i] as string;
    const mean = contract([t], [names], names.replace(axis, ''));
    return less(
      mean,
      contract([mean, dimension(n, -1)], [names.replace(axis, ''), ''], names, { [axis]: n }),
    );
  });
  if (t.shape.length !== 2 || t.shape[0] !== t.shape[1]) return along;
  const n = t.shape[0] as string;
  const trace = contract([t], ['ii'], '');
  return [
    ...along,
    ...less(trace, contract([trace, identity(n), dimension(n, -1)], ['', 'ij', ''], 'ij')),
  ];
}

/** 0 ≤ |t|² in a simpler form by what is known: u'Pu = |Pu|² for a symmetric projector P. */
export function simplifiedSquares(gap: Sum, ctx: Context, wide = false): Theorem[] {
  const dims = new Set([...gap.values()].flatMap(({ monomial }) => monomial.wires));
  return [...dims]
    .flatMap((d) => vectorsOf(gap, d, wide))
    .slice(0, wide ? 24 : 8)
    .flatMap((t) => {
      if (passed(ctx.deadline)) return [];
      const square = squareOf(t);
      const simpler = rewritten(square, ctx);
      if (!simpler || !relevant(difference(simpler.term, nought(), nothing), gap)) return [];
      const positive = orderBy(nought(), square, false, [summand([], one, [t])]);
      const value = byFacts(nought(), simpler.term, false, [
        positive,
        weak(flipped(simpler.equation)),
      ]);
      return [wide ? aligned(value, gap, ctx) : value];
    });
}

/** F = −F' of a matrix F with a name. */
function isAntisymmetry({ left, right }: Equation): boolean {
  if (bareHead(left)?.kind !== 'variable' || left.shape.length !== 2) return false;
  if (left.shape[0] !== left.shape[1]) return false;
  return difference(right, negated(permute(left, [1, 0])), nothing).size === 0;
}

/** Antisymmetric factors may be turned too, each with its sign. */
function withTurns(ctx: Context): Context {
  const turned = ctx.equations.filter(isAntisymmetry).map((e) => e.theorem);
  return turned.length === 0 ? ctx : { ...ctx, symmetries: [...ctx.symmetries, ...turned] };
}

/**
 * 0 ≤ |t|² in the form of the gap, if symmetric factors make a square of it: tr(A A) for a
 * symmetric A, -tr(A A) for an antisymmetric one.
 */
export function symmetricSquares(gap: Sum, given: Context): Theorem[] {
  const ctx = withTurns(given);
  const book = bookOf(ctx);
  if (book.theorems.length === 0) return [];
  // dimensions are factors of their own: n tr(A A) is n times a square
  const graphs: Sum = new Map(
    [...gap.values()].flatMap(({ monomial }) => [
      ...difference(termOfGraph({ ...monomial, powers: {} }), nought(), nothing),
    ]),
  );
  const plain = new Set(
    squareTerms(gap).flatMap((t) => [...difference(squareOf(t), nought(), nothing).keys()].join()),
  );
  return squareTerms(gap, book.map)
    .slice(0, 8)
    .flatMap((t) => {
      if (
        passed(ctx.deadline) ||
        plain.has([...difference(squareOf(t), nought(), nothing).keys()].join())
      )
        return [];
      const value = aligned(
        orderBy(nought(), squareOf(t), false, [summand([], one, [t])]),
        graphs,
        ctx,
      );
      const f = value.conclusion;
      return f.kind === 'less' && relevant(difference(f.right, nought(), nothing), graphs)
        ? [value]
        : [];
    });
}
