/**
 * relu(d .* u) = d .* relu(u) where no entry of d is negative, and relu(D u) = D relu(u) for a
 * diagonal D ⪰ 0: positive homogeneity at each entry. So units of a network are rescaled.
 */
import type { Monomial, Term } from '../../kernel/term.ts';
import { bareHead, contract, factorTerm, variable } from '../../kernel/graph.ts';

import { atEntries, valueOf } from '../../kernel/laws.ts';
import {
  definition,
  fact,
  first,
  hole,
  modusPonens,
  second,
  specialise,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { equation, flipped, Ledger, symmetryBook, type Equation } from '../derived/equations.ts';
import { alike, orderBy, summand } from '../derived/labelled.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { nought, times } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { addRule, type Context } from '../known/context.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';
import {
  axesOf,
  entrywiseFactors,
  entryOf,
  lifted,
  together,
  type Axis,
} from '../rewriting/entry-signs.ts';
import { oneAtATime } from '../rewriting/coordinate-products.ts';
import { knownAt } from '../order/coordinate-facts.ts';

const mark = 'homogeneous at each entry';
const functions: ReadonlySet<string> = new Set(['relu', 'leakyrelu']);

/** d and u where a vector is d .* u, or D and u where it is D u. */
interface Split {
  /** d, or the diagonal of D. */
  readonly by: Term;
  readonly rest: Term;
  /** D, and what says that it is diagonal. */
  readonly matrix: { readonly of: Term; readonly diagonal: Equation } | null;
}

const diagonalOf = (d: Term): Term => contract([d], ['ii'], 'i');

/** D u, for a matrix D that is known to be diagonal. */
function behindDiagonal(m: Monomial, known: Context): Split | null {
  const [axis] = m.free;
  for (const f of m.factors) {
    const [row, column] = f.slots;
    if (f.slots.length !== 2 || row === column || (row !== axis && column !== axis)) continue;
    const of = factorTerm(f);
    const diagonal = known.equations.find(
      (e) => alike(e.right, of) && alike(e.left, contract([of], ['ii'], 'ii')),
    );
    const inside = (row === axis ? column : row) as number;
    const others = m.factors.filter((g) => g !== f);
    if (!diagonal || others.some((g) => g.slots.includes(axis as number))) continue;
    const rest = subgraph({ ...m, powers: {} }, others, [inside]);
    return { by: diagonalOf(of), rest, matrix: { of, diagonal } };
  }
  return null;
}

function splitsOf(u: Term, known: Context): Split[] {
  const [m, ...more] = u.monomials;
  if (!m || more.length > 0 || u.shape.length !== 1) return [];
  if (m.coefficient.num !== m.coefficient.den || Object.keys(m.powers).length > 0) return [];
  const behind = behindDiagonal(m, known);
  const { factors } = entrywiseFactors(u);
  // a number in front is not an entry: 'relu of a multiple' takes it out
  const vectors = factors.filter((f) => f.shape.length === 1);
  const entrywise =
    vectors.length < 2
      ? []
      : vectors.map((by) => ({
          by,
          rest: together(
            factors.filter((f) => f !== by),
            u,
          ),
          matrix: null,
        }));
  return [...(behind ? [behind] : []), ...entrywise];
}

/** 0 ≤ d at an entry: of the diagonal of D ⪰ 0, or as it is stated of every entry. */
function signAt({ by, matrix }: Split, axis: Axis, alone: Theorem, ctx: Context): Theorem | null {
  const entry = entryOf(by, [axis]);
  if (matrix) {
    const psd = ctx.facts.find(
      ({ theorem: { conclusion: f } }) =>
        f.kind === 'is' &&
        (f.predicate === 'psd' || f.predicate === 'pd') &&
        alike(f.subject, matrix.of),
    )?.theorem;
    const f = psd?.conclusion;
    if (!psd || f?.kind !== 'is') return null;
    const weakly =
      f.predicate === 'psd' ? psd : modusPonens(fact('a pd matrix is psd', f.subject), psd);
    const all = second(modusPonens(first(definition('psd', f.subject)), weakly));
    const form = specialise(all, { kind: 'term', term: axis.e });
    const g = form.conclusion;
    if (g.kind !== 'less') return null;
    const ledger = new Ledger(g.right, entry, symmetryBook([]));
    const at = variable(hole, [axis.e.shape[0] as string, axis.e.shape[0] as string]);
    ledger.use(equation(alone, mark), contract([f.subject, at], ['ij', 'ij'], ''));
    return ledger.done
      ? orderBy(nought(), entry, false, [summand([form]), summand([weak(ledger.theorem())])])
      : null;
  }
  const { bound, e, guard } = axis;
  if (bound.kind !== 'tensor') return null;
  const place = { dim: e.shape[0] as string, name: bound.name, e, guard };
  const stated = knownAt(place, ctx).find(
    ({ conclusion: g }) =>
      g.kind === 'less' && g.left.monomials.length === 0 && alike(g.right, entry),
  );
  return stated ? orderBy(nought(), entry, false, [summand([stated])]) : null;
}

/** φ(u) = d .* φ(rest), or D φ(rest). */
function homogeneous(name: string, u: Term, split: Split, ctx: Context): Theorem | null {
  const { by, rest, matrix } = split;
  const [axis] = axesOf(u, ctx);
  const alone = axis && oneAtATime(axis);
  const sign = alone && signAt(split, axis, alone, ctx);
  if (!axis || !alone || !sign) return null;
  const [whole, s, t] = [u, by, rest].map((x) => entryOf(x, [axis])) as [Term, Term, Term];
  const n = axis.e.shape[0] as string;
  const pair = variable(hole, [n, n]);
  // Σ u_i e_i = (Σ d_i e_i)(Σ rest_j e_j), for e_i e_j is e_i where i = j, and else 0
  const product = new Ledger(whole, times(s, t), symmetryBook([]));
  if (matrix)
    product.use(
      {
        ...matrix.diagonal,
        theorem: flipped(matrix.diagonal.theorem),
        left: matrix.of,
        right: matrix.diagonal.left,
      },
      contract([pair, rest, axis.e], ['ij', 'j', 'i'], ''),
    );
  product.use(equation(flipped(alone), mark), contract([pair, by, rest], ['ij', 'i', 'j'], ''));
  if (!product.done) return null;
  const stretched = modusPonens(fact(`${name} of a multiple`, s, t), sign);
  const entry = new Ledger(valueOf(name, whole), times(s, valueOf(name, t)), symmetryBook([]));
  entry.use(equation(product.theorem(), mark), valueOf(name, variable(hole, [])));
  entry.use(equation(stretched, mark), variable(hole, []));
  const all = entry.done ? lifted(entry.theorem(), [axis]) : null;
  if (!all || !matrix) return all;
  const value = atEntries(name, rest);
  const back = new Ledger(
    atEntries(name, u),
    contract([matrix.of, value], ['ij', 'j'], 'i'),
    symmetryBook([]),
  );
  back.use(equation(all, mark), variable(hole, [n]));
  back.use(matrix.diagonal, contract([pair, value], ['ij', 'j'], 'i'));
  return back.done ? back.theorem() : null;
}

const argumentsIn = (left: Term, right: Term): { name: string; argument: Term }[] =>
  namedIn([left, right]).filter(
    ({ name, argument, order }) =>
      order === 0 &&
      functions.has(name) &&
      argument.shape.length === 1 &&
      bareHead(argument) === null,
  );

export const homogeneousEntries = strategyFor('equal', {
  name: mark,
  summary: 'relu(D u) = D relu(u) for a diagonal D whose entries are not negative',
  notFor: ['bounds'],
  promise: ({ left, right }, known) =>
    !known.replaced.includes(mark) &&
    argumentsIn(left, right).some((a) => splitsOf(a.argument, known).length > 0)
      ? 0.96
      : null,
  *prove(goal, known): Attempt {
    let next: Context = { ...known, replaced: [...known.replaced, mark] };
    for (const { name, argument } of argumentsIn(goal.left, goal.right).slice(0, 4))
      for (const split of splitsOf(argument, known)) {
        const t = homogeneous(name, argument, split, known);
        if (t) next = addRule(next, equation(t, mark));
      }
    return next.equations.length > known.equations.length ? yield* ask(goal, next) : null;
  },
});
