/** What is known not to be negative near a gap: squares, forms of definite matrices, reciprocals of positive numbers. */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import {
  add,
  contract,
  dimension,
  identity,
  number,
  permute,
  scale,
  zeros,
} from '../../kernel/graph.ts';
import { type Theorem, modusPonens, specialise, weak } from '../../kernel/theorem.ts';
import { negative, one, ratio, times, zero, type Ratio } from '../../kernel/ratio.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { type Context, bookOf } from '../known/context.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { passed } from '../agenda/effort.ts';
import { Ledger, flipped, type SymmetryBook } from '../derived/equations.ts';
import { letters } from '../graphs/indices.ts';
import { positiveReciprocal } from '../rewriting/reciprocal-signs.ts';
import { nothing, orderBy, byFacts, alike, summand } from '../derived/labelled.ts';
import { canonical, headText } from '../graphs/labelling.ts';
import { nought, negated, squareOf } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';
import { cuts, subgraph } from '../graphs/subgraph.ts';
import { type Sum, difference, own, weight } from '../graphs/sum.ts';

export const relevant = (value: Sum, gap: Sum): boolean =>
  [...value.keys()].some((k) => gap.has(k));

/** 0 < 1/s for each 1/s that stands in the gap and each s known positive: 1/s = s (1/s)². */
export function reciprocals(gap: Sum, bounds: readonly Theorem[], ctx: Context): Theorem[] {
  const heads = [...gap.values()]
    .flatMap(({ monomial }) => monomial.factors)
    .flatMap(({ head }) =>
      head.kind === 'inverse' && !head.matrix && head.params.length === 0 ? [head.arg] : [],
    );
  return heads.slice(0, 4).flatMap((s) => {
    const fact = bounds.find(
      ({ conclusion: f }) =>
        f.kind === 'less' && f.strict && f.left.monomials.length === 0 && alike(f.right, s),
    );
    return (fact && positiveReciprocal(s, fact, ctx)) ?? [];
  });
}

const texts = (factors: readonly Factor[]): string =>
  factors
    .map((f) => headText(f, nothing))
    .sort()
    .join('\n');

/** The scalar that a graph is. */
const termOfGraph = (m: Monomial): Term => subgraph(m, m.factors, m.free);

/** Terms whose squares have graphs of the gap, and their sums and differences: 2ab ≤ a² + b² comes from (a − b)². */
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
      if (only !== undefined && own !== undefined && (gap.has(only) || bare.has(only)))
        found.set(own, half);
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

/** t less its mean along an axis, and a square matrix less its part along the identity, where the mean's square stands in the gap: |Σx|² ≤ N Σ|x|². */
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

/** The gap's graphs and, with them, the terms behind their scalar factors: c v'A v is a product of c and v'A v. */
function behindScalars(gap: Sum): Sum {
  const all: Sum = new Map(gap);
  for (const { monomial: m } of gap.values()) {
    const factors = m.factors.filter((f) => f.slots.length > 0);
    if (factors.length === 0 || factors.length === m.factors.length) continue;
    for (const [text, entry] of difference(
      subgraph({ ...m, powers: {} }, factors, m.free),
      nought(),
      nothing,
    ))
      all.set(text, entry);
  }
  return all;
}

/** Values t'Ht ≥ 0 (or > 0) of the definite matrices that are known, at the vectors t that stand in the gap. */
export function definiteForms(gap: Sum, ctx: Context, prove: Prove, wide = false): Theorem[] {
  const found: Theorem[] = [];
  const near = behindScalars(gap);
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.bound.shape.length !== 1) continue;
    if (f.body.kind !== 'less' && !(f.body.kind === 'implies' && f.body.right.kind === 'less'))
      continue;
    for (const term of vectorsOf(gap, f.bound.shape[0] as string, wide)) {
      if (passed(ctx.deadline)) return found;
      const plain = formAt(specialise(theorem, { kind: 'term', term }), ctx, prove);
      const value = wide && plain ? aligned(plain, gap, ctx) : plain;
      const g = value?.conclusion;
      if (value && g?.kind === 'less' && relevant(difference(g.right, g.left, nothing), near))
        found.push(value);
    }
  }
  return found.slice(0, 12);
}

