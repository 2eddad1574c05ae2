/** Strategies for equations of ranks, traces of projectors, and determinants that vanish. */
import { strategyFor, type Strategy } from '../known/strategy.ts';
import { operationsIn } from '../graphs/heads.ts';
import { proveRank } from './prove-rank.ts';
import { equalByRank, zeroDeterminant } from './rank-counting.ts';
import { adjugatePowers } from './adjugate-powers.ts';
import { nilpotent } from './nilpotent.ts';
import { byTraces } from './trace-ranks.ts';

export const rankStrategies: readonly Strategy[] = [
  nilpotent,
  adjugatePowers,
  strategyFor('equal', {
    name: 'ranks of projectors',
    summary: 'rank(A) = tr(P), where P is a projector of the same kernel',
    notFor: ['bounds'],
    promise: ({ left, right }) =>
      left.shape.length === 0 && operationsIn([left, right], 'rank').length > 0 ? 0.97 : null,
    prove: (goal, known) => byTraces(goal, known, known.search.prove),
  }),
  strategyFor('equal', {
    name: 'kernels',
    summary: 'rank(A) = rank(B) from equal kernels, rank(A) = m from a one-sided inverse',
    promise: ({ left, right }) => (operationsIn([left, right], 'rank').length > 0 ? 0.45 : null),
    prove: (goal, known) => proveRank(goal, known, known.search.prove),
  }),
  strategyFor('equal', {
    name: 'rank zero',
    summary: 'A = B because rank(A - B) <= 0',
    notFor: ['bounds'],
    promise: ({ left }) => (left.shape.length === 2 ? 0.42 : null),
    prove: (goal, known) => equalByRank(goal, known, known.search.prove),
  }),
  strategyFor('equal', {
    name: 'a singular determinant',
    summary: 'det(A) = 0 because rank(A) < n',
    notFor: ['bounds'],
    promise: ({ left }) => (left.shape.length === 0 ? 0.41 : null),
    prove: (goal, known) => zeroDeterminant(goal, known, known.search.prove),
  }),
];
