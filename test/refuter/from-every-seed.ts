/** A claim that the search refutes from every seed, with at most the given number of trials. */
import { expect } from 'vitest';
import type { Claim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/search.ts';

type Found = ReturnType<typeof searchSync>;

/** `shrinks`: whether the counterexample of a seed is made small. */
export function refutedFrom(
  seeds: readonly number[],
  claim: Claim,
  { to, shrinks }: { readonly to: number; readonly shrinks: (seed: number) => boolean },
): Found[] {
  return seeds.map((seed) => {
    const result = searchSync(claim, {
      time: 20_000,
      seed,
      to,
      widest: false,
      shrinking: shrinks(seed),
    });
    expect(result.verdict, `seed ${seed}: ${result.reason}`).toBe('refuted');
    return result;
  });
}
