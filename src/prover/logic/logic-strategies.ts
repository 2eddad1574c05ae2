/** Strategies for "or", "each", "exists" and contradictions. */
import { strategyFor, type Strategy } from '../known/strategy.ts';
import { byEigenvector, speaksOfEigenvalues } from './eigenvectors.ts';
import { oneSide, otherwise, vanishingProduct } from './either.ts';
import { asksForKernel, byKernelVector } from './kernel-vectors.ts';
import { byRoot } from './psd-roots.ts';
import { proveAbsurd } from './prove-absurd.ts';
import { proveEach } from './prove-each.ts';
import { byWitness } from './prove-existence.ts';
import { equalToNonzero, strictlyApart, wouldReverse } from './not-zero.ts';
import {
  conjunction,
  denial,
  implication,
  notDefinite,
  singularity,
  universal,
  renaming,
  mirrored,
  swapped,
} from './connectives.ts';

export const logicStrategies: readonly Strategy[] = [
  conjunction,
  implication,
  universal,
  renaming,
  mirrored,
  swapped,
  singularity,
  notDefinite,
  strictlyApart,
  equalToNonzero,
  denial,
  wouldReverse,
  vanishingProduct,
  ...oneSide,
  ...otherwise,
  strategyFor('each', {
    name: 'every index',
    summary: 'a statement for each index of a range, for an arbitrary one or by induction',
    decides: true,
    promise: 1,
    prove: (goal, known) => proveEach(goal, known),
  }),
  strategyFor('exists', {
    name: 'a vector of the kernel',
    summary: 'exists v with A v = 0, because rank(A) < n',
    notFor: ['bounds'],
    promise: (goal) => (asksForKernel(goal) ? 0.9 : null),
    prove: (goal, known) => byKernelVector(goal, known),
  }),
  strategyFor('exists', {
    name: 'an eigenvector',
    summary: 'exists v of length 1 with A v = lambda[k](A) v, for a symmetric A',
    promise: (goal) => (speaksOfEigenvalues(goal) ? 0.95 : null),
    prove: (goal, known) => byEigenvector(goal, known),
  }),
  strategyFor('exists', {
    name: 'a root of a psd matrix',
    summary: 'exists R, psd, with R R = A, for a psd A',
    promise: ({ bound }) => (bound.kind === 'tensor' && bound.shape.length === 2 ? 0.85 : null),
    prove: (goal, known) => byRoot(goal, known),
  }),
  strategyFor('exists', {
    name: 'a witness',
    summary: 'exists x. A, from A at a term that the statement suggests',
    promise: 0.15,
    prove: (goal, known) => byWitness(goal, known),
  }),
  strategyFor('false', {
    name: 'what contradicts itself',
    summary: 'a contradiction among what is known',
    decides: true,
    promise: 1,
    prove: (_, known) => proveAbsurd(known, known.search.prove),
  }),
];
