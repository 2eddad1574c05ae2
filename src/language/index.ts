export * from './ast.ts';
export { namesOf, parseClaim, parseFormula, scopeOf } from './claim.ts';
export { claimHash } from './hash.ts';
export { claimText, declarationText, exprText, formulaText } from './text.ts';
