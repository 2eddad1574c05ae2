/** Eigenvalues and singular values in every domain, as exact values or brackets. */
import { Undefined, Unsupported, type Field } from '../numbers/field.ts';
import { isPoint, lowerEnd, upperEnd, type Bracket } from '../numbers/bracket.ts';
import { singularValues, symmetricEigen } from '../numbers/decompositions.ts';
import { float64 } from '../numbers/float64.ts';
import {
  eigenvalueBracket,
  extent,
  isSymmetric,
  matmul,
  singularValueBracket,
  transpose,
  type Enclosure,
} from '../numbers/linear-algebra.ts';
import { enclose } from '../numbers/interval.ts';
import { abs, add, equal, max, mul, ratio, sub, type Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { ballOf } from './enclosures.ts';
import { weighed, type Weighed } from './weighed.ts';

type Which = 'eigenvalue' | 'singular value';

/** A few bits suffice to tell whether a value is rational: its enclosure is then a point. */
const bits = 8;

const exactly = (which: Which, found: Enclosure): Q => {
  if (!equal(found.lo, found.hi))
    throw new Unsupported(`this ${which} is irrational; use brackets`);
  return found.lo;
};

const rational = (which: Which, a: Tensor<Q>, k: number): Q => {
  if (which === 'singular value') return exactly(which, singularValueBracket(a, k, bits));
  if (!isSymmetric(rationals, a)) throw new Undefined('lambda of a matrix that is not symmetric');
  return exactly(which, eigenvalueBracket(a, k, bits));
};

const half = ratio(1n, 2n);

/**
 * How far the singular values of a can be from those of its midpoint (Weyl): the larger of two
 * norms of the radii.
 */
const spread = (a: Tensor<Bracket>): Q => {
  const [m, n] = extent(a);
  const radii = a.data.map((x) => mul(half, sub(upperEnd(x), lowerEnd(x))));
  let largest: Q = 0;
  for (let i = 0; i < m; i++)
    largest = max(largest, radii.slice(i * n, (i + 1) * n).reduce<Q>(add, 0));
  for (let j = 0; j < n; j++)
    largest = max(largest, radii.filter((_, k) => k % n === j).reduce<Q>(add, 0));
  return abs(largest);
};

/** That the matrix is symmetric is a condition of definedness, which is decided by itself. */
const enclosedEigenvalue = (a: Tensor<Bracket>, k: number, precision: number): Bracket => {
  const { n, mid, radius } = ballOf(a);
  const found = eigenvalueBracket(tensor([n, n], [...mid]), k, precision);
  return {
    lo: enclose(sub(found.lo, radius), precision).lo,
    hi: enclose(add(found.hi, radius), precision).hi,
  };
};

const bracketed = (which: Which, a: Tensor<Bracket>, k: number, precision: number): Bracket => {
  const points = a.data.every(isPoint);
  if (which === 'eigenvalue' && !points) return enclosedEigenvalue(a, k, precision);
  const middle = tensor(
    a.shape,
    a.data.map((x) => (isPoint(x) ? x : mul(half, add(lowerEnd(x), upperEnd(x))))),
  );
  if (which === 'eigenvalue' && !isSymmetric(rationals, middle))
    throw new Undefined('lambda of a matrix that is not symmetric');
  const found =
    which === 'eigenvalue'
      ? eigenvalueBracket(middle, k, precision)
      : singularValueBracket(middle, k, precision);
  if (points && equal(found.lo, found.hi)) return found.lo;
  const by = points ? 0 : spread(a);
  return {
    lo: enclose(sub(found.lo, by), precision).lo,
    hi: enclose(add(found.hi, by), precision).hi,
  };
};

/**
 * Rounding makes a product like J'J slightly unsymmetric; more than that is not a symmetric matrix.
 */
const roughlySymmetric = (a: Tensor<number>): boolean => {
  const [n] = extent(a);
  const largest = Math.max(...a.data.map(Math.abs));
  return a.data.every(
    (x, i) => Math.abs(x - (a.data[(i % n) * n + Math.floor(i / n)] as number)) <= 1e-9 * largest,
  );
};

const float = (which: Which, a: Tensor<number>, k: number): number => {
  if (which === 'singular value') return singularValues(a)[k - 1] as number;
  if (!roughlySymmetric(a)) throw new Undefined('lambda of a matrix that is not symmetric');
  return symmetricEigen(a).values[k - 1] as number;
};

/** No more of an entry's rounding than its size enters an eigenvalue or singular value (Weyl). */
const measured = (which: Which, a: Tensor<Weighed>, k: number): Weighed => ({
  value: float(
    which,
    tensor(
      a.shape,
      a.data.map((x) => x.value),
    ),
    k,
  ),
  weight: a.data.reduce((sum, x) => sum + x.weight, 0),
});

/**
 * In a domain that has the eigenvalues of symmetric matrices: singular values are roots of those of
 * a'a or a a'.
 */
const bySpectrum = <T>(field: Field<T>, which: Which, a: Tensor<T>, k: number): T => {
  const list = (grid: Tensor<T>): readonly T[] =>
    field.spectrum?.(grid.data, extent(grid)[0]) ?? [];
  if (which === 'eigenvalue') return list(a)[k - 1] as T;
  const made = grams.get(a) as readonly T[] | undefined;
  const squares = made ?? list(gramOf(field, a));
  grams.set(a, squares);
  return field.apply('sqrt', field.apply('relu', squares[k - 1] as T));
};

/** The squared singular values of a matrix: one sum asks for several of them. */
const grams = new WeakMap<object, readonly unknown[]>();

const gramOf = <T>(field: Field<T>, a: Tensor<T>): Tensor<T> => {
  const [m, n] = extent(a);
  const grid = tensor([m, n], a.data);
  const turned = transpose(grid);
  return m < n ? matmul(field, grid, turned) : matmul(field, turned, grid);
};

/**
 * The k-th largest eigenvalue of a symmetric matrix, or singular value of any. Throws `Undefined`
 * where there is none, `Unsupported` where it is irrational over the rationals or the domain
 * computes no spectra.
 */
export const spectral = <T>(field: Field<T>, which: Which, a: Tensor<T>, k: number): T => {
  const [m, n] = extent(a);
  if (k < 1 || k > Math.min(m, n))
    throw new Undefined(`there is no ${which} number ${k} of a ${m}×${n} matrix`);
  if (field.spectrum !== undefined) return bySpectrum(field, which, a, k);
  // the domain tells the type of its numbers
  const numbers: unknown = a;
  const domain: unknown = field;
  if (domain === rationals) return rational(which, numbers as Tensor<Q>, k) as T;
  if (domain === float64) return float(which, numbers as Tensor<number>, k) as T;
  if (domain === weighed) return measured(which, numbers as Tensor<Weighed>, k) as T;
  const precision = /^brackets of (\d+) bits$/.exec(field.name)?.[1];
  if (precision) return bracketed(which, numbers as Tensor<Bracket>, k, Number(precision)) as T;
  throw new Unsupported(`${which}s are not computed over ${field.name}`);
};
