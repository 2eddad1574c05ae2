/** Types of a verdict, its trials and its counterexample. */
import type { Rational } from '../numbers/field.ts';
import type { Assignment } from '../evaluate/assignment.ts';

/**
 * `proved` for every dimension by the kernel; `refuted` by an exact counterexample; `survived` the
 * search so far; `ill-typed`; `gave-up`, undecided.
 */
export type VerdictName = 'proved' | 'survived' | 'refuted' | 'ill-typed' | 'gave-up';

/**
 * What a search did: `run` points drawn; at `met` of them the hypotheses held and the conclusion
 * was decided; at
 * `undecided` of them a hypothesis or the conclusion stayed open (absent: at none).
 */
export interface Trials {
  readonly run: number;
  readonly met: number;
  readonly undecided?: number;
}

/** An exact point at which the hypotheses hold and the conclusion fails. */
export interface Counterexample {
  readonly at: Assignment<Rational>;
  /**
   * Both sides of the relation that fails, as exact text (rationals, or brackets where they are
   * irrational).
   */
  readonly left: unknown;
  readonly right: unknown;
  /** The relation that fails, in the words of the claim. */
  readonly fails: string;
  readonly exact: true;
}

/** What the search answers: `refuted` only with an exact counterexample. */
export interface SearchResult {
  readonly verdict: 'refuted' | 'survived' | 'gave-up';
  readonly counterexample: Counterexample | null;
  readonly trials: Trials;
  /** For `gave-up`: why, in a sentence that says what to do. */
  readonly reason: string | null;
  readonly seconds: number;
}

/** What the kernel answers. */
export interface ProofResult {
  readonly steps: number;
  /** Hypotheses the derivation used, in the words of the claim. */
  readonly assumed: readonly string[];
  /** Cited theorems it rests on. */
  readonly axioms: readonly string[];
  /** The derivation, a line a step with its reason. */
  readonly derivation: readonly string[];
  /**
   * Ids of the lemmas among its premises; absent where the prover found it by itself, which uses
   * none.
   */
  readonly lemmas?: readonly string[];
}

/**
 * A range of the claim's text: offsets `start` to `end` (half-open); line and column count from 1.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** What an examination came to. */
export interface Verdict {
  readonly verdict: VerdictName;
  /** Normalised text of the claim; as typed where it is ill-typed. */
  readonly claim: string;
  /** Hash of the normalised statement; null where there is none. */
  readonly hash: string | null;
  readonly assumed: readonly string[];
  readonly axioms: readonly string[];
  readonly proof: ProofResult | null;
  readonly trials: Trials;
  readonly seconds: number;
  readonly counterexample: Counterexample | null;
  /**
   * How many of the points that met the hypotheses fell into each class, 0 for a class that was
   * never reached; absent where nothing was searched.
   */
  readonly coverage?: Readonly<Record<string, number>>;
  /**
   * How near a climb came to refuting: the violation, at most 0, relative to the sides; absent
   * where nothing was climbed.
   */
  readonly nearest?: {
    readonly violation: number;
    readonly sizes: Readonly<Record<string, number>>;
  };
  /** For `ill-typed` and `gave-up`: what is wrong and what to do. */
  readonly message: string | null;
  /** For `ill-typed`: where in the text of the claim. */
  readonly place?: Place | null;
  /**
   * What a reader should know of how the claim was read: that double bars are the spectral norm, or
   * another reading.
   */
  readonly notes?: readonly string[];
  /**
   * For `ill-typed`: the claim that would mend it, or both that it may mean, in quotes for the
   * shell.
   */
  readonly suggestion?: string | null;
}
