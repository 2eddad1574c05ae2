import { ClaimError, claimHash, claimText, parseClaim } from '../language/index.ts';
import type { Claim } from '../language/index.ts';
import { placeOf } from './place.ts';
import type { Trials, Verdict } from './verdict.ts';

/** What goes on during an examination. */
export interface ExamineProgress {
  readonly phase: string;
  readonly trials: Trials;
}

export interface ExamineOptions {
  /** Seconds for the search. */
  readonly time: number;
  readonly seed: number;
  /** A derivation to be checked; without one the prover looks for it by itself. */
  readonly proof?: string;
  /** Verdicts of lemmas that were proved before, by id: a derivation may use them. */
  readonly lemmas?: ReadonlyMap<string, Verdict>;
  /** A claim that is not defined everywhere is an error. */
  readonly strict?: boolean;
  readonly onProgress?: (progress: ExamineProgress) => void;
  /** Stops the search, which then answers with what it has. */
  readonly signal?: AbortSignal;
}

/** A claim in, an earned verdict out. Throws `Disagreement` where two judges contradict each other. */
export async function examine(input: Claim | string, options: ExamineOptions): Promise<Verdict> {
  const began = performance.now();
  let claim: Claim;
  try {
    claim = typeof input === 'string' ? parseClaim(input) : input;
  } catch (error) {
    if (error instanceof ClaimError && typeof input === 'string') return illTyped(input, error, began);
    throw error;
  }
  const { search } = await import('../refuter/search.ts');
  const { time, seed, onProgress, signal } = options;
  const found = await search(claim, { time, seed, ...(onProgress === undefined ? {} : { onProgress }), ...(signal === undefined ? {} : { signal }) });
  return {
    verdict: found.verdict, claim: claimText(claim), hash: claimHash(claim), assumed: [], axioms: [], proof: null,
    trials: found.trials, seconds: secondsSince(began), counterexample: found.counterexample, message: found.reason,
  };
}

const secondsSince = (began: number): number => (performance.now() - began) / 1000;

function illTyped(text: string, { message, span, suggestion }: ClaimError, began: number): Verdict {
  return {
    verdict: 'ill-typed', claim: text, hash: null, assumed: [], axioms: [], proof: null, trials: { run: 0, met: 0 },
    seconds: secondsSince(began), counterexample: null, message, place: placeOf(text, span), suggestion,
  };
}
