/**
 * Ranks of sums, products and factorisations. Source: Horn and Johnson, Matrix Analysis, 2nd
 * edition, section 0.4.
 */
import { and, equal, implies, less, not } from '../formula.ts';
import { add, contract, zeros } from '../graph.ts';
import { fail } from '../seal.ts';
import type { Dim, Term } from '../term.ts';
import { all, matrix, product, facts, type Facts } from './fact.ts';
import { kronecker } from './determinants.ts';
import {
  apply,
  atMost,
  count,
  every,
  mul,
  notNegative,
  rank,
  size,
  some,
} from './spectral-terms.ts';

const source = 'Horn and Johnson, Matrix Analysis, section 0.4';
const rows = (a: Term | undefined): Dim => matrix(a).shape[0] as Dim;
const columns = (a: Term | undefined): Dim => matrix(a).shape[1] as Dim;
const outer = (u: Term, v: Term): Term => contract([u, v], ['i', 'j'], 'ij');
const vanishes = (a: Term, v: Term) => equal(apply(a, v), zeros([rows(a)]));

export const ranks: Facts = facts([
  [
    'rank and shape',
    {
      source,
      statement: (a) =>
        all(
          notNegative(rank(matrix(a))),
          atMost(rank(matrix(a)), size(rows(a))),
          atMost(rank(matrix(a)), size(columns(a))),
        ),
    },
  ],
  //  n ≥ 1, the dimension of the vector given
  [
    'a dimension is at least 1',
    {
      source: 'dimensions are positive whole numbers',
      statement: (x) =>
        atMost(
          count(1),
          size(
            x?.shape.length === 1
              ? (x.shape[0] as Dim)
              : fail('a vector of the dimension is wanted'),
          ),
        ),
    },
  ],
  [
    'rank of a product',
    {
      source,
      statement: (a, b) => {
        const whole = rank(product(matrix(a), matrix(b)));
        return and(atMost(whole, rank(matrix(a))), atMost(whole, rank(matrix(b))));
      },
    },
  ],
  //  rank(A ⊗ B) = rank A rank B
  [
    'rank of a Kronecker product',
    {
      source: 'Horn and Johnson, Topics in Matrix Analysis, theorem 4.2.15',
      statement: (a, b) =>
        equal(rank(kronecker(matrix(a), matrix(b))), mul(rank(matrix(a)), rank(matrix(b)))),
    },
  ],
  [
    'rank of a sum',
    {
      source,
      statement: (a, b) =>
        atMost(rank(add(matrix(a), matrix(b))), add(rank(matrix(a)), rank(matrix(b)))),
    },
  ],
  //  rank A + rank B ≤ n + rank AB, A m×n, B n×k
  [
    'rank inequality of Sylvester',
    {
      source: 'Sylvester 1884',
      statement: (a, b) =>
        atMost(
          add(rank(matrix(a)), rank(matrix(b))),
          add(size(columns(a)), rank(product(matrix(a), matrix(b)))),
        ),
    },
  ],
  //  rank A B + rank B C ≤ rank B + rank A B C
  [
    'rank inequality of Frobenius',
    {
      source: 'Frobenius 1911; Horn and Johnson, Matrix Analysis, 0.4.5(e)',
      statement: (a, b, c) => {
        const [x, y, z] = [matrix(a), matrix(b), matrix(c)];
        return atMost(
          add(rank(product(x, y)), rank(product(y, z))),
          add(rank(y), rank(product(product(x, y), z))),
        );
      },
    },
  ],
  //  what A sends to 0, B sends to 0: rank B ≤ rank A
  [
    'rank by a kernel',
    {
      source,
      statement: (a, b) => {
        if (columns(a) !== columns(b))
          return fail('kernels of matrices with different numbers of columns');
        return implies(
          every('v#', [columns(a)], [matrix(a), matrix(b)], (v) =>
            implies(vanishes(matrix(a), v), vanishes(matrix(b), v)),
          ),
          atMost(rank(matrix(b)), rank(matrix(a))),
        );
      },
    },
  ],
  //  rank A ≤ k: A = L R, L m×k, R k×n; k is the dimension of the vector given
  [
    'rank of a factorisation',
    {
      source,
      statement: (a, x) => {
        const k =
          x?.shape.length === 1
            ? (x.shape[0] as Dim)
            : fail('a vector of the inner dimension is wanted');
        return implies(
          atMost(rank(matrix(a)), size(k)),
          some('L#', [rows(a), k], [matrix(a)], (l) =>
            some('R#', [k, columns(a)], [matrix(a), l], (r) => equal(matrix(a), product(l, r))),
          ),
        );
      },
    },
  ],
  [
    'rank zero',
    {
      source,
      statement: (a) =>
        implies(atMost(rank(matrix(a)), zeros([])), equal(matrix(a), zeros(matrix(a).shape))),
    },
  ],
  //  ranks are whole numbers: rank A < rank B ⇒ 1 + rank A ≤ rank B, whatever the shapes
  [
    'rank above a rank',
    {
      source: `${source}: a rank is a number of columns`,
      statement: (a, b) =>
        implies(
          less(rank(matrix(a)), rank(matrix(b)), true),
          atMost(add(count(1), rank(matrix(a))), rank(matrix(b))),
        ),
    },
  ],
  //  fewer than n dimensions are left of n: some v ≠ 0 is sent to 0
  [
    'a kernel that is not 0',
    {
      source,
      statement: (a) =>
        implies(
          less(rank(matrix(a)), size(columns(a)), true),
          some('v#', [columns(a)], [matrix(a)], (v) =>
            and(not(equal(v, zeros([columns(a)]))), vanishes(matrix(a), v)),
          ),
        ),
    },
  ],
  //  rank A ≤ 1: A = u v'
  [
    'rank at most one',
    {
      source,
      statement: (a) =>
        implies(
          atMost(rank(matrix(a)), count(1)),
          some('u#', [rows(a)], [matrix(a)], (u) =>
            some('v#', [columns(a)], [matrix(a), u], (v) => equal(matrix(a), outer(u, v))),
          ),
        ),
    },
  ],
]);
