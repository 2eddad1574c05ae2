/** Runs a search from one position of its stream to another. */
import type { Claim } from '../language/ast.ts';
import { complete } from '../language/definedness/complete.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { trialDice } from '../networks/dice.ts';
import type { Q } from '../numbers/rational.ts';
import { ascentOf, type Ascent } from './ascent/ascent.ts';
import { nearer } from './ascent/nearest.ts';
import { attempt, noValueOf, type AttemptOptions } from './attempt.ts';
import { Screening } from './lanes/screening.ts';
import { climb, climbable } from './phases/guided.ts';
import { filedPoint } from './phases/filed.ts';
import { prepareSearch, type Prepared } from './prepared.ts';
import { nextOf, streamOf, type Draw, type Shard } from './stream.ts';
import type { Tally } from './tally.ts';

export interface RunOptions extends AttemptOptions {
  readonly seed: number;
  /** Upper limit on the points. */
  readonly trials: number;
  /** Positions of the stream: from the first on, up to and without the second. */
  readonly from: number;
  readonly to: number;
  readonly shard?: Shard;
  /** Whether violations are climbed in floating point at some positions. */
  readonly climbing: boolean;
  /**
   * Witnesses of other runs and claims, tried before the stream goes on, and taken from the list.
   */
  readonly filed: Assignment<Q>[];
}

/** The number of positions from one random point that starts a climb to the next. */
const climbs = 8;
const climbSteps = 32;

/**
 * Coverage is counted at the first positions and then at some: classifying a point costs as much as
 * trying it.
 */
const classed = (position: number): boolean => position < 1024 || position % 16 === 0;

/**
 * From here on, where the enumerated points and the edge cases are nearly through, at regular
 * positions a block of trials is screened in floating point along with the exact points.
 */
const screenedFrom = 2048;
const screens = 8;

const noSizes =
  'no sizes of the dimensions up to 6 meet the hypotheses on them and allow the attributes; ' +
  'check whether these contradict each other';

/** What the trials of a run share. */
interface Run {
  readonly goals: readonly Prepared[];
  readonly options: RunOptions;
  readonly tally: Tally;
}

/** The filed witnesses, each at every goal that it may refute. */
function* fromFiles({ goals, options, tally }: Run): Generator<void, void> {
  for (let filed = options.filed.shift(); filed !== undefined; filed = options.filed.shift())
    for (const prepared of goals.filter((g) => g.rooted === undefined)) {
      const point = filedPoint(prepared, filed);
      tally.position = null;
      if (point !== null && attempt(prepared, point, null, tally, options, true)) return;
      yield;
    }
}

/** The point of one position; from some random ones a climb towards violations starts. */
function* fromStream(
  { options, tally }: Run,
  { prepared, random, drawn }: Draw,
  point: Assignment<Q> | string,
  position: number,
): Generator<void, void> {
  if (typeof point === 'string') {
    tally.run++;
    tally.blocked ??= noValueOf(point);
    return;
  }
  const before = tally.met;
  tally.position = position;
  if (
    attempt(prepared, point, random, tally, options, classed(position)) ||
    drawn !== 'random' ||
    random === null ||
    random.nextInt(1, climbs) !== 1 ||
    !climbable(prepared, tally.met > before)
  )
    return;
  for (const next of climb(prepared, random, point, climbSteps)) {
    if (tally.found !== null) return;
    if (attempt(prepared, next, null, tally, options, classed(position))) return;
    yield;
  }
}

/** Climbs violations in floating point, and tries where they end. */
function* climbed(
  { options, tally }: Run,
  ascent: Ascent,
  position: number,
): Generator<void, void> {
  const leads = ascent.at(options.seed, position, (found) => {
    tally.nearest = nearer(tally.nearest, found);
  });
  for (const lead of leads) {
    if (lead === null) {
      yield;
      continue;
    }
    const { prepared, point } = lead;
    const random = trialDice(options.seed, -position);
    if (attempt(prepared, point, random, tally, options, false)) return;
    yield;
  }
}

/** Screens a block of trials in floating point, and tries what looks like a violation. */
function* screened(
  { options, tally }: Run,
  screening: Screening,
  drawn: readonly Prepared[],
  position: number,
): Generator<void, void> {
  const block = screening.block(options.seed, position, options.trials - tally.run);
  if (block === null) return;
  tally.run += block.run;
  tally.met += block.met;
  tally.admitted += block.met;
  tally.undefined += block.undefined;
  for (const point of block.points) {
    for (const prepared of drawn) {
      if (tally.found !== null) return;
      if (attempt(prepared, point, null, tally, options, false)) return;
      yield;
    }
  }
}

/**
 * Tries filed witnesses, then the stream; yields after every trial, so that the caller may stop,
 * and resume later. What it has seen stands in the tally at any time.
 */
export function* examine(
  given: Claim,
  options: RunOptions,
  tally: Tally,
  goals: readonly Prepared[] = prepareSearch(given),
): Generator<void, void> {
  const { claim } = complete(given);
  const run: Run = { goals, options, tally };
  const stream = streamOf(goals, options.seed);
  const ofRoots = goals.filter((g) => g.rooted !== undefined);
  // a root drawn as such is climbed and screened as a polynomial
  const drawn = ofRoots.length > 0 ? ofRoots : goals;
  const screening = new Screening(drawn[0]?.claim ?? claim, drawn);
  const ascent = ascentOf(claim, goals);
  for (
    let position = nextOf(options.shard, options.from);
    position < options.to;
    position = tally.next
  ) {
    yield* fromFiles(run);
    if (tally.found !== null) return;
    const next = stream.at(position);
    if (next.point === null) {
      tally.blocked ??= noSizes;
      return;
    }
    yield* fromStream(run, next, next.point, position);
    if (tally.found === null && position >= screenedFrom && position % screens === 0)
      yield* screened(run, screening, drawn, position);
    if (tally.found === null && options.climbing && ascent.climbsAt(position))
      yield* climbed(run, ascent, position);
    tally.next = nextOf(options.shard, position + 1);
    yield;
  }
}
