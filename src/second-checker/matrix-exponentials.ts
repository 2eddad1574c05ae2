/** Facts about exponentials and logarithms of matrices, written a second time. */
import type { Table } from './fact-table.ts';
import { equal, is } from './formula.ts';
import {
  all,
  at,
  det,
  dim,
  flip,
  ifThen,
  matrix,
  minus,
  mul,
  ofOne,
  ofTwo,
  scalar,
  square,
  symmetric,
  times,
  trace,
  vector,
} from './matrix-words.ts';
import { add, ein, identity, jet, less, operation, zeros, type Term } from './term.ts';

const expm = (a: Term): Term => operation('expm', square(a));
const logm = (a: Term): Term => operation('logm', square(a));
const eye = (a: Term): Term => identity(dim(a, 0));
const exp = (s: Term): Term =>
  jet({ name: 'exp', family: [], inputs: [null], output: null }, [0], [scalar(s)]);

export const matrixExponentials: Table = {
  'exponentials of opposite matrices': ofOne((a) => equal(mul(expm(a), expm(minus(a))), eye(a))),
  'exponential of the zero matrix': ofOne((a) => equal(expm(zeros(square(a).shape)), eye(a))),
  'exponential of the transpose': ofOne((a) => equal(expm(flip(a)), flip(expm(a)))),
  'exponential of a sum of commuting matrices': ofTwo((a, b) =>
    ifThen(
      [equal(mul(square(a), square(b)), mul(b, a))],
      equal(expm(add(a, b)), mul(expm(a), expm(b))),
    ),
  ),
  'exponentials on both sides of a matrix': [
    3,
    (a, b, c) =>
      ifThen(
        [equal(mul(square(a), matrix(b)), mul(b as Term, square(c)))],
        equal(mul(expm(a as Term), b as Term), mul(b as Term, expm(c as Term))),
      ),
  ],
  'exponential at an eigenvector': [
    3,
    (a, v, s) => {
      const on = vector(v, dim(square(a), 0));
      const scaled = (c: Term): Term => ein(',i->i', c, on);
      return ifThen(
        [equal(at(a as Term, on), scaled(scalar(s)))],
        equal(at(expm(a as Term), on), scaled(exp(s as Term))),
      );
    },
  ],
  'exponential of a multiple of I': [
    2,
    (s, a) => {
      const i = eye(square(a));
      return equal(expm(times(scalar(s), i)), times(exp(s as Term), i));
    },
  ],
  'determinant of an exponential': ofOne((a) => equal(det(expm(a)), exp(trace(a)))),
  'exponential of a symmetric matrix': ofOne((a) =>
    ifThen([symmetric(square(a))], is('pd', expm(a))),
  ),
  'exponential above its tangent': ofOne((a) =>
    ifThen([symmetric(square(a))], is('psd', less(expm(a), add(eye(a), a)))),
  ),
  'logarithm of a pd matrix': ofOne((a) =>
    ifThen([is('pd', square(a))], all(symmetric(logm(a)), equal(expm(logm(a)), a))),
  ),
  'the symmetric logarithm is one': ofTwo((a, b) =>
    ifThen([symmetric(square(a)), symmetric(square(b)), equal(expm(a), expm(b))], equal(a, b)),
  ),
};
