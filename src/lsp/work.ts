/** What the language server asks of the program. */
import type { Verdict } from '../verdict/verdict.ts';

/** A claim of a document with what its verdict depends on. */
export interface ClaimTask {
  readonly text: string;
  readonly proof: string | null;
  readonly lemmas: readonly {
    readonly id: string;
    readonly text: string;
    readonly proof: string | null;
  }[];
}

/** What became of a claim. */
export interface Found {
  readonly verdict: Verdict;
  /** For a question: the other side; null where there is none. */
  readonly answer: string | null;
}

export interface LspWork {
  /** What is settled at once; null where it takes longer. */
  glance(task: ClaimTask): Promise<Found | null>;
  /** Takes as long as it takes; once the signal is aborted, the answer is null. */
  examine(task: ClaimTask, signal: AbortSignal): Promise<Found | null>;
}
