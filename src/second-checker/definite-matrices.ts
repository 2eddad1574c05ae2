/**
 * Definite matrices, stated a second time: signs of determinants and traces, and what keeps or
 * turns the order.
 */
import type { Table } from './fact-table.ts';
import { both, compare, equal, is } from './formula.ts';
import {
  all,
  at,
  by,
  det,
  dim,
  form,
  ifThen,
  lambda,
  minus,
  most,
  mul,
  ofForm,
  ofOne,
  ofTwo,
  one,
  sigma,
  square,
  trace,
  vector,
  zero,
} from './matrix-words.ts';
import { type Term, add, identity, inverse, less, operation, zeros } from './term.ts';

const root = (a: Term): Term => operation('sqrtm', square(a));

export const definiteMatrices: Table = {
  'a pd matrix is psd': ofOne((a) => both('implies', is('pd', square(a)), is('psd', square(a)))),
  'det of a definite matrix': ofOne((a) =>
    all(
      ifThen([is('psd', square(a))], most(zero, det(a))),
      ifThen([is('pd', a)], compare(zero, det(a), true)),
    ),
  ),
  'trace of a definite matrix': ofOne((a) =>
    ifThen([is('pd', square(a))], compare(zero, trace(a), true)),
  ),
  'det of I and a psd matrix': ofOne((a) => {
    const unit = identity(dim(square(a), 0));
    return ifThen([is('psd', a)], most(add(trace(a), one), det(add(a, unit))));
  }),
  'sigma_min of a psd matrix': ofOne((a) =>
    ifThen([is('psd', square(a))], equal(sigma(a), minus(lambda(1, minus(a))))),
  ),
  'a form that vanishes': ofForm((a, v) =>
    ifThen([is('psd', square(a)), equal(form(v, a, v), zero)], equal(at(a, v), zeros([dim(a, 0)]))),
  ),
  'Cauchy and Schwarz for a psd form': [
    3,
    (a, x, y) => {
      const n = dim(square(a), 0);
      const [u, v] = [vector(x, n), vector(y, n)];
      const [uu, uv, vv] = [form(u, a as Term, u), form(u, a as Term, v), form(v, a as Term, v)];
      return ifThen([is('psd', a as Term)], most(by(uv, uv), by(uu, vv)));
    },
  ],
  'trace of a product of psd matrices': ofTwo((a, b) =>
    ifThen([is('psd', square(a)), is('psd', square(b))], most(zero, trace(mul(a, b)))),
  ),
  'product of commuting psd matrices': ofTwo((a, b) =>
    ifThen(
      [is('psd', square(a)), is('psd', square(b)), equal(mul(a, b), mul(b, a))],
      is('psd', mul(a, b)),
    ),
  ),
  'inverse of a definite matrix': ofOne((a) => ifThen([is('pd', square(a))], is('pd', inverse(a)))),
  'inverses in the opposite order': ofTwo((a, b) =>
    ifThen(
      [is('pd', square(b)), is('psd', less(square(a), b))],
      is('psd', less(inverse(b), inverse(a))),
    ),
  ),
  'root of a psd matrix': ofOne((a) =>
    ifThen([is('psd', square(a))], all(is('psd', root(a)), equal(mul(root(a), root(a)), a))),
  ),
  'root of a pd matrix': ofOne((a) => ifThen([is('pd', square(a))], is('pd', root(a)))),
  'the root is one': ofTwo((a, b) =>
    ifThen([is('psd', square(a)), is('psd', square(b)), equal(mul(a, a), mul(b, b))], equal(a, b)),
  ),
  'a root commutes': ofTwo((a, b) =>
    ifThen(
      [is('psd', square(a)), equal(mul(mul(a, a), square(b)), mul(mul(b, a), a))],
      equal(mul(a, b), mul(b, a)),
    ),
  ),
  'inverses in the strict opposite order': ofTwo((a, b) =>
    ifThen(
      [is('pd', square(b)), is('pd', less(square(a), b))],
      is('pd', less(inverse(b), inverse(a))),
    ),
  ),
  'determinants in the same order': ofTwo((a, b) =>
    ifThen([is('psd', square(b)), is('psd', less(square(a), b))], most(det(b), det(a))),
  ),
};
