/** What a file of claims, or a program, imports from 'elenchus'. */
export { family, lemma, property } from './catalogue/entry.ts';
export type { Expectation, Family, LemmaFields, Member, PropertyFields } from './catalogue/entry.ts';
export { ClaimError, claimHash, claimText, parseClaim } from './language/index.ts';
export type { Claim } from './language/index.ts';
export { Disagreement } from './verdict/disagreement.ts';
export { examine } from './verdict/examine.ts';
export type { ExamineOptions, ExamineProgress } from './verdict/examine.ts';
export type { Counterexample, ProofResult, Trials, Verdict, VerdictName } from './verdict/verdict.ts';
export { experiment } from './catalogue/experiment-entry.ts';
export type { ExperimentFields, ExperimentMember } from './catalogue/experiment-entry.ts';
export * from './experiments/index.ts';
