/** A counterexample to a claim, asked for by a program. */
import { claimHash, claimText } from '../language/index.ts';
import type { Claim } from '../language/index.ts';
import { makeWitness, type Witness } from '../records/witness.ts';
import { version } from '../records/version.ts';
import type { Counterexample, Trials } from '../verdict/verdict.ts';
import { asClaim, type ClaimLike } from './claim.ts';

/** How far `refute` goes. */
export interface RefuteOptions {
  /** Seconds for the search, 2 unless given. */
  readonly time?: number;
  /** The same seed draws the same points; 1 unless given. */
  readonly seed?: number;
  /** Upper limit on the points: with it the answer does not depend on the machine's speed. */
  readonly trials?: number;
  /** Stops the search, which then answers with what it has. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Trials) => void;
}

/** What a search found, or how far the claim survived it; surviving is not a proof. */
export interface Attack {
  /**
   * An exact point at which the hypotheses hold and the conclusion fails: a record that can be
   * stored as JSON.
   */
  readonly counterexample: Witness | null;
  /** Points drawn, and how many of them met the hypotheses. */
  readonly trials: Trials;
  /** How many of those fell into each class of points. */
  readonly coverage: Readonly<Record<string, number>>;
  /** Classes that no point fell into: the claim was not tried there. */
  readonly never: readonly string[];
  /** Where the search gave up, why, and what to do; else null. */
  readonly reason: string | null;
}

/** The record of a counterexample, as it is filed. */
export const witnessOf = (claim: Claim, found: Counterexample, seed: number): Witness =>
  makeWitness(null, claimText(claim), claimHash(claim), found, { seed, version: version() });

/**
 * Searches for a counterexample: small points in order, edge cases, random points, climbs. What
 * violates the claim is made small and checked without rounding. Throws `IllTyped`.
 */
export async function refute(
  input: ClaimLike,
  { time = 2, seed = 1, trials, signal, onProgress }: RefuteOptions = {},
): Promise<Attack> {
  const claim = asClaim(input);
  const { neverReached, search } = await import('../refuter/index.ts');
  const found = await search(claim, {
    time: time * 1000,
    seed,
    widest: false,
    ...(trials === undefined ? {} : { trials, time: Number.POSITIVE_INFINITY }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress: ({ run, met }) => onProgress({ run, met }) }),
  });
  return {
    counterexample: found.counterexample && witnessOf(claim, found.counterexample, seed),
    trials: found.trials,
    coverage: found.coverage,
    never: neverReached(found.coverage),
    reason: found.reason,
  };
}
