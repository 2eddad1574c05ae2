/**
 * Named functions at related arguments: at −u, at multiples, at one another. An argument of any
 * shape means each of its entries. Sources: the functions' definitions, with relu(z) = max(z, 0),
 * σ(z) = 1 / (1 + exp(−z)), gelu(z) = z Φ(z).
 */
import { equal, implies, less, type Formula } from '../formula.ts';
import { add, scale } from '../graph.ts';
import { ratio } from '../ratio.ts';
import type { Term } from '../term.ts';
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
  some,
} from './entrywise.ts';
import { scalar, facts, type Facts } from './fact.ts';

/** φ(−u) = −φ(u). */
const odd = (name: string) => ({
  source: definition,
  statement: (u?: Term): Formula => equal(of(name, minus(some(u))), minus(of(name, u))),
});
/** φ(u) − φ(−u) = u. */
const leaning = (name: string) => ({
  source: definition,
  statement: (u?: Term): Formula =>
    equal(add(of(name, u), minus(of(name, minus(some(u))))), some(u)),
});
/** 0 ≤ s gives φ(s u) = s φ(u). */
const homogeneous = (name: string) => ({
  source: definition,
  statement: (s?: Term, u?: Term): Formula =>
    implies(
      notNegative(scalar(s)),
      equal(of(name, multiple(scalar(s), some(u))), multiple(scalar(s), of(name, u))),
    ),
});

export const functions: Facts = facts([
  ['tanh of the negative', odd('tanh')],
  ['erf of the negative', odd('erf')],
  ['relu of the negative', leaning('relu')],
  ['softplus of the negative', leaning('softplus')],
  ['gelu of the negative', leaning('gelu')],
  ['relu of a multiple', homogeneous('relu')],
  ['leakyrelu of a multiple', homogeneous('leakyrelu')],
  [
    'sigmoid of the negative',
    {
      source: definition,
      statement: (u) => equal(add(of('sigmoid', u), of('sigmoid', minus(some(u)))), ones(some(u))),
    },
  ],
  //  σ(u) (1 + exp(−u)) = 1
  [
    'sigmoid by exp',
    {
      source: definition,
      statement: (u) =>
        equal(
          entrywise(of('sigmoid', u), add(ones(some(u)), of('exp', minus(some(u))))),
          ones(some(u)),
        ),
    },
  ],
  //  exp(softplus(u)) = 1 + exp(u)
  [
    'softplus by exp',
    {
      source: definition,
      statement: (u) => equal(of('exp', of('softplus', u)), add(ones(some(u)), of('exp', u))),
    },
  ],
  //  tanh(u) = 2 σ(2u) − 1
  [
    'tanh by sigmoid',
    {
      source: definition,
      statement: (u) =>
        equal(
          of('tanh', u),
          add(scale(ratio(2n), of('sigmoid', scale(ratio(2n), some(u)))), minus(ones(some(u)))),
        ),
    },
  ],
  //  relu(u) relu(−u) = 0
  [
    'relu at both signs',
    {
      source: definition,
      statement: (u) =>
        equal(entrywise(of('relu', u), of('relu', minus(some(u)))), scale(ratio(0n), some(u))),
    },
  ],
  //  |u| = relu(u) + relu(−u)
  [
    'abs by relu',
    {
      source: definition,
      statement: (u) => equal(of('abs', u), add(of('relu', u), of('relu', minus(some(u))))),
    },
  ],
  [
    'relu of relu',
    { source: definition, statement: (u) => equal(of('relu', of('relu', u)), of('relu', u)) },
  ],
  [
    'relu lies above',
    { source: definition, statement: (s) => less(scalar(s), of('relu', s), false) },
  ],
  [
    'abs of the negative',
    { source: definition, statement: (u) => equal(of('abs', minus(some(u))), of('abs', u)) },
  ],
  [
    'abs of a product',
    {
      source: definition,
      statement: (u, v) =>
        equal(of('abs', entrywise(...alike(u, v))), entrywise(of('abs', u), of('abs', v))),
    },
  ],
  [
    'relu of what is not negative',
    {
      source: definition,
      statement: (s) => implies(notNegative(scalar(s)), equal(of('relu', s), scalar(s))),
    },
  ],
  [
    'relu of what is not positive',
    {
      source: definition,
      statement: (s) => implies(notNegative(minus(scalar(s))), equal(of('relu', s), nought())),
    },
  ],
  [
    'abs of what is not negative',
    {
      source: definition,
      statement: (s) => implies(notNegative(scalar(s)), equal(of('abs', s), scalar(s))),
    },
  ],
]);
