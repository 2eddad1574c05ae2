/**
 * The search for a counterexample to one claim: started once, stopped and resumed at will, bounded
 * by counted work.
 */
import type { Claim } from '../language/ast.ts';
import { claimHash } from '../language/hash.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import { bounded, spent, unitsPerMillisecond } from '../numbers/counted-work.ts';
import type { Rational } from '../numbers/field.ts';
import { forgetRoots } from '../numbers/matrix-roots.ts';
import { fromRational } from '../numbers/rational.ts';
import { forgetSpectra } from '../numbers/spectrum.ts';
import type { Seen } from './attempt.ts';
import { certify } from './certify.ts';
import { possibleClasses } from './coverage.ts';
import { giveWay } from './give-way.ts';
import type { FiledPoint } from './phases/filed.ts';
import { prepareSearch } from './prepared.ts';
import { reasonOf } from './reason.ts';
import { conclude, type CoveredResult } from './covered-result.ts';
import { examine, type RunOptions } from './run.ts';
import type { Shard } from './stream.ts';
import { addTo, countsOf, newTally, type Counts, type Tally } from './tally.ts';

/** How far a search goes before it stops. */
export interface SearchBounds {
  /** Milliseconds' worth of counted work. */
  readonly time: number;
  /** Upper limit on the points since the search began. */
  readonly trials?: number;
  /** Whether violations are climbed in floating point, too; by default they are. */
  readonly climbing?: boolean;
  /** Asked between points and within long ones: true once the time that a user gave is over. */
  readonly late?: () => boolean;
}

export interface SearchOptions extends SearchBounds {
  readonly seed: number;
  /** Position in the stream to start from: `next` of an earlier result resumes it. */
  readonly from?: number;
  /** Position in the stream to end before. */
  readonly to?: number;
  /**
   * This part of a stream that several share: together they run exactly the positions that one
   * would.
   */
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
    /** Whether the claim would survive if the search ended here. */
    readonly survives: boolean;
    readonly seconds: number;
  }) => void;
  readonly signal?: AbortSignal;
}

/** A search that can be stopped and resumed: no point is tried twice. */
export interface Search {
  /** Goes on, within so much more; at once. */
  advance(bounds: SearchBounds): void;
  /** Goes on, and gives way every few milliseconds, so that Ctrl-C and a progress line work. */
  pursue(bounds: SearchBounds): Promise<void>;
  /**
   * Certifies the witnesses of this statement again, as they are, then tries those of others where
   * their names and shapes fit, as `pursue`, and nothing after them. What the bounds leave out is
   * tried first when the search goes on.
   */
  revisit(filed: readonly FiledPoint[], bounds: SearchBounds): Promise<void>;
  /** What is known so far; `classes` where the classes of points will be read. */
  result(classes?: boolean): CoveredResult;
}

/**
 * Shrinking is bounded by checks and by milliseconds' worth of work, so that a witness depends on
 * the seed alone.
 */
const shrinkBounds = { checks: 2000, time: 1000 };

/** The extra units for a point that is under way when the budget ends. */
const slack = 100 * unitsPerMillisecond;

export interface SearchPlan extends Omit<SearchOptions, 'time' | 'trials' | 'late' | 'climbing'> {
  /** Hears of every point that is tried one by one. */
  readonly observe?: (seen: Seen) => void;
  /**
   * What was counted elsewhere, before the first position that is run here: the search goes on from
   * there.
   */
  readonly begun?: { readonly next: number; readonly counts: Counts };
}

/** What a run is asked for, as far as it does not change from one part of a search to the next. */
const fixedPlan = (
  options: SearchPlan,
  late: () => boolean,
): Omit<RunOptions, 'from' | 'trials' | 'climbing'> => ({
  seed: options.seed,
  to: options.to ?? Number.POSITIVE_INFINITY,
  ...(options.shard === undefined ? {} : { shard: options.shard }),
  // a resumed run and every shard but the first leave the filed witnesses to the first
  filed:
    (options.from ?? 0) > 0 || (options.shard?.index ?? 0) > 0
      ? []
      : (options.filed ?? []).map((at) => mapAssignment(at, fromRational)),
  widest: options.widest ?? true,
  ...(options.observe === undefined ? {} : { observe: options.observe }),
  shrinking: () => {
    const end = spent() + shrinkBounds.time * unitsPerMillisecond;
    return {
      checks: options.shrinking === false ? 0 : shrinkBounds.checks,
      late: () => late() || spent() > end,
    };
  },
});

const ending = ({ time }: SearchBounds): number => spent() + time * unitsPerMillisecond;

class Searching implements Search {
  readonly #began = performance.now();
  readonly #claim: Claim;
  readonly #options: SearchPlan;
  readonly #tally: Tally;
  readonly #plan: RunOptions;
  #bounds: SearchBounds = { time: 0 };
  #steps: Generator<void, void> | null = null;
  #over = false;

