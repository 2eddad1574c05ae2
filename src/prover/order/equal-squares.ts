/** Lengths and other products of roots that are equal because their squares are, told without roots. */
import { equal } from '../../kernel/formula.ts';
import { antisymmetry, weak } from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { fromSquares } from '../derived/lengths.ts';
import { times } from '../graphs/small-terms.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';
import { notNegative, plain, rooted, squared } from './squared-sides.ts';

export const equalSquares = strategyFor('equal', {
  name: 'equal squares without roots',
  summary: 'l = r because neither is negative and l^2 = r^2, where roots stand on both sides',
  notFor: ['bounds'],
  promise: ({ left, right }) =>
    left.shape.length === 0 && [left, right].every((t) => rooted(t) && plain(t)) ? 0.45 : null,
  *prove({ left, right }, known): Attempt {
    const l = yield* squared(left, known);
    const r = l && (yield* squared(right, known));
    const same = r && (yield* ask(equal(l.square, r.square), known));
    const low = same && (yield* notNegative(left, known));
    const high = low && (yield* notNegative(right, known));
    if (!l || !r || !same || !low || !high) return null;
    const up = orderBy(times(left, left), times(right, right), false, [
      summand([weak(l.equation)]),
      summand([weak(same)]),
      summand([weak(flipped(r.equation))]),
    ]);
    const down = orderBy(times(right, right), times(left, left), false, [
      summand([weak(r.equation)]),
      summand([weak(flipped(same))]),
      summand([weak(flipped(l.equation))]),
    ]);
    return antisymmetry(fromSquares(left, right, high, up), fromSquares(right, left, low, down));
  },
});
