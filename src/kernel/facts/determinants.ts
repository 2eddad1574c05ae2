/**
 * Determinants, adjugates and the rank of a projector, at every size, size 1 and singular matrices
 * included.
 */
import { and, equal, implies, is, not } from '../formula.ts';
import { add, contract, inverse, number, operation, pair, scale, zeros } from '../graph.ts';
import { literal } from '../dimension.ts';
import { negative, one, ratio } from '../ratio.ts';
import { fail } from '../seal.ts';
import type { Dim, Term } from '../term.ts';
import {
  adj,
  det,
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

const power = (s: Term, k: number): Term =>
  contract(Array<Term>(k).fill(s), Array<string>(k).fill(''), '');
const minus = (a: Term, b: Term): Term => add(a, scale(negative(one), b));
const sized = (a: Term | undefined, n: number): Term =>
  square(a).shape[0] === String(n) ? square(a) : fail(`a matrix ${n}×${n} is wanted`);
/** a ⊗ b, rows and columns of the product told by `pair`. */
export const kronecker = (a: Term, b: Term): Term =>
  contract(
    [pair(a.shape[0] as Dim, b.shape[0] as Dim), a, b, pair(a.shape[1] as Dim, b.shape[1] as Dim)],
    ['ikr', 'ij', 'kl', 'jls'],
    'rs',
  );
const largestPower = 32n;

export const determinants: Facts = facts([
  [
    'det of a product',
    {
      source: 'Binet and Cauchy',
      statement: (a, b) =>
        equal(
          det(product(square(a), square(b))),
          contract([det(square(a)), det(square(b))], ['', ''], ''),
        ),
    },
  ],
  [
    'det of the transpose',
    { source: 'Leibniz formula', statement: (a) => equal(det(flipped(square(a))), det(square(a))) },
  ],
  [
    'det of the identity',
    { source: 'Leibniz formula', statement: (a) => equal(det(eye(square(a))), number(one)) },
  ],
  [
    'det of zero',
    { source: 'Leibniz formula', statement: (a) => equal(det(zeros(square(a).shape)), zeros([])) },
  ],
  [
    'det and inverse',
    {
      source: 'Laplace expansion',
      statement: (a) => {
        const zero = equal(det(square(a)), zeros([]));
        return and(
          implies(is('invertible', square(a)), not(zero)),
          implies(not(zero), is('invertible', square(a))),
        );
      },
    },
  ],
  //  A adj(A) = det(A) I = adj(A) A, singular A too
  [
    'adjugate',
    {
      source: 'Laplace expansion',
      statement: (a) => {
        const m = square(a);
        const scaled = times(det(m), eye(m));
        return and(equal(product(m, adj(m)), scaled), equal(product(adj(m), m), scaled));
      },
    },
  ],
  //  A invertible ⇒ adj(A) = det(A) inv(A)
  [
    'adjugate of an invertible matrix',
    {
      source: "Cramer's rule",
      statement: (a) =>
        implies(
          is('invertible', square(a)),
          equal(adj(square(a)), times(det(square(a)), inverse(square(a)))),
        ),
    },
  ],
  //  adj(A B) = adj(B) adj(A), singular ones too: both sides are polynomials that agree on the
  //  invertible ones, which are dense
  [
    'adjugate of a product',
    {
      source: 'Horn and Johnson, Matrix Analysis, 0.8.2',
      statement: (a, b) =>
        equal(adj(product(square(a), square(b))), product(adj(square(b)), adj(square(a)))),
    },
  ],
  [
    'adjugate of the transpose',
    {
      source: 'Laplace expansion',
      statement: (a) => equal(adj(flipped(square(a))), flipped(adj(square(a)))),
    },
  ],
  //  det(I + A B) = det(I + B A), A m×n, B n×m
  [
    'Sylvester',
    {
      source: 'Sylvester 1851',
      statement: (a, b) => {
        const shifted = (x: Term, y: Term): Term => det(add(eye(product(x, y)), product(x, y)));
        return equal(shifted(matrix(a), matrix(b)), shifted(matrix(b), matrix(a)));
      },
    },
  ],
  //  det(c I) = c^n for a literal n; `a` gives the size
  [
    'det of a multiple of the identity',
    {
      source: 'Leibniz formula',
      statement: (c, a) => {
        const n = literal(square(a).shape[0] as Dim);
        if (n === null || n > largestPower) return fail('a literal size is wanted');
        return equal(det(times(scalar(c), eye(square(a)))), power(scalar(c), Number(n)));
      },
    },
  ],
  [
    'det of a 1×1 matrix',
    {
      source: 'Leibniz formula',
      statement: (a) => equal(det(sized(a, 1)), contract([sized(a, 1)], ['ij'], '')),
    },
  ],
  //  2 det A = tr(A)² − tr(A²) and adj A = tr(A) I − A, 2×2
  [
    'det of a 2×2 matrix',
    {
      source: "Newton's identities",
      statement: (a) => {
        const m = sized(a, 2);
        const halved = scale(ratio(1n, 2n), minus(power(trace(m), 2), trace(product(m, m))));
        return and(equal(det(m), halved), equal(adj(m), minus(times(trace(m), eye(m)), m)));
      },
    },
  ],
  //  6 det A = tr(A)³ − 3 tr(A) tr(A²) + 2 tr(A³), 3×3
  [
    'det of a 3×3 matrix',
    {
      source: "Newton's identities",
      statement: (a) => {
        const m = sized(a, 3);
        const second = product(m, m);
        const mixed = contract([trace(m), trace(second)], ['', ''], '');
        const parts = [
          power(trace(m), 3),
          scale(ratio(-3n), mixed),
          scale(ratio(2n), trace(product(second, m))),
        ];
        return equal(det(m), scale(ratio(1n, 6n), add(...parts)));
      },
    },
  ],
  //  adj A = A² − tr(A) A + ½ (tr(A)² − tr(A²)) I, 3×3
  [
    'adjugate of a 3×3 matrix',
    {
      source: 'Cayley and Hamilton',
      statement: (a) => {
        const m = sized(a, 3);
        const second = product(m, m);
        const minors = scale(ratio(1n, 2n), minus(power(trace(m), 2), trace(second)));
        return equal(adj(m), add(minus(second, times(trace(m), m)), times(minors, eye(m))));
      },
    },
  ],
  //  det(A ⊗ B) = det(A)^p det(B)^m, A m×m, B p×p, with c^p written as det(c I_p)
  [
    'det of a Kronecker product',
    {
      source: 'Horn and Johnson, Topics in Matrix Analysis, 4.2',
      statement: (a, b) => {
        const [x, y] = [square(a), square(b)];
        const powers = [det(times(det(x), eye(y))), det(times(det(y), eye(x)))];
        return equal(det(kronecker(x, y)), contract(powers, ['', ''], ''));
      },
    },
  ],
  //  P P = P ⇒ rank P = tr P
  [
    'rank of a projector',
    {
      source: 'eigenvalues 0 and 1',
      statement: (a) =>
        implies(
          equal(product(square(a), square(a)), square(a)),
          equal(operation('rank', square(a)), trace(square(a))),
        ),
    },
  ],
]);
