/**
 * Quick fixes: the suggestion of an ill-typed claim, the answer in place of a question mark, and a
 * proved claim without what it does not need.
 */
import { parseClaim } from '../language/index.ts';
import { at, type ClaimIn, type Range } from './claims-in.ts';
import type { Found } from './work.ts';

export interface Fix {
  readonly title: string;
  readonly range: Range;
  readonly newText: string;
}

export function fixesFor(claim: ClaimIn, { verdict, answer }: Found): Fix[] {
  if (verdict.verdict === 'ill-typed')
    return suggested(verdict.suggestion ?? '').map((text) => ({
      title: `Write ${text}`,
      range: claim.body,
      newText: text,
    }));
  const mark = claim.entry.claim.lastIndexOf('?');
  if (answer === null || mark < 0) return [];
  return [
    {
      title: `Write the answer: ${answer}`,
      range: { start: at(claim.entry, mark), end: at(claim.entry, mark + 1) },
      newText: answer,
    },
  ];
}

/** Whether the claim has a hypothesis that it might not need: its search takes a moment. */
export const mayBeStronger = ({ verdict, answer }: Found): boolean =>
  verdict.verdict === 'proved' && answer === null && hypothesesOf(verdict.claim) > 0;

function hypothesesOf(text: string): number {
  const { declarations, hypotheses } = parseClaim(text);
  return declarations.reduce((sum, one) => sum + one.attributes.length, hypotheses.length);
}

/** The claims that a suggestion proposes: those in quotes, or the whole of it. */
export function suggested(suggestion: string): string[] {
  const quoted = [...suggestion.matchAll(/"([^"]*(?:\|-|⊢)[^"]*)"/g)].map(([, text = '']) => text);
  if (quoted.length > 0) return [...new Set(quoted)];
  return /^[^"]*(?:\|-|⊢)[^"]*$/.test(suggestion) ? [suggestion.trim()] : [];
}
