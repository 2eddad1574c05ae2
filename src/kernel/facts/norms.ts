/**
 * Norms of matrices by singular values: the spectral norm is the largest, the nuclear norm their
 * sum. Sources: Horn and Johnson, Matrix Analysis, 2nd edition, sections 5.6 and 7.4; the singular
 * value decomposition.
 */
import { and, equal, implies, is, or } from '../formula.ts';
import { add, contract, identity, inverse, number } from '../graph.ts';
import { valueOf } from '../laws.ts';
import { one } from '../ratio.ts';
import type { Dim } from '../term.ts';
import { type Facts, eye, facts, flipped, matrix, product, scalar, square, times } from './fact.ts';
import {
  atMost,
  dot,
  every,
  form,
  frobenius,
  given,
  lambda,
  minus,
  mul,
  negated,
  norm,
  notNegative,
  rank,
  sigmaMin,
  some,
  stretched,
  symmetric,
  vector,
} from './spectral-terms.ts';

const book = 'Horn and Johnson, Matrix Analysis, section 5.6';
export const decomposition = 'singular value decomposition';
export const rows = (a: Parameters<typeof matrix>[0]): Dim => matrix(a).shape[0] as Dim;
export const columns = (a: Parameters<typeof matrix>[0]): Dim => matrix(a).shape[1] as Dim;

