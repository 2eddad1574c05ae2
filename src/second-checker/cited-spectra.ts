/**
 * Cited theorems about eigenvalues and singular values, stated a second time from their sources.
 */
import type { Table } from './fact-table.ts';
import { type Formula, compare, equal, is } from './formula.ts';
import {
  all,
  at,
  by,
  dim,
  dot,
  flip,
  gram,
  ifThen,
  lambda,
  matrix,
  most,
  mul,
  norm,
  ofOne,
  ofTwo,
  one,
  rank,
  sigma,
  some,
  square,
  symmetric,
  there,
  unit,
  vector,
  whole,
} from './matrix-words.ts';
import { demand } from './rational.ts';
import { type Term, add, constant, ein, identity, less, size } from './term.ts';

const ofPair =
  (f: (a: Term, b: Term) => Formula): ((a: Term | undefined, b: Term | undefined) => Formula) =>
  (a, b) =>
    ifThen([symmetric(square(a)), symmetric(square(b))], f(square(a), square(b)));

export const citedSpectra: Table = {
  Weyl: [
    3,
    (k, a, b) =>
      ofPair((A, B) => {
        const [x, y, gap, i] = [
          lambda(whole(k), A),
          lambda(whole(k), B),
          norm(less(A, B)),
          whole(k),
        ];
        return ifThen([there(i, A)], all(most(less(x, y), gap), most(less(y, x), gap)));
      })(a, b),
  ],
  'Weyl, sums': [
    4,
    (j, k, a, b) =>
      ofPair((A, B) => {
        const i = whole(j) + whole(k) - 1;
        return ifThen(
          [there(i, A)],
          most(lambda(i, add(A, B)), add(lambda(whole(j), A), lambda(whole(k), B))),
        );
      })(a, b),
  ],
  'Weyl, monotone': [
    3,
    (k, a, b) =>
      ofPair((A, B) =>
        ifThen(
          [there(whole(k), A), is('psd', less(A, B))],
          most(lambda(whole(k), B), lambda(whole(k), A)),
        ),
      )(a, b),
  ],
  'Weyl, singular values': ofTwo((a, b) =>
    all(
      most(less(sigma(a), sigma(b)), norm(less(a, b))),
      most(less(sigma(b), sigma(a)), norm(less(a, b))),
    ),
  ),
  'Eckart and Young': ofTwo((a, b) =>
    ifThen(
      [0, 1].map((axis) => compare(rank(b), size(dim(a, axis)), true)),
      most(sigma(a), norm(less(a, b))),
    ),
  ),
  'Yu, Wang and Samworth': [
    4,
    (a, b, x, y) =>
      ofPair((A, B) => {
        const [v, u] = [vector(x, dim(A, 0)), vector(y, dim(A, 0))];
        const [gap, moved] = [less(lambda(1, A), lambda(2, A)), norm(less(B, A))];
        const top = (M: Term, w: Term): Formula => equal(at(M, w), ein(',i->i', lambda(1, M), w));
        return ifThen(
          [there(2, A), unit(v), unit(u), top(A, v), top(B, u)],
          most(by(gap, gap, less(one, by(dot(u, v), dot(u, v)))), by(constant(4n), moved, moved)),
        );
      })(a, b),
  ],
  'polar decomposition': ofOne((a) => {
    const [m, n] = [dim(a, 0), dim(a, 1)];
    return ifThen(
      [most(size(m), size(n))],
      some('S#', [m, m], [a], (s) =>
        some('R#', [m, n], [a, s], (r) =>
          all(is('psd', s), equal(a, mul(s, r)), equal(mul(r, flip(r)), identity(m))),
        ),
      ),
    );
  }),
  'Ky Fan': [
    2,
    (a, u) => {
      const [A, U] = [square(a), matrix(u)];
      const k = dim(U, 1);
      demand(dim(U, 0) === dim(A, 0) && /^[1-9]\d?$/.test(k), 'a number of columns is wanted');
      const sum = [...Array(Number(k)).keys()]
        .map((j) => lambda(j + 1, A))
        .reduce((p, t) => add(p, t));
      return ifThen(
        [symmetric(A), equal(gram(U), identity(k))],
        most(ein('ia,ij,ja->', U, A, U), sum),
      );
    },
  ],
};
