/** A derivation written out again, so that a damaged one is read and typed like any other. */
import type { Cases, Link, Proof, ProofPart, ProofStep } from '../../../src/language/index.ts';
import { declarationText, exprText, formulaText } from '../../../src/language/index.ts';

const linkText = (link: Link): string =>
  `${link.relation} ${exprText(link.right)}   by ${link.reason.text}`;

const casesText = ({ base, step }: Cases): string =>
  [...base.map((s) => `\nbase ${stepText(s)}`), ...step.map((s) => `\nstep ${stepText(s)}`)].join(
    '',
  );

const stepText = (step: ProofStep): string => {
  switch (step.kind) {
    case 'fact':
      return `have ${step.name === null ? '' : `${step.name}: `}${formulaText(step.formula)}   by ${step.reason.text}${step.cases === null ? '' : casesText(step.cases)}`;
    case 'chain':
      return `${exprText(step.first)} ${step.links.map(linkText).join('\n    ')}`;
    case 'let':
      return `let ${declarationText(step.variable)}`;
    case 'take':
      return `take ${step.variables.map(declarationText).join(', ')} such that ${formulaText(step.such)}   by ${step.reason.text}`;
    case 'suppose':
      return `suppose ${formulaText(step.formula)}`;
  }
};

const partText = (part: ProofPart): string => {
  const opening = part.direction ?? (part.label === null ? '' : `part ${part.label}`);
  return `${opening} ${part.steps.map(stepText).join('\n')}`;
};

export const proofText = (proof: Proof): string => proof.parts.map(partText).join('\n');
