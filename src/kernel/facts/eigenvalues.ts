/**
 * Eigenvalues of symmetric matrices, counted with multiplicity from the largest: `lambda.k` applies
 * to k ≤ n alone. The number k is given as a constant term. Source: the spectral theorem; Horn and
 * Johnson, Matrix Analysis, section 4.2.
 */
import { and, equal, implies, is, type Formula } from '../formula.ts';
import { add, contract, number } from '../graph.ts';
import { one } from '../ratio.ts';
import type { Dim, Term } from '../term.ts';
import {
  all,
  eye,
  flipped,
  matrix,
  product,
  scalar,
  square,
  times,
  trace,
  facts,
  type Facts,
} from './fact.ts';
import {
  apply,
  atMost,
  count,
  dot,
  every,
  form,
  given,
  lambda,
  mul,
  negated,
  norm,
  notNegative,
  size,
  some,
  symmetric,
  vector,
  whole,
} from './spectral-terms.ts';

const source = 'Horn and Johnson, Matrix Analysis, section 4.2';
const side = (a: Term | undefined): Dim => square(a).shape[0] as Dim;
/** k ≤ n: there is a k-th eigenvalue. */
export const exists = (k: number, a: Term | undefined) => atMost(count(k), size(side(a)));

/** Of a symmetric A with a k-th eigenvalue. */
const ofEigenvalue = (k: number, a: Term | undefined, conclusion: Formula): Formula =>
  symmetric(square(a), implies(exists(k, a), conclusion));

export const eigenvalues: Facts = facts([
  //  v'A v ≤ λ₁ |v|²
  [
    'the largest eigenvalue bounds',
    {
      source,
      statement: (a, x) => {
        const v = vector(x, side(a));
        return symmetric(
          square(a),
          atMost(form(v, square(a), v), mul(lambda(1, square(a)), dot(v, v))),
        );
      },
    },
  ],
  //  A v = λ_k v for some unit v
  [
    'an eigenvalue is attained',
    {
      source,
      statement: (k, a) =>
        ofEigenvalue(
          whole(k),
          a,
          some('v#', [side(a)], [square(a)], (v) =>
            and(
              equal(dot(v, v), number(one)),
              equal(apply(square(a), v), times(lambda(whole(k), square(a)), v)),
            ),
          ),
        ),
    },
  ],
  //  λ_{k+1} ≤ λ_k
  [
    'eigenvalues descend',
    {
      source,
      statement: (k, a) =>
        ofEigenvalue(
          whole(k) + 1,
          a,
          atMost(lambda(whole(k) + 1, square(a)), lambda(whole(k), square(a))),
        ),
    },
  ],
  //  A v = λ₁ v, |v| = 1 and v'w = 0 give w'A w ≤ λ₂ |w|²
  [
    'the second eigenvalue bounds',
    {
      source,
      statement: (a, x, y) => {
        const [v, w] = [vector(x, side(a)), vector(y, side(a))];
        return symmetric(
          square(a),
          given(
            [
              exists(2, a),
              equal(dot(v, v), number(one)),
              equal(apply(square(a), v), times(lambda(1, square(a)), v)),
              equal(dot(v, w), number({ num: 0n, den: 1n })),
            ],
            atMost(form(w, square(a), w), mul(lambda(2, square(a)), dot(w, w))),
          ),
        );
      },
    },
  ],
  //  −‖A‖ ≤ λ_k ≤ ‖A‖
  [
    'eigenvalue and norm',
    {
      source,
      statement: (k, a) =>
        ofEigenvalue(
          whole(k),
          a,
          and(
            atMost(lambda(whole(k), square(a)), norm(square(a))),
            atMost(negated(norm(square(a))), lambda(whole(k), square(a))),
          ),
        ),
    },
  ],
  //  λ₁(A'A) = ‖A‖²
  [
    'largest eigenvalue of a Gram matrix',
    {
      source,
      statement: (a) =>
        equal(
          lambda(1, product(flipped(matrix(a)), matrix(a))),
          mul(norm(matrix(a)), norm(matrix(a))),
        ),
    },
  ],
  //  of a positive semidefinite A: 0 ≤ λ_k ≤ tr A
  [
    'eigenvalues of a psd matrix',
    {
      source,
      statement: (k, a) =>
        implies(
          is('psd', square(a)),
          implies(
            exists(whole(k), a),
            and(
              notNegative(lambda(whole(k), square(a))),
              atMost(lambda(whole(k), square(a)), trace(square(a))),
            ),
          ),
        ),
    },
  ],
  //  λ_k(s A) = s λ_k(A), s ≥ 0
  [
    'eigenvalue of a multiple',
    {
      source,
      statement: (s, k, a) =>
        symmetric(
          square(a),
          given(
            [exists(whole(k), a), notNegative(scalar(s))],
            equal(
              lambda(whole(k), times(scalar(s), square(a))),
              mul(scalar(s), lambda(whole(k), square(a))),
            ),
          ),
        ),
    },
  ],
  //  λ_k(A + s I) = λ_k(A) + s
  [
    'eigenvalue of a shift',
    {
      source,
      statement: (s, k, a) =>
        ofEigenvalue(
          whole(k),
          a,
          equal(
            lambda(whole(k), add(square(a), times(scalar(s), eye(square(a))))),
            add(lambda(whole(k), square(a)), scalar(s)),
          ),
        ),
    },
  ],
  //  A = R R, R positive semidefinite
  [
    'square root',
    {
      source: 'Horn and Johnson, Matrix Analysis, theorem 7.2.6',
      statement: (a) =>
        implies(
          is('psd', square(a)),
          some('R#', [side(a), side(a)], [square(a)], (r) =>
            and(is('psd', r), equal(square(a), product(r, r))),
          ),
        ),
    },
  ],
  //  A = U diag(d) U', U orthogonal
  [
    'spectral theorem',
    {
      source: 'Horn and Johnson, Matrix Analysis, theorem 4.1.5',
      statement: (a) =>
        symmetric(
          square(a),
          some('U#', [side(a), side(a)], [square(a)], (u) =>
            some('d#', [side(a)], [square(a), u], (d) =>
              and(
                and(equal(product(flipped(u), u), eye(u)), equal(product(u, flipped(u)), eye(u))),
                equal(square(a), contract([u, d, u], ['ik', 'k', 'jk'], 'ij')),
              ),
            ),
          ),
        ),
    },
  ],
  //  A and B symmetric, A B = B A: a unit eigenvector v of A where v'B v is the least x'B x / x'x
  [
    'a shared eigenvector',
    {
      source:
        'Horn and Johnson, Matrix Analysis, theorem 4.1.6: commuting symmetric matrices are diagonal in one basis',
      statement: (x, y) => {
        const [a, b] = [square(x), square(y)];
        return symmetric(
          a,
          symmetric(
            b,
            implies(
              equal(product(a, b), product(b, a)),
              some('h#', [], [a, b], (h) =>
                some('v#', [side(a)], [a, b, h], (v) =>
                  all(
                    equal(dot(v, v), number(one)),
                    equal(apply(a, v), times(h, v)),
                    every('x#', [side(a)], [a, b, h, v], (u) =>
                      atMost(mul(form(v, b, v), dot(u, u)), form(u, b, u)),
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
]);
