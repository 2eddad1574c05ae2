/** Decompositions of matrices, and sums of eigenvalues. */
import { and, equal, implies, is } from '../formula.ts';
import { add, contract, identity } from '../graph.ts';
import { all, flipped, matrix, product, square, facts, type Facts } from '../facts/fact.ts';
import { atMost, lambda, size, some, symmetric } from '../facts/spectral-terms.ts';
import { fail } from '../seal.ts';
import type { Dim, Term } from '../term.ts';

const diagonal = (d: Term): Term => contract([d], ['i'], 'ii');

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
  //  A m×n with n ≤ m: A = U diag(d) V', U m×n with U'U = I, V orthogonal, every d_i ≥ 0
  [
    'singular value decomposition',
    {
      source: 'Eckart and Young 1939; Horn and Johnson, Matrix Analysis, theorem 2.6.3',
      statement: (x) => {
        const a = matrix(x);
        const [m, n] = a.shape as [Dim, Dim];
        return implies(
          atMost(size(n), size(m)),
          some('U#', [m, n], [a], (u) =>
            some('d#', [n], [a, u], (d) =>
              some('V#', [n, n], [a, u, d], (v) =>
                all(
                  equal(product(flipped(u), u), identity(n)),
                  equal(product(flipped(v), v), identity(n)),
                  equal(product(v, flipped(v)), identity(n)),
                  is('psd', diagonal(d)),
                  equal(a, contract([u, d, v], ['ik', 'k', 'jk'], 'ij')),
                ),
              ),
            ),
          ),
        );
      },
    },
  ],
  //  A and B symmetric, A B = B A: A = U diag(a) U' and B = U diag(b) U' with one orthogonal U
  [
    'commuting symmetric matrices',
    {
      source: 'Horn and Johnson, Matrix Analysis, theorem 4.1.6',
      statement: (x, y) => {
        const [a, b] = [square(x), square(y)];
        const n = a.shape[0] as Dim;
        const both = equal(product(a, b), product(b, a));
        return symmetric(
          a,
          symmetric(
            b,
            implies(
              both,
              some('U#', [n, n], [a, b], (u) =>
                some('d#', [n], [a, b, u], (d) =>
                  some('e#', [n], [a, b, u, d], (e) =>
                    all(
                      equal(product(flipped(u), u), identity(n)),
                      equal(product(u, flipped(u)), identity(n)),
                      equal(a, contract([u, d, u], ['ik', 'k', 'jk'], 'ij')),
                      equal(b, contract([u, e, u], ['ik', 'k', 'jk'], 'ij')),
                    ),
                  ),
                ),
              ),
            ),
          ),
        );
      },
    },
  ],
  //  A positive definite, B symmetric: X'A X = I and X'B X = diag(d) with one invertible X
  [
    'definite pencil',
    {
      source: 'Horn and Johnson, Matrix Analysis, theorem 7.6.4',
      statement: (x, y) => {
        const [a, b] = [square(x), square(y)];
        const n = a.shape[0] as Dim;
        const turned = (t: Term, m: Term): Term => product(product(flipped(t), m), t);
        return implies(
          is('pd', a),
          symmetric(
            b,
            some('X#', [n, n], [a, b], (t) =>
              some('d#', [n], [a, b, t], (d) =>
                all(
                  is('invertible', t),
                  equal(turned(t, a), identity(n)),
                  equal(turned(t, b), diagonal(d)),
                ),
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
