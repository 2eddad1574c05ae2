import type { Judgement } from '../verdict/disagreement.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** A lemma that a proof may use: its text and how it was proved. */
export interface LemmaText {
  readonly id: string;
  readonly text: string;
  readonly proof: string | null;
}

/** One claim for the examiner, as plain data. */
export interface Task {
  readonly text: string;
  readonly proof: string | null;
  /** All that it rests on, in an order in which they can be proved. */
  readonly lemmas: readonly LemmaText[];
  /** Seconds for the search. */
  readonly time: number;
  readonly seed: number;
  readonly strict: boolean;
}

/** What goes on in the examiner. */
export interface Progress {
  readonly phase: string;
  readonly run: number;
  readonly met: number;
}

export type ToExaminer = { readonly kind: 'examine'; readonly task: Task } | { readonly kind: 'stop' };

export type FromExaminer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'disagreement'; readonly claim: string; readonly judgements: readonly Judgement[]; readonly evidence: string | null }
  | { readonly kind: 'defect'; readonly message: string; readonly stack: string };
