export { checkProof, ProofError } from './check-proof.ts';
export { prove, goalOf, type Proved } from './prove.ts';
export { NotLowerable } from './scope.ts';
export type { Lemma } from './lemma.ts';
