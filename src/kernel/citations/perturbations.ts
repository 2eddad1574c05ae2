/** How far eigenvalues, singular values and eigenvectors move with the matrix. */
import { and, equal, implies, is, less, type Formula } from '../formula.ts';
import { add, number } from '../graph.ts';
import { isSymmetric, matrix, square, times, facts, type Facts } from '../facts/fact.ts';
import { exists } from '../facts/eigenvalues.ts';
import {
  apply,
  atMost,
  count,
  dot,
  given,
  lambda,
  minus,
  mul,
  norm,
  rank,
  sigmaMin,
  size,
  vector,
  whole,
} from '../facts/spectral-terms.ts';
import { one } from '../ratio.ts';
import type { Dim, Term } from '../term.ts';

const bothSymmetric = (a: Term | undefined, b: Term | undefined, f: Formula): Formula =>
  implies(isSymmetric(square(a)), implies(isSymmetric(square(b)), f));
const weyl =
  'Weyl, Das asymptotische Verteilungsgesetz der Eigenwerte linearer partieller ' +
  'Differentialgleichungen, Math. Ann. 71, 1912';

export const perturbations: Facts = facts([
  //  |λ_k(A) − λ_k(B)| ≤ ‖A − B‖, A and B symmetric n×n, k ≤ n
  [
    'Weyl',
    {
      source: weyl,
      statement: (k, a, b) => {
        const [x, y, gap] = [
          lambda(whole(k), square(a)),
          lambda(whole(k), square(b)),
          norm(minus(square(a), square(b))),
        ];
        return bothSymmetric(
          a,
          b,
          implies(exists(whole(k), a), and(atMost(minus(x, y), gap), atMost(minus(y, x), gap))),
        );
      },
    },
  ],
  //  λ_{j+k−1}(A + B) ≤ λ_j(A) + λ_k(B), j + k − 1 ≤ n
  [
    'Weyl, sums',
    {
      source: weyl,
      statement: (j, k, a, b) =>
        bothSymmetric(
          a,
          b,
          implies(
            exists(whole(j) + whole(k) - 1, a),
            atMost(
              lambda(whole(j) + whole(k) - 1, add(square(a), square(b))),
              add(lambda(whole(j), square(a)), lambda(whole(k), square(b))),
            ),
          ),
        ),
    },
  ],
  //  A ⪰ B gives λ_k(B) ≤ λ_k(A)
  [
    'Weyl, monotone',
    {
      source: weyl,
      statement: (k, a, b) =>
        bothSymmetric(
          a,
          b,
          given(
            [exists(whole(k), a), is('psd', minus(square(a), square(b)))],
            atMost(lambda(whole(k), square(b)), lambda(whole(k), square(a))),
          ),
        ),
    },
  ],
  //  |σ_min(A) − σ_min(B)| ≤ ‖A − B‖, any shape
  [
    'Weyl, singular values',
    {
      source: 'Horn and Johnson, Matrix Analysis, corollary 7.3.5',
      statement: (a, b) => {
        const [x, y, gap] = [
          sigmaMin(matrix(a)),
          sigmaMin(matrix(b)),
          norm(minus(matrix(a), matrix(b))),
        ];
        return and(atMost(minus(x, y), gap), atMost(minus(y, x), gap));
      },
    },
  ],
  //  rank B < min(m, n) gives σ_min(A) ≤ ‖A − B‖
  [
    'Eckart and Young',
    {
      source: 'Mirsky, Symmetric gauge functions and unitarily invariant norms, 1960',
      statement: (a, b) =>
        given(
          [
            less(rank(matrix(b)), size(matrix(a).shape[0] as Dim), true),
            less(rank(matrix(b)), size(matrix(a).shape[1] as Dim), true),
          ],
          atMost(sigmaMin(matrix(a)), norm(minus(matrix(a), matrix(b)))),
        ),
    },
  ],
  //  unit u and v with A v = λ₁(A) v and B u = λ₁(B) u: (λ₁(A) − λ₂(A))² (1 − (u'v)²) ≤ 4 ‖B − A‖²
  [
    'Yu, Wang and Samworth',
    {
      source:
        'Yu, Wang, Samworth, A useful variant of the Davis–Kahan theorem for statisticians, ' +
        'Biometrika 102, 2015, corollary 1',
      statement: (a, b, x, y) => {
        const n = square(a).shape[0];
        const [v, u] = [vector(x, n), vector(y, n)];
        const gap = minus(lambda(1, square(a)), lambda(2, square(a)));
        const sine = minus(number(one), mul(dot(u, v), dot(u, v)));
        const moved = norm(minus(square(b), square(a)));
        return bothSymmetric(
          a,
          b,
          given(
            [
              exists(2, a),
              equal(dot(v, v), number(one)),
              equal(dot(u, u), number(one)),
              equal(apply(square(a), v), times(lambda(1, square(a)), v)),
              equal(apply(square(b), u), times(lambda(1, square(b)), u)),
            ],
            atMost(mul(gap, gap, sine), mul(count(4), moved, moved)),
          ),
        );
      },
    },
  ],
]);
