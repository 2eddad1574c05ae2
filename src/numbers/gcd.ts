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

/** Leading bits that give a run of quotients: sums of two such numbers stay exact. */
const leading = 50;

/**
 * Several steps of Euclid's algorithm at once, by quotients of the leading bits: a and b
 * become A a + B b and C a + D b with A D − B C = ±1, so that their divisors stay the same.
 * Source: Lehmer 1938; Knuth, The Art of Computer Programming, volume 2, algorithm 4.5.2 L.
 */
const shortened = (a: bigint, b: bigint): readonly [bigint, bigint] => {
  const shift = BigInt(bitLength(a) - leading);
  let [x, y] = [Number(a >> shift), Number(b >> shift)];
  let [A, B, C, D] = [1, 0, 0, 1];
  while (y + C !== 0 && y + D !== 0) {
    const q = Math.floor((x + A) / (y + C));
    if (q !== Math.floor((x + B) / (y + D))) break;
    [A, C] = [C, A - q * C];
    [B, D] = [D, B - q * D];
    [x, y] = [y, x - q * y];
  }
  if (B === 0) return [b, a % b];
  return [BigInt(A) * a + BigInt(B) * b, BigInt(C) * a + BigInt(D) * b];
};

/** Numbers from here on are shortened by their leading bits. */
const long = 1n << 128n;

const euclid = (first: bigint, second: bigint): bigint => {
  let [a, b] = first < second ? [second, first] : [first, second];
  while (b >= long) [a, b] = shortened(a, b);
  while (b !== 0n) {
    if (b === 1n) return 1n;
    // plain numbers are faster once both fit
    if (a <= bound && b <= bound) return BigInt(gcd(Number(a), Number(b)));
    [a, b] = [b, a % b];
  }
  return a;
};