export const spectralNorms: Facts = facts([
  ['the norm is not negative', { source: book, statement: (a) => notNegative(norm(matrix(a))) }],
  //  |A v| ≤ ‖A‖ |v|
  [
    'the norm bounds',
    {
      source: book,
      statement: (a, v) =>
        atMost(
          stretched(matrix(a), vector(v, columns(a))),
          mul(norm(matrix(a)), norm(matrix(a)), dot(v as never, v as never)),
        ),
    },
  ],
  //  for some unit v, |A v| = ‖A‖
  [
    'the norm is attained',
    {
      source: book,
      statement: (a) =>
        some('v#', [columns(a)], [matrix(a)], (v) =>
          and(
            equal(dot(v, v), number(one)),
            equal(stretched(matrix(a), v), mul(norm(matrix(a)), norm(matrix(a)))),
          ),
        ),
    },
  ],
  //  0 ≤ s and |A v| ≤ s |v| for all v give ‖A‖ ≤ s
  [
    'the norm is least',
    {
      source: book,
      statement: (s, a) =>
        given(
          [
            notNegative(scalar(s)),
            every('v#', [columns(a)], [matrix(a), scalar(s)], (v) =>
              atMost(stretched(matrix(a), v), mul(scalar(s), scalar(s), dot(v, v))),
            ),
          ],
          atMost(norm(matrix(a)), scalar(s)),
        ),
    },
  ],
  //  (x'A y)² ≤ ‖A‖² |x|² |y|²
  [
    'the norm bounds a form',
    {
      source: book,
      statement: (a, x, y) => {
        const [u, v] = [vector(x, rows(a)), vector(y, columns(a))];
        const value = form(u, matrix(a), v);
        return atMost(
          mul(value, value),
          mul(norm(matrix(a)), norm(matrix(a)), dot(u, u), dot(v, v)),
        );
      },
    },
  ],
  [
    'norm of the transpose',
    { source: book, statement: (a) => equal(norm(flipped(matrix(a))), norm(matrix(a))) },
  ],
  [
    'norm of a sum',
    {
      source: book,
      statement: (a, b) =>
        atMost(norm(add(matrix(a), matrix(b))), add(norm(matrix(a)), norm(matrix(b)))),
    },
  ],
  [
    'norm of a product',
    {
      source: book,
      statement: (a, b) =>
        atMost(norm(product(matrix(a), matrix(b))), mul(norm(matrix(a)), norm(matrix(b)))),
    },
  ],
  [
    'norm of a multiple',
    {
      source: book,
      statement: (s, a) =>
        equal(norm(times(scalar(s), matrix(a))), mul(valueOf('abs', scalar(s)), norm(matrix(a)))),
    },
  ],
  [
    'norm of the negative',
    { source: book, statement: (a) => equal(norm(negated(matrix(a))), norm(matrix(a))) },
  ],
  [
    'norm of a positive multiple',
    {
      source: book,
      statement: (s, a) =>
        implies(
          notNegative(scalar(s)),
          equal(norm(times(scalar(s), matrix(a))), mul(scalar(s), norm(matrix(a)))),
        ),
    },
  ],
  //  v'A v ≤ ‖A‖ |v|² and the same of −A
  [
    'the norm bounds a quadratic form',
    {
      source: book,
      statement: (a, x) => {
        const v = vector(x, columns(square(a)));
        const [value, most] = [form(v, square(a), v), mul(norm(square(a)), dot(v, v))];
        return and(atMost(value, most), atMost(negated(value), most));
      },
    },
  ],
  //  ‖A B‖_F² ≤ ‖A‖² ‖B‖_F² and ≤ ‖A‖_F² ‖B‖²
  [
    'Frobenius norm of a product',
    {
      source: book,
      statement: (a, b) => {
        const whole = frobenius(product(matrix(a), matrix(b)));
        const [left, right] = [norm(matrix(a)), norm(matrix(b))];
        return and(
          atMost(whole, mul(left, left, frobenius(matrix(b)))),
          atMost(whole, mul(right, right, frobenius(matrix(a)))),
        );
      },
    },
  ],
  //  ‖A'A‖ = ‖A‖²
  [
    'norm of a Gram matrix',
    {
      source: book,
      statement: (a) =>
        equal(norm(product(flipped(matrix(a)), matrix(a))), mul(norm(matrix(a)), norm(matrix(a)))),
    },
  ],
  //  ‖x y'‖ = |x| |y|
  [
    'norm of an outer product',
    {
      source: book,
      statement: (x, y) => {
        const [u, v] = [vector(x, x?.shape[0]), vector(y, y?.shape[0])];
        const outer = contract([u, v], ['i', 'j'], 'ij');
        return equal(mul(norm(outer), norm(outer)), mul(dot(u, u), dot(v, v)));
      },
    },
  ],
  //  about the size of a square matrix
  [
    'norm of the identity',
    { source: book, statement: (a) => equal(norm(eye(square(a))), number(one)) },
  ],
  //  U'U = I gives ‖U A‖ = ‖A‖
  [
    'norm under an isometry',
    {
      source: book,
      statement: (u, a) =>
        implies(
          equal(product(flipped(matrix(u)), matrix(u)), identity(columns(u))),
          equal(norm(product(matrix(u), matrix(a))), norm(matrix(a))),
        ),
    },
  ],
  //  ‖A‖² ≤ ‖A‖_F² ≤ rank(A) ‖A‖²
  [
    'norm and Frobenius norm',
    {
      source: decomposition,
      statement: (a) => {
        const squared = mul(norm(matrix(a)), norm(matrix(a)));
        return and(
          atMost(squared, frobenius(matrix(a))),
          atMost(frobenius(matrix(a)), mul(rank(matrix(a)), squared)),
        );
      },
    },
  ],
  //  of a symmetric A: the largest eigenvalue of A or of −A
  [
    'norm of a symmetric matrix',
    {
      source: decomposition,
      statement: (a) =>
        symmetric(
          square(a),
          or(
            equal(norm(square(a)), lambda(1, square(a))),
            equal(norm(square(a)), lambda(1, negated(square(a)))),
          ),
        ),
    },
  ],
  //  −s I ⪯ A ⪯ s I
  [
    'norm between definite bounds',
    {
      source: decomposition,
      statement: (s, a) => {
        const ball = times(scalar(s), identity(rows(square(a))));
        return given(
          [is('psd', minus(ball, square(a))), is('psd', add(ball, square(a)))],
          atMost(norm(square(a)), scalar(s)),
        );
      },
    },
  ],
  [
    'norm of the inverse',
    {
      source: decomposition,
      statement: (a) =>
        implies(
          is('invertible', square(a)),
          equal(mul(norm(inverse(square(a))), sigmaMin(square(a))), number(one)),
        ),
    },
  ],
]);
