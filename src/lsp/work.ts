/** What the language server asks of the program. */
import type { AbsentLemma } from '../catalogue/absent-lemma.ts';
import type { FilePlace } from '../catalogue/file-place.ts';
import type { LemmaText } from '../catalogue/order.ts';
import type { Begun } from '../verdict/options.ts';
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

/** What is settled at once; or where the glance stopped, null for nowhere. */
export type Glanced =
  | { readonly found: Found }
  | { readonly found: null; readonly begun: Begun | null };

export interface LspWork {
  glance(task: ClaimTask): Promise<Glanced>;
  /**
   * Goes on from where a glance stopped; takes as long as it takes, and answers null once the
   * signal is aborted.
   */
  examine(task: ClaimTask, begun: Begun | null, signal: AbortSignal): Promise<Found | null>;
  /** The claim without what it does not need, proved; null where it needs everything. */
  stronger(text: string): Promise<string | null>;
}
