/** The answer of a search: the verdict, what it covered, where it goes on. */
import type { Counterexample, SearchResult } from '../verdict/verdict.ts';
import { reasonOf } from './reason.ts';
import type { Counts } from './tally.ts';

/** A search's answer, what it covered and how to go on from there. */
export interface CoveredResult extends SearchResult {
  /**
   * How many of the points that met the hypotheses fell into each class; every class of the claim's
   * values is named, with 0 where it was never reached.
   */
  readonly coverage: Readonly<Record<string, number>>;
  /**
   * The witness at which the conclusion fails by the widest margin that was found; null where
   * nothing was found.
   */
  readonly widest: Counterexample | null;
  /** Position of the witness in the stream; null where there is none, or it was a filed one. */
  readonly position: number | null;
  /** The first position that was not run: `from` of the run that goes on. */
  readonly next: number;
  /** Everything counted, to be stored and added up by `mergeResults`. */
  readonly counts: Counts;
}

/** The answer that counts and a witness amount to. */
export const conclude = (
  counts: Counts,
  found: Pick<CoveredResult, 'counterexample' | 'widest' | 'position' | 'next'>,
  seconds: number,
): CoveredResult => {
  const reason = found.counterexample === null ? reasonOf(counts) : null;
  return {
    verdict: found.counterexample !== null ? 'refuted' : reason === null ? 'survived' : 'gave-up',
    trials: { run: counts.run, met: counts.met, undecided: counts.undecided },
    reason,
    seconds,
    coverage: counts.coverage,
    counts,
    ...found,
  };
};
