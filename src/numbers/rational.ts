/**
 * Exact rationals, fast where they are small. A safe integer is itself; a fraction of safe integers
 * is a `Small`; only what fits neither is a `Big`. Each value has one representation, so equality
 * is decided by looking.
 */
import { spend } from './counted-work.ts';
import { type Rational, Undefined, Unsupported } from './field.ts';
import { gcd, gcdBig } from './gcd.ts';
import { bitLength } from './integer-root.ts';

/** `num/den` in lowest terms, `den > 1`, both safe integers. */
export class Small {
  readonly num: number;
  readonly den: number;
  constructor(num: number, den: number) {
    this.num = num;
    this.den = den;
  }
}

/** `num/den` in lowest terms, `den >= 1`, at least one of them beyond the safe integers. */
export class Big {
  readonly num: bigint;
  readonly den: bigint;
  constructor(num: bigint, den: bigint) {
    this.num = num;
    this.den = den;
  }
}

export type Q = number | Small | Big;

const limit = Number.MAX_SAFE_INTEGER;
const bigLimit = BigInt(limit);
const isSafe = (x: number): boolean => x <= limit && x >= -limit;
const isSafeBig = (x: bigint): boolean => x <= bigLimit && x >= -bigLimit;

/** The numerator, in lowest terms; negative for a negative number. */
export const numerator = (a: Q): bigint => (typeof a === 'number' ? BigInt(a) : BigInt(a.num));

/** The denominator, in lowest terms; at least 1. */
export const denominator = (a: Q): bigint => (typeof a === 'number' ? 1n : BigInt(a.den));

/** Binary digits of a numerator or denominator beyond which a number is not computed with. */
const mostBits = 1_000_000;

/** Work of one operation on plain and on small numbers. */
const plainWork = 1 / 256;
const smallWork = 1 / 32;

/**
 * Counts an operation on numbers of the given bits, with its common divisor. Throws `Unsupported`
 * where they are too long.
 */
const spendBits = (bits: number, common: number): void => {
  if (bits > mostBits)
    throw new Unsupported(
      `a number of more than ${mostBits} binary digits is too large to compute with`,
    );
  spend(smallWork + bits * 1e-4 + common * (0.007 + 2e-6 * common));
};

/** Binary digits of numerator and denominator together, at least. */
const bitsOf = (a: Q): number =>
  a instanceof Big ? bitLength(a.num) + bitLength(a.den) : typeof a === 'number' ? 53 : 106;

/** From coprime num and den > 0. */
const lowest = (num: bigint, den: bigint): Q => {
  if (!isSafeBig(num) || !isSafeBig(den)) return new Big(num, den);
  return den === 1n ? Number(num) : new Small(Number(num), Number(den));
};

/** The quotient of two whole numbers of any size; throws `Undefined` when den is zero. */
export const ratio = (num: bigint, den: bigint): Q => {
  if (den === 0n) throw new Undefined('division by zero');
  const [n, d] = [bitLength(num), bitLength(den)];
  spendBits(n + d, Math.min(n, d));
  const common = gcdBig(num < 0n ? -num : num, den < 0n ? -den : den);
  const g = den < 0n ? -common : common;
  return lowest(num / g, den / g);
};

/** A whole number of any size. */
export const integer = (value: bigint): Q => lowest(value, 1n);

/** From coprime safe num and den > 0. */
const small = (num: number, den: number): Q => (den === 1 ? num : new Small(num, den));

export const fromRational = (value: Rational): Q => ratio(value.num, value.den);

export const toRational = (a: Q): Rational => ({ num: numerator(a), den: denominator(a) });

const addBig = (a: Q, b: Q, sign: bigint): Q => {
  spendBits(bitsOf(a) + bitsOf(b), 0);
  const [p, q, r, s] = [numerator(a), denominator(a), numerator(b) * sign, denominator(b)];
  return q === s ? ratio(p + r, q) : ratio(p * s + r * q, q * s);
};

/**
 * a + sign·b, for a sign of ±1. A rounded product or sum is never safe, because rounding keeps
 * order.
 */
