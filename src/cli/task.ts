/** Messages between the main thread and a worker, as plain data. */
import type { AbsentLemma } from '../catalogue/absent-lemma.ts';
import type { FilePlace } from '../catalogue/file-place.ts';
import type { LemmaText } from '../catalogue/order.ts';
import type { Form } from '../experiments/form.ts';
import type { Sample } from '../experiments/sample.ts';
import type { NeedsReport } from '../necessity/index.ts';
import type { CoveredResult, Explanation, Shard } from '../refuter/index.ts';
import type { Judgement } from '../verdict/disagreement.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Why } from '../verdict/why.ts';

/** A user's time, as plain data. */
export interface GivenTime {
  /** Seconds by the clock that the user gave; null where counted work alone ends everything. */
  readonly wall: number | null;
  /** When these seconds began, by the shared clock; absent: when a thread takes the task up. */
  readonly since?: number | undefined;
}

/** One claim for the examiner, as plain data. */
export interface Task extends GivenTime {
  readonly text: string;
  readonly proof: string | null;
  /** Where the derivation begins in its file. */
  readonly proofPlace?: FilePlace | null;
  /** All that it rests on, in an order in which they can be proved. */
  readonly lemmas: readonly LemmaText[];
  /** Lemmas that are cited and were not found, each with what to say. */
  readonly absent?: readonly AbsentLemma[];
  /** Seconds' worth of counted work. */
  readonly time: number;
  readonly seed: number;
  readonly strict: boolean;
  /** Files of witnesses that are tried first where they fit. */
  readonly filed: readonly string[];
  /** Whether no proof is expected; absent: nobody knows. */
  readonly doubted?: boolean;
  /** Whether a counterexample is explained, which takes a little longer. */
  readonly explain: boolean;
  /**
   * Whether what is proved is attacked for longer and the computer algebra packages are asked too.
   */
  readonly thorough: boolean;
  /** Whether the derivation of what is proved is wanted, as a document. */
  readonly derivation?: boolean;
  /** Whether the points of the search are wanted, as lines of JSON. */
  readonly trace?: boolean;
  /** Whether it is said why a claim is neither proved nor refuted. */
  readonly why?: boolean;
  /** Milliseconds' worth of work for the prover; absent: as many as it usually gets. */
  readonly patience?: number;
  /** Whether the classes of points are read of what is proved or refuted, too. */
  readonly classes: boolean;
}

/** Of a task that wants a verdict and nothing more, from no witnesses. */
export const verdictAlone = {
  filed: [],
  explain: false,
  thorough: false,
  classes: false,
} as const;

/**
 * A verdict with what there is to say of its counterexample; null where there is none, or nobody
 * asked.
 */
export interface Examined {
  readonly verdict: Verdict;
  readonly explanation: Explanation | null;
  /** The derivation as a document; absent where nothing was proved, or nobody asked. */
  readonly derivation?: string;
  /** The points of the search; absent where nobody asked. */
  readonly trace?: string;
  /** Why nothing was settled; absent where something was, or nobody asked. */
  readonly why?: Why;
  /** For a question `… = ?`: the other side, of which the verdict is about. */
  readonly answer?: AnswerText;
}

/** An answer as text, as LaTeX and as code; null where none was found or it has no code. */
export interface AnswerText {
  readonly asked: string;
  readonly text: string | null;
  readonly latex: string | null;
  readonly code: Readonly<Record<'numpy' | 'jax' | 'torch', string>> | null;
}

/** Which hypotheses of a claim are needed. */
export interface NeedsTask extends GivenTime {
  readonly text: string;
  readonly seed: number;
  readonly filed: readonly string[];
  /** Seconds' worth of counted work after which no further hypothesis is tried; null: all are. */
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
  /** Answered `open` where it takes longer than a moment; `within` throws where a part does. */
  | {
      readonly kind: 'glance';
      readonly task: Task;
      readonly within: <R>(part: () => R) => R;
    }
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
  /** Whether the claim would survive if everything ended here; absent where nobody asks. */
  readonly survives?: boolean;
}

export type Report = (progress: Progress) => void;

export type ToExaminer = { readonly kind: 'job'; readonly job: Job } | { readonly kind: 'stop' };
export type FromExaminer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: Answer };
