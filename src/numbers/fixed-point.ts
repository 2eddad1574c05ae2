/** Square matrices of whole numbers over a power of two, for functions of symmetric matrices. */
import { bitLength, integerSqrt } from './integer-root.ts';
import { denominator, numerator, ratio, type Q } from './rational.ts';

/** An n×n matrix, row by row, times 2^bits. */
export interface Fixed {
  readonly n: number;
  readonly bits: number;
  readonly data: readonly bigint[];
}

/** The quotient rounded to the nearest whole number, for b > 0. */
const rounded = (a: bigint, b: bigint): bigint => {
  const twice = 2n * a + b;
  const quotient = twice / (2n * b);
  return twice < 0n && quotient * 2n * b !== twice ? quotient - 1n : quotient;
};

export const fixed = (n: number, bits: number, entry: (k: number) => bigint): Fixed => ({
  n,
  bits,
  data: Array.from({ length: n * n }, (_, k) => entry(k)),
});

/** Each entry rounded: off by half a unit at most. */
export const fromRationals = (n: number, bits: number, data: readonly Q[]): Fixed =>
  fixed(n, bits, (k) => {
    const x = data[k] as Q;
    return rounded(numerator(x) << BigInt(bits), denominator(x));
  });

/** Floating-point numbers below 2^900 or so. */
export const fromFloats = (n: number, bits: number, data: ArrayLike<number>): Fixed =>
  fixed(n, bits, (k) => {
    const x = data[k] as number;
    if (!Number.isFinite(x) || x === 0) return 0n;
    const power = Math.floor(Math.log2(Math.abs(x))) - 53;
    const shift = BigInt(bits + power);
    const whole = BigInt(Math.round(x / 2 ** power));
    return shift >= 0n ? whole << shift : whole >> -shift;
  });

export const unit = (n: number, bits: number): Fixed =>
  fixed(n, bits, (k) => (k % (n + 1) === 0 ? 1n << BigInt(bits) : 0n));

export const plus = (a: Fixed, b: Fixed): Fixed => ({
  ...a,
  data: a.data.map((x, k) => x + (b.data[k] as bigint)),
});
export const minus = (a: Fixed, b: Fixed): Fixed => ({
  ...a,
  data: a.data.map((x, k) => x - (b.data[k] as bigint)),
});
/** a · p/q, rounded. */
export const times = (a: Fixed, p: bigint, q: bigint): Fixed => ({
  ...a,
  data: a.data.map((x) => rounded(x * p, q)),
});
/** a · 2^-power, rounded. */
export const lowered = (a: Fixed, power: number): Fixed => times(a, 1n, 1n << BigInt(power));

const entryOf = (a: Fixed, b: Fixed, i: number, j: number): bigint => {
  let sum = 0n;
  for (let l = 0; l < a.n; l++)
    sum += (a.data[i * a.n + l] as bigint) * (b.data[l * a.n + j] as bigint);
  return sum;
};

/** a b, over 2^(the sum of the bits): exact. */
export const exactProduct = (a: Fixed, b: Fixed): Fixed => ({
  n: a.n,
  bits: a.bits + b.bits,
  data: Array.from({ length: a.n * a.n }, (_, k) => entryOf(a, b, Math.floor(k / a.n), k % a.n)),
});
/** a b over the bits of a: each entry is off by half a unit at most. */
export const product = (a: Fixed, b: Fixed): Fixed => {
  const whole = exactProduct(a, b);
  return { n: a.n, bits: a.bits, data: lowered(whole, b.bits).data };
};
/** (a + a')/2, rounded. */
export const symmetrised = (a: Fixed): Fixed =>
  fixed(a.n, a.bits, (k) => {
    const [i, j] = [Math.floor(k / a.n), k % a.n];
    const [p, q] = [Math.min(i, j), Math.max(i, j)];
    return ((a.data[p * a.n + q] as bigint) + (a.data[q * a.n + p] as bigint)) >> 1n;
  });

/** At least the root of the sum of the squares of the entries, and so the spectral norm. */
export const normAbove = (a: Fixed): bigint => {
  let sum = 0n;
  for (const x of a.data) sum += x * x;
  return sum === 0n ? 0n : integerSqrt(sum) + 1n;
};

export const toFloats = (a: Fixed): Float64Array =>
  Float64Array.from(a.data, (x) => {
    const excess = Math.max(0, bitLength(x) - 60);
    return Number(x >> BigInt(excess)) * 2 ** (excess - a.bits);
  });

/** A whole number over 2^bits, exactly. */
export const valueOf = (x: bigint, bits: number): Q => ratio(x, 1n << BigInt(bits));
