/**
 * Lengths compared at a right angle: |u| <= |v| because u'(v - u) = 0, so that |v|^2 = |u|^2 + |v -
 * u|^2.
 */
import type { Term } from '../../kernel/term.ts';
import { bareHead, zeros } from '../../kernel/graph.ts';
import { equal, type FormulaOf } from '../../kernel/formula.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import { weak, type Theorem } from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { byFacts, orderBy, summand } from '../derived/labelled.ts';
import { lengthBelow, lengthOf, squareRootOf, upwards } from '../derived/lengths.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { inner, minus, negated, times } from '../graphs/small-terms.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';
import { askedFor } from '../known/purposes.ts';

/** s where the number is √s. */
function underRoot(t: Term): Term | null {
  const s = argumentOf('sqrt', bareHead(t));
  return s?.shape.length === 0 ? s : null;
}

interface Sides {
  readonly u: Term;
  readonly v: Term;
  /** Are the lengths compared, or their squares? */
  readonly rooted: boolean;
}

/** Without functions: what is known of their values gives no right angles. */
const isAlgebraic = (t: Term): boolean =>
  t.monomials.every((m) => m.factors.every((f) => f.head.kind !== 'jet'));

function sidesOf({ left, right, strict }: FormulaOf<'less'>): Sides | null {
  if (strict || left.monomials.length === 0 || left.monomials.length > 16) return null;
  if (right.monomials.length > 16) return null;
  const [l, r] = [underRoot(left), underRoot(right)];
  const rooted = l !== null && r !== null;
  if (!rooted && (l || r)) return null;
  const [u, v] = [squareRootOf(l ?? left), squareRootOf(r ?? right)];
  return u && v && u.shape.join() === v.shape.join() && isAlgebraic(u) && isAlgebraic(v)
    ? { u, v, rooted }
    : null;
}

export const rightAngles = strategyFor('less', {
  name: 'a right angle',
  summary: "|u| <= |v| because u'(v - u) = 0: |v|^2 is |u|^2 + |v - u|^2",
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (sidesOf(goal) !== null ? 0.82 : null),
  *prove(goal, known): Attempt {
    const sides = sidesOf(goal);
    if (!sides) return null;
    const { v, rooted } = sides;
    for (const u of [sides.u, negated(sides.u)]) {
      const gap = minus(v, u);
      if (gap.monomials.length === 0) continue;
      const angle: Theorem | null = yield {
        goal: equal(inner(u, gap), zeros([])),
        known: askedFor(known, 'squares'),
        share: 250,
      };
      if (!angle) continue;
      const squares = orderBy(inner(u, u), inner(v, v), false, [
        summand([], one, [gap]),
        summand([weak(flipped(angle))], ratio(2n)),
      ]);
      if (!rooted) return byFacts(goal.left, goal.right, false, [squares]);
      const long = lengthOf(v);
      const below = orderBy(inner(u, u), times(long.value, long.value), false, [
        summand([squares]),
        summand([upwards(long)]),
      ]);
      const t = lengthBelow(lengthOf(u), long.value, long.sign, below);
      return byFacts(goal.left, goal.right, false, [t]);
    }
    return null;
  },
});
