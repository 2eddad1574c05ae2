/**
 * Equations from inequalities: between numbers from both sides, between vectors and matrices from
 * squares.
 */
import { zeros } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { antisymmetry, type Theorem } from '../../kernel/theorem.ts';
import { proveEqual } from '../equality/equality.ts';
import { minus, squareOf } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { fromVanishing, withTraces } from '../known/squared-difference.ts';
import { strategyFor, type Strategy } from '../known/strategy.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { withLaws, withRoots } from '../rewriting/laws.ts';
import { askedFor } from '../known/purposes.ts';

/** Are both sides made of dimensions and numbers alone? */
const isSizes = ({ left, right }: FormulaOf<'equal'>): boolean =>
  left.shape.length === 0 &&
  [...left.monomials, ...right.monomials].every((m) => m.factors.length === 0);

const numbersIn = (known: Context) =>
  known.equations
    .filter((e) => e.left.shape.length === 0)
    .slice(0, 4)
    .flatMap((e) => [e.left, e.right]);

/** By the laws of the functions in what is known. */
function byLaws(goal: FormulaOf<'equal'>, known: Context): Theorem | null {
  const numbers = numbersIn(known);
  const lawful = withLaws(withRoots(known, known.search.prove, ...numbers), ...numbers);
  return lawful.equations.length > known.equations.length
    ? proveEqual(goal.left, goal.right, lawful)
    : null;
}

export const bothSides = strategyFor('equal', {
  name: 'from both sides',
  summary: 'a = b for numbers, because a <= b and b <= a',
  notFor: ['bounds', 'conditions', 'orders', 'squares'],
  promise: (goal, known) => {
    const { left, right } = goal;
    if (left.shape.length > 0) return null;
    if (isSizes(goal)) return 0.4;
    if (known.means.length > 0) return 0.04;
    const stated = known.facts.some(({ theorem }) => theorem.conclusion.kind === 'less');
    return appliedIn(left, right).length > 0 ? 0.3 : stated ? 0.1 : null;
  },
  *prove({ left, right }, known) {
    const below = yield { goal: less(left, right, false), known };
    const above = below && (yield { goal: less(right, left, false), known });
    return below && above && antisymmetry(below, above);
  },
});

export const bothSidesStrategies: readonly Strategy[] = [
  bothSides,
  strategyFor('equal', {
    name: 'laws of functions',
    summary: 'a = b for numbers, by the laws of the functions in the equations that are known',
    notFor: ['bounds', 'conditions', 'squares'],
    promise: ({ left }) => (left.shape.length > 0 ? null : 0.12),
    prove: byLaws,
  }),
  strategyFor('equal', {
    name: 'a sum of squares that vanishes',
    summary: 'A = B because |A - B|^2 <= 0',
    notFor: ['bounds', 'conditions', 'squares'],
    promise: ({ left, right }, known) =>
      left.shape.length === 0 ||
      left.monomials.length + right.monomials.length > 2 ||
      known.facts.length === 0
        ? null
        : 0.15,
    *prove({ left, right }, known) {
      const more = askedFor(withRoots(known, known.search.prove, ...numbersIn(known)), 'squares');
      const square = squareOf(right.monomials.length === 0 ? left : minus(left, right));
      const vanishing = yield { goal: less(square, zeros([]), false), known: withTraces(more) };
      return vanishing && fromVanishing(left, right, vanishing);
    },
  }),
];
