/**
 * Enclosures of erf, its complement and gelu at exact dyadic points, to a relative width of about
 * 2^-bits.
 */
import { type Dyadic, dyadic, negate, one, product, shift, signOf, top, zero } from './dyadic.ts';
import { pi } from './enclosed-constants.ts';
import { exp, nearlyOne } from './exponential.ts';
import {
  type Interval,
  exactly,
  minus,
  negative,
  over,
  plus,
  root,
  times,
  timesPower,
} from './interval.ts';
import { erfTail, erfcAsymptotic, sumSeries } from './series.ts';

const unit = exactly(one);

/**
 * erf x = (2/√π) x e^{-x²} Σ (2x²)^n/(2n+1)!! for x > 0: all terms of one sign, so nothing cancels.
 */
const erfSeries = (x: Dyadic, bits: number): Interval => {
  const work = bits + 16;
  const square = product(x, x);
  const sum = sumSeries(erfTail, exactly(shift(square, 1)), work + 2 * Math.max(0, top(x)));
  const scaled = over(timesPower(exactly(x), 1), root(pi(work), work), work);
  return times(times(scaled, exp(negate(square), work), work), sum, work);
};

/**
 * erfc x = e^{-x²}/(x√π) Σ (−1)^n (2n−1)!!/(2x²)^n for x > 0, cut where the terms are below 2^-bits
 * or begin to grow.
 */
const erfcSeries = (x: Dyadic, bits: number): Interval => {
  const work = bits + 16;
  const square = product(x, x);
  const sum = sumSeries(erfcAsymptotic, over(unit, exactly(shift(square, 1)), work), work);
  const scale = over(
    exp(negate(square), work),
    times(exactly(x), root(pi(work), work), work),
    work,
  );
  return times(scale, sum, work);
};

/** A whole number at least x², for x below 2^20. */
const squareAbove = (x: Dyadic): number => {
  const square = product(x, x);
  return Number(
    (square.e >= 0 ? square.m << BigInt(square.e) : square.m >> BigInt(-square.e)) + 1n,
  );
};

/** 1 − erf x for x > 0, of small relative error also where it is tiny. */
const erfcPositive = (x: Dyadic, bits: number): Interval => {
  if (top(x) > 11) return erfcSeries(x, bits);
  const square = squareAbove(x);
  // the least term is about e^{-x²}: small enough from here on
  if (square > 0.75 * bits + 9) return erfcSeries(x, bits);
  // 1 − erf x is above 2^-(1.45 x² + top + 2): that number of bits cancels
  const work = bits + Math.ceil(1.45 * square) + Math.max(0, top(x)) + 8;
  return minus(unit, erfSeries(x, work), work);
};

export const erf = (x: Dyadic, bits: number): Interval => {
  if (signOf(x) < 0) return negative(erf(negate(x), bits));
  if (signOf(x) === 0) return exactly(zero);
  // 1 − erf x <= e^{-x²} < 2^-(x² − 1)
  if (top(x) > 10) return nearlyOne(2 ** 17, bits);
  const square = squareAbove(x);
  return square > bits + 16 ? nearlyOne(square - 2, bits) : erfSeries(x, bits);
};

const erfcPoint = (x: Dyadic, bits: number): Interval =>
  signOf(x) > 0 ? erfcPositive(x, bits + 2) : plus(unit, erf(negate(x), bits + 2), bits + 8);

/** 1 − erf on an interval; it falls. */
export const erfc = (x: Interval, bits: number): Interval => ({
  lo: erfcPoint(x.hi, bits).lo,
  hi: erfcPoint(x.lo, bits).hi,
});

/** x Φ(x) = (x/2) erfc(−x/√2). */
export const gelu = (x: Dyadic, bits: number): Interval => {
  if (signOf(x) === 0) return exactly(zero);
  // a relative error of x grows by 2x² in erfc
  const work = bits + 16 + 2 * Math.max(0, Math.min(24, top(x)));
  const scaled = over(exactly(negate(x)), root(exactly(dyadic(2n)), work), work);
  return times(timesPower(exactly(x), -1), erfc(scaled, work), work);
};
