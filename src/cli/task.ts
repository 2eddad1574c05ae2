import type { Form } from '../experiments/experiment.ts';
import type { Sample } from '../experiments/sample.ts';
import type { NeedsReport } from '../necessity/index.ts';
import type { CoveredResult, Explanation, Shard } from '../refuter/index.ts';
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
  /** Files of witnesses that are tried first where they fit. */
  readonly filed: readonly string[];
  /** Whether a counterexample is explained, which takes a little longer. */
  readonly explain: boolean;
  /** Whether what is proved is attacked for longer and the computer algebra packages are asked too. */
  readonly thorough: boolean;
  /** Whether the derivation of what is proved is wanted, as a document. */
  readonly derivation?: boolean;
  /** Milliseconds for the prover; absent: as many as it usually gets. */
  readonly patience?: number;
}

/** A verdict with what there is to say of its counterexample; null where there is none, or nobody asked. */
export interface Examined {
  readonly verdict: Verdict;
  readonly explanation: Explanation | null;
  /** The derivation as a document; absent where nothing was proved, or nobody asked. */
  readonly derivation?: string;
}

/** Which hypotheses of a claim are needed. */
export interface NeedsTask {
  readonly text: string;
  readonly seed: number;
  /** Seconds for the search of each variant; null for the usual. */
  readonly time: number | null;
  readonly filed: readonly string[];
  /** Seconds after which the table ends with what it has; null where it is to be complete. */
  readonly within: number | null;
}

/** A range of positions of a claim's stream. */
export interface SliceTask {
  readonly text: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly shard: Shard | null;
  readonly filed: readonly string[];
}

/** One unit of an experiment that a file of the catalogue declares. */
export interface UnitTask {
  readonly file: string;
  readonly id: string;
  readonly unit: string;
  readonly form: Form;
  readonly seed: number;
}

/** What came of a unit; `failed` where the code of the experiment threw. */
export type UnitAnswer =
  | { readonly kind: 'sample'; readonly sample: Sample; readonly seconds: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped' };

/** What a thread may be asked. */
export type Job =
  /** Answered `open` where it takes longer than a moment. */
  | { readonly kind: 'glance'; readonly task: Task }
  | { readonly kind: 'examine'; readonly task: Task }
  | { readonly kind: 'needs'; readonly task: NeedsTask }
  | { readonly kind: 'slice'; readonly task: SliceTask }
  | { readonly kind: 'unit'; readonly task: UnitTask };

/** What a thread answers, as plain data. */
export type Answer =
  | { readonly kind: 'open' }
  | { readonly kind: 'examined'; readonly examined: Examined }
  | { readonly kind: 'needs'; readonly report: NeedsReport }
  | { readonly kind: 'slice'; readonly result: CoveredResult }
  | { readonly kind: 'unit'; readonly unit: UnitAnswer }
  | { readonly kind: 'ill-typed'; readonly verdict: Verdict }
  | {
      readonly kind: 'disagreement';
      readonly claim: string;
      readonly judgements: readonly Judgement[];
      readonly evidence: string | null;
    }
  | { readonly kind: 'defect'; readonly message: string; readonly stack: string };

/** What goes on in the examiner. */
export interface Progress {
  readonly phase: string;
  readonly run: number;
  readonly met: number;
}

export type ToExaminer = { readonly kind: 'job'; readonly job: Job } | { readonly kind: 'stop' };
export type FromExaminer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: Answer };
