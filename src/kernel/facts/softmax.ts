/**
 * How far softmax and the log-sum-exp move with their argument. Source: Popoviciu's inequality and
 * the mean value theorem.
 */
import { is, less, type Formula } from '../formula.ts';
import { add, contract, identity, jet, scale } from '../graph.ts';
import { atEntries, logarithm } from '../laws.ts';
import { negative, one, ratio } from '../ratio.ts';
import { fail } from '../seal.ts';
import type { Dim, Term } from '../term.ts';
import { facts, type Facts } from './fact.ts';
import { dot } from './spectral-terms.ts';

const minus = (u: Term, v: Term): Term => add(u, scale(negative(one), v));
const vector = (u: Term | undefined): Term =>
  u?.shape.length === 1 ? u : fail('a vector is wanted');
const alike = (u: Term | undefined, v: Term | undefined): readonly [Term, Term] =>
  vector(u).shape[0] === vector(v).shape[0]
    ? [vector(u), vector(v)]
    : fail('two vectors of one dimension are wanted');
export const softmax = (u: Term | undefined): Term => {
  const n = vector(u).shape[0] as Dim;
  return jet({ name: 'softmax', family: [], inputs: [n], output: n }, [0], [vector(u)]);
};
export const logSumExp = (u: Term): Term =>
  logarithm(contract([atEntries('exp', vector(u))], ['i'], ''));
const atMost = (a: Term, b: Term): Formula => less(a, b, false);

export const softmaxes: Facts = facts([
  //  diag p − p p' ⪯ ½ I for p = softmax(u): a variance is at most a quarter of the squared range,
  //  which is at most 2 |v|²
  [
    'softmax varies by at most a half',
    {
      source: 'Popoviciu, Sur les équations algébriques ayant toutes leurs racines réelles, 1935',
      statement: (given) => {
        const u = vector(given);
        const p = softmax(u);
        const spread = minus(contract([p], ['i'], 'ii'), contract([p, p], ['i', 'j'], 'ij'));
        return is('psd', minus(scale(ratio(1n, 2n), identity(u.shape[0] as Dim)), spread));
      },
    },
  ],
  //  |softmax(u) − softmax(v)|² ≤ ¼ |u − v|²
  [
    'softmax is Lipschitz',
    {
      source: 'mean value theorem, with the bound on the covariance',
      statement: (a, b) => {
        const [u, v] = alike(a, b);
        const [moved, by] = [minus(softmax(u), softmax(v)), minus(u, v)];
        return atMost(dot(moved, moved), scale(ratio(1n, 4n), dot(by, by)));
      },
    },
  ],
  //  log Σ exp(u) + softmax(u)·(v − u) ≤ log Σ exp(v)
  [
    'log-sum-exp lies above its tangents',
    {
      source: 'Boyd and Vandenberghe, Convex Optimization, section 3.1.5',
      statement: (a, b) => {
        const [u, v] = alike(a, b);
        return atMost(add(logSumExp(u), dot(softmax(u), minus(v, u))), logSumExp(v));
      },
    },
  ],
]);
