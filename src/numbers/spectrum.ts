/** Certified eigenvalues and singular values of rational matrices. */
import { characteristicPolynomial } from './determinant.ts';
import { gcdBig } from './gcd.ts';
import { exactSqrt, integerSqrt } from './integer-root.ts';
import { extent, isSymmetric, matmul, transpose } from './matrix.ts';
import {
  type Q,
  abs,
  add,
  denominator,
  floor,
  integer,
  max,
  mul,
  numerator,
  ratio,
} from './rational.ts';
import { rationals } from './rationals.ts';
import { type Tensor, tensor } from './tensor.ts';

/** A number in [lo, hi]; exactly rational where lo = hi. */
export interface Enclosure {
  readonly lo: Q;
  readonly hi: Q;
}

/**
 * det(λI − A) of a symmetric rational matrix, which has real roots only, made integral by A =
 * integer matrix / den.
 */
interface Spectrum {
  readonly coefficients: readonly bigint[];
  readonly den: bigint;
  /** No eigenvalue of the integer matrix is larger in size (Gershgorin). */
  readonly bound: bigint;
  /** Enclosures found before, by number and width. */
  readonly brackets: Map<string, Enclosure>;
}

/**
 * A search asks for the same few matrices' eigenvalues again and again: as other points move, and
 * at each number k.
 */
const known = new Map<string, Spectrum>();
const mostKnown = 256;

/** A search begins: what it counts must not depend on claims before it. */
export const forgetSpectra = (): void => known.clear();

const spectrum = (a: Tensor<Q>): Spectrum => {
  const key = `${extent(a).join()}:${a.data.map((x) => (typeof x === 'number' ? x : `${x.num}/${x.den}`)).join()}`;
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = spectrumOf(a);
  if (known.size >= mostKnown) known.clear();
  known.set(key, made);
  return made;
};

const spectrumOf = (a: Tensor<Q>): Spectrum => {
  if (!isSymmetric(rationals, a))
    throw new RangeError('eigenvalues of a matrix that is not symmetric');
  const den = a.data.reduce(
    (common, x) => (common / gcdBig(common, denominator(x))) * denominator(x),
    1n,
  );
  const whole = tensor(
    a.shape,
    a.data.map((x) => mul(x, integer(den))),
  );
  const [m, n] = extent(a);
  let bound: Q = 0;
  for (let i = 0; i < m; i += 1) {
    bound = max(
      bound,
      whole.data.slice(i * n, (i + 1) * n).reduce<Q>((sum, x) => add(sum, abs(x)), 0),
    );
  }
  return {
    coefficients: characteristicPolynomial(rationals, whole).map(numerator),
    den,
    bound: floor(bound),
    brackets: new Map(),
  };
};

/** How many roots of the integer matrix lie above p/q, and how many are equal to it. */
const countAt = (
  { coefficients }: Spectrum,
  p: bigint,
  q: bigint,
): { above: number; equal: number } => {
  // coefficients of q^n χ((x + p)/q), by Horner's scheme for the Taylor shift
  const shifted: bigint[] = [];
  let power = 1n;
  for (const c of coefficients) {
    shifted.push(c * power);
    power *= q;
  }
  const n = shifted.length - 1;
  for (let end = n; end > 0; end -= 1)
    for (let i = 1; i <= end; i += 1) shifted[i] = shifted[i]! + p * shifted[i - 1]!;
  let equal = 0;
  while (equal < n && shifted[n - equal] === 0n) equal += 1;
  // Descartes' rule is exact where all roots are real
  const signs = shifted.filter((c) => c !== 0n).map((c) => c > 0n);
  return { above: signs.filter((s, i) => i > 0 && s !== signs[i - 1]).length, equal };
};

/** How many eigenvalues of a symmetric rational matrix are greater than x. */
export const countEigenvaluesAbove = (a: Tensor<Q>, x: Q): number => {
  const s = spectrum(a);
  return countAt(s, numerator(x) * s.den, denominator(x)).above;
};

