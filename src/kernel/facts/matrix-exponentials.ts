/**
 * Exponentials of square matrices and logarithms of positive definite ones. `logm` means nothing of
 * other matrices: each fact about it has its condition. Source: Higham, Functions of Matrices,
 * sections 1.2, 1.7, 10.1 and 11.1.
 */
import { equal, is } from '../formula.ts';
import { add, contract, operation, zeros } from '../graph.ts';
import { valueOf } from '../laws.ts';
import { fail } from '../seal.ts';
import type { Term } from '../term.ts';
import {
  all,
  det,
  eye,
  facts,
  flipped,
  isSymmetric,
  matrix,
  product,
  scalar,
  square,
  times,
  trace,
  type Facts,
} from './fact.ts';
import { apply, given, minus, negated, vector } from './spectral-terms.ts';

const source = 'Higham, Functions of Matrices, section 10.1';
const exp = (a: Term): Term => operation('expm', square(a));
const log = (a: Term): Term => operation('logm', square(a));
const alike = (a: Term | undefined, b: Term | undefined): readonly [Term, Term] =>
  square(a).shape[0] === square(b).shape[0]
    ? [square(a), square(b)]
    : fail('two square matrices of one size are wanted');

export const matrixExponentials: Facts = facts([
  //  e^A e^-A = I
  [
    'exponentials of opposite matrices',
    {
      source,
      statement: (x) => {
        const a = square(x);
        return equal(product(exp(a), exp(negated(a))), eye(a));
      },
    },
  ],
  [
    'exponential of the zero matrix',
    {
      source,
      statement: (x) => {
        const a = square(x);
        return equal(exp(zeros(a.shape)), eye(a));
      },
    },
  ],
  [
    'exponential of the transpose',
    { source, statement: (a) => equal(exp(flipped(square(a))), flipped(exp(square(a)))) },
  ],
  //  A B = B A gives e^(A + B) = e^A e^B
  [
    'exponential of a sum of commuting matrices',
    {
      source,
      statement: (x, y) => {
        const [a, b] = alike(x, y);
        return given(
          [equal(product(a, b), product(b, a))],
          equal(exp(add(a, b)), product(exp(a), exp(b))),
        );
      },
    },
  ],
  //  A B = B C gives e^A B = B e^C, for B of any shape
  [
    'exponentials on both sides of a matrix',
    {
      source,
      statement: (x, y, z) => {
        const [a, b, c] = [square(x), matrix(y), square(z)];
        return given(
          [equal(product(a, b), product(b, c))],
          equal(product(exp(a), b), product(b, exp(c))),
        );
      },
    },
  ],
  //  A v = s v gives e^A v = e^s v
  [
    'exponential at an eigenvector',
    {
      source,
      statement: (x, y, z) => {
        const [a, v, s] = [square(x), vector(y, square(x).shape[0]), scalar(z)];
        return given(
          [equal(apply(a, v), contract([s, v], ['', 'i'], 'i'))],
          equal(apply(exp(a), v), contract([valueOf('exp', s), v], ['', 'i'], 'i')),
        );
      },
    },
  ],
  //  e^(s I) = e^s I
  [
    'exponential of a multiple of I',
    {
      source,
      statement: (x, y) => {
        const [s, a] = [scalar(x), square(y)];
        return equal(exp(times(s, eye(a))), times(valueOf('exp', s), eye(a)));
      },
    },
  ],
  [
    'determinant of an exponential',
    { source, statement: (a) => equal(det(exp(square(a))), valueOf('exp', trace(square(a)))) },
  ],
  [
    'exponential of a symmetric matrix',
    { source, statement: (a) => given([isSymmetric(square(a))], is('pd', exp(square(a)))) },
  ],
  //  A' = A gives e^A ⪰ I + A: e^λ ≥ 1 + λ at each eigenvalue
  [
    'exponential above its tangent',
    {
      source: 'Higham, Functions of Matrices, section 1.2',
      statement: (x) => {
        const a = square(x);
        return given([isSymmetric(a)], is('psd', minus(exp(a), add(eye(a), a))));
      },
    },
  ],
  //  A ≻ 0: log A is symmetric, and e^(log A) = A
  [
    'logarithm of a pd matrix',
    {
      source: 'Higham, Functions of Matrices, section 11.1',
      statement: (x) => {
        const a = square(x);
        return given([is('pd', a)], all(isSymmetric(log(a)), equal(exp(log(a)), a)));
      },
    },
  ],
  //  S, R symmetric and e^S = e^R give S = R
  [
    'the symmetric logarithm is one',
    {
      source: 'Higham, Functions of Matrices, section 1.7',
      statement: (x, y) => {
        const [s, r] = alike(x, y);
        return given([isSymmetric(s), isSymmetric(r), equal(exp(s), exp(r))], equal(s, r));
      },
    },
  ],
]);
