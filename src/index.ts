/** What a file of claims, or a program, imports from 'elenchus'. */
export { claim, IllTyped } from './library/claim.ts';
export type { ClaimLike } from './library/claim.ts';
export { DerivationError, prove } from './library/prove.ts';
export type { Proof, ProveOptions } from './library/prove.ts';
export { refute } from './library/refute.ts';
export type { Attack, RefuteOptions } from './library/refute.ts';
export { examine } from './library/examine.ts';
export { answer } from './library/answer.ts';
export type { Answered, AnswerOptions } from './library/answer.ts';
export type { ExamineOptions } from './library/examine.ts';
export { needs } from './library/needs.ts';
export type { Need, Needs, NeedsOptions } from './library/needs.ts';
export { why } from './library/why.ts';
export type { WhyOptions } from './library/why.ts';
export type { Why } from './verdict/why.ts';
export { replay, verdictText } from './library/replay.ts';
export { verdictJson } from './report/verdict-json.ts';
export { witnessText } from './records/witness.ts';
export type { Witness } from './records/witness.ts';
export { RecordError } from './records/parse-value.ts';
export { ClaimError, claimHash, claimLatex, claimText, parseClaim } from './language/index.ts';
export type { Claim } from './language/index.ts';
export { Disagreement } from './verdict/disagreement.ts';
export type { ExamineProgress } from './verdict/examine.ts';
export type {
  Counterexample,
  Place,
  ProofResult,
  Trials,
  Verdict,
  VerdictName,
} from './verdict/verdict.ts';
export type { Replayed } from './records/replay.ts';
export type { Json } from './records/value-json.ts';
export { family, lemma, property } from './catalogue/entry.ts';
export type {
  Expectation,
  Family,
  LemmaFields,
  Member,
  PropertyFields,
} from './catalogue/entry.ts';
export { experiment } from './catalogue/experiment-entry.ts';
export type { ExperimentFields, ExperimentMember } from './catalogue/experiment-entry.ts';
export * from './experiments/index.ts';
