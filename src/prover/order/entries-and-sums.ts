/**
 * One entry of a family compared with a sum over all of it, at an arbitrary coordinate: below the
 * log-sum-exp, below the sum of nonnegative entries, and as a share of Σ exp.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, factorTerm, variable } from '../../kernel/graph.ts';
import type { Formula } from '../../kernel/formula.ts';
import { atEntries } from '../../kernel/laws.ts';
import { occurs } from '../../kernel/occurrence.ts';
import {
  assume,
  discharge,
  fact,
  generalise,
  modusPonens,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { alike, byFacts } from '../derived/labelled.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Context } from '../known/context.ts';
import { at, type Place } from './coordinate-facts.ts';
import { pointOfExp, pointOfProduct, pointOfReciprocal, type Point } from './tangents.ts';

/** What holds at coordinate vectors, at the one of the place. */
export const guarded = (t: Theorem, { guard }: Place): Theorem => modusPonens(t, assume(guard));

/** u where log Σ exp(u_i) stands in the goal, of the dimension of the place. */
export const logSumExps = (goal: Formula, { dim }: Place): Term[] =>
  namedIn(termsOf(goal)).flatMap(({ name, argument: u }) =>
    name === 'exp' && u.shape.join() === dim && mentionsLog(goal, totalOf(u)) ? [u] : [],
  );
const totalOf = (u: Term): Term => contract([atEntries('exp', u)], ['i'], '');
const mentionsLog = (goal: Formula, s: Term): boolean =>
  namedIn(termsOf(goal)).some(
    ({ name, order, argument }) => name === 'log' && order === 0 && alike(argument, s),
  );

/** exp(u_e) / Σ exp(u_i), with its logarithm u_e − log Σ exp(u_i). */
export function pointOfShare(u: Term, place: Place, ctx: Context): Point | null {
  const over = pointOfReciprocal(totalOf(u), fact('a sum of exponentials', u), ctx);
  return over && pointOfProduct(pointOfExp(at(u, place)), over);
}

/** 0 ≤ Σ w − w_e, from 0 ≤ w_e for every e. */
export function belowSum(t: Theorem, { e, guard, name, dim }: Place): Theorem | null {
  const f = t.conclusion;
  if (f.kind !== 'less' || f.left.monomials.length > 0) return null;
  const [m, ...more] = f.right.monomials;
  const [x, y, ...others] = m?.factors ?? [];
  if (!m || !x || !y || more.length + others.length > 0) return null;
  const u = [x, y].map(factorTerm).find((s) => !occurs(name, s));
  if (u?.shape.join() !== dim || !alike(f.right, contract([u, e], ['i', 'i'], ''))) return null;
  const stated = fact('an entry below the sum', u, e);
  const g = stated.conclusion;
  if (g.kind !== 'implies' || g.left.kind !== 'forall' || g.left.bound.kind !== 'tensor')
    return null;
  const { bound } = g.left;
  const weakly = discharge(guard, byFacts(f.left, f.right, false, [t]));
  const all = generalise({ kind: 'tensor', name, shape: [dim] }, weakly);
  const renamed = specialise(all, { kind: 'term', term: variable(bound.name, bound.shape) });
  return modusPonens(modusPonens(stated, generalise(bound, renamed)), assume(guard));
}
