/**
 * Exponentials, logarithms and square roots of sums and products; softmax and the log-sum-exp of a
 * shifted vector.
 */
import { and, equal, implies, is } from '../formula.ts';
import { add, contract, inverse, number, scale } from '../graph.ts';
import { logarithm, root } from '../laws.ts';
import { one, ratio } from '../ratio.ts';
import { fail } from '../seal.ts';
import {
  alike,
  definition,
  entrywise,
  minus,
  multiple,
  notNegative,
  nought,
  of,
  ones,
  positive,
  some,
} from './entrywise.ts';
import { scalar, facts, type Facts } from './fact.ts';
import { logSumExp, softmax } from './softmax.ts';

export const sumsAndProducts: Facts = facts([
  [
    'exp of a sum',
    {
      source: definition,
      statement: (u, v) =>
        equal(of('exp', add(...alike(u, v))), entrywise(of('exp', u), of('exp', v))),
    },
  ],
  //  exp(s 1) = exp(s) 1, with ones of the shape of u
  [
    'exp of equal entries',
    {
      source: definition,
      statement: (s, u) =>
        equal(
          of('exp', multiple(scalar(s), ones(some(u)))),
          multiple(of('exp', scalar(s)), ones(some(u))),
        ),
    },
  ],
  [
    'exp of zero',
    {
      source: definition,
      statement: (u) => equal(of('exp', scale(ratio(0n), some(u))), ones(some(u))),
    },
  ],
  //  a sum over at least one entry
  [
    'a sum of exponentials',
    {
      source: definition,
      statement: (u) =>
        some(u).shape.length === 1
          ? positive(contract([of('exp', u)], ['i'], ''))
          : fail('a vector is wanted'),
    },
  ],
  [
    'exp of a logarithm',
    {
      source: definition,
      statement: (s) =>
        implies(positive(scalar(s)), equal(of('exp', logarithm(scalar(s))), scalar(s))),
    },
  ],
  [
    'logarithm of exp',
    { source: definition, statement: (s) => equal(logarithm(of('exp', scalar(s))), scalar(s)) },
  ],
  [
    'logarithm of a product',
    {
      source: definition,
      statement: (s, t) =>
        implies(
          and(positive(scalar(s)), positive(scalar(t))),
          equal(
            logarithm(entrywise(scalar(s), scalar(t))),
            add(logarithm(scalar(s)), logarithm(scalar(t))),
          ),
        ),
    },
  ],
  [
    'logarithm of one',
    {
      source: definition,
      statement: (s) => equal(logarithm(add(number(one), scale(ratio(0n), scalar(s)))), nought()),
    },
  ],
  [
    'logarithm of a reciprocal',
    {
      source: definition,
      statement: (s) =>
        implies(
          positive(scalar(s)),
          equal(logarithm(inverse(scalar(s))), minus(logarithm(scalar(s)))),
        ),
    },
  ],
  //  softmax(u + s 1) = softmax(u)
  [
    'softmax of a shift',
    {
      source: definition,
      statement: (u, s) =>
        equal(softmax(add(some(u), multiple(scalar(s), ones(some(u))))), softmax(u)),
    },
  ],
  //  diag p − p p' ⪰ 0 for p = softmax(u): v'(diag p − p p') v is the variance of v under p
  [
    'softmax has a covariance',
    {
      source: 'Jensen',
      statement: (u) =>
        is(
          'psd',
          add(
            contract([softmax(u)], ['i'], 'ii'),
            minus(contract([softmax(u), softmax(u)], ['i', 'j'], 'ij')),
          ),
        ),
    },
  ],
  //  log Σ exp(u_i + s) = s + log Σ exp(u_i)
  [
    'log-sum-exp of a shift',
    {
      source: definition,
      statement: (u, s) =>
        equal(
          logSumExp(add(some(u), multiple(scalar(s), ones(some(u))))),
          add(scalar(s), logSumExp(some(u))),
        ),
    },
  ],
  [
    'root of a product',
    {
      source: definition,
      statement: (s, t) =>
        implies(
          and(notNegative(scalar(s)), notNegative(scalar(t))),
          equal(root(entrywise(scalar(s), scalar(t))), entrywise(root(scalar(s)), root(scalar(t)))),
        ),
    },
  ],
  [
    'root of a square',
    {
      source: definition,
      statement: (s) => equal(root(entrywise(scalar(s), scalar(s))), of('abs', s)),
    },
  ],
]);
