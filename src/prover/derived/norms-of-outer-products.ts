/** Norms of outer products, of the identity and of matrices over a size. */
import { contract, number, zeros } from '../../kernel/graph.ts';
import { one } from '../../kernel/ratio.ts';
import type { Term } from '../../kernel/term.ts';
import { fact, modusPonens, weak } from '../../kernel/theorem.ts';
import { squareOf, times } from '../graphs/small-terms.ts';
import { itself, multiplied, type Bounded } from './bounded.ts';
import { positiveSizes } from './dimension-signs.ts';
import { flipped } from './equations.ts';
import { orderBy, summand } from './labelled.ts';
import { fromSquares, lengthOf } from './lengths.ts';

/** ‖x y'‖ ≤ |x| |y|. */
export function outerBound(own: Term, x: Term, y: Term): Bounded {
  const [a, b] = [lengthOf(x), lengthOf(y)];
  const bound = times(a.value, b.value);
  const sign = orderBy(zeros([]), bound, false, [summand([a.sign, b.sign])]);
  const squares = orderBy(times(own, own), times(bound, bound), false, [
    summand([weak(fact('norm of an outer product', x, y))]),
    summand([weak(flipped(a.square))], one, [b.value]),
    summand([
      weak(flipped(b.square)),
      orderBy(zeros([]), squareOf(x), false, [summand([], one, [x])]),
    ]),
  ]);
  return { bound, sign, theorem: fromSquares(own, bound, sign, squares) };
}

/** ‖I‖ ≤ 1. */
export const ofIdentity = (own: Term, eye: Term): Bounded => ({
  bound: number(one),
  sign: orderBy(zeros([]), number(one), false, [summand([])]),
  theorem: orderBy(own, number(one), false, [summand([weak(fact('norm of the identity', eye))])]),
});

/** ‖X/n‖ = ‖X‖/n for a power of a size. */
export function sizeTimes(own: Term, size: Term, rest: Term, inside: Bounded): Bounded {
  const positive = positiveSizes(size);
  const equal = positive && modusPonens(fact('norm of a positive multiple', size, rest), positive);
  if (!positive || !equal)
    return itself(own, fact('the norm is not negative', contract([size, rest], ['', 'ij'], 'ij')));
  return multiplied(own, weak(equal), { value: size, sign: positive }, inside);
}
