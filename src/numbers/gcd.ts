/** Greatest common divisors of numbers and bigints. */
import { bitLength } from './integer-root.ts';

/** Greatest common divisor of two nonnegative safe integers. */
export const gcd = (a: number, b: number): number => {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
};

const bound = BigInt(Number.MAX_SAFE_INTEGER);

/** The exponent of two in a positive whole number. */
const twos = (a: bigint): number => bitLength(a & -a) - 1;

/** Greatest common divisor of two nonnegative whole numbers of any size. */
export const gcdBig = (a: bigint, b: bigint): bigint => {
  if (a === 1n || b === 1n) return 1n;
  if (a === 0n || b === 0n || (a <= bound && b <= bound)) return euclid(a, b);
  // the ends of brackets are dyadic: without their powers of two little is left to divide
  const [p, q] = [twos(a), twos(b)];
  return euclid(a >> BigInt(p), b >> BigInt(q)) << BigInt(Math.min(p, q));
};

const euclid = (a: bigint, b: bigint): bigint => {
  while (b !== 0n) {
    if (b === 1n) return 1n;
    // plain numbers are faster once both fit
    if (a <= bound && b <= bound) return BigInt(gcd(Number(a), Number(b)));
    [a, b] = [b, a % b];
  }
  return a;
};
