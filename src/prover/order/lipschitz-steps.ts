/**
 * Functions of one number whose slope is bounded, between two points that are in order:
 * φ(t) − φ(s) ≤ c (t − s) for s ≤ t, with φ(0) known where only one point is in the goal.
 */
import type { Term } from '../../kernel/term.ts';
import { scale } from '../../kernel/graph.ts';
import { less, type Formula } from '../../kernel/formula.ts';
import { valueOf } from '../../kernel/laws.ts';
import { one, ratio, type Ratio } from '../../kernel/ratio.ts';
import { fact, first, modusPonens, weak, type Theorem } from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { fromSquares } from '../derived/lengths.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { minus, nought, times } from '../graphs/small-terms.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';
import { byTheseAlone } from './sums-of-signs.ts';
import { valueAtZero } from './increasing.ts';

const mark = 'steps of bounded slope';
const quarter = ratio(1n, 4n);
/** The largest slope, of the functions that never fall. */
const slopes: Readonly<Record<string, Ratio>> = {
  relu: one,
  leakyrelu: one,
  tanh: one,
  softplus: one,
  sigmoid: quarter,
};

interface Point {
  readonly name: string;
  readonly at: Term;
}
const pointsIn = (goal: Formula): Point[] =>
  namedIn(termsOf(goal))
    .filter(
      ({ name, argument, order }) =>
        order === 0 && argument.shape.length === 0 && Object.hasOwn(slopes, name),
    )
    .map(({ name, argument }) => ({ name, at: argument }));

/** φ(t) − φ(s) ≤ c (t − s) and φ(s) ≤ φ(t), from s ≤ t. */
function steps(name: string, s: Term, t: Term, sign: Theorem): Theorem[] {
  const by = slopes[name] as Ratio;
  const moved = minus(valueOf(name, t), valueOf(name, s));
  const whole = scale(by, minus(t, s));
  const squares = orderBy(times(moved, moved), times(whole, whole), false, [
    summand([fact(`${name} is Lipschitz`, t, s)]),
  ]);
  const positive = orderBy(nought(), whole, false, [summand([sign], by)]);
  const rising =
    name === 'relu' ? fact('relu does not fall', s, t) : first(fact(`${name} is increasing`, s, t));
  return [fromSquares(moved, whole, positive, squares), modusPonens(rising, sign)];
}

export const lipschitzSteps = strategyFor('less', {
  name: mark,
  summary: 'tanh(t) - tanh(s) <= t - s for s <= t, and the same of sigmoid, relu and softplus',
  notFor: ['bounds'],
  promise: (goal) => (pointsIn(goal).length > 0 ? 0.6 : null),
  *prove(goal, known): Attempt {
    const found: Theorem[] = [];
    for (const name of new Set(pointsIn(goal).map((p) => p.name))) {
      const inGoal = pointsIn(goal).flatMap((p) => (p.name === name ? [p.at] : []));
      const start = valueAtZero(name);
      const all = [...inGoal.slice(0, 3), ...(start ? [nought()] : [])];
      if (start) found.push(weak(start), weak(flipped(start)));
      for (const s of all)
        for (const t of all) {
          if (s === t) continue;
          const sign = yield { goal: less(s, t, false), known, share: 20 };
          if (sign) found.push(...steps(name, s, t, sign));
        }
    }
    if (found.length === 0) return null;
    const stated = known.facts
      .map(({ theorem }) => theorem)
      .filter(({ conclusion: f }) => f.kind === 'less');
    return byTheseAlone(goal, known, [...found, ...stated.slice(0, 12)]);
  },
});
