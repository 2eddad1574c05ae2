/** Equations between vectors or matrices whose difference has a sum of squares that is 0, or not positive, by what is known. */
import { zeros } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { type Theorem } from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { proveOrder } from './prove-order.ts';
import { minus, squareOf } from '../graphs/small-terms.ts';
import { fromVanishing, withTraces } from '../known/squared-difference.ts';
import type { Prove } from '../known/strategy.ts';
import { withRoots } from '../rewriting/laws.ts';

/** Equal because the difference's sum of squares is 0, or not positive, by what is known. */
export function bySumOfSquares(
  goal: FormulaOf<'equal'>,
  given: Context,
  prove: Prove,
): Theorem | null {
  if (
    goal.left.shape.length === 0 ||
    goal.left.monomials.length + goal.right.monomials.length > 2 ||
    given.bounding ||
    given.squaring ||
    given.facts.length === 0
  )
    return null;
  const numbers = given.equations
    .filter((e) => e.left.shape.length === 0)
    .slice(0, 4)
    .flatMap((e) => [e.left, e.right]);
  const ctx: Context = { ...withRoots(given, prove, ...numbers), squaring: true };
  const square = squareOf(
    goal.right.monomials.length === 0 ? goal.left : minus(goal.left, goal.right),
  );
  const vanishing = proveOrder(less(square, zeros([]), false), withTraces(ctx), prove, true);
  return vanishing && fromVanishing(goal.left, goal.right, vanishing);
}