/**
 * The k-th largest eigenvalue (k from 1) of a symmetric rational matrix, to a relative width of
 * 2^-bits; lo = hi where and only where it is rational. Throws a `RangeError` for a matrix that is
 * not symmetric or a k out of range.
 */
export const eigenvalueBracket = (a: Tensor<Q>, k: number, bits: number): Enclosure => {
  const s = spectrum(a);
  checkIndex(k, s.coefficients.length - 1, 'eigenvalue');
  const key = `${k},${bits}`;
  const old = s.brackets.get(key);
  if (old !== undefined) return old;
  const found = bracketOf(s, k, bits);
  s.brackets.set(key, found);
  return found;
};

const bracketOf = (s: Spectrum, k: number, bits: number): Enclosure => {
  /** 1 where the eigenvalue lies above p/2^shift, 0 where it is equal. */
  const side = (p: bigint, shift: bigint): -1 | 0 | 1 => {
    const { above, equal } = countAt(s, p, 1n << shift);
    if (above >= k) return 1;
    return above + equal >= k ? 0 : -1;
  };
  let [lo, hi, shift] = [-s.bound - 1n, s.bound + 1n, 0n];
  const scaled = (p: bigint): Q => ratio(p, s.den << shift);
  // first to neighbouring integers: a rational root of a monic integer polynomial is an integer
  const zero = side(0n, 0n);
  if (zero === 0) return { lo: 0, hi: 0 };
  if (zero > 0) lo = 0n;
  else hi = 0n;
  const size = (): bigint => (lo < 0n ? -hi : lo);
  while (hi - lo > 1n || shift === 0n || (hi - lo) << BigInt(bits) > size()) {
    if (hi - lo === 1n) [lo, hi, shift] = [lo * 2n, hi * 2n, shift + 1n];
    const middle = (lo + hi) >> 1n;
    const where = side(middle, shift);
    if (where === 0) return { lo: scaled(middle), hi: scaled(middle) };
    if (where > 0) lo = middle;
    else hi = middle;
  }
  return { lo: scaled(lo), hi: scaled(hi) };
};

/** √x for x >= 0, to a relative width of 2^-bits; exact where it is rational. */
export const sqrtBracket = (x: Q, bits: number): Enclosure => {
  const [num, den] = [numerator(x), denominator(x)];
  const [p, q] = [exactSqrt(num), exactSqrt(den)];
  if (p !== null && q !== null) return { lo: ratio(p, q), hi: ratio(p, q) };
  // √(num/den) = √(num·den·4^s)/(den·2^s), and num·den >= 1
  const scale = 1n << BigInt(bits);
  const root = integerSqrt(num * den * scale * scale);
  return { lo: ratio(root, den * scale), hi: ratio(root + 1n, den * scale) };
};

/**
 * The k-th largest singular value (k from 1 to the smaller side) of a rational matrix, to a
 * relative width of 2^-bits; lo = hi where and only where it is rational.
 */
export const singularValueBracket = (a: Tensor<Q>, k: number, bits: number): Enclosure => {
  const [m, n] = extent(a);
  checkIndex(k, Math.min(m, n), 'singular value');
  const matrix = tensor([m, n], a.data);
  const gram =
    m < n
      ? matmul(rationals, matrix, transpose(matrix))
      : matmul(rationals, transpose(matrix), matrix);
  const { lo, hi } = eigenvalueBracket(gram, k, bits + 2);
  const [below, above] = [sqrtBracket(max(lo, 0), bits + 2), sqrtBracket(hi, bits + 2)];
  return { lo: below.lo, hi: above.hi };
};

const checkIndex = (k: number, count: number, what: string): void => {
  if (!(Number.isInteger(k) && k >= 1 && k <= count)) {
    throw new RangeError(`there is no ${what} number ${k}: the matrix has ${count}`);
  }
};
