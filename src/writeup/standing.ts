/** The present state of a citation: a verdict, or the result of an experiment, in the same form. */
import { createHash } from 'node:crypto';
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import { foundAsDeclared } from '../experiments/outcome.ts';
import type { Measured } from '../experiments/outcome.ts';
import type { Outcome } from './citation.ts';

export interface Standing {
  readonly verdict: Outcome;
  readonly claim: string;
  readonly hash: string | null;
  readonly assumed: readonly string[];
  readonly axioms: readonly string[];
  readonly message: string | null;
}

/**
 * An experiment stands as measured where it found all that it is declared to find; its hash covers
 * the statement and those findings.
 */
export function experimentStanding({ statement }: ExperimentEntry, measured: Measured): Standing {
  const good = foundAsDeclared(measured);
  const missing = measured.findings.filter(({ holds }) => !holds).map(({ says }) => says);
  const hash = createHash('sha256')
    .update(JSON.stringify([statement, ...measured.findings.map(({ says }) => says)]), 'utf8')
    .digest('hex');
  return {
    verdict: good ? 'measured' : 'gave-up',
    claim: statement,
    hash,
    assumed: [],
    axioms: [],
    message: good ? null : (measured.message ?? `not found: ${missing.join('; ')}`),
  };
}
