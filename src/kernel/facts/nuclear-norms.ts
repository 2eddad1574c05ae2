/** Facts about the nuclear norm. */
import { and, equal, implies, is } from '../formula.ts';
import { add, contract, identity, number } from '../graph.ts';
import { valueOf } from '../laws.ts';
import { one } from '../ratio.ts';
import {
  type Facts,
  facts,
  flipped,
  matrix,
  product,
  scalar,
  square,
  times,
  trace,
} from './fact.ts';
import { columns, decomposition, rows } from './norms.ts';
import {
  atMost,
  frobenius,
  mul,
  norm,
  notNegative,
  nuclear,
  rank,
  some,
} from './spectral-terms.ts';

export const nuclearNorms: Facts = facts([
  [
    'the nuclear norm is not negative',
    { source: decomposition, statement: (a) => notNegative(nuclear(matrix(a))) },
  ],
  //  tr A'B ≤ ‖A‖ ‖B‖_*
  [
    'nuclear duality',
    {
      source: 'von Neumann, Some matrix inequalities and metrization of matric space, 1937',
      statement: (a, b) =>
        atMost(
          contract([matrix(a), matrix(b)], ['ij', 'ij'], ''),
          mul(norm(matrix(a)), nuclear(matrix(b))),
        ),
    },
  ],
  [
    'the nuclear norm is attained',
    {
      source: decomposition,
      statement: (b) =>
        some('U#', [rows(b), columns(b)], [matrix(b)], (u) =>
          and(
            atMost(norm(u), number(one)),
            equal(contract([u, matrix(b)], ['ij', 'ij'], ''), nuclear(matrix(b))),
          ),
        ),
    },
  ],
  [
    'nuclear norm of the transpose',
    {
      source: decomposition,
      statement: (a) => equal(nuclear(flipped(matrix(a))), nuclear(matrix(a))),
    },
  ],
  //  U'U = I gives ‖U A‖_* = ‖A‖_*
  [
    'nuclear norm under an isometry',
    {
      source: decomposition,
      statement: (u, a) =>
        implies(
          equal(product(flipped(matrix(u)), matrix(u)), identity(columns(u))),
          equal(nuclear(product(matrix(u), matrix(a))), nuclear(matrix(a))),
        ),
    },
  ],
  [
    'nuclear norm of a sum',
    {
      source: decomposition,
      statement: (a, b) =>
        atMost(nuclear(add(matrix(a), matrix(b))), add(nuclear(matrix(a)), nuclear(matrix(b)))),
    },
  ],
  [
    'nuclear norm of a multiple',
    {
      source: decomposition,
      statement: (s, a) =>
        equal(
          nuclear(times(scalar(s), matrix(a))),
          mul(valueOf('abs', scalar(s)), nuclear(matrix(a))),
        ),
    },
  ],
  //  ‖A‖ ≤ ‖A‖_* ≤ rank(A) ‖A‖
  [
    'nuclear norm and norm',
    {
      source: decomposition,
      statement: (a) =>
        and(
          atMost(norm(matrix(a)), nuclear(matrix(a))),
          atMost(nuclear(matrix(a)), mul(rank(matrix(a)), norm(matrix(a)))),
        ),
    },
  ],
  //  ‖A‖_F² ≤ ‖A‖_*² ≤ rank(A) ‖A‖_F²
  [
    'nuclear norm and Frobenius norm',
    {
      source: decomposition,
      statement: (a) => {
        const squared = mul(nuclear(matrix(a)), nuclear(matrix(a)));
        return and(
          atMost(frobenius(matrix(a)), squared),
          atMost(squared, mul(rank(matrix(a)), frobenius(matrix(a)))),
        );
      },
    },
  ],
  [
    'nuclear norm of a psd matrix',
    {
      source: decomposition,
      statement: (a) => implies(is('psd', square(a)), equal(nuclear(square(a)), trace(square(a)))),
    },
  ],
]);
