/** Why a claim is open, asked for by a program. */
import type { Why } from '../verdict/why.ts';
import { asClaim, type ClaimLike } from './claim.ts';

/** How far `why` looks. */
export interface WhyOptions {
  /** Seconds' worth of work for the prover, 1.5 unless given. */
  readonly time?: number;
  /** 1 unless given. */
  readonly seed?: number;
}

/**
 * What the prover tried on a claim at what cost, why it stopped, and hypotheses from each of which
 * the claim follows. `stop` is `proved` where it finds a proof. Throws `IllTyped`.
 */
export async function why(input: ClaimLike, { time, seed }: WhyOptions = {}): Promise<Why> {
  const claim = asClaim(input);
  const { whyNot } = await import('../verdict/why-not.ts');
  return whyNot(claim, {
    ...(time === undefined ? {} : { time: time * 1000 }),
    ...(seed === undefined ? {} : { seed }),
  });
}
