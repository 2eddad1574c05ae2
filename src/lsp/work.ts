/** What the language server asks of the program. */
import type { AbsentLemma } from '../catalogue/absent-lemma.ts';
import type { FilePlace } from '../catalogue/file-place.ts';
import type { LemmaText } from '../catalogue/order.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** A claim of a document with what its verdict depends on. */
export interface ClaimTask {
  readonly text: string;
  readonly proof: string | null;
  readonly lemmas: readonly LemmaText[];
  readonly proofPlace?: FilePlace | null;
  readonly absent?: readonly AbsentLemma[];
}

/** What became of a claim. */
export interface Found {
  readonly verdict: Verdict;
  /** For a question: the other side; null where there is none. */
  readonly answer: string | null;
}

export interface LspWork {
  /** What is settled at once; null where more time is needed. */
  glance(task: ClaimTask): Promise<Found | null>;
  /** Takes as long as it takes, and answers null once the signal is aborted. */
  examine(task: ClaimTask, signal: AbortSignal): Promise<Found | null>;
  /** The claim without what it does not need, proved; null where it needs everything. */
  stronger(text: string): Promise<string | null>;
}
