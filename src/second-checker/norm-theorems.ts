/** The norm, σ_min and the nuclear norm, stated a second time from their definitions. */
import type { Table } from './fact-table.ts';
import { type Formula, both, compare, equal, is } from './formula.ts';
import {
  absolute,
  all,
  by,
  dim,
  dot,
  every,
  flip,
  form,
  gram,
  ifThen,
  lambda,
  matrix,
  minus,
  most,
  mul,
  norm,
  nuclear,
  ofForm,
  ofOne,
  ofScaled,
  ofTwo,
  one,
  rank,
  reach,
  sigma,
  some,
  square,
  squares,
  symmetric,
  tall,
  times,
  trace,
  unit,
  vector,
  zero,
} from './matrix-words.ts';
import { add, ein, identity, inverse } from './term.ts';

export const normTheorems: Table = {
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
  'norm between definite bounds': ofScaled((s, a) => {
    const ball = times(s, identity(dim(square(a), 0)));
    return ifThen(
      [is('psd', add(ball, minus(square(a)))), is('psd', add(ball, square(a)))],
      most(norm(a), s),
    );
  }),
  'norm of the inverse': ofOne((a) =>
    ifThen([is('invertible', square(a))], equal(by(norm(inverse(a)), sigma(a)), one)),
  ),

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
  'nuclear norm under an isometry': ofTwo((u, a) =>
    ifThen([equal(gram(u), identity(dim(u, 1)))], equal(nuclear(mul(u, a)), nuclear(a))),
  ),
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
};