const addSmall = (a: number | Small, b: number | Small, sign: 1 | -1): Q => {
  spend(smallWork);
  const aDen = typeof a === 'number' ? 1 : a.den;
  const bDen = typeof b === 'number' ? 1 : b.den;
  const g = aDen === 1 || bDen === 1 ? 1 : gcd(aDen, bDen);
  const left = (typeof a === 'number' ? a : a.num) * (bDen / g);
  const right = (typeof b === 'number' ? b : b.num) * (aDen / g) * sign;
  const den = (aDen / g) * bDen;
  const num = left + right;
  if (!isSafe(left) || !isSafe(right) || !isSafe(num) || !isSafe(den))
    return addBig(a, b, sign === 1 ? 1n : -1n);
  if (num === 0) return 0;
  // any factor common to the sum and the common denominator divides g
  const h = g === 1 ? 1 : gcd(Math.abs(num), g);
  return small(num / h, den / h);
};

export const add = (a: Q, b: Q): Q => {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (isSafe(sum)) {
      spend(plainWork);
      return sum;
    }
  }
  return a instanceof Big || b instanceof Big ? addBig(a, b, 1n) : addSmall(a, b, 1);
};

export const sub = (a: Q, b: Q): Q => {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (isSafe(difference)) {
      spend(plainWork);
      return difference;
    }
  }
  return a instanceof Big || b instanceof Big ? addBig(a, b, -1n) : addSmall(a, b, -1);
};

/** Product of p/q and r/s, each in lowest terms with positive denominator. */
const mulSmall = (p: number, q: number, r: number, s: number): Q => {
  spend(smallWork);
  if (p === 0 || r === 0) return 0;
  const g = s === 1 ? 1 : gcd(Math.abs(p), s);
  const h = q === 1 ? 1 : gcd(Math.abs(r), q);
  const num = (p / g) * (r / h);
  const den = (q / h) * (s / g);
  if (isSafe(num) && isSafe(den)) return small(num, den);
  return ratio(BigInt(p) * BigInt(r), BigInt(q) * BigInt(s));
};

export const mul = (a: Q, b: Q): Q => {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // adding zero turns -0 into 0, which would be a second representation
    if (isSafe(product)) {
      spend(plainWork);
      return product + 0;
    }
  }
  if (a instanceof Big || b instanceof Big) {
    spendBits(bitsOf(a) + bitsOf(b), 0);
    return ratio(numerator(a) * numerator(b), denominator(a) * denominator(b));
  }
  return mulSmall(
    typeof a === 'number' ? a : a.num,
    typeof a === 'number' ? 1 : a.den,
    typeof b === 'number' ? b : b.num,
    typeof b === 'number' ? 1 : b.den,
  );
};

export const neg = (a: Q): Q => {
  if (typeof a === 'number') return 0 - a;
  return a instanceof Small ? new Small(-a.num, a.den) : new Big(-a.num, a.den);
};

/** Throws `Undefined` when b is zero. */
export const div = (a: Q, b: Q): Q => {
  if (b === 0) throw new Undefined('division by zero');
  if (a instanceof Big || b instanceof Big) {
    spendBits(bitsOf(a) + bitsOf(b), 0);
    return ratio(numerator(a) * denominator(b), denominator(a) * numerator(b));
  }
  const num = typeof b === 'number' ? b : b.num;
  const den = typeof b === 'number' ? 1 : b.den;
  return mulSmall(
    typeof a === 'number' ? a : a.num,
    typeof a === 'number' ? 1 : a.den,
    num < 0 ? -den : den,
    Math.abs(num),
  );
};

export const sign = (a: Q): -1 | 0 | 1 => {
  const num = typeof a === 'number' ? a : a.num;
  if (num > 0) return 1;
  return num < 0 ? -1 : 0;
};

export const compare = (a: Q, b: Q): -1 | 0 | 1 => {
  if (typeof a === 'number' && typeof b === 'number') {
    if (a === b) return 0;
    return a < b ? -1 : 1;
  }
  return sign(sub(a, b));
};

export const equal = (a: Q, b: Q): boolean => {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  return a.num === b.num && a.den === b.den;
};

export const abs = (a: Q): Q => (sign(a) < 0 ? neg(a) : a);

export const max = (a: Q, b: Q): Q => (compare(a, b) < 0 ? b : a);

export const min = (a: Q, b: Q): Q => (compare(a, b) > 0 ? b : a);

/** The largest whole number that is at most a. */
export const floor = (a: Q): bigint => {
  const [num, den] = [numerator(a), denominator(a)];
  const quotient = num / den;
  return num < 0n && quotient * den !== num ? quotient - 1n : quotient;
};
