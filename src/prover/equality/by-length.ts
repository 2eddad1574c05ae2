/**
 * Numbers that are equal because their squares are and neither is negative: |t| = r because t·t = r
 * r and 0 ≤ r.
 */
import type { Term } from '../../kernel/term.ts';
import { bareHead } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { antisymmetry, weak, type Theorem } from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { flipped } from '../derived/equations.ts';
import { restated } from '../derived/labelled.ts';
import {
  fromSquares,
  lengthAbove,
  lengthBelow,
  lengthOf,
  squareRootOf,
} from '../derived/lengths.ts';
import { inner, nought, times } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';

/** t where the number is |t|. */
function lengthIn(s: Term): Term | null {
  const head = bareHead(s);
  const [square] =
    head?.kind === 'jet' && head.fn.name === 'sqrt' && head.orders[0] === 0 ? head.args : [];
  return square ? squareRootOf(square) : null;
}

export function byLength(
  goal: FormulaOf<'equal'>,
  ctx: Context,
  depth: number,
  prove: Prove,
): Theorem | null {
  for (const [length, r] of [
    [goal.left, goal.right],
    [goal.right, goal.left],
  ] as const) {
    const t = lengthIn(length);
    if (!t) continue;
    const square = ctx.equality(inner(t, t), times(r, r), ctx);
    const sign = square && prove(less(nought(), r, false), ctx, depth + 1);
    if (!sign) continue;
    const own = lengthOf(t);
    return restated(
      antisymmetry(
        lengthBelow(own, r, sign, weak(square)),
        lengthAbove(r, own, weak(flipped(square))),
      ),
      goal,
    );
  }
  return null;
}

/** a = b because a² = b² by the equations, 0 ≤ a and 0 ≤ b. */
export function byEqualSquares(
  goal: FormulaOf<'equal'>,
  equations: Context,
  ctx: Context,
  depth: number,
  prove: Prove,
): Theorem | null {
  const { left: a, right: b } = goal;
  const square = ctx.equality(times(a, a), times(b, b), equations);
  const [first, second] = square
    ? [a, b].map((s) => prove(less(nought(), s, false), ctx, depth + 1))
    : [];
  return square && first && second
    ? antisymmetry(
        fromSquares(a, b, second, weak(square)),
        fromSquares(b, a, first, weak(flipped(square))),
      )
    : null;
}
