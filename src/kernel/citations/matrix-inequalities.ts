/**
 * Inequalities between matrices that commute with nothing: products entry by entry, commutators,
 * square roots in order, powers of products.
 */
import { and, is } from '../formula.ts';
import { add, contract, inverse, scale } from '../graph.ts';
import { negative, one, ratio } from '../ratio.ts';
import { fail } from '../seal.ts';
import type { Term } from '../term.ts';
import { eye, facts, product, scalar, square, times, trace, type Facts } from '../facts/fact.ts';
import {
  atMost,
  dot,
  form,
  frobenius,
  given,
  lambda,
  minus,
  mul,
  norm,
  positive,
  vector,
  whole,
} from '../facts/spectral-terms.ts';

const pair = (a: Term | undefined, b: Term | undefined): readonly [Term, Term] =>
  square(a).shape[0] === square(b).shape[0]
    ? [square(a), square(b)]
    : fail('two square matrices of one size are wanted');
const entrywise = (a: Term, b: Term): Term => contract([a, b], ['ij', 'ij'], 'ij');
/** k factors, k ≤ 12: a longer product is unreadable and slow to compare. */
const exponent = (k: Term | undefined): number =>
  whole(k) <= 12 ? whole(k) : fail('a power up to 12 is wanted');
const power = (a: Term, k: number): Term =>
  Array.from({ length: k - 1 }, () => a).reduce(product, a);

export const matrixInequalities: Facts = facts([
  //  A, B ⪰ 0 give A ∘ B ⪰ 0, and A, B ≻ 0 give A ∘ B ≻ 0
  [
    'Schur product theorem',
    {
      source:
        'Schur, Bemerkungen zur Theorie der beschränkten Bilinearformen, J. reine angew. Math. 140, 1911',
      statement: (x, y) => {
        const [a, b] = pair(x, y);
        return and(
          given([is('psd', a), is('psd', b)], is('psd', entrywise(a, b))),
          given([is('pd', a), is('pd', b)], is('pd', entrywise(a, b))),
        );
      },
    },
  ],
  //  A, B ⪰ 0 give λ₁(A ∘ B) ≤ λ₁(A) λ₁(B)
  [
    'Schur, largest eigenvalue',
    {
      source: 'Horn and Johnson, Topics in Matrix Analysis, theorem 5.3.4',
      statement: (x, y) => {
        const [a, b] = pair(x, y);
        return given(
          [is('psd', a), is('psd', b)],
          atMost(lambda(1, entrywise(a, b)), mul(lambda(1, a), lambda(1, b))),
        );
      },
    },
  ],
  //  |A B − B A|_F² ≤ 2 |A|_F² |B|_F²
  [
    'Böttcher and Wenzel',
    {
      source:
        'Böttcher, Wenzel, The Frobenius norm and the commutator, Linear Algebra Appl. 429, 2008',
      statement: (x, y) => {
        const [a, b] = pair(x, y);
        const commutator = add(product(a, b), scale(negative(one), product(b, a)));
        return atMost(frobenius(commutator), scale(ratio(2n), mul(frobenius(a), frobenius(b))));
      },
    },
  ],
  //  0 < s, A − s I ⪰ 0 and t I − A ⪰ 0 give 4 s t (x'A x) (x'inv(A) x) ≤ (s + t)² (x'x)²
  [
    'Kantorovich',
    {
      source: 'Kantorovich 1948; Horn and Johnson, Matrix Analysis, theorem 7.4.41',
      statement: (s, t, x, v) => {
        const [low, high, a] = [scalar(s), scalar(t), square(x)];
        const u = vector(v, a.shape[0]);
        const [width, length] = [add(low, high), dot(u, u)];
        return given(
          [
            positive(low),
            is('psd', minus(a, times(low, eye(a)))),
            is('psd', minus(times(high, eye(a)), a)),
          ],
          atMost(
            scale(ratio(4n), mul(low, high, form(u, a, u), form(u, inverse(a), u))),
            mul(width, width, length, length),
          ),
        );
      },
    },
  ],
  //  A, B ⪰ 0 and A A ⪰ B B give A ⪰ B
  [
    'Löwner and Heinz',
    {
      source: 'Löwner, Über monotone Matrixfunktionen, Math. Z. 38, 1934',
      statement: (x, y) => {
        const [a, b] = pair(x, y);
        return given(
          [is('psd', a), is('psd', b), is('psd', minus(product(a, a), product(b, b)))],
          is('psd', minus(a, b)),
        );
      },
    },
  ],
  //  A, B ⪰ 0 give tr((A B)^k) ≤ tr(A^k B^k), k ≥ 1
  [
    'Lieb and Thirring',
    {
      source:
        'Lieb, Thirring, Studies in Mathematical Physics, 1976; Bhatia, Matrix Analysis, theorem IX.2.10',
      statement: (e, x, y) => {
        const [[a, b], k] = [pair(x, y), exponent(e)];
        return given(
          [is('psd', a), is('psd', b)],
          atMost(trace(power(product(a, b), k)), trace(product(power(a, k), power(b, k)))),
        );
      },
    },
  ],
  //  A, B ⪰ 0 give ‖A B‖^k ≤ ‖A^k B^k‖, k ≥ 1
  [
    'Cordes',
    {
      source:
        'Cordes, Spectral Theory of Linear Differential Operators, 1987; Bhatia, Matrix Analysis, theorem IX.2.1',
      statement: (e, x, y) => {
        const [[a, b], k] = [pair(x, y), exponent(e)];
        const one = norm(product(a, b));
        return given(
          [is('psd', a), is('psd', b)],
          atMost(
            mul(...Array.from({ length: k }, () => one)),
            norm(product(power(a, k), power(b, k))),
          ),
        );
      },
    },
  ],
]);
