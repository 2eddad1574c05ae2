/** Decompositions of matrices, and sums of eigenvalues. */
import { and, equal, implies, is } from '../formula.ts';
import { add, contract, identity } from '../graph.ts';
import { flipped, matrix, product, square, facts, type Facts } from '../facts/fact.ts';
import { atMost, lambda, size, some, symmetric } from '../facts/spectral-terms.ts';
import { fail } from '../seal.ts';
import type { Dim } from '../term.ts';

export const decompositions: Facts = facts([
  //  A m×n with m ≤ n: A = S R, S positive semidefinite, R R' = I
  [
    'polar decomposition',
    {
      source: 'Autonne 1902; Horn and Johnson, Matrix Analysis, theorem 7.3.1',
      statement: (a) => {
        const [m, n] = matrix(a).shape as [Dim, Dim];
        return implies(
          atMost(size(m), size(n)),
          some('S#', [m, m], [matrix(a)], (s) =>
            some('R#', [m, n], [matrix(a), s], (r) =>
              and(
                and(is('psd', s), equal(matrix(a), product(s, r))),
                equal(product(r, flipped(r)), identity(m)),
              ),
            ),
          ),
        );
      },
    },
  ],
  //  U n×k with U'U = I, k a number: tr U'A U ≤ λ₁(A) + … + λ_k(A)
  [
    'Ky Fan',
    {
      source: 'Fan, On a theorem of Weyl concerning eigenvalues of linear transformations I, 1949',
      statement: (a, u) => {
        const [n, k] = matrix(u).shape as [Dim, Dim];
        if (n !== square(a).shape[0] || !/^[1-9][0-9]?$/.test(k))
          return fail('a matrix of n rows and a number of columns below 100 is wanted');
        const sum = add(...Array.from({ length: Number(k) }, (_, j) => lambda(j + 1, square(a))));
        return symmetric(
          square(a),
          implies(
            equal(product(flipped(matrix(u)), matrix(u)), identity(k)),
            atMost(contract([matrix(u), square(a), matrix(u)], ['ia', 'ij', 'ja'], ''), sum),
          ),
        );
      },
    },
  ],
]);
