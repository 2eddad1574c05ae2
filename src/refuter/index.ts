/** Exports of the search for counterexamples. */
export { certify } from './certify.ts';
export { goalsOf, type Goal } from './goals.ts';
export { mergeResults } from './merge.ts';
export type { CoveredResult } from './covered-result.ts';
export { search, searchSync, type SearchOptions } from './search.ts';
export type { Shard } from './stream.ts';
export type { Counts } from './tally.ts';
export { explain, type ExplainedFormula, type Explanation } from './explain.ts';
export { neverReached, possibleClasses } from './coverage.ts';
export type { FreeEntries, Freedom } from './free.ts';
