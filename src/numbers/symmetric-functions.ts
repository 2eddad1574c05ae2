/**
 * Roots, logarithms and exponentials of symmetric matrices, each with a proved bound on its
 * distance from the true one in the spectral norm. An approximation comes from floating point and
 * Newton's iteration; the bound is a posteriori, by the continuity of operator monotone functions
 * (Bhatia, Matrix Analysis, X.1.1 and X.3.8).
 */
import { spend } from './counted-work.ts';
import { symmetricEigen } from './decompositions.ts';
import { Unsettled, Unsupported } from './field.ts';
import * as fp from './fixed-point.ts';
import type { Fixed } from './fixed-point.ts';
import { isPositiveSemidefinite } from './inertia.ts';
import { bitLength } from './integer-root.ts';
import { add, integer, mul, numerator, denominator, ratio, type Q } from './rational.ts';
import { rationals } from './rationals.ts';
import { tensor } from './tensor.ts';

/** All symmetric matrices no farther from the middle than the radius, in the spectral norm. */
export interface Ball {
  readonly n: number;
  readonly mid: readonly Q[];
  readonly radius: Q;
}

const half = ratio(1n, 2n);
/** 2^power, exactly. */
export const powerOfTwo = (power: number): Q =>
  power >= 0 ? integer(1n << BigInt(power)) : ratio(1n, 1n << BigInt(-power));

/** A whole number of units above a rational over 2^bits. */
const unitsAbove = (x: Q, bits: number): bigint => {
  const whole = (numerator(x) << BigInt(bits)) / denominator(x);
  return whole + 1n;
};

/** The least power of two above all entries; 0 for the zero matrix. */
export const exponentOf = (mid: readonly Q[]): number =>
  mid.reduce<number>((most, x) => {
    const num = numerator(x);
    return num === 0n ? most : Math.max(most, bitLength(num) - bitLength(denominator(x)) + 1);
  }, Number.NEGATIVE_INFINITY);

/** The least r with r^q >= x. */
export const rootAbove = (x: bigint, q: number): bigint => {
  let [low, high] = [0n, 1n << BigInt(Math.ceil(bitLength(x) / q) + 1)];
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(q) >= x) high = middle;
    else low = middle + 1n;
  }
  return low;
};

/** Is a + shift I positive semidefinite? */
const isSemidefinite = (a: Fixed, shift: bigint): boolean =>
  isPositiveSemidefinite(
    rationals,
    tensor(
      [a.n, a.n],
      a.data.map((x, k) => integer(k % (a.n + 1) === 0 ? x + shift : x)),
    ),
  );

/** Eigenvalues in floating point, and the eigenvectors in columns. */
interface Frame {
  readonly values: readonly number[];
  readonly vectors: Fixed;
}

const frameOf = (a: Fixed): Frame => {
  const { values, vectors } = symmetricEigen(tensor([a.n, a.n], [...fp.toFloats(a)]));
  return { values, vectors: fp.fromFloats(a.n, a.bits, vectors.data) };
};

const turned = (a: Fixed): Fixed =>
  fp.fixed(a.n, a.bits, (k) => a.data[(k % a.n) * a.n + Math.floor(k / a.n)] as bigint);

/** f of the eigenvalues, in place of them. */
const image = ({ values, vectors }: Frame, f: (x: number) => number): Fixed => {
  const { n, bits } = vectors;
  const d = fp.fromFloats(
    n,
    bits,
    Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? f(values[k % n] as number) : 0)),
  );
  return fp.symmetrised(fp.product(fp.product(vectors, d), turned(vectors)));
};

/**
 * E with D(E) = R for the derivative D of a function of matrices, which multiplies entries by its
 * divided differences where the matrix is diagonal (Daleckii and Krein): a step of Newton's method,
 * as exact as the eigenvectors are.
 */
const step = ({ vectors }: Frame, r: Fixed, slope: (i: number, j: number) => number): Fixed => {
  const { n, bits } = vectors;
  const w = fp.product(fp.product(turned(vectors), r), vectors);
  const by = fp.fromFloats(
    n,
    bits,
    Array.from({ length: n * n }, (_, k) => 1 / slope(Math.floor(k / n), k % n)),
  );
  const e = fp.fixed(
    n,
    bits,
    (k) => ((w.data[k] as bigint) * (by.data[k] as bigint)) >> BigInt(bits),
  );
  return fp.symmetrised(fp.product(fp.product(vectors, e), turned(vectors)));
};

const raised = (a: Fixed, k: number): Fixed => {
  let result = a;
  for (let i = 1; i < k; i++) result = fp.product(result, a);
  return result;
};

/** Bits that a step gains. */
const gain = 30;

