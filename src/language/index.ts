/** Exports of the language: parsing, printing and hashing of claims. */
export * from './ast.ts';
export { namesOf, parseFormula, scopeOf } from './claim.ts';
export { parseClaim } from './read-claim.ts';
export { asWritten, writtenOf, type ComplexName } from './complex/written.ts';
export { claimHash } from './hash.ts';
export { claimText, declarationText, exprText, formulaText } from './text.ts';
export { complete, type Completed } from './definedness/complete.ts';
export { definedness } from './definedness/needed.ts';
export { formatError, type Origin } from './format-error.ts';
export {
  claimLatex,
  declarationLatex,
  exprLatex,
  formulaLatex,
  nameLatex,
  randomLatex,
} from './latex.ts';
export {
  claimMathml,
  declarationMathml,
  exprMathml,
  formulaMathml,
  mathElement,
  mathmlOf,
} from './mathml.ts';
export { builtinActivations } from './names.ts';
export { parseProof } from './parse-proof.ts';
export type { Cases, Link, Proof, ProofPart, ProofStep, Reason } from './proof.ts';
export { layouts } from './spellings/latex-words.ts';
