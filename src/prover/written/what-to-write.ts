/** What to write instead of a step that opens or takes something that is not there. */
import type { Formula } from '../../kernel/formula.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { formulaText, type ProofStep } from '../../language/index.ts';
import { writtenFormula } from '../derived/formula-text.ts';
import { ProofError } from './proof-error.ts';

/** The goal at a place, if a claim can write it. */
export function goalLines(goal: Formula): string[] {
  const text = writtenFormula(goal);
  return text === null ? [] : [`the goal here is ${text}`];
}

export function supposeLines(target: Formula): string[] {
  const text = writtenFormula(target);
  return text === null ? [] : [`write suppose ${text}`];
}

/** At most this many known statements are shown. */
const shown = 4;

/** `take` of something that the reason does not give. */
export function nothingSuch(
  step: ProofStep & { kind: 'take' },
  name: string,
  existing: readonly Theorem[],
): ProofError {
  const such = formulaText(step.such);
  const known = existing
    .flatMap(({ conclusion }) => writtenFormula(conclusion) ?? [])
    .slice(0, shown);
  const how = [
    `state it first: have e: exists ${name}: … . ${such}   by …`,
    `and then: take ${name}: … such that ${such}   by hypothesis e`,
    `or give it: take ${name}: … such that ${name} = …   by definition`,
  ];
  return known.length === 0
    ? new ProofError(`nothing known here says that ${name} exists`, step.span, how)
    : new ProofError(
        `what exists by ${step.reason.text} does not have the property: ${such}`,
        step.span,
        ['known are', ...known.map((text) => `  ${text}`), ...how],
      );
}
