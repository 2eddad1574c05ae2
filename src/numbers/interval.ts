/** Interval arithmetic on dyadic endpoints, rounded outwards to a number of bits. */
import {
  type Dyadic,
  addDown,
  addUp,
  divDown,
  divUp,
  larger,
  negate,
  product,
  rationalDown,
  rationalUp,
  roundDown,
  roundUp,
  shift,
  signOf,
  smaller,
  sqrtDown,
  sqrtUp,
} from './dyadic.ts';
import type { Q } from './rational.ts';

/** All numbers from lo to hi, both included. */
export interface Interval {
  readonly lo: Dyadic;
  readonly hi: Dyadic;
}

export const exactly = (x: Dyadic): Interval => ({ lo: x, hi: x });

export const enclose = (x: Q, bits: number): Interval => ({
  lo: rationalDown(x, bits),
  hi: rationalUp(x, bits),
});

export const widen = (a: Interval, bits: number): Interval => ({
  lo: roundDown(a.lo, bits),
  hi: roundUp(a.hi, bits),
});

export const plus = (a: Interval, b: Interval, bits: number): Interval => ({
  lo: addDown(a.lo, b.lo, bits),
  hi: addUp(a.hi, b.hi, bits),
});

export const negative = (a: Interval): Interval => ({ lo: negate(a.hi), hi: negate(a.lo) });

export const minus = (a: Interval, b: Interval, bits: number): Interval =>
  plus(a, negative(b), bits);

/** a · 2^power, exactly. */
export const timesPower = (a: Interval, power: number): Interval => ({
  lo: shift(a.lo, power),
  hi: shift(a.hi, power),
});

export const times = (a: Interval, b: Interval, bits: number): Interval => {
  if (signOf(a.lo) >= 0 && signOf(b.lo) >= 0) {
    return { lo: roundDown(product(a.lo, b.lo), bits), hi: roundUp(product(a.hi, b.hi), bits) };
  }
  // a product is linear in each factor, so its extremes lie at the corners
  const corners = [
    product(a.lo, b.lo),
    product(a.lo, b.hi),
    product(a.hi, b.lo),
    product(a.hi, b.hi),
  ];
  return {
    lo: roundDown(corners.reduce(smaller), bits),
    hi: roundUp(corners.reduce(larger), bits),
  };
};

/**
 * 1 or −1 where all numbers have that sign, 0 for zero alone, null where the interval cannot tell.
 */
export const intervalSign = (a: Interval): -1 | 0 | 1 | null => {
  const [lo, hi] = [signOf(a.lo), signOf(a.hi)];
  if (lo > 0) return 1;
  if (hi < 0) return -1;
  return lo === 0 && hi === 0 ? 0 : null;
};

/** a / b, for b without zero. */
export const over = (a: Interval, b: Interval, bits: number): Interval => {
  const corners = [
    [a.lo, b.lo],
    [a.lo, b.hi],
    [a.hi, b.lo],
    [a.hi, b.hi],
  ] as const;
  return {
    lo: corners.map(([x, y]) => divDown(x, y, bits)).reduce(smaller),
    hi: corners.map(([x, y]) => divUp(x, y, bits)).reduce(larger),
  };
};

/** √a, for a >= 0. */
export const root = (a: Interval, bits: number): Interval => ({
  lo: roundDown(sqrtDown(a.lo, bits).root, bits),
  hi: sqrtUp(a.hi, bits),
});

export const hull = (a: Interval, b: Interval): Interval => ({
  lo: smaller(a.lo, b.lo),
  hi: larger(a.hi, b.hi),
});