/** 0 ≤ t with the graphs of t as they stand in the gap, where symmetric factors make them the same: x'Ay for y'Ax. */
export function aligned(sign: Theorem, gap: Sum, ctx: Context): Theorem {
  const f = sign.conclusion;
  const book = bookOf(ctx);
  if (f.kind !== 'less' || book.theorems.length === 0) return sign;
  const standing = new Map(
    [...gap.values()].map(({ monomial }) => [canonical(monomial, book.map).text, monomial]),
  );
  const parts = f.right.monomials.map((m) => {
    const { text, sign: turned } = canonical(m, book.map);
    const other = standing.get(text);
    if (!other) return scaledGraph(m, m.coefficient);
    return scaledGraph(
      other,
      turned === canonical(other, book.map).sign ? m.coefficient : negative(m.coefficient),
    );
  });
  const next = parts.length === 0 ? f.right : add(...parts);
  const ledger = new Ledger(f.right, next, book);
  return ledger.done ? byFacts(f.left, next, f.strict, [sign, weak(ledger.theorem())]) : sign;
}
const scaledGraph = (m: Monomial, by: Ratio): Term => {
  const parts = [
    scale(by, termOfGraph({ ...m, powers: {} })),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
  ];
  return contract(
    parts,
    parts.map(() => ''),
    '',
  );
};

/** The inequality that an instance of a definite form gives, its value simplified by what is known. */
function formAt(instance: Theorem, ctx: Context, prove: Prove): Theorem | null {
  const f = instance.conclusion;
  let bound: Theorem | null = instance;
  if (f.kind === 'implies') {
    const antecedent = prove(f.left, ctx, 4);
    bound = antecedent && modusPonens(instance, antecedent);
  }
  const g = bound?.conclusion;
  if (!bound || g?.kind !== 'less') return bound;
  const simpler = rewritten(g.right, ctx);
  return simpler
    ? byFacts(g.left, simpler.term, g.strict, [bound, weak(flipped(simpler.equation))])
    : bound;
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

/** 0 ≤ |t|² in the form of the gap, if symmetric factors make a square of it: tr(A A) for a symmetric A. */
export function symmetricSquares(gap: Sum, ctx: Context): Theorem[] {
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

/** 0 ≤ |t|² rewritten by what is known, for sums and differences of what stands squared in a gap that was rewritten itself. */
export function rewrittenSquares(before: Sum, after: Sum, ctx: Context): Theorem[] {
  return squareTerms(before)
    .slice(0, 12)
    .flatMap((t) => {
      if (passed(ctx.deadline)) return [];
      const simpler = rewritten(squareOf(t), ctx);
      if (!simpler || !relevant(difference(simpler.term, nought(), nothing), after)) return [];
      const positive = orderBy(nought(), squareOf(t), false, [summand([], one, [t])]);
      return [byFacts(nought(), simpler.term, false, [positive, weak(flipped(simpler.equation))])];
    });
}

/** Vectors of this dimension in the gap; if wanted, the differences and sums of the simplest of them instead. */
function vectorsOf(gap: Sum, dim: string, combinations: boolean): Term[] {
  const found = vectorsIn(gap, dim);
  if (!combinations) return found;
  const simplest = found.toSorted((a, b) => size(a) - size(b)).slice(0, 5);
  return simplest.flatMap((a, i) =>
    simplest.slice(i + 1).flatMap((b) => [add(a, negated(b)), add(a, b)]),
  );
}
const size = (t: Term): number => t.monomials.reduce((sum, m) => sum + weight(m), 0);

/** 0 < 1/N and its like, for the powers of dimensions that stand in the gap. */
export function positivePowers(gap: Sum): Theorem[] {
  const found = new Map<string, Term>();
  for (const {
    monomial: { powers },
  } of gap.values()) {
    const parts = Object.entries(powers).map(([d, k]) => dimension(d, k));
    if (parts.length > 0)
      found.set(
        JSON.stringify(powers),
        contract(
          parts,
          parts.map(() => ''),
          '',
        ),
      );
  }
  return [...found.values()].slice(0, 3).flatMap((t) => positiveSizes(t) ?? []);
}

/** Parts of the gap's graphs that are vectors of this dimension. */
export function vectorsIn(gap: Sum, dim: string): Term[] {
  const found = new Map<string, Term>();
  for (const { monomial: m } of gap.values()) {
    for (const { chosen, free } of cuts(m, 8)) {
      if (free.length !== 1 || m.wires[free[0] as number] !== dim) continue;
      const t = subgraph(m, chosen, free);
      const [text] = [...difference(t, zeros(t.shape), nothing).keys()];
      if (text !== undefined) found.set(text, t);
    }
  }
  return [...found.values()].slice(0, 16);
}
