/**
 * Roots of positive semidefinite matrices. `sqrtm` means nothing of other matrices: each fact about
 * it has its condition. Source: Horn and Johnson, Matrix Analysis, theorem 7.2.6.
 */
import { equal, is } from '../formula.ts';
import { operation } from '../graph.ts';
import { fail } from '../seal.ts';
import type { Term } from '../term.ts';
import { all, facts, product, square, type Facts } from './fact.ts';
import { given } from './spectral-terms.ts';

const source = 'Horn and Johnson, Matrix Analysis, theorem 7.2.6';
const root = (a: Term): Term => operation('sqrtm', a);
const pair = (a: Term | undefined, b: Term | undefined): readonly [Term, Term] =>
  square(a).shape[0] === square(b).shape[0]
    ? [square(a), square(b)]
    : fail('two square matrices of one size are wanted');

export const matrixRoots: Facts = facts([
  //  A ⪰ 0: √A ⪰ 0 and √A √A = A
  [
    'root of a psd matrix',
    {
      source,
      statement: (x) => {
        const a = square(x);
        return given([is('psd', a)], all(is('psd', root(a)), equal(product(root(a), root(a)), a)));
      },
    },
  ],
  //  A ≻ 0: √A ≻ 0
  [
    'root of a pd matrix',
    { source, statement: (a) => given([is('pd', square(a))], is('pd', root(square(a)))) },
  ],
  //  S, R ⪰ 0 and S S = R R give S = R
  [
    'the root is one',
    {
      source,
      statement: (x, y) => {
        const [s, r] = pair(x, y);
        return given(
          [is('psd', s), is('psd', r), equal(product(s, s), product(r, r))],
          equal(s, r),
        );
      },
    },
  ],
  //  S ⪰ 0 and S S B = B S S give S B = B S: S is a polynomial of S S
  [
    'a root commutes',
    {
      source,
      statement: (x, y) => {
        const [s, b] = pair(x, y);
        const squared = product(s, s);
        return given(
          [is('psd', s), equal(product(squared, b), product(b, squared))],
          equal(product(s, b), product(b, s)),
        );
      },
    },
  ],
]);