  constructor(claim: Claim, options: SearchPlan) {
    this.#claim = claim;
    this.#options = options;
    const tally = newTally(options.begun?.next ?? options.from, possibleClasses(claim));
    if (options.begun !== undefined) addTo(tally, options.begun.counts);
    this.#tally = tally;
    const bounds = (): SearchBounds => this.#bounds;
    this.#plan = {
      ...fixedPlan(options, () => this.#isStopped()),
      get trials() {
        return bounds().trials ?? Number.POSITIVE_INFINITY;
      },
      get climbing() {
        return bounds().climbing ?? true;
      },
      get from() {
        return tally.next;
      },
    };
  }

  advance(bounds: SearchBounds): void {
    this.#bounds = bounds;
    const end = ending(bounds);
    while (this.#step(end));
  }

  pursue(bounds: SearchBounds): Promise<void> {
    return this.#pursue(bounds, () => true);
  }

  async revisit(filed: readonly FiledPoint[], bounds: SearchBounds): Promise<void> {
    const hash = claimHash(this.#claim);
    if (filed.some(({ at, of }) => of === hash && this.#confirm(at, bounds))) return;
    const others = filed.filter(({ of }) => of !== hash);
    const waiting = this.#plan.filed;
    waiting.push(...others.map(({ at }) => mapAssignment(at, fromRational)));
    await this.#pursue(bounds, () => waiting.length > 0);
  }

  result(classes = true): CoveredResult {
    const tally = this.#tally;
    return conclude(
      countsOf(tally, classes ? tally.classes.read() : new Map()),
      {
        counterexample: tally.found,
        widest: tally.widest,
        position: tally.found === null ? null : tally.position,
        next: tally.next,
      },
      this.#seconds(performance.now()),
    );
  }

  #seconds(now: number): number {
    return (now - this.#began) / 1000;
  }

  #isStopped(): boolean {
    return this.#options.signal?.aborted === true || this.#bounds.late?.() === true;
  }

  async #pursue(bounds: SearchBounds, more: () => boolean): Promise<void> {
    this.#bounds = bounds;
    const end = ending(bounds);
    let since = performance.now();
    while (more() && this.#step(end)) {
      const now = performance.now();
      if (now - since < 20) continue;
      since = now;
      this.#options.onProgress?.({
        run: this.#tally.run,
        met: this.#tally.met,
        survives: reasonOf(countsOf(this.#tally, new Map())) === null,
        seconds: this.#seconds(now),
      });
      await giveWay();
    }
  }

  /** One trial; false where the search is at its end, or stops here. */
  #step(end: number): boolean {
    const tally = this.#tally;
    if (this.#over || tally.found !== null || tally.run >= this.#plan.trials || this.#isStopped())
      return false;
    const work = end - spent();
    if (work <= 0) return false;
    const { late } = this.#bounds;
    const { run, met, admitted } = tally;
    const done = bounded(
      { work: work + slack, ...(late === undefined ? {} : { late }) },
      () => {
        this.#steps ??= examine(this.#claim, this.#plan, tally, prepareSearch(this.#claim));
        return this.#steps.next().done === true ? ('over' as const) : ('open' as const);
      },
      'cut' as const,
    );
    if (done === 'cut') {
      // a resumed search begins with this point again
      this.#steps = null;
      if (tally.found === null) Object.assign(tally, { run, met, admitted });
    }
    tally.cut = done === 'cut';
    this.#over = done === 'over';
    return done === 'open';
  }

  /** A point that refuted this statement before, and was made small then. */
  #confirm(at: Assignment<Rational>, { time, late }: SearchBounds): boolean {
    const found = bounded(
      { work: time * unitsPerMillisecond, ...(late === undefined ? {} : { late }) },
      () => certify(this.#claim, at),
      'it takes too much work',
    );
    if (typeof found === 'string') return false;
    const tally = this.#tally;
    tally.run++;
    tally.met++;
    tally.admitted++;
    tally.classes.add(mapAssignment(found.at, fromRational));
    Object.assign(tally, { found, widest: found, position: null });
    return true;
  }
}

export const startSearch = (claim: Claim, options: SearchPlan): Search => {
  forgetSpectra();
  forgetRoots();
  return new Searching(claim, options);
};

/**
 * Searches for a counterexample without giving way to anything else; for tests and worker threads.
 */
export const searchSync = (claim: Claim, options: SearchOptions): CoveredResult => {
  const search = startSearch(claim, options);
  search.advance(options);
  return search.result();
};

/**
 * Searches for a counterexample: filed witnesses, tiny points in order, edge cases, random points,
 * climbs; what violates the claim is made small and certified exactly.
 */
export const search = async (claim: Claim, options: SearchOptions): Promise<CoveredResult> => {
  const run = startSearch(claim, options);
  await run.pursue(options);
  return run.result();
};
