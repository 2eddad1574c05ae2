/**
 * Norms, eigenvalues, ranks and the cited theorems about them, stated a second time from their
 * definitions.
 */
import type { Table } from './facts.ts';
import { type Formula, both, compare, equal, is, not } from './formula.ts';
import {
  absolute,
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
  kron,
  lambda,
  matrix,
  minus,
  most,
  mul,
  norm,
  nuclear,
  ofForm,
  ofKth,
  ofOne,
  ofScaled,
  ofTwo,
  one,
  rank,
  reach,
  scalar,
  sends,
  sigma,
  some,
  square,
  squares,
  symmetric,
  tall,
  there,
  times,
  trace,
  unit,
  vector,
  whole,
  zero,
} from './matrix-words.ts';
import { demand } from './rational.ts';
import { add, ein, identity, inverse, size, zeros } from './term.ts';
import { definiteMatrices } from './definite-matrices.ts';

export const spectra: Table = {
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

  'the norm is not negative': ofOne((a) => most(zero, norm(a))),
  'the norm bounds': ofForm((a, v) => most(reach(a, v), by(norm(a), norm(a), dot(v, v)))),
  'the norm is attained': ofOne((a) =>
    some('v#', [dim(a, 1)], [a], (v) => all(unit(v), equal(reach(a, v), by(norm(a), norm(a))))),
  ),
  'the norm is least': ofScaled((s, a) =>
    ifThen(
      [
        most(zero, s),
        every('v#', [dim(a, 1)], [a, s], (v) => most(reach(a, v), by(s, s, dot(v, v)))),
      ],
      most(norm(a), s),
    ),
  ),
  'the norm bounds a form': [
    3,
    (a, x, y) => {
      const [A, u, v] = [matrix(a), vector(x, dim(matrix(a), 0)), vector(y, dim(matrix(a), 1))];
      return most(by(form(u, A, v), form(u, A, v)), by(norm(A), norm(A), dot(u, u), dot(v, v)));
    },
  ],
  'the norm bounds a quadratic form': ofForm((a, v) => {
    const bar = by(norm(square(a)), dot(v, v));
    return all(most(form(v, a, v), bar), most(minus(form(v, a, v)), bar));
  }),
  'norm of the transpose': ofOne((a) => equal(norm(flip(a)), norm(a))),
  'norm of the negative': ofOne((a) => equal(norm(minus(a)), norm(a))),
  'norm of a sum': ofTwo((a, b) => most(norm(add(a, b)), add(norm(a), norm(b)))),
  'norm of a product': ofTwo((a, b) => most(norm(mul(a, b)), by(norm(a), norm(b)))),
  'norm of a multiple': ofScaled((s, a) => equal(norm(times(s, a)), by(absolute(s), norm(a)))),
  'norm of a positive multiple': ofScaled((s, a) =>
    ifThen([most(zero, s)], equal(norm(times(s, a)), by(s, norm(a)))),
  ),
  'norm of a Gram matrix': ofOne((a) => equal(norm(gram(a)), by(norm(a), norm(a)))),
  'norm of an outer product': [
    2,
    (x, y) => {
      const outer = ein('i,j->ij', vector(x), vector(y));
      return equal(
        by(norm(outer), norm(outer)),
        by(dot(vector(x), vector(x)), dot(vector(y), vector(y))),
      );
    },
  ],
  'norm of the identity': ofOne((a) => equal(norm(identity(dim(square(a), 0))), one)),
  'norm under an isometry': ofTwo((u, a) =>
    ifThen([equal(gram(u), identity(dim(u, 1)))], equal(norm(mul(u, a)), norm(a))),
  ),
  'norm and Frobenius norm': ofOne((a) =>
    all(most(by(norm(a), norm(a)), squares(a)), most(squares(a), by(rank(a), norm(a), norm(a)))),
  ),
  'Frobenius norm of a product': ofTwo((a, b) =>
    all(
      most(squares(mul(a, b)), by(norm(a), norm(a), squares(b))),
      most(squares(mul(a, b)), by(norm(b), norm(b), squares(a))),
    ),
  ),
  'norm of a symmetric matrix': ofOne((a) =>
    ifThen(
      [symmetric(square(a))],
      both('or', equal(norm(a), lambda(1, a)), equal(norm(a), lambda(1, minus(a)))),
    ),
  ),
  'norm of the inverse': ofOne((a) =>
    ifThen([is('invertible', square(a))], equal(by(norm(inverse(a)), sigma(a)), one)),
  ),

  ...definiteMatrices,

  'sigma_min is not negative': ofOne((a) => most(zero, sigma(a))),
  'sigma_min bounds': ofForm((a, v) =>
    ifThen([tall(a)], most(by(sigma(a), sigma(a), dot(v, v)), reach(a, v))),
  ),
  'sigma_min is attained': ofOne((a) =>
    ifThen(
      [tall(a)],
      some('v#', [dim(a, 1)], [a], (v) => all(unit(v), equal(reach(a, v), by(sigma(a), sigma(a))))),
    ),
  ),
  'sigma_min of the transpose': ofOne((a) => equal(sigma(flip(a)), sigma(a))),
  'sigma_min and norm': ofOne((a) => most(sigma(a), norm(a))),
  'sigma_min and rank': ofOne((a) => {
    const positive = compare(zero, sigma(a), true);
    const full = ['onto', 'one-to-one'].map((p) => is(p, a)) as [Formula, Formula];
    return all(
      ifThen([full[0]], positive),
      ifThen([full[1]], positive),
      ifThen([positive], both('or', ...full)),
    );
  }),

  'the nuclear norm is not negative': ofOne((a) => most(zero, nuclear(a))),
  'nuclear duality': ofTwo((a, b) => most(ein('ij,ij->', a, b), by(norm(a), nuclear(b)))),
  'the nuclear norm is attained': ofOne((b) =>
    some('U#', b.shape, [b], (u) =>
      all(most(norm(u), one), equal(ein('ij,ij->', u, b), nuclear(b))),
    ),
  ),
  'nuclear norm of the transpose': ofOne((a) => equal(nuclear(flip(a)), nuclear(a))),
  'nuclear norm of a sum': ofTwo((a, b) => most(nuclear(add(a, b)), add(nuclear(a), nuclear(b)))),
  'nuclear norm of a multiple': ofScaled((s, a) =>
    equal(nuclear(times(s, a)), by(absolute(s), nuclear(a))),
  ),
  'nuclear norm and norm': ofOne((a) =>
    all(most(norm(a), nuclear(a)), most(nuclear(a), by(rank(a), norm(a)))),
  ),
  'nuclear norm and Frobenius norm': ofOne((a) =>
    all(
      most(squares(a), by(nuclear(a), nuclear(a))),
      most(by(nuclear(a), nuclear(a)), by(rank(a), squares(a))),
    ),
  ),
  'nuclear norm of a psd matrix': ofOne((a) => ifThen([is('psd', a)], equal(nuclear(a), trace(a)))),

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
};