const work = (n: number, bits: number, rounds: number): void =>
  spend(8 + rounds * n * n * n * (0.4 + bits / 2000));

/** Below so much of the largest, the smallest eigenvalue counts for nothing in floating point. */
const negligible = 1e-11;

/** The positive semidefinite q-th root of the positive semidefinite matrices in a ball. */
export const rootBall = (ball: Ball, q: number, bits: number): Ball => {
  const { n } = ball;
  const size = exponentOf(ball.mid);
  const e = Number.isFinite(size) ? q * Math.ceil(size / q) : 0;
  const scaled = ball.mid.map((x) => mul(x, powerOfTwo(-e)));
  const rough = frameOf(fp.fromRationals(n, 60, scaled)).values.at(-1) as number;
  const least = rough > negligible ? rough ** (1 / q) : 0;
  const guard = 24 + (least > 0 ? Math.ceil(-2 * q * Math.log2(least)) : 0);
  const p = bits + Math.max(24, guard);
  const m = fp.fromRationals(n, p, scaled);
  const frame = frameOf(m);
  const roots = frame.values.map((x) => Math.max(x, 0) ** (1 / q));
  let s = image(frame, (x) => Math.max(x, 0) ** (1 / q));
  const rounds = least > 0 ? Math.ceil(p / gain) : 0;
  work(n, p, 4 + 6 * rounds);
  const slope = (i: number, j: number): number =>
    Array.from(
      { length: q },
      (_, k) => (roots[i] as number) ** k * (roots[j] as number) ** (q - 1 - k),
    ).reduce((x, y) => x + y);
  for (let k = 0; k < rounds; k++) s = fp.plus(s, step(frame, fp.minus(m, raised(s, q)), slope));
  const floor = BigInt(Math.floor(least * 0.875 * 2 ** 30)) << BigInt(p - 30);
  const clear = floor > 0n && isSemidefinite(s, -floor);
  const isRoot = (x: Fixed): boolean => clear || isSemidefinite(x, 0n);
  // a matrix that is nearly singular is moved until it has a root
  for (let by = p - 8 - 45; !isRoot(s); by += 4) {
    if (by > p) throw new Unsettled('a root of a matrix that is nearly singular');
    s = fp.plus(s, fp.times(fp.unit(n, p), 1n << BigInt(Math.max(0, by)), 1n << BigInt(p)));
  }
  // how far s^q is from the matrix, over 2^(q p)
  let whole: Fixed = s;
  for (let k = 1; k < q; k++) whole = fp.exactProduct(whole, s);
  const more = BigInt((q - 1) * p);
  const off = fp.minus(whole, { n, bits: q * p, data: m.data.map((x) => x << more) });
  const given = unitsAbove(mul(ball.radius, powerOfTwo(-e)), p) + BigInt(n);
  const rest = fp.normAbove(off) + (given << more);
  const b = (floor * 15n) >> 4n;
  const power = (x: bigint): bigint => x ** BigInt(q);
  const rad =
    clear && power(b) + rest <= power(floor)
      ? rest / (BigInt(q) * b ** BigInt(q - 1)) + 1n
      : rootAbove(rest, q);
  const back = powerOfTwo(e / q - p);
  return { n, mid: s.data.map((x) => mul(integer(x), back)), radius: mul(integer(rad), back) };
};

/** The largest norm of which an exponential is computed. */
const largest = 64;

/** e^T for the matrices T in a ball: a Taylor sum of T/2^k, squared k times. */
export const exponentialBall = (ball: Ball, bits: number): Ball => {
  const { n } = ball;
  const size = Math.max(0, exponentOf(ball.mid));
  const norm = Number(fp.normAbove(fp.fromRationals(n, 20, ball.mid))) / 2 ** 20;
  if (size > 30 || norm > largest)
    throw new Unsupported('expm of a matrix this large is not computed');
  const k = Math.max(0, Math.ceil(Math.log2(norm + 1)) + 2);
  const p = bits + 32 + 3 * k + Math.ceil(3 * norm);
  const t = fp.fromRationals(
    n,
    p,
    ball.mid.map((x) => mul(x, powerOfTwo(-k))),
  );
  work(n, p, p / 6);
  let sum = fp.unit(n, p);
  let term = sum;
  let [terms, last] = [0n, 0n];
  do {
    terms++;
    term = fp.symmetrised(fp.times(fp.product(term, t), 1n, terms));
    sum = fp.plus(sum, term);
    last = fp.normAbove(term);
  } while (last > BigInt(4 * n));
  // each term is off by less than 4 n units, and the rest is at most twice the last one
  let rad = 4n * BigInt(n) * (terms + 2n) + 2n * last;
  // the middle was rounded: e^T is Lipschitz with constant 2 here
  rad += 2n * BigInt(n);
  for (let i = 0; i < k; i++) {
    rad = ((2n * fp.normAbove(sum) * rad + rad * rad) >> BigInt(p)) + 1n + 2n * BigInt(n);
    sum = fp.symmetrised(fp.product(sum, sum));
  }
  const radius = unitsAbove(ball.radius, p);
  if (ball.radius !== 0) {
    // |e^X - e^Y| <= |X - Y| e^|Y| e^|X - Y|, and e^1 < 3
    if (radius > 1n << BigInt(p)) throw new Unsettled('expm of a matrix that is hardly known');
    rad += ((3n * radius * (fp.normAbove(sum) + rad)) >> BigInt(p)) + 1n;
  }
  return {
    n,
    mid: sum.data.map((x) => fp.valueOf(x, p)),
    radius: fp.valueOf(rad, p),
  };
};

