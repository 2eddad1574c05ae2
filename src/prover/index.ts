export { checkProof } from './check-proof.ts';
export { ProofError } from './proof-error.ts';
export { contradictsItself, goalOf, prove, type Proved } from './prove.ts';
export { NotLowerable } from './scope.ts';
export type { Lemma } from './lemma.ts';
