/** The adjugate of a square matrix, in every domain. */
import type { Field } from '../numbers/field.ts';
import { characteristicPolynomial, identity, matmul } from '../numbers/linear-algebra.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { asGrid, extent } from './entries.ts';

/**
 * Adjugate of a square matrix in any domain, without a division: (−1)^(n−1) (A^(n−1) + c₁ A^(n−2) +
 * … + c₍ₙ₋₁₎ I) for the characteristic polynomial λⁿ + c₁ λ^(n−1) + …. Source: Cayley and Hamilton.
 */
export const adjugate = <T>(field: Field<T>, a: Tensor<T>): Tensor<T> => {
  const grid = asGrid(a);
  const [n] = extent(a.shape);
  const coefficients = characteristicPolynomial(field, grid);
  let sum = identity(field, n);
  for (let k = 1; k < n; k++) {
    const raised = matmul(field, sum, grid);
    sum = tensor(
      [n, n],
      raised.data.map((x, i) => (i % (n + 1) === 0 ? field.add(x, coefficients[k] as T) : x)),
    );
  }
  return n % 2 === 1
    ? sum
    : tensor(
        [n, n],
        sum.data.map((x) => field.neg(x)),
      );
};
