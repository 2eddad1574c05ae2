/** Equations between vectors or matrices whose difference has a sum of squares that is 0, or not positive, by what is known. */
import { add, scale, zeros } from '../kernel/graph.ts';
import { less, type Formula } from '../kernel/formula.ts';
import { negative, one } from '../kernel/ratio.ts';
import { weak, type Theorem } from '../kernel/theorem.ts';
import { byEquations } from './by-equations.ts';
import type { Context } from './context.ts';
import { withRoots } from './laws.ts';
import { proveOrder } from './prove-order.ts';
import type { Prove } from './strategy.ts';
import { fromVanishing, sumOfSquares, withTraces } from './vanishing-squares.ts';

/** Equal because the difference's sum of squares is 0, or not positive, by what is known. */
export function bySumOfSquares(goal: Formula & { kind: 'equal' }, given: Context, prove: Prove): Theorem | null {
  if (goal.left.shape.length === 0 || goal.left.monomials.length + goal.right.monomials.length > 2 || given.bounding || given.squaring || given.facts.length === 0) return null;
  const numbers = given.equations.filter((e) => e.left.shape.length === 0).slice(0, 4).flatMap((e) => [e.left, e.right]);
  const ctx: Context = { ...withRoots(given, prove, ...numbers), squaring: true };
  const square = sumOfSquares(goal.right.monomials.length === 0 ? goal.left : add(goal.left, scale(negative(one), goal.right)));
  const known = byEquations(square, zeros([]), ctx);
  const vanishing = known ? weak(known) : proveOrder(less(square, zeros([]), false) as Formula & { kind: 'less' }, withTraces(ctx), prove, true);
  return vanishing && fromVanishing(goal.left, goal.right, vanishing);
}
