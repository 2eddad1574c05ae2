/**
 * Enclosures of exp, log and what is made of them, at exact dyadic points, to a relative width of
 * about 2^-bits.
 * Every step is interval arithmetic, so that rounding can widen a result and never lose the value.
 */
import { type Dyadic, compareDyadic, dyadic, one, shift, signOf, top, zero } from './dyadic.ts';
import { ln2 } from './enclosed-constants.ts';
import { Unsupported } from './field.ts';
import {
  type Interval,
  exactly,
  minus,
  negative,
  over,
  plus,
  times,
  timesPower,
} from './interval.ts';
import { artanhTail, expTail, sumSeries } from './series.ts';

const unit = exactly(one);
const two = exactly(dyadic(2n));

/** Beyond 2^16 an exponential has too many digits to be of use as a rational. */
const mostTop = 16;

/**
 * e^x − 1 for an interval 0 < x <= 3/4: halve s times, sum, and undo the halving by (1 + E)² − 1 =
 * E (E + 2).
 */
const expm1Reduced = (x: Interval, bits: number): Interval => {
  const halvings = Math.max(0, Math.floor(Math.sqrt(bits) / 2) + Math.max(-40, top(x.hi)));
  const work = bits + halvings + 16;
  const t = timesPower(x, -halvings);
  let e = times(t, sumSeries(expTail, t, work), work);
  for (let i = 0; i < halvings; i += 1) e = times(e, plus(e, two, work), work);
  return e;
};

/** e^x − 1, of small relative error also near zero. */
const expm1 = (x: Dyadic, bits: number): Interval => {
  if (signOf(x) === 0) return exactly(zero);
  if (top(x) > -1) return minus(exp(x, bits + 2), unit, bits + 2);
  if (signOf(x) > 0) return expm1Reduced(exactly(x), bits);
  // e^-y − 1 = −(e^y − 1)/e^y
  const e = expm1Reduced(exactly(dyadic(-x.m, x.e)), bits + 2);
  return negative(over(e, plus(e, unit, bits + 2), bits + 2));
};

/**
 * e^x = 2^k e^r with r = x − k ln 2, where k is chosen to leave r positive. Throws `Unsupported`
 * above 2^16.
 */
export const exp = (x: Dyadic, bits: number): Interval => {
  if (top(x) <= -1) return plus(unit, expm1(x, bits), bits + 8);
  if (top(x) > mostTop) {
    if (signOf(x) > 0) throw new Unsupported('exp of a number above 2^16');
    // e^x < 2^x, and x <= −2^16
    return { lo: zero, hi: dyadic(1n, -(2 ** mostTop)) };
  }
  const estimate = Number(x.m >> BigInt(Math.max(0, -x.e - 8))) * 2 ** Math.max(x.e, -8);
  // any k is sound; this one leaves 0.04 < r < 0.75
  const k = Math.floor(estimate * Math.LOG2E - 0.0625);
  const work = bits + mostTop + 8;
  const r = minus(exactly(x), times(exactly(dyadic(BigInt(k))), ln2(work), work), work);
  return timesPower(plus(unit, expm1Reduced(r, bits + 4), bits + 8), k);
};

/** 2 artanh(t) for an interval t of one sign with t² <= 1/2. */
const twiceArtanh = (t: Interval, bits: number): Interval =>
  timesPower(times(t, sumSeries(artanhTail, times(t, t, bits + 16), bits + 16), bits + 8), 1);

/** log x for x > 0: x = 2^k m with m in [3/4, 3/2), and log m = 2 artanh((m − 1)/(m + 1)). */
export const log = (x: Dyadic, bits: number): Interval => {
  const work = bits + 16;
  const above = top(x);
  const m = shift(x, -above);
  const k = compareDyadic(m, dyadic(3n, -2)) < 0 ? above - 1 : above;
  const mantissa = exactly(shift(x, -k));
  const exact = Math.max(work, x.m.toString(16).length * 4 + 8);
  // m − 1 is exact, so the relative error stays small near 1
  const t = over(minus(mantissa, unit, exact), plus(mantissa, unit, exact), work);
  const rest = signOf(t.lo) === 0 && signOf(t.hi) === 0 ? t : twiceArtanh(t, work);
  return k === 0 ? rest : plus(times(exactly(dyadic(BigInt(k))), ln2(work), work), rest, work);
};

/**
 * log(1 + y) = 2 artanh(y/(2 + y)) for an interval 0 < y <= 1, of small relative error near zero.
 */
const log1p = (y: Interval, bits: number): Interval =>
  // y/(2 + y) grows with y, so its ends belong to the ends of y
  twiceArtanh(
    {
      lo: over(exactly(y.lo), plus(exactly(y.lo), two, bits), bits).lo,
      hi: over(exactly(y.hi), plus(exactly(y.hi), two, bits), bits).hi,
    },
    bits,
  );

/**
 * [1 − 2^-n, 1], for a function known to lie there; a distance below the precision is not resolved.
 */
export const nearlyOne = (n: number, bits: number): Interval => {
  const places = Math.min(n, bits + 64);
  return { lo: dyadic((1n << BigInt(places)) - 1n, -places), hi: one };
};

/** tanh x = E/(E + 2) = 1 − 2/(E + 2) with E = e^2x − 1, the first where x is small. */
export const tanh = (x: Dyadic, bits: number): Interval => {
  if (signOf(x) < 0) return negative(tanh(dyadic(-x.m, x.e), bits));
  if (signOf(x) === 0) return exactly(zero);
  // 1 − tanh x = 2/(e^2x + 1) < 2^(1−2x)
  if (top(x) > 15) return nearlyOne(2 ** 15, bits);
  const work = bits + 8;
  const e = expm1(shift(x, 1), work);
  const denominator = plus(e, two, work);
  return top(x) <= -1
    ? over(e, denominator, work)
    : minus(unit, over(two, denominator, work), work);
};

/** 1/(1 + e^-x). */
export const sigmoid = (x: Dyadic, bits: number): Interval => {
  // 1 − s(x) = s(−x) < e^-x < 2^-x
  if (signOf(x) > 0 && top(x) > mostTop) return nearlyOne(2 ** mostTop, bits);
  if (signOf(x) < 0 && top(x) > mostTop) return { lo: zero, hi: exp(x, bits).hi };
  const work = bits + 8;
  return over(unit, plus(unit, exp(dyadic(-x.m, x.e), work), work), work);
};

/** log(1 + e^x) = max(x, 0) + log(1 + e^-|x|). */
export const softplus = (x: Dyadic, bits: number): Interval => {
  const work = bits + 8;
  const size = signOf(x) > 0 ? dyadic(-x.m, x.e) : x;
  const small = exp(size, work);
  // log(1 + y) <= y
  const rest = signOf(small.lo) === 0 ? { lo: zero, hi: small.hi } : log1p(small, work);
  return signOf(x) > 0 ? plus(exactly(x), rest, work) : rest;
};
