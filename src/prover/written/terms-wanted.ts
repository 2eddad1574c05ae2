/** Which terms a fact or a cited theorem takes: for a step that gives others, or none. */
import { factNamed } from '../../kernel/algebra.ts';
import { citationNamed } from '../../kernel/citations.ts';
import { writtenFormula } from '../derived/formula-text.ts';
import { sampleOf } from '../statements.ts';

/** Lines with what to write instead; none where the statement has no short form. */
export function termsWanted(name: string): string[] {
  const statement = (factNamed(name) ?? citationNamed(name))?.statement;
  const sample = statement && sampleOf(statement);
  if (!sample || sample.declared.length !== sample.count) return [];
  const given = sample.declared.map((d) => `${d.split(':')[0]} := …`);
  const text = writtenFormula(sample.formula);
  return [
    `it takes, in this order, ${sample.declared.join('; ')}`,
    `write by ${name} with ${given.join(', ')}`,
    ...(text === null ? [] : [`and says that ${text}`]),
  ];
}
