/**
 * All tables about spectra, and those of eigenvalues, stated a second time from their
 * definitions.
 */
import type { Table } from './fact-table.ts';
import { equal, is } from './formula.ts';
import {
  all,
  at,
  by,
  dim,
  dot,
  every,
  flip,
  form,
  gram,
  ifThen,
  lambda,
  minus,
  most,
  mul,
  norm,
  ofForm,
  ofKth,
  ofOne,
  ofTwo,
  scalar,
  some,
  square,
  symmetric,
  there,
  times,
  trace,
  unit,
  vector,
  whole,
  zero,
} from './matrix-words.ts';
import { add, ein, identity } from './term.ts';
import { definiteMatrices } from './definite-matrices.ts';
import { productsInEitherOrder } from './powers-of-products.ts';
import { logDeterminantFacts } from './log-determinants.ts';
import { matrixExponentials } from './matrix-exponentials.ts';
import { normTheorems } from './norm-theorems.ts';
import { rankTheorems } from './rank-theorems.ts';

export const spectra: Table = {
  ...rankTheorems,
  ...normTheorems,
  ...definiteMatrices,
  ...matrixExponentials,
  ...logDeterminantFacts,
  ...productsInEitherOrder,

  'the largest eigenvalue bounds': ofForm((a, v) =>
    ifThen([symmetric(square(a))], most(form(v, a, v), by(lambda(1, a), dot(v, v)))),
  ),
  'an eigenvalue is attained': ofKth((k, a) =>
    ifThen(
      [there(k, a)],
      some('v#', [dim(a, 0)], [a], (v) =>
        all(unit(v), equal(at(a, v), ein(',i->i', lambda(k, a), v))),
      ),
    ),
  ),
  'eigenvalues descend': ofKth((k, a) =>
    ifThen([there(k + 1, a)], most(lambda(k + 1, a), lambda(k, a))),
  ),
  'the second eigenvalue bounds': [
    3,
    (a, x, y) => {
      const [A, v, w] = [square(a), vector(x, dim(square(a), 0)), vector(y, dim(square(a), 0))];
      return ifThen(
        [
          symmetric(A),
          there(2, A),
          unit(v),
          equal(at(A, v), ein(',i->i', lambda(1, A), v)),
          equal(dot(v, w), zero),
        ],
        most(form(w, A, w), by(lambda(2, A), dot(w, w))),
      );
    },
  ],
  'eigenvalue and norm': ofKth((k, a) =>
    ifThen([there(k, a)], all(most(lambda(k, a), norm(a)), most(minus(norm(a)), lambda(k, a)))),
  ),
  'largest eigenvalue of a Gram matrix': ofOne((a) =>
    equal(lambda(1, gram(a)), by(norm(a), norm(a))),
  ),
  'eigenvalues of a psd matrix': [
    2,
    (k, a) =>
      ifThen(
        [is('psd', square(a)), there(whole(k), square(a))],
        all(
          most(zero, lambda(whole(k), square(a))),
          most(lambda(whole(k), square(a)), trace(square(a))),
        ),
      ),
  ],
  'eigenvalue of a multiple': [
    3,
    (s, k, a) => {
      const [c, A] = [scalar(s), square(a)];
      return ifThen(
        [symmetric(A), there(whole(k), A), most(zero, c)],
        equal(lambda(whole(k), times(c, A)), by(c, lambda(whole(k), A))),
      );
    },
  ],
  'eigenvalue of a shift': [
    3,
    (s, k, a) => {
      const [c, A] = [scalar(s), square(a)];
      return ifThen(
        [symmetric(A), there(whole(k), A)],
        equal(lambda(whole(k), add(A, times(c, identity(dim(A, 0))))), add(lambda(whole(k), A), c)),
      );
    },
  ],
  'square root': ofOne((a) =>
    ifThen(
      [is('psd', a)],
      some('R#', a.shape, [a], (r) => all(is('psd', r), equal(a, mul(r, r)))),
    ),
  ),
  'spectral theorem': ofOne((a) =>
    ifThen(
      [symmetric(square(a))],
      some('U#', a.shape, [a], (u) =>
        some('d#', [dim(a, 0)], [a, u], (d) =>
          all(
            equal(gram(u), identity(dim(a, 0))),
            equal(gram(flip(u)), identity(dim(a, 0))),
            equal(a, ein('ik,k,jk->ij', u, d, u)),
          ),
        ),
      ),
    ),
  ),
  'a shared eigenvector': ofTwo((a, b) =>
    ifThen(
      [symmetric(square(a)), symmetric(square(b)), equal(mul(a, b), mul(b, a))],
      some('h#', [], [a, b], (h) =>
        some('v#', [dim(a, 0)], [a, b, h], (v) =>
          all(
            unit(v),
            equal(at(a, v), ein(',i->i', h, v)),
            every('x#', [dim(a, 0)], [a, b, h, v], (x) =>
              most(by(form(v, b, v), dot(x, x)), form(x, b, x)),
            ),
          ),
        ),
      ),
    ),
  ),
};
