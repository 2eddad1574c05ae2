/**
 * Verdicts as diagnostics: an error where the claim is wrong or not as declared, a hint where it is
 * proved.
 */
import { asDeclared } from '../report/catalogue-text.ts';
import { plain } from '../report/colour.ts';
import { verdictLines } from '../report/verdict-text.ts';
import { at, type ClaimIn, type Range, type Read } from './claims-in.ts';
import type { Found } from './work.ts';

/** The numbers of the protocol. */
const severity = { error: 1, warning: 2, information: 3, hint: 4 } as const;

export interface Diagnostic {
  readonly range: Range;
  readonly severity: 1 | 2 | 3 | 4;
  readonly source: 'elenchus';
  readonly code: string;
  readonly message: string;
}

/** Everything that is known of a document. */
export const diagnosticsOf = (
  { claims, problems }: Read,
  found: (claim: ClaimIn) => Found | null,
): Diagnostic[] => [
  ...claims.flatMap((claim) => {
    const known = found(claim);
    return known === null ? [] : [diagnosticOf(claim, known)];
  }),
  ...problems.map(({ message, place }): Diagnostic => {
    const line = Math.max(0, place.line - 1);
    const character = Math.max(0, place.column - 1);
    return {
      range: { start: { line, character }, end: { line, character: character + 1 } },
      severity: severity.error,
      source: 'elenchus',
      code: 'unreadable',
      message,
    };
  }),
];

function diagnosticOf(claim: ClaimIn, { verdict, answer }: Found): Diagnostic {
  const { entry } = claim;
  const good = asDeclared({ entry, verdict });
  const place = verdict.verdict === 'ill-typed' ? (verdict.place ?? null) : null;
  const range =
    place === null
      ? verdict.verdict === 'proved'
        ? claim.head
        : claim.body
      : { start: at(entry, place.start), end: at(entry, Math.max(place.end, place.start + 1)) };
  const declared = good || entry.expect === null ? '' : `declared ${entry.expect}, `;
  return {
    range,
    severity: severity[levelOf(verdict.verdict, good, entry.expect === null)],
    source: 'elenchus',
    code: verdict.verdict,
    message: `${declared}${answer === null ? '' : `= ${answer}, `}${messageOf({ verdict, answer })}`,
  };
}

function levelOf(name: string, good: boolean, undeclared: boolean): keyof typeof severity {
  if (!good) return 'error';
  if (name === 'refuted' && undeclared) return 'error';
  if (name === 'proved' || !undeclared) return 'hint';
  return 'information';
}

function messageOf({ verdict }: Found): string {
  if (verdict.verdict === 'ill-typed')
    return [verdict.message, verdict.suggestion].filter(Boolean).join('\n');
  const lines = verdictLines(verdict, plain);
  return verdict.verdict === 'proved' ? (lines[0] ?? 'proved') : lines.join('\n');
}
