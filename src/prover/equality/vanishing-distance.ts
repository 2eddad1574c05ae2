/** Vectors and matrices are equal because the length of their difference is at most 0. */
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { antisymmetry, hole, squares, type Theorem } from '../../kernel/theorem.ts';
import { variable } from '../../kernel/graph.ts';
import { linearBy, orderBy, summand } from '../derived/labelled.ts';
import { lengthOf, upwards } from '../derived/lengths.ts';
import { minus, nought, squareOf } from '../graphs/small-terms.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Context } from '../known/context.ts';
import { strategyFor } from '../known/strategy.ts';

const mark = 'a distance that vanishes';

/** x = y from |x − y| ≤ 0. */
function equalBy({ left, right }: FormulaOf<'equal'>, below: Theorem): Theorem {
  const t = minus(left, right);
  const length = lengthOf(t);
  const atMost = orderBy(squareOf(t), nought(), false, [
    summand([upwards(length)]),
    summand([below, length.sign]),
  ]);
  const least = orderBy(nought(), squareOf(t), false, [summand([], ratio(1n), [t])]);
  const zero = squares(t, antisymmetry(atMost, least));
  return linearBy(left, right, [{ equation: zero, context: variable(hole, t.shape) }]);
}

export const vanishingDistance = strategyFor('equal', {
  name: mark,
  summary: 'x = y because |x - y| <= 0',
  promise: ({ left }, known) =>
    (left.shape.length === 1 || left.shape.length === 2) &&
    !known.settled &&
    !known.bounding &&
    !known.squaring &&
    !known.replaced.includes(mark) &&
    known.facts.some(({ theorem }) => theorem.conclusion.kind === 'less')
      ? 0.15
      : null,
  *prove(goal, given) {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const { value } = lengthOf(minus(goal.left, goal.right));
    const below = yield { goal: less(value, nought(), false), known };
    return below && equalBy(goal, below);
  },
});
