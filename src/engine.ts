/**
 * What a browser imports from 'elenchus/engine': the whole engine, without files, threads or
 * anything else of Node.
 */
export { examine } from './library/examine.ts';
export type { ExamineOptions } from './library/examine.ts';
export { answer } from './library/answer.ts';
export type { Answered, AnswerOptions } from './library/answer.ts';
export { needs } from './necessity/index.ts';
export type { NeedsOptions, NeedsReport, NeedsRow } from './necessity/index.ts';
export { verdictJson } from './report/verdict-json.ts';
export { ClaimError, claimHash, claimLatex, claimText, parseClaim } from './language/index.ts';
export type { Claim } from './language/index.ts';
export { Disagreement } from './verdict/disagreement.ts';
export type { Counterexample, Verdict, VerdictName } from './verdict/verdict.ts';
