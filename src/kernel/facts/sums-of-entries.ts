/**
 * One entry of a vector compared with sums over all of them, and with the largest. Source: the other
 * summands are ≥ 0; a finite set of numbers has a largest one.
 */
import { and, equal, implies, type Formula } from '../formula.ts';
import { contract, number, operation, zeros } from '../graph.ts';
import { atEntries, logarithm } from '../laws.ts';
import { one } from '../ratio.ts';
import type { Term } from '../term.ts';
import { fail } from '../seal.ts';
import { facts, type Facts } from './fact.ts';
import { atMost, dot, every, some } from './spectral-terms.ts';

const source = 'definition';
const total = (u: Term): Term => contract([u], ['i'], '');
/** The largest entry. */
const largest = (u: Term): Term => operation('max', u);
const isCoordinate = (e: Term): Formula =>
  and(equal(contract([e, e], ['i', 'i'], 'i'), e), equal(total(e), number(one)));
const vectors = (u?: Term, e?: Term): readonly [Term, Term] =>
  u?.shape.length === 1 && e?.shape.join() === u.shape.join()
    ? [u, e]
    : fail('two vectors of one dimension are wanted');

export const sumsOfEntries: Facts = facts([
  //  u_e ≤ log Σ exp(u_i)
  [
    'an entry below the log-sum-exp',
    {
      source,
      statement: (given, at) => {
        const [u, e] = vectors(given, at);
        return implies(isCoordinate(e), atMost(dot(u, e), logarithm(total(atEntries('exp', u)))));
      },
    },
  ],
  //  u_e ≤ Σ u_i where no entry is negative
  [
    'an entry below the sum',
    {
      source,
      statement: (given, at) => {
        const [u, e] = vectors(given, at);
        const signs = every('v#', u.shape, [u, e], (v) =>
          implies(isCoordinate(v), atMost(zeros([]), dot(u, v))),
        );
        return implies(signs, implies(isCoordinate(e), atMost(dot(u, e), total(u))));
      },
    },
  ],
  //  u_e ≤ max u
  [
    'an entry below the largest entry',
    {
      source,
      statement: (given, at) => {
        const [u, e] = vectors(given, at);
        return implies(isCoordinate(e), atMost(dot(u, e), largest(u)));
      },
    },
  ],
  //  u_e = max u for some e
  [
    'the largest entry is an entry',
    {
      source,
      statement: (given) => {
        const [u] = vectors(given, given);
        return some('#e', u.shape, [u], (e) => and(isCoordinate(e), equal(dot(u, e), largest(u))));
      },
    },
  ],
]);
