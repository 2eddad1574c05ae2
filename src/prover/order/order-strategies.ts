/** Strategies for inequalities between numbers. */
import { writeTerm } from '../../kernel/write.ts';
import { equal, type FormulaOf } from '../../kernel/formula.ts';
import { weak } from '../../kernel/theorem.ts';
import { boundedIn, byAttainment } from './attained.ts';
import { byRefutation } from './by-refutation.ts';
import { byClearingOrder } from './cleared-order.ts';
import { combined } from './combined.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import type { Context } from '../known/context.ts';
import { wholeOf } from '../agenda/clock.ts';
import { passed } from '../agenda/effort.ts';
import { withLaws, withRoots } from '../rewriting/laws.ts';
import { byDimensions } from './order-by-dimensions.ts';

import { proveGap, strictly, throughSimplerGap } from './gap.ts';
import { byBounds, bySummation, withForms } from './by-bounds.ts';
import { askedFor } from '../known/purposes.ts';
import { strategyFor, type Strategy } from '../known/strategy.ts';

const prepared = new WeakMap<Context, Map<string, Context>>();

/**
 * With the laws and roots of the functions that stand in the goal; worked out once for all
 * strategies.
 */
export function near({ left, right }: FormulaOf<'less'>, known: Context): Context {
  const all = prepared.get(known) ?? new Map<string, Context>();
  prepared.set(known, all);
  const key = `${writeTerm(left)} | ${writeTerm(right)}`;
  const found = all.get(key);
  if (found) return found;
  // what all of them need is not cut short where the first one's share ends
  const whole = { ...known, deadline: wholeOf(known.deadline) };
  const made = {
    ...withRoots(withLaws(whole, left, right), known.search.prove, left, right),
    deadline: known.deadline,
  };
  if (!passed(whole.deadline)) all.set(key, made);
  return made;
}

export const orderStrategies: readonly Strategy[] = [
  strategyFor('less', {
    name: 'what is stated',
    summary: 'a <= b as a sum of stated inequalities and equations',
    promise: 0.99,
    prove: (goal, known) => combined(goal, known, false),
  }),
  strategyFor('less', {
    name: 'sizes of matrices',
    summary: 'm <= n for dimensions, by a matrix with a one-sided inverse',
    promise: ({ left, right }) =>
      [...left.monomials, ...right.monomials].every((m) => m.factors.length === 0) ? 0.98 : null,
    prove: (goal, known) => byDimensions(goal, near(goal, known)),
  }),
  strategyFor('less', {
    name: 'the sign of the difference',
    summary:
      'a <= b because b - a is a sum of squares, definite forms and products of what is positive',
    promise: 0.8,
    prove: (goal, known) => proveGap(goal, near(goal, known), known.search.prove),
  }),
  strategyFor('less', {
    name: 'the sign of the simplified difference',
    summary: 'a <= b because b - a, rewritten by what is known, is a sum of squares and the like',
    promise: 0.6,
    prove: (goal, known) => throughSimplerGap(goal, near(goal, known), known.search.prove),
  }),
  strategyFor('less', {
    name: 'cleared denominators',
    summary: 'a <= b because s a <= s b, where s > 0 clears the denominators',
    notFor: ['bounds'],
    promise: 0.5,
    prove: (goal, known) => byClearingOrder(goal, near(goal, known), known.search.prove),
  }),
  strategyFor('less', {
    name: 'bounds',
    summary: 'a <= b by the bounds that the norms, lengths, eigenvalues and ranks in it invite',
    notFor: ['bounds'],
    promise: 0.3,
    prove: (goal, known) => byBounds(goal, near(goal, known), known.search.prove),
  }),
  strategyFor('less', {
    name: 'sums over a basis',
    summary: 'a <= b by what holds for every vector or member of a family, summed',
    promise: 0.27,
    prove: (goal, known) => bySummation(goal, near(goal, known)),
  }),
  strategyFor('less', {
    name: 'refuting the converse',
    summary: 'a <= b because b < a would make a sum of squares negative',
    promise: 0.2,
    prove: (goal, known) => byRefutation(goal, withForms(near(goal, known), known.search.prove)),
  }),
  strategyFor('less', {
    name: 'at an eigenvector',
    summary: 'lambda[1](A) <= b at a unit vector where the eigenvalue is attained',
    notFor: ['bounds'],
    promise: (goal) =>
      !appliedIn(goal.left, goal.right).some((a) => a.symbol === 'lambda.1')
        ? null
        : boundedIn(goal).length > 0
          ? 0.32
          : 0.15,
    prove: (goal, known) => {
      const { prove } = known.search;
      return byAttainment(goal, near(goal, known), prove, (c) => byBounds(goal, c, prove));
    },
  }),
  strategyFor('less', {
    name: 'not equal, so strictly',
    summary: 'a < b because a <= b and b - a is not 0',
    promise: ({ strict }) => (strict ? 0.25 : null),
    prove: (goal, known) => strictly(goal, near(goal, known), known.search.prove),
  }),
  strategyFor('less', {
    name: 'the sign of the difference, at sums of vectors',
    summary: 'a <= b as before, with squares and forms at sums and differences of vectors',
    notFor: ['bounds'],
    promise: 0.08,
    prove: (goal, known) => proveGap(goal, near(goal, known), known.search.prove, true),
  }),
  strategyFor('less', {
    name: 'equal sides',
    summary: 'a <= b because a = b',
    promise: ({ strict }) => (strict ? null : 0.05),
    *prove({ left, right }, known) {
      const same = yield { goal: equal(left, right), known: askedFor(known, 'orders') };
      return same && weak(same);
    },
  }),
];
