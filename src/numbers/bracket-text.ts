/** Prints rationals and intervals for people, rounded outwards. */
import { type Bracket, isPoint, lowerEnd, upperEnd } from './bracket.ts';
import { type Dyadic, signOf, top } from './dyadic.ts';
import {
  type Q,
  abs,
  denominator,
  floor,
  integer,
  mul,
  neg,
  numerator,
  ratio,
  sign,
  sub,
} from './rational.ts';
import { rationalText } from './rational-text.ts';

/** a · 10^places. */
const scaled = (a: Q, places: number): Q => {
  const power = 10n ** BigInt(Math.abs(places));
  return mul(a, places >= 0 ? integer(power) : ratio(1n, power));
};

/** About log10 |a|, from the numbers of digits: at most one too large or too small. */
const magnitude = (a: Q): number =>
  String(numerator(abs(a))).length - String(denominator(a)).length;

/** The digits with a decimal point the given number of places from the right. */
const pointed = (digits: string, places: number): string => {
  if (places <= 0) return digits;
  const padded = digits.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
};

/**
 * For people: a rational as `p/q`, an interval as `0.7615941559[55..57]` (the digits that both ends
 * share, then what follows in the one of smaller and the one of larger size), rounded outwards;
 * `[-12e-3..5e-1]` around zero.
 */
export const bracketText = (a: Bracket): string => {
  if (isPoint(a)) return rationalText(a);
  if (Math.max(Math.abs(a.lo.e), Math.abs(a.hi.e)) > mostDigits)
    return `[${powerOfTwo(a.lo, -1)}..${powerOfTwo(a.hi, 1)}]`;
  const [lo, hi] = [lowerEnd(a), upperEnd(a)];
  if (sign(lo) * sign(hi) <= 0) return `[${outward(lo, -1)}..${outward(hi, 1)}]`;
  const [near, far] = sign(lo) > 0 ? [lo, hi] : [neg(hi), neg(lo)];
  const size = magnitude(far);
  const exponent = size > 15 || size < -5 ? size : 0;
  const width = sub(far, near);
  const places = Math.max(1, 2 - magnitude(width) + exponent);
  const [low, high] = [
    floor(scaled(near, places - exponent)),
    -floor(neg(scaled(far, places - exponent))),
  ];
  const digits = Math.max(`${high}`.length, places + 1);
  const [p, q] = [
    pointed(`${low}`.padStart(digits, '0'), places),
    pointed(`${high}`.padStart(digits, '0'), places),
  ];
  let shared = 0;
  while (shared < p.length && p[shared] === q[shared]) shared += 1;
  const power = exponent === 0 ? '' : `e${exponent}`;
  return `${sign(lo) < 0 ? '-' : ''}${p.slice(0, shared)}[${p.slice(shared)}..${q.slice(shared)}]${power}`;
};

/**
 * Above this number of binary digits before or after the point, a number is written by a power of
 * two.
 */
const mostDigits = 20_000;

/** An end as a power of two, rounded down (−1) or up (1). */
const powerOfTwo = (a: Dyadic, direction: -1 | 1): string => {
  const side = signOf(a);
  if (side === 0) return '0';
  return `${side < 0 ? '-' : ''}2^${side === direction ? top(a) : top(a) - 1}`;
};

/** Two or three digits, rounded down (−1) or up (1). */
const outward = (a: Q, direction: -1 | 1): string => {
  if (a === 0) return '0';
  const places = 2 - magnitude(a);
  const digits = direction < 0 ? floor(scaled(a, places)) : -floor(neg(scaled(a, places)));
  return `${digits}e${-places}`;
};
