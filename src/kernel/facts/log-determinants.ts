/** Logarithms of determinants of positive definite matrices, at every size. */
import { equal, implies, is } from '../formula.ts';
import { add, contract, scale } from '../graph.ts';
import { atEntries, logarithm } from '../laws.ts';
import { negative, one } from '../ratio.ts';
import { fail } from '../seal.ts';
import type { Dim, Term } from '../term.ts';
import { isCoordinate } from './coordinates.ts';
import { det, eye, facts, product, scalar, square, times, trace, type Facts } from './fact.ts';
import { atMost, dot, every, given, mul, positive, size } from './spectral-terms.ts';

const side = (a: Term): Dim => a.shape[0] as Dim;
const minus = (a: Term, b: Term): Term => add(a, scale(negative(one), b));
const logdet = (a: Term): Term => logarithm(det(a));

export const logDeterminants: Facts = facts([
  //  A and B positive definite, B C = I: log det A ≤ log det B + tr(C A) − n
  [
    'logdet below its tangent',
    {
      source: 'log t ≤ t − 1 at each eigenvalue of A relative to B, Boyd and Vandenberghe, 3.1.5',
      statement: (x, y, z) => {
        const [a, b, c] = [square(x), square(y), square(z)];
        if (side(a) !== side(b)) return fail('matrices of one size are wanted');
        return given(
          [is('pd', a), is('pd', b), equal(product(b, c), eye(b))],
          atMost(logdet(a), minus(add(logdet(b), trace(product(c, a))), size(side(a)))),
        );
      },
    },
  ],
  //  s > 0: log det(s I) = n log s; `a` gives the size
  [
    'logdet of a multiple of the identity',
    {
      source: 'Leibniz formula',
      statement: (s, a) =>
        implies(
          positive(scalar(s)),
          equal(
            logdet(times(scalar(s), eye(square(a)))),
            mul(size(side(square(a))), logarithm(scalar(s))),
          ),
        ),
    },
  ],
  //  d_i > 0 for all i: log det diag(d) = Σ log d_i
  [
    'logdet of a diagonal matrix',
    {
      source: 'Leibniz formula',
      statement: (d) => {
        if (d?.shape.length !== 1) return fail('a vector is wanted');
        return implies(
          every('e#', d.shape, [d], (e) => implies(isCoordinate(e), positive(dot(e, d)))),
          equal(logdet(contract([d], ['i'], 'ii')), contract([atEntries('log', d)], ['i'], '')),
        );
      },
    },
  ],
]);
