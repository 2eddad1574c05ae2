/**
 * Exact coefficients: `den > 0`, lowest terms. The kernel has its own because it imports nothing.
 */
import { bigint, own } from './entry.ts';

export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};

/** num/den in lowest terms; throws on den = 0. */
export function ratio(num: bigint, den = 1n): Ratio {
  bigint(num);
  bigint(den);
  if (den === 1n) return Object.freeze({ num, den });
  if (den === 0n) throw new RangeError('a coefficient with denominator 0');
  const g = gcd(num, den) * (den < 0n ? -1n : 1n);
  return Object.freeze({ num: num / g, den: den / g });
}

/** A coefficient from outside: bigints by type, each read once. */
export const copyRatio = (given: unknown): Ratio =>
  ratio(bigint(own(given, 'num')), bigint(own(given, 'den')));

export const zero = ratio(0n);
export const one = ratio(1n);
export const plus = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.num * b.den + b.num * a.den, a.den * b.den);
/** The second factor must be the kernel's own: it may be the answer. */
export const times = (a: Ratio, b: Ratio): Ratio =>
  a === one ? b : ratio(a.num * b.num, a.den * b.den);
export const negative = (a: Ratio): Ratio => ratio(-a.num, a.den);
export const isZero = (a: Ratio): boolean => a.num === 0n;
export const ratioText = (a: Ratio): string => (a.den === 1n ? `${a.num}` : `${a.num}/${a.den}`);

export function power(base: Ratio, exponent: number): Ratio {
  const k = BigInt(Math.abs(exponent));
  return exponent >= 0 ? ratio(base.num ** k, base.den ** k) : ratio(base.den ** k, base.num ** k);
}
