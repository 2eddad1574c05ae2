/**
 * Singular values of Gram matrices, shifts and products. Source: the singular value decomposition;
 * Horn and Johnson, Topics in Matrix Analysis, chapter 3.
 */
import { and, equal, implies, is } from '../formula.ts';
import { add, number } from '../graph.ts';
import { one } from '../ratio.ts';
import type { Dim } from '../term.ts';
import {
  eye,
  facts,
  flipped,
  isSymmetric,
  matrix,
  product,
  scalar,
  square,
  times,
  type Facts,
} from './fact.ts';
import {
  atMost,
  frobenius,
  given,
  lambda,
  mul,
  negated,
  norm,
  notNegative,
  nuclear,
  sigmaMin,
  size,
} from './spectral-terms.ts';

const decomposition = 'singular value decomposition';
type Given = Parameters<typeof matrix>[0];
/**
 * No more columns than rows: a wide A has a Gram matrix A'A that is singular, whatever its smallest
 * singular value is.
 */
const tall = (a: Given) => atMost(size(matrix(a).shape[1] as Dim), size(matrix(a).shape[0] as Dim));
const gram = (a: Given) => product(flipped(matrix(a)), matrix(a));

export const singularValues: Facts = facts([
  [
    'sigma_min of the identity',
    { source: decomposition, statement: (a) => equal(sigmaMin(eye(square(a))), number(one)) },
  ],
  //  σ_min(A'A) = σ_min(A)² of a tall A
  [
    'sigma_min of a Gram matrix',
    {
      source: decomposition,
      statement: (a) =>
        implies(tall(a), equal(sigmaMin(gram(a)), mul(sigmaMin(matrix(a)), sigmaMin(matrix(a))))),
    },
  ],
  //  λ₁(−A'A) = −σ_min(A)² of a tall A
  [
    'eigenvalue of a negative Gram matrix',
    {
      source: decomposition,
      statement: (a) =>
        implies(
          tall(a),
          equal(
            lambda(1, negated(gram(a))),
            negated(mul(sigmaMin(matrix(a)), sigmaMin(matrix(a)))),
          ),
        ),
    },
  ],
  //  A ⪰ 0 and 0 ≤ s: ‖A + s I‖ = ‖A‖ + s and σ_min(A + s I) = σ_min(A) + s
  [
    'norm and sigma_min of a shift',
    {
      source: 'spectral theorem',
      statement: (s, a) => {
        const shifted = add(square(a), times(scalar(s), eye(square(a))));
        return given(
          [is('psd', square(a)), notNegative(scalar(s))],
          and(
            equal(norm(shifted), add(norm(square(a)), scalar(s))),
            equal(sigmaMin(shifted), add(sigmaMin(square(a)), scalar(s))),
          ),
        );
      },
    },
  ],
  //  ‖A B‖_*² ≤ ‖A‖_F² ‖B‖_F²
  [
    'nuclear norm of a product',
    {
      source: 'Horn and Johnson, Topics in Matrix Analysis, theorem 3.3.14',
      statement: (a, b) => {
        const whole = nuclear(product(matrix(a), matrix(b)));
        return atMost(mul(whole, whole), mul(frobenius(matrix(a)), frobenius(matrix(b))));
      },
    },
  ],
  //  A B symmetric: ‖A B‖ ≤ ‖B A‖ and ‖A B‖_* ≤ ‖B A‖_*
  [
    'norms of a symmetric product',
    {
      source: 'Bhatia, Matrix Analysis, proposition IX.1.1',
      statement: (a, b) => {
        const [whole, turned] = [product(matrix(a), matrix(b)), product(matrix(b), matrix(a))];
        return implies(
          isSymmetric(whole),
          and(atMost(norm(whole), norm(turned)), atMost(nuclear(whole), nuclear(turned))),
        );
      },
    },
  ],
]);
