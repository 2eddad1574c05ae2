/** What the page is made of. */
import type { ClaimEntry, Problem } from '../../catalogue/claim-entry.ts';
import type { NeedsReport } from '../../necessity/index.ts';
import type { Explanation } from '../../refuter/index.ts';
import type { CheckedExperiment } from '../experiment-text.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** One claim with what became of it. */
export interface Reported {
  readonly entry: ClaimEntry;
  readonly verdict: Verdict;
  /** What there is to say of the counterexample; null where there is none. */
  readonly explanation: Explanation | null;
  /** Which hypotheses it needs; null where nobody asked. */
  readonly needs: NeedsReport | null;
}

export interface ReportInput {
  readonly claims: readonly Reported[];
  /** Address of a playground; absent or null without one. */
  readonly playground?: string | null;
  readonly experiments: readonly CheckedExperiment[];
  readonly problems: readonly Problem[];
  readonly version: string;
  readonly seed: number;
  /** Seconds for the search of each claim. */
  readonly time: number;
}
