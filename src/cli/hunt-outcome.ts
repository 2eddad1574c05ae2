/** Turns the record of a hunt into a verdict, rechecking its counterexample. */
import { claimHash, claimText } from '../language/index.ts';
import type { Claim } from '../language/index.ts';
import type { HuntRecord } from '../records/hunt-record.ts';
import { RecordError } from '../records/parse-value.ts';
import { assignmentOf } from '../records/read-witness.ts';
import { certify, explain } from '../refuter/index.ts';
import { reasonOf } from '../refuter/reason.ts';
import { everythingAssumed } from '../verdict/assumptions.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import type { Examined } from './task.ts';

/**
 * The verdict that a hunt amounts to; its witness is checked again, exactly. A text where the
 * record does not hold.
 */
export function huntOutcome(
  claim: Claim,
  { found, counts, seconds, hash }: HuntRecord,
): Examined | string {
  if (claimHash(claim) !== hash) return 'its hash is not that of its claim';
  let counterexample: Counterexample | null = null;
  if (found !== null) {
    try {
      const certified = certify(claim, assignmentOf(found.witness, claim));
      if (typeof certified === 'string')
        return `the recorded values do not refute the claim: ${certified}`;
      counterexample = certified;
    } catch (error) {
      if (error instanceof RecordError) return error.message;
      throw error;
    }
  }
  const reason = counterexample === null ? reasonOf(counts) : null;
  return {
    verdict: {
      verdict: counterexample !== null ? 'refuted' : reason === null ? 'survived' : 'gave-up',
      claim: claimText(claim),
      hash: claimHash(claim),
      assumed: everythingAssumed(claim),
      axioms: [],
      proof: null,
      trials: { run: counts.run, met: counts.met },
      seconds,
      counterexample,
      coverage: counts.coverage,
      ...(counts.nearest === null ? {} : { nearest: counts.nearest }),
      message: reason,
    },
    explanation: counterexample === null ? null : explain(claim, counterexample),
  };
}
