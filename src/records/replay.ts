/** Rechecks a counterexample from its record alone. */
import { ClaimError } from '../language/ast.ts';
import type { Claim } from '../language/ast.ts';
import type { Counterexample, Verdict } from '../verdict/verdict.ts';
import { RecordError } from './parse-value.ts';
import { assignmentOf } from './read-witness.ts';
import { contentHash } from './witness.ts';
import type { Witness } from './witness.ts';

/** What replaying needs from the rooms before: reading, hashing and the exact check. */
export interface Checker {
  parseClaim(text: string): Claim;
  claimText(claim: Claim): string;
  claimHash(claim: Claim): string;
  /** The counterexample again, or why the point is not one. */
  certify(claim: Claim, at: Counterexample['at']): Counterexample | string;
}

/** What became of a record; `notes` say what is odd about it without touching the verdict. */
export interface Replayed {
  readonly verdict: Verdict;
  readonly notes: readonly string[];
}

/**
 * Checks a witness again, exactly, from its claim and values alone: `refuted` as before, or
 * `gave-up` where it does not hold. Throws `RecordError` where the record does not fit its own
 * claim.
 */
export function replayWitness(witness: Witness, name: string, checker: Checker): Replayed {
  const began = performance.now();
  const claim = readClaim(witness, checker);
  const hash = checker.claimHash(claim);
  const answer = checker.certify(claim, assignmentOf(witness, claim));
  const counterexample = typeof answer === 'string' ? null : answer;
  const verdict: Verdict = {
    verdict: counterexample === null ? 'gave-up' : 'refuted',
    claim: checker.claimText(claim),
    hash,
    assumed: [],
    axioms: [],
    proof: null,
    trials: { run: 1, met: counterexample === null ? 0 : 1 },
    seconds: (performance.now() - began) / 1000,
    counterexample,
    message:
      typeof answer === 'string' ? `the recorded values do not refute the claim: ${answer}` : null,
  };
  return { verdict, notes: notesOn(witness, name, hash) };
}

function readClaim(witness: Witness, checker: Checker): Claim {
  try {
    return checker.parseClaim(witness.claim);
  } catch (error) {
    if (error instanceof ClaimError)
      throw new RecordError(`its claim is ill-typed in this version: ${error.message}`);
    throw error;
  }
}

function notesOn(witness: Witness, name: string, hash: string): string[] {
  const notes: string[] = [];
  if (hash !== witness.hash)
    notes.push(
      `stale: the statement's hash is ${hash.slice(0, 12)}, and was ${witness.hash.slice(0, 12)} when it was filed`,
    );
  const digits = /--([0-9a-f]{12})\.json$/.exec(name)?.[1];
  const content = contentHash(witness).slice(0, 12);
  if (digits !== undefined && digits !== content)
    notes.push(
      `edited after it was filed: its content's hash is ${content}, its name says ${digits}`,
    );
  return notes;
}
