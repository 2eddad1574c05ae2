import type { Claim } from '../language/ast.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import type { Rational } from '../numbers/field.ts';
import { fromRational } from '../numbers/rational.ts';
import type { Counterexample, SearchResult } from '../verdict/verdict.ts';
import { prepare } from './prepared.ts';
import { reasonOf } from './reason.ts';
import { examine, type RunOptions } from './run.ts';
import type { Shard } from './stream.ts';
import { countsOf, newTally, type Counts, type Tally } from './tally.ts';

export interface SearchOptions {
  /** Milliseconds. */
  readonly time: number;
  readonly seed: number;
  /** At most so many points are tried; without it time alone ends the search. */
  readonly trials?: number;
  /** Position in the stream to start from: `next` of an earlier result resumes it. */
  readonly from?: number;
  /** Position in the stream to end before. */
  readonly to?: number;
  /** This part of a stream that several share: together they run exactly the positions that one would. */
  readonly shard?: Shard;
  /** Witnesses of this and other claims, tried first where their names and shapes fit. */
  readonly filed?: readonly Assignment<Rational>[];
  /** Whether a second witness of widest margin is looked for; by default it is. */
  readonly widest?: boolean;
  /** Whether the witness is made small; by default it is. */
  readonly shrinking?: boolean;
  readonly onProgress?: (p: {
    readonly run: number;
    readonly met: number;
    readonly seconds: number;
  }) => void;
  readonly signal?: AbortSignal;
}

/** A search's answer, what it covered and how to go on from there. */
export interface CoveredResult extends SearchResult {
  /** How many of the points that met the hypotheses fell into each class; every class of the claim's values is named, with 0 where it was never reached. */
  readonly coverage: Readonly<Record<string, number>>;
  /** The witness at which the conclusion fails by the widest margin that was found; null where nothing was found. */
  readonly widest: Counterexample | null;
  /** Position of the witness in the stream; null where there is none, or it was a filed one. */
  readonly position: number | null;
  /** The first position that was not run: `from` of the run that goes on. */
  readonly next: number;
  /** Everything counted, to be stored and added up by `mergeResults`. */
  readonly counts: Counts;
}

const shrinkTime = 300;
const shrinkChecks = 2000;

/**
 * On a busy machine the time may pass before much is tried: then so many points, within so many milliseconds more of
 * the processor's time, and within so many times as much by the clock.
 */
const least = { points: 100, grace: 1000, stalled: 8 };

/** Milliseconds of processor time that this process has had. */
const worked = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const timeIsUp = (
  { time, trials, to }: SearchOptions,
  start: number,
  had: number,
  tally: Tally,
): boolean => {
  const elapsed = performance.now() - start;
  const open = trials === undefined && to === undefined && tally.run < least.points;
  if (!open) return elapsed > time;
  const most = time + least.grace;
  return elapsed > most * least.stalled || (elapsed > most && worked() - had > most);
};

const optionsOf = (
  options: SearchOptions,
  start: number,
  tally: Tally,
  had = worked(),
): RunOptions => ({
  seed: options.seed,
  trials: options.trials ?? Number.POSITIVE_INFINITY,
  from: options.from ?? 0,
  to: options.to ?? Number.POSITIVE_INFINITY,
  ...(options.shard === undefined ? {} : { shard: options.shard }),
  // a resumed run and every shard but the first leave the filed witnesses to the first
  filed:
    (options.from ?? 0) > 0 || (options.shard?.index ?? 0) > 0
      ? []
      : (options.filed ?? []).map((at) => mapAssignment(at, fromRational)),
  widest: options.widest ?? true,
  late: () => options.signal?.aborted === true || timeIsUp(options, start, had, tally),
  shrinking: () => {
    const began = performance.now();
    // with a fixed number of trials only the count of checks bounds the shrinking, so that it always ends the same
    const limit =
      options.trials === undefined && options.to === undefined
        ? shrinkTime
        : Math.max(10_000, options.time);
    return {
      checks: options.shrinking === false ? 0 : shrinkChecks,
      late: () => options.signal?.aborted === true || performance.now() - began > limit,
    };
  },
});

/** The answer that counts and a witness amount to. */
export const conclude = (
  counts: Counts,
  found: Pick<CoveredResult, 'counterexample' | 'widest' | 'position' | 'next'>,
  seconds: number,
): CoveredResult => {
  const reason = found.counterexample === null ? reasonOf(counts) : null;
  return {
    verdict: found.counterexample !== null ? 'refuted' : reason === null ? 'survived' : 'gave-up',
    trials: { run: counts.run, met: counts.met },
    reason,
    seconds,
    coverage: counts.coverage,
    counts,
    ...found,
  };
};

const resultOf = (tally: Tally, start: number): CoveredResult =>
  conclude(
    countsOf(tally),
    {
      counterexample: tally.found,
      widest: tally.widest,
      position: tally.position,
      next: tally.next,
    },
    (performance.now() - start) / 1000,
  );

/** Searches for a counterexample without giving way to anything else; for tests and worker threads. */
export const searchSync = (claim: Claim, options: SearchOptions): CoveredResult => {
  const start = performance.now();
  const tally = newTally(options.from);
  const steps = examine(claim, optionsOf(options, start, tally), tally, prepare(claim));
  while (steps.next().done !== true);
  return resultOf(tally, start);
};

/**
 * Searches for a counterexample: filed witnesses, tiny points in order, edge cases, random points, climbs; what
 * violates the claim is made small and certified exactly. Gives way every few milliseconds, so that Ctrl-C and a
 * progress line work.
 */
export const search = async (claim: Claim, options: SearchOptions): Promise<CoveredResult> => {
  const start = performance.now();
  const tally = newTally(options.from);
  const steps = examine(claim, optionsOf(options, start, tally), tally, prepare(claim));
  let since = start;
  while (steps.next().done !== true) {
    const now = performance.now();
    if (now - since < 20) continue;
    since = now;
    options.onProgress?.({ run: tally.run, met: tally.met, seconds: (now - start) / 1000 });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return resultOf(tally, start);
};
