/** Which hypotheses a claim needs, asked for by a program. */
import type { Witness } from '../records/witness.ts';
import { asClaim, type ClaimLike } from './claim.ts';
import { witnessOf } from './refute.ts';

/** How far `needs` goes. */
export interface NeedsOptions {
  /** 1 unless given. */
  readonly seed?: number;
  /** Upper limit on the points for each form of the claim; 3000 by default. */
  readonly trials?: number;
  readonly signal?: AbortSignal;
}

/** One hypothesis, and what becomes of the claim without it. */
export interface Need {
  readonly hypothesis: string;
  /**
   * `implied`: the claim is not defined without it. `undecided`: neither proved nor refuted without
   * it.
   */
  readonly verdict: 'needed' | 'not needed' | 'implied' | 'undecided';
  /** Against the claim without the hypothesis, where it is needed. */
  readonly counterexample: Witness | null;
  /**
   * A stronger theorem, proved: the claim with the weakest form of the hypothesis that is enough.
   */
  readonly stronger: string | null;
}

/** The hypotheses of a claim, each needed or not. */
export interface Needs {
  readonly claim: string;
  readonly hypotheses: readonly Need[];
  /** The claim without all that can be dropped at once, proved; null where there is nothing. */
  readonly strongest: string | null;
}

/** Drops and weakens each hypothesis in turn. Throws `IllTyped`. */
export async function needs(
  input: ClaimLike,
  { seed = 1, ...rest }: NeedsOptions = {},
): Promise<Needs> {
  const claim = asClaim(input);
  const { needs: probe } = await import('../necessity/index.ts');
  const { rows, strongest, claim: text } = await probe(claim, { seed, ...rest });
  const hypotheses = rows.map(
    ({ hypothesis, verdict, counterexample, stronger, steps }): Need => ({
      // the witness mentions the claim without the hypothesis
      hypothesis,
      verdict,
      stronger,
      counterexample:
        counterexample && witnessOf(asClaim(steps[0]?.claim ?? text), counterexample, seed),
    }),
  );
  return { claim: text, hypotheses, strongest };
}
