/**
 * How named functions grow: constants of Lipschitz, monotonicity, bounds. An argument of any shape
 * means each of its entries.
 */
import { and, implies, less, type Formula } from '../formula.ts';
import { add, number, scale } from '../graph.ts';
import { one, ratio } from '../ratio.ts';
import type { Term } from '../term.ts';
import { alike, definition, minus, of, positive, some, squareOf } from './entrywise.ts';
import { scalar, facts, type Facts } from './fact.ts';
import { softmax } from './softmax.ts';

/**
 * |φ(u) − φ(v)|² ≤ c² |u − v|² over all entries: |φ'| ≤ c wherever φ has a derivative, and φ is
 * continuous.
 */
const lipschitz = (name: string, squared = one) => ({
  source: 'mean value theorem',
  statement: (u?: Term, v?: Term): Formula =>
    less(
      squareOf(add(of(name, alike(u, v)[0]), minus(of(name, v)))),
      scale(squared, squareOf(add(some(u), minus(some(v))))),
      false,
    ),
});
/** |φ(u)|² ≤ |u|² over all entries, for |φ(z)| ≤ |z|. */
const shrinking = (name: string) => ({
  source: definition,
  statement: (u?: Term): Formula => less(squareOf(of(name, u)), squareOf(some(u)), false),
});
/** s ≤ t gives φ(s) ≤ φ(t), and s < t gives φ(s) < φ(t), for φ' > 0. */
const increasing = (name: string) => ({
  source: 'mean value theorem',
  statement: (s?: Term, t?: Term): Formula => {
    const inOrder = (strict: boolean): Formula =>
      implies(less(scalar(s), scalar(t), strict), less(of(name, s), of(name, t), strict));
    return and(inOrder(false), inOrder(true));
  },
});

export const growth: Facts = facts([
  ['relu is Lipschitz', lipschitz('relu')],
  ['leakyrelu is Lipschitz', lipschitz('leakyrelu')],
  ['abs is Lipschitz', lipschitz('abs')],
  ['tanh is Lipschitz', lipschitz('tanh')],
  ['softplus is Lipschitz', lipschitz('softplus')],
  ['sigmoid is Lipschitz', lipschitz('sigmoid', ratio(1n, 16n))],
  ['relu shrinks', shrinking('relu')],
  ['leakyrelu shrinks', shrinking('leakyrelu')],
  ['abs shrinks', shrinking('abs')],
  ['tanh shrinks', shrinking('tanh')],
  ['gelu shrinks', shrinking('gelu')],
  ['silu shrinks', shrinking('silu')],
  //  Σ p² ≤ (Σ p)² = 1, for no p is negative
  [
    'softmax is at most 1 long',
    { source: definition, statement: (u) => less(squareOf(softmax(u)), number(one), false) },
  ],
  ['exp is increasing', increasing('exp')],
  ['tanh is increasing', increasing('tanh')],
  ['sigmoid is increasing', increasing('sigmoid')],
  ['softplus is increasing', increasing('softplus')],
  ['erf is increasing', increasing('erf')],
  ['leakyrelu is increasing', increasing('leakyrelu')],
  [
    'relu does not fall',
    {
      source: definition,
      statement: (s, t) =>
        implies(less(scalar(s), scalar(t), false), less(of('relu', s), of('relu', t), false)),
    },
  ],
  //  of positive numbers
  [
    'logarithm is increasing',
    {
      source: 'mean value theorem',
      statement: (s, t) => implies(positive(scalar(s)), increasing('log').statement(s, t)),
    },
  ],
  //  −1 < tanh(s) < 1
  [
    'tanh lies between',
    {
      source: definition,
      statement: (s) =>
        and(
          less(number(ratio(-1n)), of('tanh', scalar(s)), true),
          less(of('tanh', scalar(s)), number(one), true),
        ),
    },
  ],
  [
    'sigmoid lies below one',
    { source: definition, statement: (s) => less(of('sigmoid', scalar(s)), number(one), true) },
  ],
]);
