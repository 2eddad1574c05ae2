/** How far an examination goes. */
import type { Seen } from '../refuter/attempt.ts';
import type { FiledPoint } from '../refuter/phases/filed.ts';
import type { Counts } from '../refuter/tally.ts';
import type { Origin } from '../language/index.ts';
import type { Trials, Verdict } from './verdict.ts';

/** What goes on during an examination. */
export interface ExamineProgress {
  readonly phase: string;
  readonly trials: Trials;
  /** Whether the claim would survive if the examination ended here. */
  readonly survives: boolean;
}

export interface ExamineOptions {
  /** Seconds' worth of counted work for the whole examination. */
  readonly time: number;
  readonly seed: number;
  /** A derivation to be checked; without one the prover looks for it by itself. */
  readonly proof?: string;
  /** Where the derivation begins in a file, for messages. */
  readonly proofPlace?: Origin | null;
  /**
   * Verdicts of lemmas that were proved before in this process, by id: a derivation may use them.
   */
  readonly lemmas?: ReadonlyMap<string, Verdict>;
  /** Lemmas that a derivation may cite in vain, by id: lines that say why, and what to do. */
  readonly absent?: ReadonlyMap<string, readonly string[]>;
  /** A claim that is not defined everywhere is an error. */
  readonly strict?: boolean;
  /** Witnesses of this and other claims, tried where they fit; asked for when a search goes on. */
  readonly filed?: () => Promise<readonly FiledPoint[]>;
  /** Whether no proof is expected: then filed witnesses are tried before the prover starts. */
  readonly doubted?: boolean;
  /**
   * Milliseconds' worth of work for the prover: more where a proof is expected, less where none is.
   */
  readonly patience?: number;
  /**
   * Attack what is proved for longer, and ask the computer algebra packages too, which take a
   * second to load.
   */
  readonly thorough?: boolean;
  /**
   * Whether the classes of points are read of what is proved or refuted, too: they are by default.
   */
  readonly classes?: boolean;
  /** Where an earlier examination of the claim stopped, to go on from. */
  readonly begun?: Begun;
  readonly onProgress?: (progress: ExamineProgress) => void;
  /** Hears where the search stopped, so that a later examination can go on from there. */
  readonly onEnd?: (begun: Begun) => void;
  /** Hears of every point that the search tries one by one. */
  readonly observe?: (seen: Seen) => void;
  /** Stops the search, which then answers with what it has. */
  readonly signal?: AbortSignal;
  /**
   * True once this share of the time that a user gave is over, all of it by default: an outer
   * bound, by which nothing else is decided.
   */
  readonly late?: (share?: number) => boolean;
}

/** Where an examination stopped: what it counted, and the first point that it did not try. */
export interface Begun {
  readonly next: number;
  readonly counts: Counts;
}
