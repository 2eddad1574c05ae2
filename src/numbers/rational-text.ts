/** Reads and prints rationals. */
import type { Rational } from './field.ts';
import { bitLength } from './integer-root.ts';
import {
  type Q,
  add,
  compare,
  denominator,
  div,
  floor,
  integer,
  neg,
  numerator,
  ratio,
  sign,
  sub,
  toRational,
} from './rational.ts';

/** `p/q`, or `p` for a whole number. */
export const rationalText = (value: Q | Rational): string => {
  const { num, den } = isPlain(value) ? value : toRational(value);
  return den === 1n ? `${num}` : `${num}/${den}`;
};

const isPlain = (value: Q | Rational): value is Rational =>
  typeof value !== 'number' && typeof value.num === 'bigint' && typeof value.den === 'bigint';

const pattern = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:e([+-]?\d+))?(?:\/(\d+(?:\.\d*)?|\.\d+))?$/i;

/** More decimal places than this are taken for a slip, and would fill the memory. */
const mostPlaces = 100_000;

const decimal = (text: string): Q => {
  const [whole = '', places = ''] = text.split('.');
  return ratio(BigInt(whole + places), 10n ** BigInt(places.length));
};

/** Reads `-3/2`, `0.25` or `1e-3`; throws a `SyntaxError` that quotes what it could not read. */
export const parseRational = (text: string): Q => {
  const match = pattern.exec(text.trim());
  const exponent = Number(match?.[3] ?? '0');
  if (match === null || Math.abs(exponent) > mostPlaces) {
    throw new SyntaxError(`'${text}' is not a rational number; write it as -3/2, 0.25 or 1e-3`);
  }
  const power = 10n ** BigInt(Math.abs(exponent));
  const scaled = div(decimal(match[2]!), exponent > 0 ? ratio(1n, power) : integer(power));
  const divisor = match[4] === undefined ? 1 : decimal(match[4]);
  if (divisor === 0) throw new SyntaxError(`'${text}' divides by zero`);
  const value = div(scaled, divisor);
  return match[1] === '-' ? neg(value) : value;
};

/** The nearest float64, ties to even; ±Infinity beyond its range, subnormals and zero below. */
export const toFloat = (value: Q): number => {
  if (typeof value === 'number') return value;
  if (typeof value.num === 'number' && typeof value.den === 'number') return value.num / value.den;
  const [num, den] = [numerator(value), denominator(value)];
  const size = num < 0n ? -num : num;
  const estimate = 53 - (bitLength(size) - bitLength(den));
  // the quotient of that many places has 53 or 54 bits; subnormals end at 2^-1074 whatever their
  // bits
  const excess = bitLength(shifted(size, estimate) / shifted(den, -estimate)) - 53;
  const places = Math.min(estimate - Math.max(0, excess), 1074);
  const [top, bottom] = [shifted(size, places), shifted(den, -places)];
  const quotient = top / bottom;
  const rest = 2n * (top - quotient * bottom);
  const up = rest > bottom || (rest === bottom && (quotient & 1n) === 1n);
  const magnitude = scale(Number(up ? quotient + 1n : quotient), -places);
  return num < 0n ? -magnitude : magnitude;
};

/** x · 2^max(0, power). */
const shifted = (x: bigint, power: number): bigint => (power > 0 ? x << BigInt(power) : x);

/**
 * x · 2^power for x of at most 53 bits, in two steps that lose nothing unless the result is out of
 * range.
 */
const scale = (x: number, power: number): number => {
  if (power > 2000) return x === 0 ? 0 : Infinity;
  const half = Math.trunc(power / 2);
  return x * 2 ** half * 2 ** (power - half);
};

/** The exact value of a finite float64; throws a `RangeError` on NaN and infinities. */
export const fromFloat = (x: number): Q => {
  if (Number.isSafeInteger(x)) return x + 0;
  if (!Number.isFinite(x)) throw new RangeError(`${x} is not a rational number`);
  let [mantissa, exponent] = [x, 0];
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent += 1;
  }
  return ratio(BigInt(mantissa), 1n << BigInt(exponent));
};

/**
 * The rational of least denominator, and then least size, in [lo, hi]: the first in the
 * Stern–Brocot tree.
 */
export const simplestBetween = (lo: Q, hi: Q): Q => {
  if (compare(lo, hi) > 0)
    throw new RangeError(`empty interval [${rationalText(lo)}, ${rationalText(hi)}]`);
  if (sign(lo) <= 0 && sign(hi) >= 0) return 0;
  return sign(hi) < 0 ? neg(simplestPositive(neg(hi), neg(lo))) : simplestPositive(lo, hi);
};

const simplestPositive = (lo: Q, hi: Q): Q => {
  const whole = integer(floor(lo));
  if (compare(whole, lo) === 0) return whole;
  const next = add(whole, 1);
  if (compare(next, hi) <= 0) return next;
  // both lie strictly between the same whole numbers: continue with the reciprocals of the rest
  return add(whole, div(1, simplestPositive(div(1, sub(hi, whole)), div(1, sub(lo, whole)))));
};

/** The simplest rational at most `tolerance` away from x. */
export const simplestWithin = (x: Q, tolerance: Q): Q =>
  simplestBetween(sub(x, tolerance), add(x, tolerance));
