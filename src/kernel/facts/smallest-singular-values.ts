/** Facts about the smallest singular value. */
import { and, equal, implies, is, or } from '../formula.ts';
import { number } from '../graph.ts';
import { one } from '../ratio.ts';
import { type Facts, facts, flipped, matrix } from './fact.ts';
import { columns, decomposition, rows } from './norms.ts';
import {
  atMost,
  dot,
  mul,
  norm,
  notNegative,
  positive,
  sigmaMin,
  size,
  some,
  stretched,
  vector,
} from './spectral-terms.ts';

export const smallestSingularValues: Facts = facts([
  [
    'sigma_min is not negative',
    { source: decomposition, statement: (a) => notNegative(sigmaMin(matrix(a))) },
  ],
  //  of a matrix with no more columns than rows: σ_min(A) |v| ≤ |A v|; a wide one sends some v to 0
  [
    'sigma_min bounds',
    {
      source: decomposition,
      statement: (a, v) =>
        implies(
          atMost(size(columns(a)), size(rows(a))),
          atMost(
            mul(
              sigmaMin(matrix(a)),
              sigmaMin(matrix(a)),
              dot(vector(v, columns(a)), vector(v, columns(a))),
            ),
            stretched(matrix(a), vector(v, columns(a))),
          ),
        ),
    },
  ],
  [
    'sigma_min is attained',
    {
      source: decomposition,
      statement: (a) =>
        implies(
          atMost(size(columns(a)), size(rows(a))),
          some('v#', [columns(a)], [matrix(a)], (v) =>
            and(
              equal(dot(v, v), number(one)),
              equal(stretched(matrix(a), v), mul(sigmaMin(matrix(a)), sigmaMin(matrix(a)))),
            ),
          ),
        ),
    },
  ],
  [
    'sigma_min of the transpose',
    {
      source: decomposition,
      statement: (a) => equal(sigmaMin(flipped(matrix(a))), sigmaMin(matrix(a))),
    },
  ],
  [
    'sigma_min and norm',
    { source: decomposition, statement: (a) => atMost(sigmaMin(matrix(a)), norm(matrix(a))) },
  ],
  //  positive exactly where the rank is full
  [
    'sigma_min and rank',
    {
      source: decomposition,
      statement: (a) => {
        const some = positive(sigmaMin(matrix(a)));
        return and(
          and(implies(is('onto', matrix(a)), some), implies(is('one-to-one', matrix(a)), some)),
          implies(some, or(is('onto', matrix(a)), is('one-to-one', matrix(a)))),
        );
      },
    },
  ],
]);
