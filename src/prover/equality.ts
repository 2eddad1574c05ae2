/** Equality by everything that is tried unasked, cheapest first. */
import type { Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { withArguments } from './arguments.ts';
import { byEquations, withInverses } from './by-equations.ts';
import { saturated } from './cancelling.ts';
import { byClearing, byMultiplying, byScalar } from './clearing.ts';
import type { Context } from './context.ts';
import { withInstances } from './universal.ts';
import { withSquares } from './squares.ts';

/** left = right by everything that is tried unasked. */
export function proveEqual(left: Term, right: Term, given: Context): Theorem | null {
  const near = withInstances(given, left, right);
  const ctx = withArguments(near, left, right, ...near.equations.slice(0, 16).flatMap((e) => [e.left, e.right]));
  const direct = byEquations(left, right, ctx) ?? byClearing(left, right, ctx, 2);
  if (direct) return direct;
  const more = saturated(withSquares(saturated(withInverses(ctx, left, right, ...ctx.equations.flatMap((e) => [e.left, e.right])))));
  const later = more.equations.length > ctx.equations.length ? byEquations(left, right, more) : null;
  return later ?? byMultiplying(left, right, more) ?? byScalar(left, right, more);
}
