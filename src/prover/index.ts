/** Exports of the prover. */
export { contradictsItself, remainingConditions, supportOf } from './conditions.ts';
export { outermostWork } from './agenda/effort.ts';
export { checkProof } from './written/check-proof.ts';
export { ProofError } from './written/proof-error.ts';
export { goalOf, prove, written, type Proved } from './prove.ts';
export { NotLowerable } from './lowering/scope.ts';
export type { Lemma } from './written/lemma.ts';
