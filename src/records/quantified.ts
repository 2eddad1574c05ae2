/** The variables that a claim quantifies. */
import type { Claim, Declaration, Formula } from '../language/ast.ts';

/** The variables under `forall` and `exists`: a counterexample may give them values too. */
export function quantified(claim: Claim): readonly Declaration[] {
  const found: Declaration[] = [];
  const visit = (formula: Formula): void => {
    switch (formula.kind) {
      case 'and':
      case 'or':
      case 'implies':
      case 'iff':
        visit(formula.left);
        visit(formula.right);
        return;
      case 'not':
      case 'each':
        visit(formula.body);
        return;
      case 'forall':
      case 'exists':
        found.push(...formula.variables);
        visit(formula.body);
        return;
      case 'relation':
      case 'is':
      case 'off':
      case 'unsaid':
    }
  };
  for (const hypothesis of claim.hypotheses) visit(hypothesis);
  visit(claim.conclusion);
  return found;
}
