/** Decides exactly whether a matrix has an attribute. */
import type { Attribute } from '../language/ast.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import type { Tensor } from '../numbers/tensor.ts';
import { rank } from '../numbers/elimination.ts';
import { isZero, same } from './fraction.ts';
import {
  entry,
  identity,
  matrixOf,
  product,
  rowsOf,
  columnsOf,
  transposed,
  type Matrix,
} from './matrix.ts';

/** A scalar read as 1×1 and a vector as n×1, as the language does. */
const asMatrix = (a: Tensor<Q>): Matrix => ({
  shape: [a.shape[0] ?? 1, a.shape[1] ?? 1],
  data: a.data,
});

const equal = (a: Matrix, b: Matrix): boolean =>
  a.data.every((x, i) => same(x, b.data[i] ?? rationals.zero));
const isSquare = (a: Matrix): boolean => rowsOf(a) === columnsOf(a);
const isSymmetric = (a: Matrix): boolean => isSquare(a) && equal(a, transposed(a));

/**
 * Definiteness by symmetric elimination: a negative pivot refutes it, and so does a zero on the
 * diagonal whose row is not zero. Exact, hence right for matrices that are nearly singular.
 */
const isDefinite = (a: Matrix, strictly: boolean): boolean => {
  const n = rowsOf(a);
  let rest = a;
  for (let k = 0; k < n; k++) {
    const pivot = entry(rest, k, k);
    const sign = rationals.sign(pivot);
    if (sign === -1 || (strictly && sign === 0)) return false;
    if (sign === 0) {
      for (let j = k + 1; j < n; j++) if (!isZero(entry(rest, k, j))) return false;
      continue;
    }
    const before: Matrix = rest;
    rest = matrixOf(n, n, (i, j) => {
      if (i <= k || j <= k) return entry(before, i, j);
      return rationals.sub(
        entry(before, i, j),
        rationals.div(rationals.mul(entry(before, i, k), entry(before, k, j)), pivot),
      );
    });
  }
  return true;
};

/** 0 at the places given. */
const isTriangular = (a: Matrix, zero: (i: number, j: number) => boolean): boolean =>
  a.data.every((x, k) => !zero(Math.floor(k / columnsOf(a)), k % columnsOf(a)) || isZero(x));

const checks: { readonly [A in Attribute]: (a: Matrix) => boolean } = {
  symmetric: isSymmetric,
  antisymmetric: (a) =>
    isSquare(a) && equal(a, { shape: a.shape, data: transposed(a).data.map(rationals.neg) }),
  diagonal: (a) =>
    isSquare(a) &&
    equal(
      a,
      matrixOf(rowsOf(a), rowsOf(a), (i, j) => (i === j ? entry(a, i, i) : rationals.zero)),
    ),
  lower: (a) => isTriangular(a, (i, j) => j > i),
  upper: (a) => isTriangular(a, (i, j) => j < i),
  orthogonal: (a) => isSquare(a) && equal(product(a, transposed(a)), identity(rowsOf(a))),
  projector: (a) => isSquare(a) && equal(product(a, a), a),
  invertible: (a) => isSquare(a) && rank(rationals, a) === rowsOf(a),
  psd: (a) => isSymmetric(a) && isDefinite(a, false),
  pd: (a) => isSymmetric(a) && isDefinite(a, true),
  onto: (a) => rowsOf(a) <= columnsOf(a) && rank(rationals, a) === rowsOf(a),
  'one-to-one': (a) => columnsOf(a) <= rowsOf(a) && rank(rationals, a) === columnsOf(a),
  positive: (a) => a.data.every((x) => rationals.sign(x) === 1),
  nonnegative: (a) => a.data.every((x) => rationals.sign(x) !== -1),
  nonzero: (a) => a.data.some((x) => !isZero(x)),
  unit: (a) =>
    same(
      a.data.reduce((sum, x) => rationals.add(sum, rationals.mul(x, x)), rationals.zero),
      rationals.one,
    ),
};

/** Does the tensor have every one of the attributes, exactly? */
export const hasAttributes = (a: Tensor<Q>, attributes: readonly Attribute[]): boolean => {
  const matrix = asMatrix(a);
  return attributes.every((attribute) => checks[attribute](matrix));
};

/**
 * Shapes at which no matrix has the attributes, as a 3×2 one that should be onto; null where some
 * may.
 */
export const impossible = (
  rows: number,
  columns: number,
  attributes: readonly Attribute[],
): Attribute | null => {
  for (const a of attributes) {
    if (a === 'onto' && rows > columns) return a;
    if (a === 'one-to-one' && columns > rows) return a;
    if (
      rows !== columns &&
      [
        'symmetric',
        'antisymmetric',
        'diagonal',
        'orthogonal',
        'projector',
        'invertible',
        'psd',
        'pd',
      ].includes(a)
    )
      return a;
  }
  return null;
};
