/** The singular values of a matrix, in any domain. */
import type { Field } from '../numbers/field.ts';
import type { Tensor } from '../numbers/tensor.ts';
import { extent } from './entries.ts';
import { euclidean } from './norms.ts';
import { spectral } from './spectral.ts';

export const countOfSingularValues = (a: Tensor<unknown>): number => Math.min(...extent(a.shape));

/** The k-th. Of a scalar, a vector or a row the first is its length, which more domains have. */
export function singularValue<T>(field: Field<T>, a: Tensor<T>, k: number): T {
  if (k > 1 || countOfSingularValues(a) > 1) return spectral(field, 'singular value', a, k);
  return a.data.length === 1 ? field.apply('abs', a.data[0] as T) : euclidean(field, a);
}

/** The sum of the `count` largest, after a function of each. */
export const sumOfSingularValues = <T>(
  field: Field<T>,
  a: Tensor<T>,
  count: number,
  of = (x: T): T => x,
): T =>
  Array.from({ length: count }, (_, k) => of(singularValue(field, a, k + 1))).reduce((sum, x) =>
    field.add(sum, x),
  );
