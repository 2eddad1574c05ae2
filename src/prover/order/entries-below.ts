/**
 * What one entry of a vector is at most, at an arbitrary coordinate: the length, the sum of entries
 * that are not negative, the log-sum-exp; and what the largest |y_i| says of 0 and of |y|².
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { contract, dimension, number, variable } from '../../kernel/graph.ts';
import type { Formula, FormulaOf } from '../../kernel/formula.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import { assume, fact, first, hole, second, weak, type Theorem } from '../../kernel/theorem.ts';
import { absolute } from '../derived/absolute.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { flipped } from '../derived/equations.ts';
import { alike, byFacts, linearBy, orderBy, summand } from '../derived/labelled.ts';
import { lengthAbove, lengthOf, squareRootOf } from '../derived/lengths.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { argumentOf, namedIn } from '../graphs/named-functions.ts';
import { inner, minus, nought, times } from '../graphs/small-terms.ts';
import { at, summed, type Place } from './coordinate-facts.ts';
import { belowSum, guarded, logSumExps } from './entries-and-sums.ts';

/** y where the vector is |y|, entry by entry. */
export function absOf(t: Term): Term | null {
  const [f, ...more] = t.monomials[0]?.factors ?? [];
  const y = f && more.length === 0 ? argumentOf('abs', f.head) : null;
  return y && y.shape.length === 1 && isBare(t) ? y : null;
}
const isBare = (t: Term): boolean =>
  t.monomials.length === 1 &&
  t.monomials.every(
    ({ coefficient: c, powers }) => c.num === c.den && Object.keys(powers).length === 0,
  );

/** |y_e| = |y|_e at the coordinate. */
export const entryOfAbs = (u: Term, place: Place): Theorem =>
  guarded(fact('entries at a coordinate', u, place.e), place);

const hasLength = (goal: Formula, y: Term): boolean =>
  namedIn(termsOf(goal)).some(({ name, order, argument }) => {
    const t =
      name === 'sqrt' && order === 0 && argument.shape.length === 0 && squareRootOf(argument);
    return t && (alike(t, y) || alike(inner(t, t), inner(y, y)));
  });

/** y_e² ≤ |y|², by Lagrange's identity with |e|² = 1. */
function squareBelow(y: Term, { e, guard }: Place): Theorem {
  const known = assume(guard);
  const unit = linearBy(inner(e, e), number(one), [
    { equation: first(known), context: contract([variable(hole, e.shape)], ['i'], '') },
    { equation: second(known), context: variable(hole, []) },
  ]);
  const wedge = minus(contract([e, y], ['i', 'j'], 'ij'), contract([y, e], ['i', 'j'], 'ij'));
  const s = inner(e, y);
  return orderBy(times(s, s), inner(y, y), false, [
    summand([], ratio(1n, 2n), [wedge]),
    summand([weak(unit)], one, [y]),
  ]);
}

/** u_e ≤ |u|; of u = |y|: u_e ≤ |y|. */
function belowLength(u: Term, place: Place): Theorem {
  const y = absOf(u);
  const square = squareBelow(y ?? u, place);
  if (!y) return lengthAbove(at(u, place), lengthOf(u), square);
  const size = absolute(at(y, place));
  const squares = orderBy(times(size.value, size.value), inner(y, y), false, [
    summand([weak(size.square)]),
    summand([square]),
  ]);
  const below = lengthAbove(size.value, lengthOf(y), squares);
  const { right } = below.conclusion as FormulaOf<'less'>;
  return byFacts(at(u, place), right, false, [weak(entryOfAbs(u, place)), below]);
}

/** What u_e is at most, of what stands in the goal. */
export function boundsAt(u: Term, goal: Formula, place: Place): Theorem[] {
  const y = absOf(u);
  const sum = y && belowSum(signOfAbs(u, y, place), place);
  return [
    ...(hasLength(goal, y ?? u) ? [belowLength(u, place)] : []),
    ...(sum ? [sum] : []),
    ...(logSumExps(goal, place).some((v) => alike(v, u))
      ? [guarded(fact('an entry below the log-sum-exp', u, place.e), place)]
      : []),
  ];
}

/** 0 ≤ |y|_e. */
export const signOfAbs = (u: Term, y: Term, place: Place): Theorem =>
  byFacts(nought(), at(u, place), false, [
    absolute(at(y, place)).sign,
    weak(flipped(entryOfAbs(u, place))),
  ]);

/** 0 ≤ r and |y|² ≤ n r², from u_e ≤ r for u = |y|. */
export function ofLargestSize(u: Term, own: Theorem, place: Place): Theorem[] {
  const y = absOf(u);
  if (!y) return [];
  const { right: top } = own.conclusion as FormulaOf<'less'>;
  const s = at(y, place);
  const size = absolute(s);
  const same = weak(flipped(entryOfAbs(u, place)));
  const small = byFacts(size.value, top, false, [same, own]);
  const all = summed(byFacts(nought(), top, false, [size.sign, small]), place);
  const over = positiveSizes(dimension(place.dim as Dim, -1));
  const sign = over && orderBy(nought(), top, false, [summand([all, over])]);
  if (!sign) return [];
  const square = orderBy(times(s, s), times(top, top), false, [
    summand([weak(flipped(size.square))]),
    summand([small, size.sign]),
    summand([small, sign]),
  ]);
  return [sign, summed(square, place)];
}