/** The logarithm of the positive definite matrices in a ball. */
export const logarithmBall = (ball: Ball, bits: number): Ball => {
  const { n } = ball;
  const rough = frameOf(fp.fromRationals(n, 80, ball.mid)).values.at(-1) as number;
  const size = Math.max(0, exponentOf(ball.mid));
  if (!(rough > 2 ** (size - 40)))
    throw new Unsettled('a logarithm of a matrix that is nearly singular');
  const p = bits + 32 + size + 2 * Math.max(0, Math.ceil(-Math.log2(rough)));
  const m = fp.fromRationals(n, p, ball.mid);
  const frame = frameOf(m);
  const log = (x: number): number => Math.log(Math.max(x, 1e-300));
  const slope = (i: number, j: number): number => {
    const [x, y] = [frame.values[i] as number, frame.values[j] as number];
    const apart = log(x) - log(y);
    return Math.abs(apart) < 1e-5 ? Math.sqrt(x * y) : (x - y) / apart;
  };
  let l = image(frame, log);
  const exponential = (x: Fixed): Ball =>
    exponentialBall({ n, mid: x.data.map((y) => fp.valueOf(y, p)), radius: 0 }, p);
  let e = exponential(l);
  for (let known = gain; known < p; known += gain) {
    l = fp.plus(l, step(frame, fp.minus(m, fp.fromRationals(n, p, e.mid)), slope));
    e = exponential(l);
  }
  const found = fp.fromRationals(n, p, e.mid);
  const known = unitsAbove(ball.radius, p) + BigInt(n);
  const rest = fp.normAbove(fp.minus(m, found)) + unitsAbove(e.radius, p) + BigInt(n) + known;
  // all matrices here are at least as large
  const floor = unitsAbove(powerOfTwo(Math.floor(Math.log2(rough)) - 1), p) - 2n * rest;
  if (floor <= 0n || !isSemidefinite(m, -(floor + 2n * rest)))
    throw new Unsettled('a logarithm of a matrix that may be singular');
  const rad = (rest << BigInt(p)) / floor + 1n;
  return { n, mid: l.data.map((x) => fp.valueOf(x, p)), radius: fp.valueOf(rad, p) };
};

/** t X for a number t in an interval. */
export const multipleBall = (ball: Ball, lo: Q, hi: Q): Ball => {
  const middle = mul(half, add(lo, hi));
  const wide = mul(half, add(hi, mul(lo, -1)));
  const norm = fp.valueOf(
    fp.normAbove(fp.fromRationals(ball.n, 40, ball.mid)) + BigInt(ball.n),
    40,
  );
  const size = numerator(middle) < 0n ? mul(middle, -1) : middle;
  return {
    n: ball.n,
    mid: ball.mid.map((x) => mul(middle, x)),
    radius: add(mul(add(size, wide), ball.radius), mul(wide, norm)),
  };
};

/** X^k for k >= 1. */
export const powerBall = (ball: Ball, k: number, bits: number): Ball => {
  const { n } = ball;
  const size = Math.max(0, exponentOf(ball.mid));
  const p = bits + 16 + k * (size + 2);
  const base = fp.fromRationals(n, p, ball.mid);
  const radius = unitsAbove(ball.radius, p) + BigInt(n);
  const norm = fp.normAbove(base);
  work(n, p, k);
  let [sum, rad] = [base, radius];
  for (let i = 1; i < k; i++) {
    rad = ((fp.normAbove(sum) * radius + rad * (norm + radius)) >> BigInt(p)) + 1n + 2n * BigInt(n);
    sum = fp.symmetrised(fp.product(sum, base));
  }
  return { n, mid: sum.data.map((x) => fp.valueOf(x, p)), radius: fp.valueOf(rad, p) };
};
