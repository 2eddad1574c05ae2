/** The Moore-Penrose inverse in every domain. */
import { Undefined, type Field } from '../numbers/field.ts';
import { svd } from '../numbers/decompositions.ts';
import { float64 } from '../numbers/float64.ts';
import {
  extent,
  fromRows,
  inverse,
  matmul,
  rref,
  toRows,
  transpose,
} from '../numbers/linear-algebra.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { differentiates } from './domains.ts';

const byDecomposition = (a: Tensor<number>): Tensor<number> => {
  const { left, values, right } = svd(a);
  const tolerance = Math.max(...extent(a)) * Number.EPSILON * (values[0] ?? 0);
  const scaled = tensor(
    right.shape,
    right.data.map((x, i) => {
      const value = values[i % values.length] as number;
      return value > tolerance ? x / value : 0;
    }),
  );
  return matmul(float64, scaled, transpose(left));
};

/**
 * Moore–Penrose pseudo-inverse R'(RR')⁻¹(C'C)⁻¹C' of a = C R, C the pivot columns and R the nonzero
 * rows of the reduced echelon form (Ben-Israel, Greville, Generalized Inverses, ch. 1). While
 * differentiated, `Undefined` where the rank is not full: it may jump there.
 */
export const pseudoInverse = <T>(field: Field<T>, a: Tensor<T>): Tensor<T> => {
  const [m, n] = extent(a);
  const domain: unknown = field;
  const numbers: unknown = tensor([m, n], a.data);
  if (domain === float64) return byDecomposition(numbers as Tensor<number>) as unknown as Tensor<T>;
  const { rows, pivots } = rref(field, a);
  if (differentiates(field) && pivots.length < Math.min(m, n)) {
    throw new Undefined('the derivative of a pseudo-inverse where the rank is not full');
  }
  if (pivots.length === 0)
    return tensor(
      [n, m],
      Array.from({ length: m * n }, () => field.zero),
    );
  const r = fromRows(rows.slice(0, pivots.length), n);
  const c = fromRows(
    toRows(a).map((row) => pivots.map((j) => row[j] as T)),
    pivots.length,
  );
  const right = matmul(field, transpose(r), inverse(field, matmul(field, r, transpose(r))));
  const left = matmul(field, inverse(field, matmul(field, transpose(c), c)), transpose(c));
  return matmul(field, right, left);
};
