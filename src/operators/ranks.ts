/** The rank of a matrix, exact or in floating point. */
import type { Field } from '../numbers/field.ts';
import { numericalRank } from '../numbers/decompositions.ts';
import { float64 } from '../numbers/float64.ts';
import { rank } from '../numbers/linear-algebra.ts';
import type { Tensor } from '../numbers/tensor.ts';
import { refuseDerivative } from './domains.ts';

/**
 * Rank: exact by elimination, in floating point by the singular values. It jumps, so it is not
 * differentiated.
 */
export const rankOf = <T>(field: Field<T>, a: Tensor<T>): number => {
  refuseDerivative(field, 'a rank');
  const domain: unknown = field;
  const numbers: unknown = a;
  return domain === float64 ? numericalRank(numbers as Tensor<number>) : rank(field, a);
};
