/** Ranks and the cited theorems about them, stated a second time from their definitions. */
import type { Table } from './fact-table.ts';
import { compare, equal, not } from './formula.ts';
import {
  all,
  by,
  dim,
  every,
  ifThen,
  kron,
  matrix,
  most,
  mul,
  ofOne,
  ofTwo,
  one,
  rank,
  sends,
  some,
  vector,
  zero,
} from './matrix-words.ts';
import { demand } from './rational.ts';
import { add, ein, size, zeros } from './term.ts';

export const rankTheorems: Table = {
  'rank and shape': ofOne((a) =>
    all(most(zero, rank(a)), most(rank(a), size(dim(a, 0))), most(rank(a), size(dim(a, 1)))),
  ),
  'a dimension is at least 1': [1, (v) => most(one, size(dim(vector(v), 0)))],
  'rank of a product': ofTwo((a, b) =>
    all(most(rank(mul(a, b)), rank(a)), most(rank(mul(a, b)), rank(b))),
  ),
  'rank of a Kronecker product': ofTwo((a, b) => equal(rank(kron(a, b)), by(rank(a), rank(b)))),
  'rank of a sum': ofTwo((a, b) => most(rank(add(a, b)), add(rank(a), rank(b)))),
  'rank inequality of Sylvester': ofTwo((a, b) =>
    most(add(rank(a), rank(b)), add(size(dim(a, 1)), rank(mul(a, b)))),
  ),
  'rank inequality of Frobenius': [
    3,
    (a, b, c) => {
      const [A, B, C] = [matrix(a), matrix(b), matrix(c)];
      const [front, back] = [mul(A, B), mul(B, C)];
      return most(add(rank(front), rank(back)), add(rank(B), rank(mul(A, back))));
    },
  ],
  'rank by a kernel': ofTwo((a, b) => {
    demand(dim(a, 1) === dim(b, 1), 'matrices with as many columns are wanted');
    return ifThen(
      [every('v#', [dim(a, 1)], [a, b], (v) => ifThen([sends(a, v)], sends(b, v)))],
      most(rank(b), rank(a)),
    );
  }),
  'rank of a factorisation': [
    2,
    (a, x) => {
      const [A, k] = [matrix(a), dim(vector(x), 0)];
      return ifThen(
        [most(rank(A), size(k))],
        some('L#', [dim(A, 0), k], [A], (l) =>
          some('R#', [k, dim(A, 1)], [A, l], (r) => equal(A, mul(l, r))),
        ),
      );
    },
  ],
  'rank zero': ofOne((a) => ifThen([most(rank(a), zero)], equal(a, zeros(a.shape)))),
  'rank above a rank': ofTwo((a, b) =>
    ifThen([compare(rank(a), rank(b), true)], most(add(one, rank(a)), rank(b))),
  ),
  'a kernel that is not 0': ofOne((a) =>
    ifThen(
      [compare(rank(a), size(dim(a, 1)), true)],
      some('v#', [dim(a, 1)], [a], (v) => all(not(equal(v, zeros(v.shape))), sends(a, v))),
    ),
  ),
  'rank at most one': ofOne((a) =>
    ifThen(
      [most(rank(a), one)],
      some('u#', [dim(a, 0)], [a], (u) =>
        some('v#', [dim(a, 1)], [a, u], (v) => equal(a, ein('i,j->ij', u, v))),
      ),
    ),
  ),
};
