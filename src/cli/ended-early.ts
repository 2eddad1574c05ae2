/** The verdict on a claim whose examination was ended from outside. */
import { everythingAssumed, neededConditions } from '../verdict/assumptions.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { blank, isVerdict, readClaim } from '../verdict/walk.ts';
import { boundedRun } from './bounded-run.ts';
import type { Progress } from './task.ts';

/** Milliseconds of this thread for reading the claim once more, and for what it rests on. */
const rereading = 200;

/**
 * `survived` where the trials so far would have ended so, with what the claim rests on; else
 * `gave-up`. The message says why it ended.
 */
export async function endedEarly(
  text: string,
  message: string,
  { run, met, survives = false }: Progress,
  seconds: number,
): Promise<Verdict> {
  const trials = { run, met };
  const survived = survives ? await survivedSoFar(text) : null;
  if (survived !== null) return { ...survived, trials, seconds, message };
  return {
    verdict: 'gave-up',
    claim: text,
    hash: null,
    assumed: [],
    axioms: [],
    proof: null,
    trials,
    seconds,
    counterexample: null,
    message,
  };
}

/** Null where the claim cannot be read in a moment. */
async function survivedSoFar(text: string): Promise<Verdict | null> {
  const within = <R>(part: () => R): R | null => boundedRun(part, rereading);
  const claim = within(() => readClaim(text, performance.now()));
  if (claim === null || isVerdict(claim)) return null;
  const conditions = await neededConditions(claim, within);
  return { ...blank(claim, performance.now()), assumed: everythingAssumed(claim, conditions) };
}
