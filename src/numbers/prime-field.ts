/** Integers modulo a prime as a domain. */
import { type Field, Undefined, Unsupported } from './field.ts';
import type { Random } from './random.ts';

/**
 * A field of p elements, written 0 to p − 1. `sign` tells zero (0) from the rest (1): there is no
 * order.
 */
export interface PrimeField extends Field<number> {
  readonly modulus: number;
  random(generator: Random): number;
}

const isPrime = (p: number): boolean => {
  if (p % 2 === 0) return p === 2;
  for (let d = 3; d * d <= p; d += 2) if (p % d === 0) return false;
  return p > 2;
};

/** The largest prime whose elements are 31-bit integers, a Mersenne prime. */
export const defaultModulus = 2 ** 31 - 1;

/** Integers modulo a prime p < 2^31; throws a `RangeError` for any other p. */
export const primeField = (p: number = defaultModulus): PrimeField => {
  if (!Number.isInteger(p) || p < 2 || p > defaultModulus || !isPrime(p)) {
    throw new RangeError(`${p} is not a prime below 2^31`);
  }
  const bigP = BigInt(p);
  const reduce = (value: bigint): number => Number(((value % bigP) + bigP) % bigP);

  // a·b < 2^62, so the rounded quotient is wrong by one at most, and then a·b − q·p lies within
  // 2^11 of 0 or of p:
  // its low 32 bits, which are exact, tell it apart
  const mul = (a: number, b: number): number => {
    const q = Math.floor((a * b) / p);
    const low = (Math.imul(a, b) - Math.imul(q, p)) >>> 0;
    if (low > 4294963200) return low - 4294967296 + p;
    return low >= p ? low - p : low;
  };

  /** By the extended Euclidean algorithm, whose coefficients stay below p. */
  const inverse = (a: number): number => {
    if (a === 0) throw new Undefined('division by zero');
    let [r, next, s, t] = [p, a, 0, 1];
    while (next !== 0) {
      const q = Math.floor(r / next);
      [r, next] = [next, r - q * next];
      [s, t] = [t, s - q * t];
    }
    return s < 0 ? s + p : s;
  };

  return {
    name: `integers modulo ${p}`,
    exact: true,
    modulus: p,
    zero: 0,
    one: 1,
    fromInteger: (value) => {
      if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe integer`);
      return ((value % p) + p) % p;
    },
    fromRational: ({ num, den }) => {
      const bottom = reduce(den);
      if (bottom === 0) throw new Unsupported(`${num}/${den} has no value modulo ${p}`);
      return mul(reduce(num), inverse(bottom));
    },
    add: (a, b) => (a + b >= p ? a + b - p : a + b),
    sub: (a, b) => (a < b ? a - b + p : a - b),
    mul,
    neg: (a) => (a === 0 ? 0 : p - a),
    div: (a, b) => mul(a, inverse(b)),
    sign: (a) => (a === 0 ? 0 : 1),
    apply: (fn) => {
      throw new Unsupported(`${fn} has no meaning modulo ${p}`);
    },
    random: (generator) => generator.int(0, p - 1),
  };
};
