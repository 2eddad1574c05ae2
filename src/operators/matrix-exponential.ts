/**
 * expm(A): exact where a power of A is 0 or A is diagonal, by its series with a bound on the rest
 * in brackets.
 */
import { isPoint, lowerEnd, upperEnd, type Bracket } from '../numbers/bracket.ts';
import { Unsettled, Unsupported, type Field } from '../numbers/field.ts';
import { enclose } from '../numbers/interval.ts';
import { identity, isSymmetric, matmul } from '../numbers/matrix.ts';
import { exponentialBall } from '../numbers/symmetric-functions.ts';
import { float64 } from '../numbers/float64.ts';
import { abs, add, compare, div, max, mul, neg, type Q } from '../numbers/rational.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { refuseDerivative } from './domains.ts';
import { ballOf, bracketsOf } from './enclosures.ts';
import { arg, argTerm, asGrid, extent } from './entries.ts';
import { logarithm } from './matrix-logarithm.ts';
import type { Operator } from './operator.ts';
import { called, operatorName } from './printing.ts';
import { requireSquare } from './shapes.ts';
import { operation } from '../kernel/graph.ts';
import { scalarFunctionTerm } from './terms.ts';
import { ofSpectrum, type OfSpectrum } from './symmetric-functions.ts';

const isNil = <T>(field: Field<T>, a: Tensor<T>): boolean =>
  field.exact && a.data.every((x) => field.sign(x) === 0);

const isDiagonal = <T>(field: Field<T>, a: Tensor<T>): boolean => {
  const [n] = extent(a.shape);
  return field.exact && a.data.every((x, k) => k % (n + 1) === 0 || field.sign(x) === 0);
};

const ofDiagonal = <T>(field: Field<T>, a: Tensor<T>): Tensor<T> => {
  const [n] = extent(a.shape);
  return tensor(
    a.shape,
    a.data.map((x, k) => (k % (n + 1) === 0 ? field.apply('exp', x) : field.zero)),
  );
};

/** Σ A^k / k! for k below `terms`, and whether the next power is 0. */
const series = <T>(
  field: Field<T>,
  a: Tensor<T>,
  terms: number,
): { sum: Tensor<T>; ends: boolean } => {
  const [n] = extent(a.shape);
  let sum = identity(field, n);
  let term = sum;
  for (let k = 1; k < terms; k++) {
    const next = matmul(field, term, a);
    term = tensor(
      next.shape,
      next.data.map((x) => field.div(x, field.fromInteger(k))),
    );
    if (isNil(field, term)) return { sum, ends: true };
    sum = tensor(
      sum.shape,
      sum.data.map((x, i) => field.add(x, term.data[i] as T)),
    );
  }
  return { sum, ends: false };
};

/** The largest sum of absolute values in a row. */
const norm = (a: Tensor<Bracket>): Q => {
  const [n] = extent(a.shape);
  const size = (x: Bracket): Q => (isPoint(x) ? abs(x) : max(abs(lowerEnd(x)), abs(upperEnd(x))));
  return Array.from({ length: n }, (_, i) =>
    a.data
      .slice(i * n, (i + 1) * n)
      .map(size)
      .reduce<Q>(add, 0),
  ).reduce<Q>(max, 0);
};

const terms = 40;
/** Above this number of terms, a sum says little. */
const largestNorm = 8;

const bracketed = <T>(field: Field<T>, a: Tensor<T>, precision: number): Tensor<T> => {
  const numbers: unknown = a;
  const size = norm(numbers as Tensor<Bracket>);
  if (compare(size, largestNorm) > 0)
    throw new Unsupported('expm of a matrix this large is not computed');
  const { sum } = series(field, a, terms);
  // what is left is at most ‖A‖^N / N! times a geometric series with ratio below 1/2
  let rest: Q = 2;
  for (let k = 1; k <= terms; k++) rest = div(mul(rest, size), k);
  const slack: Bracket = {
    lo: enclose(neg(rest), precision).lo,
    hi: enclose(rest, precision).hi,
  };
  const unknown: unknown = slack;
  return tensor(
    a.shape,
    sum.data.map((x) => field.add(x, unknown as T)),
  );
};

/** Is it symmetric beyond doubt? A bracket and its mirror image are then one number. */
const mirrored = <T>(field: Field<T>, a: Tensor<T>): boolean => {
  try {
    return isSymmetric(field, a);
  } catch (error) {
    if (error instanceof Unsettled) return false;
    throw error;
  }
};

const ofSymmetric = <T>(field: Field<T>, a: Tensor<T>, precision: number): Tensor<T> => {
  const numbers: unknown = a;
  const found = exponentialBall(ballOf(numbers as Tensor<Bracket>), precision);
  const made: unknown = bracketsOf(found, precision);
  return tensor(a.shape, [...(made as readonly T[])]);
};

const exponential = <T>(field: Field<T>, a: Tensor<T>): Tensor<T> => {
  refuseDerivative(field, 'expm');
  if (isDiagonal(field, a)) return ofDiagonal(field, a);
  const [n] = extent(a.shape);
  const domain: unknown = field;
  if (domain === float64 && mirrored(field, a)) return ofSpectrum(field, floating, a);
  if (!field.exact) return series(field, a, terms).sum;
  const { sum, ends } = series(field, a, n + 1);
  if (ends) return sum;
  const precision = /^brackets of (\d+) bits$/.exec(field.name)?.[1];
  if (precision && mirrored(field, a)) return ofSymmetric(field, a, Number(precision));
  if (precision) return bracketed(field, a, Number(precision));
  throw new Unsupported('expm of a matrix no power of which is 0 is irrational; use brackets');
};

/** Of a symmetric matrix, in floating point. */
const floating: OfSpectrum = {
  ...logarithm,
  name: 'expm',
  strict: null,
  float: Math.exp,
};

export const expm: Operator = {
  name: 'expm',
  called: true,
  arity: 1,
  summary: 'exponential of a square matrix: the sum of A^k / k!',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'expm');
    return a;
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) =>
    tensor(shape, exponential(field, asGrid(arg(args, 0))).data),
  lower: (args) => {
    const a = argTerm(args, 0);
    return a.shape.length === 2 ? operation('expm', a) : scalarFunctionTerm('exp', a);
  },
  printed: called('expm', 1, operatorName('expm')),
};
