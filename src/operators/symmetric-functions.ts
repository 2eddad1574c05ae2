/** Functions of symmetric matrices in every domain, as exact values or brackets. */
import { isPoint, type Bracket } from '../numbers/bracket.ts';
import { symmetricEigen } from '../numbers/decompositions.ts';
import { Undefined, Unsupported, type Field, type RealFunction } from '../numbers/field.ts';
import { float64 } from '../numbers/float64.ts';
import { enclosedRoot, rationalRoot, requireDefinite } from '../numbers/matrix-roots.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { rootBall, type Ball } from '../numbers/symmetric-functions.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { refuseDerivative } from './domains.ts';
import { ballOf, bracketsOf } from './enclosures.ts';
import { asGrid, extent } from './entries.ts';
import { rootOf } from './norms.ts';
import { weighed, type Weighed } from './weighed.ts';

/** How a function of the eigenvalues is computed in each domain. */
export interface OfSpectrum extends RealFunction {
  /** For messages, as `sqrtm`. */
  readonly name: string;
  readonly scalar: <T>(field: Field<T>, x: T) => T;
  /** Over the rationals; null where the value is irrational. */
  readonly exact: (a: Tensor<Q>) => Tensor<Q> | null;
  readonly enclosed: (a: Tensor<Q>, bits: number) => Ball;
  readonly ball: (a: Ball, bits: number) => Ball;
}

/** Rounding makes an eigenvalue 0 slightly negative; more than that is not semidefinite. */
const rounding = 1e-11;

const inFloats = (f: OfSpectrum, a: Tensor<number>): Tensor<number> => {
  const [n] = extent(a.shape);
  const { values, vectors } = symmetricEigen(a);
  const largest = Math.max(...values.map(Math.abs));
  const images = values.map((x) => {
    if (f.strict === null) return f.float(x);
    if (x < -rounding * largest || (f.strict && x <= rounding * largest))
      throw new Undefined(`${f.name} of a matrix that is not definite`);
    return f.float(Math.max(x, 0));
  });
  const at = (i: number, k: number): number => vectors.data[i * n + k] as number;
  return tensor(
    a.shape,
    Array.from({ length: n * n }, (_, k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      const [p, q] = [Math.min(i, j), Math.max(i, j)];
      return images.reduce((sum, x, l) => sum + x * at(p, l) * at(q, l), 0);
    }),
  );
};

const weigh = (f: OfSpectrum, a: Tensor<Weighed>): Tensor<Weighed> => {
  const plain = tensor(
    a.shape,
    a.data.map((x) => x.value),
  );
  const weight = f.float(a.data.reduce((sum, x) => sum + x.weight, 0) || 1);
  const found = inFloats(f, plain);
  const size = found.data.reduce((sum, x) => sum + Math.abs(x), Math.abs(weight));
  return tensor(
    a.shape,
    found.data.map((value) => ({ value, weight: size })),
  );
};

const overRationals = (f: OfSpectrum, a: Tensor<Q>): Tensor<Q> => {
  if (f.strict !== null) requireDefinite(a, f.strict, f.name);
  const found = f.exact(a);
  if (found === null) throw new Unsupported(`${f.name} is irrational here; use brackets`);
  return found;
};

const bracketed = (f: OfSpectrum, a: Tensor<Bracket>, bits: number): Tensor<Bracket> => {
  if (!a.data.every(isPoint))
    // that the matrix is symmetric and definite is a condition of definedness, which is decided by
    // itself
    return tensor(a.shape, [...bracketsOf(f.ball(ballOf(a), bits), bits)]);
  const points = tensor(a.shape, a.data as readonly Q[] as Q[]);
  if (f.strict !== null) requireDefinite(points, f.strict, f.name);
  const exact = f.exact(points);
  return exact ?? tensor(a.shape, [...bracketsOf(f.enclosed(points, bits), bits)]);
};

/**
 * f of a symmetric matrix. Throws `Undefined` where it is not definite, `Unsupported` where the
 * domain lacks it.
 */
export const ofSpectrum = <T>(field: Field<T>, f: OfSpectrum, given: Tensor<T>): Tensor<T> => {
  refuseDerivative(field, f.name);
  const a = asGrid(given);
  const [n] = extent(a.shape);
  // the domain tells the type of its numbers
  const numbers: unknown = a;
  const domain: unknown = field;
  if (domain === rationals)
    return overRationals(f, numbers as Tensor<Q>) as Tensor<unknown> as Tensor<T>;
  if (domain === float64)
    return inFloats(f, numbers as Tensor<number>) as Tensor<unknown> as Tensor<T>;
  if (domain === weighed)
    return weigh(f, numbers as Tensor<Weighed>) as Tensor<unknown> as Tensor<T>;
  const bits = /^brackets of (\d+) bits$/.exec(field.name)?.[1];
  if (bits)
    return bracketed(f, numbers as Tensor<Bracket>, Number(bits)) as Tensor<unknown> as Tensor<T>;
  if (field.calculus !== undefined) return tensor(a.shape, field.calculus(f, a.data, n));
  if (n === 1) return tensor(a.shape, [f.scalar(field, a.data[0] as T)]);
  throw new Unsupported(`${f.name} is not computed over ${field.name}`);
};

/** The q-th root of a positive semidefinite matrix. */
export const rootFunction = (q: number, name: string): OfSpectrum => ({
  name,
  strict: false,
  scalar: (field, x) => {
    if (q !== 2) throw new Unsupported('roots of numbers are powers');
    return rootOf(field, x);
  },
  float: (x) => x ** (1 / q),
  exact: (a) => rationalRoot(a, q),
  enclosed: (a, bits) => enclosedRoot(a, q, bits),
  ball: (a, bits) => rootBall(a, q, bits),
});
