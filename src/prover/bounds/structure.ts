/**
 * Equations by what norms of transposes, products and inverses are, and by operations on what is
 * equal.
 */
import type { FormulaOf } from '../../kernel/formula.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { byEqualSquares } from '../equality/by-length.ts';
import { proveEqual } from '../equality/equality.ts';
import { addEquation, type Context } from '../known/context.ts';
import { strategyFor } from '../known/strategy.ts';
import { appliedIn, withCongruence } from '../rewriting/congruence.ts';
import { withRoots } from '../rewriting/laws.ts';
import { equationsOn } from './equations-of-heads.ts';
import { askedFor } from '../known/purposes.ts';

function byStructure(goal: FormulaOf<'equal'>, ctx: Context): Theorem | null {
  const { prove } = ctx.search;
  const stated = ctx.equations
    .filter((e) => e.left.shape.length === 0)
    .slice(0, 4)
    .flatMap((e) => [e.left, e.right]);
  const own = equationsOn(
    [goal.left, goal.right, ...stated],
    askedFor(ctx, 'bounds'),
    prove,
  ).reduce((c, eq) => addEquation(c, eq), ctx);
  const more = withCongruence(own, goal.left, goal.right);
  const direct = more === ctx ? null : proveEqual(goal.left, goal.right, more);
  if (direct || own === ctx || goal.left.shape.length > 0) return direct;
  return byEqualSquares(goal, withRoots(own, prove, goal.left, goal.right), ctx, prove);
}

export const structure = strategyFor('equal', {
  name: 'norms and operations',
  summary:
    'a = b by norms of transposes, products and inverses, and by operations on what is equal',
  notFor: ['bounds'],
  promise: ({ left, right }) => (appliedIn(left, right).length > 0 ? 0.35 : null),
  prove: byStructure,
});
