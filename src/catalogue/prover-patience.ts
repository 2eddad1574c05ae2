/** How much work the prover may do for a claim of the catalogue. */
import type { ClaimEntry } from './claim-entry.ts';

/** Milliseconds' worth of work where a proof is expected, and elsewhere. */
const patience = { proved: 10_000, other: 600 };

/** Of a user's seconds, which bound everything, most goes to a proof that is expected. */
export const patienceFor = (
  { expect }: Pick<ClaimEntry, 'expect'>,
  seconds: number | null = null,
): number => {
  if (expect !== 'proved') return patience.other;
  return seconds === null
    ? patience.proved
    : Math.min(patience.proved, Math.max(patience.other, 900 * seconds));
};
