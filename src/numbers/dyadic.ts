/** Floating dyadic numbers m · 2^e of any size, with directed rounding to a number of bits. */
import { bitLength, integerSqrt } from './integer-root.ts';
import { type Q, denominator, integer, numerator, ratio } from './rational.ts';

export interface Dyadic {
  readonly m: bigint;
  readonly e: number;
}

export const dyadic = (m: bigint, e: number = 0): Dyadic => ({ m, e });

export const zero: Dyadic = dyadic(0n);
export const one: Dyadic = dyadic(1n);

export const signOf = (a: Dyadic): -1 | 0 | 1 => {
  if (a.m === 0n) return 0;
  return a.m > 0n ? 1 : -1;
};

export const negate = (a: Dyadic): Dyadic => dyadic(-a.m, a.e);

/** a · 2^power, exactly. */
export const shift = (a: Dyadic, power: number): Dyadic => dyadic(a.m, a.e + power);

/** The least power of two above |a|: |a| < 2^top and, unless a is 0, |a| >= 2^(top − 1). */
export const top = (a: Dyadic): number => (a.m === 0n ? -Infinity : a.e + bitLength(a.m));

/** The largest number of the given bits that is at most a. */
export const roundDown = (a: Dyadic, bits: number): Dyadic => {
  const excess = bitLength(a.m) - bits;
  // the shift of a negative BigInt rounds down too
  return excess <= 0 ? a : dyadic(a.m >> BigInt(excess), a.e + excess);
};

/** The least number of the given bits that is at least a. */
export const roundUp = (a: Dyadic, bits: number): Dyadic => negate(roundDown(negate(a), bits));

/** a + b exactly; the exponents must not lie too far apart. */
const exactSum = (a: Dyadic, b: Dyadic): Dyadic =>
  a.e >= b.e
    ? dyadic((a.m << BigInt(a.e - b.e)) + b.m, b.e)
    : dyadic(a.m + (b.m << BigInt(b.e - a.e)), a.e);

/**
 * a + b rounded down. A summand too small to matter counts as zero, or as a bound of its size where
 * it is negative.
 */
export const addDown = (a: Dyadic, b: Dyadic, bits: number): Dyadic => {
  if (a.m === 0n) return roundDown(b, bits);
  if (b.m === 0n) return roundDown(a, bits);
  const [large, tiny] = top(a) >= top(b) ? [a, b] : [b, a];
  const edge = Math.min(top(large) - bits - 2, large.e);
  if (top(tiny) > edge) return roundDown(exactSum(a, b), bits);
  return roundDown(tiny.m > 0n ? large : exactSum(large, dyadic(-1n, edge)), bits);
};

/** a + b rounded up. */
export const addUp = (a: Dyadic, b: Dyadic, bits: number): Dyadic =>
  negate(addDown(negate(a), negate(b), bits));

/** a · b, exactly. */
export const product = (a: Dyadic, b: Dyadic): Dyadic => dyadic(a.m * b.m, a.e + b.e);

/** a / b rounded down, for b not zero. */
export const divDown = (a: Dyadic, b: Dyadic, bits: number): Dyadic => {
  const [m, d] = b.m < 0n ? [-a.m, -b.m] : [a.m, b.m];
  const power = Math.max(0, bits + 1 + bitLength(d) - bitLength(m));
  const scaled = m << BigInt(power);
  const quotient = scaled / d;
  const floored = scaled < 0n && quotient * d !== scaled ? quotient - 1n : quotient;
  return roundDown(dyadic(floored, a.e - b.e - power), bits);
};

/** a / b rounded up, for b not zero. */
export const divUp = (a: Dyadic, b: Dyadic, bits: number): Dyadic =>
  negate(divDown(negate(a), b, bits));

/** √a rounded down, for a >= 0, and whether that is exact. */
export const sqrtDown = (
  a: Dyadic,
  bits: number,
): { readonly root: Dyadic; readonly exact: boolean } => {
  const wanted = Math.max(0, 2 * bits + 2 - bitLength(a.m));
  const power = wanted + (Math.abs(a.e - wanted) % 2);
  const scaled = a.m << BigInt(power);
  const root = integerSqrt(scaled);
  return { root: dyadic(root, (a.e - power) / 2), exact: root * root === scaled };
};

/** √a rounded up, for a >= 0. */
export const sqrtUp = (a: Dyadic, bits: number): Dyadic => {
  const { root, exact } = sqrtDown(a, bits);
  return roundUp(exact ? root : dyadic(root.m + 1n, root.e), bits);
};

export const compareDyadic = (a: Dyadic, b: Dyadic): -1 | 0 | 1 => {
  const [left, right] = [signOf(a), signOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  if (left === 0) return 0;
  const [p, q] = [top(a), top(b)];
  // the number of larger size is the larger one, or the smaller where both are negative
  if (p !== q) return p < q === left > 0 ? -1 : 1;
  return signOf(exactSum(a, negate(b)));
};

export const smaller = (a: Dyadic, b: Dyadic): Dyadic => (compareDyadic(a, b) <= 0 ? a : b);
export const larger = (a: Dyadic, b: Dyadic): Dyadic => (compareDyadic(a, b) >= 0 ? a : b);

/** The largest whole number at most a · 2^places. */
export const floorScaled = (a: Dyadic, places: number): bigint => {
  const power = a.e + places;
  return power >= 0 ? a.m << BigInt(power) : a.m >> BigInt(-power);
};

/** The exact rational value. */
export const dyadicValue = (a: Dyadic): Q =>
  a.e >= 0 ? integer(a.m << BigInt(a.e)) : ratio(a.m, 1n << BigInt(-a.e));

/** The rational rounded down to the given number of bits. */
export const rationalDown = (a: Q, bits: number): Dyadic =>
  divDown(dyadic(numerator(a)), dyadic(denominator(a)), bits);

/** The rational rounded up to the given number of bits. */
export const rationalUp = (a: Q, bits: number): Dyadic =>
  divUp(dyadic(numerator(a)), dyadic(denominator(a)), bits);
