/**
 * Ranges and values at 0 of functions of one real variable, and activations next to relu. Sources:
 * the functions' definitions; the least values of silu and gelu lie at −1.278… and −0.751…, where
 * they are −0.2784… and −0.1699….
 */
import { equal, less, type Formula } from '../formula.ts';
import { add, number, scale } from '../graph.ts';
import { logarithm, valueOf } from '../laws.ts';
import { negative, one, ratio, type Ratio } from '../ratio.ts';
import type { Term } from '../term.ts';
import { all, facts, scalar, type Facts } from './fact.ts';
import { atMost, negated } from './spectral-terms.ts';

const source = 'definition';
const at = (name: string, s?: Term): Term => valueOf(name, scalar(s));
const zero = (s?: Term): Term => scale(ratio(0n), scalar(s));
const within = (name: string, s: Term | undefined, strict: boolean): Formula =>
  all(less(number(negative(one)), at(name, s), strict), less(at(name, s), number(one), strict));
/** least ≤ φ(s) ≤ relu(s). */
const belowRelu = (name: string, least: Ratio) => ({
  source: `${name}(z) = z F(z) with F a distribution function`,
  statement: (s?: Term): Formula =>
    all(atMost(number(least), at(name, s)), atMost(at(name, s), at('relu', s))),
});

export const ranges: Facts = facts([
  ['sin lies between', { source, statement: (s) => within('sin', s, false) }],
  ['cos lies between', { source, statement: (s) => within('cos', s, false) }],
  ['erf lies between', { source, statement: (s) => within('erf', s, true) }],
  ['silu lies between', belowRelu('silu', ratio(-28n, 100n))],
  ['gelu lies between', belowRelu('gelu', ratio(-17n, 100n))],
  //  relu(s) ≤ softplus(s) ≤ relu(s) + log 2: softplus(s) = relu(s) + log(1 + exp(−|s|))
  [
    'softplus next to relu',
    {
      source,
      statement: (s) =>
        all(
          atMost(at('relu', s), at('softplus', s)),
          atMost(at('softplus', s), add(at('relu', s), logarithm(number(ratio(2n))))),
        ),
    },
  ],
  ['sin at zero', { source, statement: (s) => equal(at('sin', zero(s)), zero(s)) }],
  ['cos at zero', { source, statement: (s) => equal(at('cos', zero(s)), number(one)) }],
  [
    'softplus at zero',
    { source, statement: (s) => equal(at('softplus', zero(s)), logarithm(number(ratio(2n)))) },
  ],
  [
    'sin of the negative',
    { source, statement: (s) => equal(at('sin', negated(scalar(s))), negated(at('sin', s))) },
  ],
  [
    'cos of the negative',
    { source, statement: (s) => equal(at('cos', negated(scalar(s))), at('cos', s)) },
  ],
]);
