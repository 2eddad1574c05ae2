/**
 * What follows from characteristic polynomials, and how traces, determinants and inverses of
 * definite matrices compare.
 */
import { equal, implies, is } from '../formula.ts';
import { add, inverse, scale, zeros } from '../graph.ts';
import { ratio } from '../ratio.ts';
import { fail } from '../seal.ts';
import type { Term } from '../term.ts';
import { det, eye, facts, product, scalar, square, times, trace, type Facts } from './fact.ts';
import { atMost, frobenius, given, minus, mul, rank, whole } from './spectral-terms.ts';

const half = (a: Term): Term => scale(ratio(1n, 2n), a);
const powerOf = (a: Term, k: number): Term =>
  Array.from({ length: k - 1 }).reduce<Term>((p) => product(p, a), a);

export const characteristic: Facts = facts([
  //  det(s I + A B) = det(s I + B A), A and B square, s = 0 and singular ones too
  [
    'det of a shifted product',
    {
      source: 'Horn and Johnson, Matrix Analysis, theorem 1.3.22',
      statement: (s, x, y) => {
        const [a, b] = [square(x), square(y)];
        const shifted = (m: Term): Term => det(add(times(scalar(s), eye(m)), m));
        return equal(shifted(product(a, b)), shifted(product(b, a)));
      },
    },
  ],
  //  A^k = 0 gives tr A = 0, k from 2 to 8
  [
    'trace of a nilpotent matrix',
    {
      source: 'Horn and Johnson, Matrix Analysis, section 2.4: all eigenvalues are 0',
      statement: (k, x) => {
        const a = square(x);
        const degree = whole(k);
        if (degree < 2 || degree > 8) return fail('a power from 2 to 8 is wanted');
        return implies(equal(powerOf(a, degree), zeros(a.shape)), equal(trace(a), zeros([])));
      },
    },
  ],
  //  A positive semidefinite: A ⪯ tr(A) I
  [
    'a psd matrix below its trace',
    {
      source: 'eigenvalues that are not negative are at most their sum',
      statement: (x) => {
        const a = square(x);
        return implies(is('psd', a), is('psd', minus(times(trace(a), eye(a)), a)));
      },
    },
  ],
  //  tr(A)² ≤ rank(A) |A|_F²
  [
    'trace, rank and Frobenius norm',
    {
      source: 'Cauchy and Schwarz, for tr A = tr P A with P the projector onto the range of A',
      statement: (x) => {
        const a = square(x);
        return atMost(mul(trace(a), trace(a)), mul(rank(a), frobenius(a)));
      },
    },
  ],
  //  A and B positive definite: inv((A + B)/2) ⪯ (inv(A) + inv(B))/2
  [
    'inverses are convex',
    {
      source: 'Horn and Johnson, Matrix Analysis, theorem 7.7.2 with Schur complements',
      statement: (x, y) => {
        const [a, b] = [square(x), square(y)];
        const middle = inverse(half(add(a, b)));
        return given(
          [is('pd', a), is('pd', b)],
          is('psd', minus(half(add(inverse(a), inverse(b))), middle)),
        );
      },
    },
  ],
]);
