/** Combines the results of several shards of one search. */
import { addCounts } from './tally.ts';
import { conclude, type CoveredResult } from './covered-result.ts';

/**
 * The answer of several shards or parts of one stream together: counts add up, and of several
 * witnesses the one that comes first in the stream stands (a filed one before all), so that the
 * answer does not depend on who was faster.
 */
export const mergeResults = (results: readonly CoveredResult[]): CoveredResult => {
  const counts = addCounts(results.map((r) => r.counts));
  const first = results
    .filter((r) => r.counterexample !== null)
    .toSorted((a, b) => (a.position ?? -1) - (b.position ?? -1))[0];
  return conclude(
    counts,
    {
      counterexample: first?.counterexample ?? null,
      widest: first?.widest ?? null,
      position: first?.position ?? null,
      next: Math.min(...results.map((r) => r.next)),
    },
    Math.max(0, ...results.map((r) => r.seconds)),
  );
};
