/** Definite matrices: signs of determinants and traces, and what keeps or turns the order A ⪰ B. */
import { and, equal, implies, is } from '../formula.ts';
import { add, inverse, number, scale, zeros } from '../graph.ts';
import { negative, one } from '../ratio.ts';
import type { Term } from '../term.ts';
import { det, eye, product, square, trace, facts, type Facts } from './fact.ts';
import {
  apply,
  atMost,
  form,
  given,
  lambda,
  mul,
  negated,
  notNegative,
  positive,
  sigmaMin,
  vector,
} from './spectral-terms.ts';

const minus = (a: Term, b: Term): Term => add(a, scale(negative(one), b));
const above = (a: Term | undefined, b: Term | undefined) => is('psd', minus(square(a), square(b)));

export const definite: Facts = facts([
  [
    'a pd matrix is psd',
    { source: 'definition', statement: (a) => implies(is('pd', square(a)), is('psd', square(a))) },
  ],
  [
    'det of a definite matrix',
    {
      source: 'Horn and Johnson, Matrix Analysis, theorem 7.2.1 and corollary 7.2.4',
      statement: (a) =>
        and(
          implies(is('psd', square(a)), notNegative(det(square(a)))),
          implies(is('pd', square(a)), positive(det(square(a)))),
        ),
    },
  ],
  //  the diagonal of a positive definite matrix is positive
  [
    'trace of a definite matrix',
    {
      source: 'definition',
      statement: (a) => implies(is('pd', square(a)), positive(trace(square(a)))),
    },
  ],
  //  det(I + A) = Π (1 + λᵢ) ≥ 1 + Σ λᵢ, for no eigenvalue is negative
  [
    'det of I and a psd matrix',
    {
      source: 'det(I + A) = Π (1 + λᵢ), multiplied out',
      statement: (a) =>
        implies(
          is('psd', square(a)),
          atMost(add(number(one), trace(square(a))), det(add(eye(square(a)), square(a)))),
        ),
    },
  ],
  //  A positive semidefinite: its singular values are its eigenvalues
  [
    'sigma_min of a psd matrix',
    {
      source: 'Horn and Johnson, Matrix Analysis, theorem 4.1.5',
      statement: (a) =>
        implies(
          is('psd', square(a)),
          equal(sigmaMin(square(a)), negated(lambda(1, negated(square(a))))),
        ),
    },
  ],
  //  A positive semidefinite and x'A x = 0: A x = 0
  [
    'a form that vanishes',
    {
      source: 'Horn and Johnson, Matrix Analysis, observation 7.1.6',
      statement: (a, x) => {
        const v = vector(x, square(a).shape[0]);
        return given(
          [is('psd', square(a)), equal(form(v, square(a), v), zeros([]))],
          equal(apply(square(a), v), zeros(v.shape)),
        );
      },
    },
  ],
  //  A positive semidefinite: (x'A y)² ≤ (x'A x) (y'A y)
  [
    'Cauchy and Schwarz for a psd form',
    {
      source: 'Horn and Johnson, Matrix Analysis, theorem 5.1.4 for √A x and √A y',
      statement: (a, x, y) => {
        const m = square(a);
        const [u, v] = [vector(x, m.shape[0]), vector(y, m.shape[0])];
        return implies(
          is('psd', m),
          atMost(mul(form(u, m, v), form(u, m, v)), mul(form(u, m, u), form(v, m, v))),
        );
      },
    },
  ],
  //  A and B positive semidefinite: tr A B = |√A √B|_F² ≥ 0
  [
    'trace of a product of psd matrices',
    {
      source: 'Horn and Johnson, Matrix Analysis, section 7.2',
      statement: (a, b) =>
        given(
          [is('psd', square(a)), is('psd', square(b))],
          notNegative(trace(product(square(a), square(b)))),
        ),
    },
  ],
  //  A and B positive semidefinite, A B = B A: A B is positive semidefinite
  [
    'product of commuting psd matrices',
    {
      source:
        'Horn and Johnson, Matrix Analysis, theorem 4.1.6: commuting symmetric matrices are diagonal in one basis',
      statement: (a, b) =>
        given(
          [
            is('psd', square(a)),
            is('psd', square(b)),
            equal(product(square(a), square(b)), product(square(b), square(a))),
          ],
          is('psd', product(square(a), square(b))),
        ),
    },
  ],
  //  A ≻ 0: inv(A) ≻ 0
  [
    'inverse of a definite matrix',
    {
      source: 'Horn and Johnson, Matrix Analysis, section 7.1',
      statement: (a) => implies(is('pd', square(a)), is('pd', inverse(square(a)))),
    },
  ],
  //  B ≻ 0 and A ⪰ B: inv(B) ⪰ inv(A)
  [
    'inverses in the opposite order',
    {
      source: 'Horn and Johnson, Matrix Analysis, corollary 7.7.4',
      statement: (a, b) =>
        given(
          [is('pd', square(b)), above(a, b)],
          is('psd', minus(inverse(square(b)), inverse(square(a)))),
        ),
    },
  ],
  //  B ≻ 0 and A − B ≻ 0: inv(B) − inv(A) ≻ 0
  [
    'inverses in the strict opposite order',
    {
      source: 'Horn and Johnson, Matrix Analysis, corollary 7.7.4',
      statement: (a, b) =>
        given(
          [is('pd', square(b)), is('pd', minus(square(a), square(b)))],
          is('pd', minus(inverse(square(b)), inverse(square(a)))),
        ),
    },
  ],
  //  B ⪰ 0 and A ⪰ B: det A ≥ det B
  [
    'determinants in the same order',
    {
      source: 'Horn and Johnson, Matrix Analysis, corollary 7.7.4',
      statement: (a, b) =>
        given([is('psd', square(b)), above(a, b)], atMost(det(square(b)), det(square(a)))),
    },
  ],
]);
