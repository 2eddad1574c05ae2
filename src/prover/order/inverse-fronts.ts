/** Vectors and matrices inv(S) R, and bounds on their sizes: lengths of vectors, norms of matrices. */
import type { Dim, Factor, Monomial, Term } from '../../kernel/term.ts';
import { contract, identity, permute, variable } from '../../kernel/graph.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import { fact, hole, weak, type Theorem } from '../../kernel/theorem.ts';
import { linearBy, orderBy, summand } from '../derived/labelled.ts';
import { lengthOf } from '../derived/lengths.ts';
import { normOf, signOf } from '../derived/norm-parts.ts';
import { stretch } from '../derived/lengths-of-products.ts';
import { subgraph } from '../graphs/subgraph.ts';
import type { Context } from '../known/context.ts';
import type { Ask } from '../known/strategy.ts';

/** inv(S) R, with R the identity where nothing follows the inverse. */
export interface Solved {
  readonly of: Term;
  readonly inverse: Term;
  readonly behind: Term;
}
export const behindIt = (a: Term, b: Term): Term =>
  contract([a, b], ['ij', b.shape.length === 1 ? 'j' : 'jk'], b.shape.length === 1 ? 'i' : 'ik');

export const isInverse = ({ head }: Factor): boolean =>
  head.kind === 'inverse' && head.matrix && head.params.length === 0;

/** S and R where the one graph is inv(S) R. */
export function solvedIn(m: Monomial): Solved | null {
  const front = m.factors.find((f) => isInverse(f) && f.slots.includes(m.free[0] as number));
  if (front?.head.kind !== 'inverse' || Object.keys(m.powers).length > 0) return null;
  const turned = front.slots[0] !== m.free[0];
  const of = turned ? permute(front.head.arg, [1, 0]) : front.head.arg;
  const wire = front.slots[turned ? 0 : 1] as number;
  const rest = m.factors.filter((f) => f !== front);
  const alone = m.free.slice(1).includes(wire);
  if (turned || (alone && rest.length > 0)) return null;
  const behind = alone
    ? identity(of.shape[0] as Dim)
    : subgraph({ ...m, powers: {} }, rest, [wire, ...m.free.slice(1)]);
  return {
    of,
    inverse: subgraph({ ...m, powers: {} }, [front], [m.free[0] as number, wire]),
    behind,
  };
}

export const size = (t: Term): Term => (t.shape.length === 1 ? lengthOf(t).value : normOf(t));

/** |whole| ≤ |front| |rest| where the whole is front times rest. */
export function productBelow(front: Term, rest: Term): Theorem {
  return rest.shape.length === 1 ? stretch(front, rest) : fact('norm of a product', front, rest);
}

/** What holds of the size of one term, of that of an equal one. */
export const told = (t: Theorem, from: Term, to: Term, same: Theorem): Theorem => {
  const f = t.conclusion as FormulaOf<'less'>;
  const back = linearBy(size(to), size(from), [
    { equation: same, context: size(variable(hole, to.shape)) },
  ]);
  return orderBy(size(to), f.right, false, [summand([weak(back)]), summand([t])]);
};

export function* regular(a: Term, known: Context): Generator<Ask, Theorem | null, Theorem | null> {
  return yield { goal: is('invertible', a), known, share: 100 };
}

export const signOfSize = (t: Term): Theorem =>
  t.shape.length === 1 ? lengthOf(t).sign : signOf(t);
