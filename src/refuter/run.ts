import type { Claim } from '../language/ast.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import { trialDice, type Dice } from '../networks/dice.ts';
import { toRational, type Q } from '../numbers/rational.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import { certify } from './certify.ts';
import { meet } from './construct/meet.ts';
import { count } from './coverage.ts';
import { outcomeOf } from './outcome.ts';
import { climb, climbable } from './phases/guided.ts';
import { edge } from './phases/edge.ts';
import { enumerate } from './phases/enumerate.ts';
import { randomPoint } from './phases/random.ts';
import { prepare, type Prepared } from './prepared.ts';
import { shrink, type ShrinkBounds } from './shrink.ts';

/** What a run has seen so far; kept in one object so that an interrupted run still has its answer. */
export interface Tally {
  run: number;
  met: number;
  /** Points that look violated and could not be certified, and why the last could not. */
  uncertified: number;
  why: string | null;
  /** Points where something was undefined. */
  undefined: number;
  /** Why no point could be drawn at all. */
  blocked: string | null;
  found: Counterexample | null;
  readonly coverage: Map<string, number>;
}

export interface RunOptions {
  readonly seed: number;
  readonly trials: number;
  /** True when the time is up or the user has interrupted. */
  late(): boolean;
  shrinking(): ShrinkBounds;
}

export const newTally = (): Tally =>
  ({ run: 0, met: 0, uncertified: 0, why: null, undefined: 0, blocked: null, found: null, coverage: new Map() });

const certified = (claim: Claim, at: Assignment<Q>): Counterexample | string => certify(claim, mapAssignment(at, toRational));

/** Puts one point to one goal; true where it ends the search. */
const attempt = (prepared: Prepared, drawn: Assignment<Q>, random: Dice | null, tally: Tally, options: RunOptions): boolean => {
  const { goal, claim } = prepared;
  tally.run++;
  let at = drawn;
  let outcome = outcomeOf(goal, at);
  if (outcome.kind === 'unmet' && prepared.equations.some((e) => e !== null)) {
    const met = meet(prepared, drawn, random);
    if (typeof met !== 'number') {
      at = met;
      outcome = outcomeOf(goal, at);
    }
  }
  if (outcome.kind === 'unmet') prepared.failures[outcome.hypothesis] = (prepared.failures[outcome.hypothesis] ?? 0) + 1;
  if (outcome.kind === 'undefined') tally.undefined++;
  if (outcome.kind === 'uncertified') {
    tally.uncertified++;
    tally.why = outcome.why;
  }
  if (outcome.kind !== 'met') return false;
  if (outcome.violated) {
    const first = certified(claim, at);
    if (typeof first === 'string') {
      tally.why = first;
      return false;
    }
    const violates = (point: Assignment<Q>): boolean => {
      const o = outcomeOf(goal, point);
      return o.kind === 'met' && o.violated;
    };
    const strictly = (point: Assignment<Q>): boolean => violates(point) && typeof certified(claim, point) !== 'string';
    let small = certified(claim, shrink(prepared, at, violates, options.shrinking()));
    // what is undefined elsewhere in the claim shows in the certificate alone: then each step is certified
    if (typeof small === 'string') small = certified(claim, shrink(prepared, at, strictly, options.shrinking()));
    tally.found = typeof small === 'string' ? first : small;
  }
  tally.met++;
  if (tally.met <= 2000) count(tally.coverage, at);
  return tally.found !== null;
};

/** The phases one after the other; gives way after every trial. */
export function* examine(claim: Claim, options: RunOptions, tally: Tally, goals: readonly Prepared[] = prepare(claim)): Generator<void, void> {
  const over = (): boolean => tally.found !== null || tally.run >= options.trials || options.late();
  for (const prepared of goals) {
    for (const at of enumerate(prepared, Math.ceil(2400 / goals.length))) {
      if (over()) return;
      attempt(prepared, at, null, tally, options);
      yield;
    }
  }
  for (const prepared of goals) {
    for (const at of edge(prepared, options.seed)) {
      if (over()) return;
      attempt(prepared, at, trialDice(options.seed, tally.run), tally, options);
      yield;
    }
  }
  for (let trial = 0; !over(); trial++) {
    const prepared = goals[trial % goals.length];
    if (prepared === undefined) return;
    const random = trialDice(options.seed, trial);
    const at = randomPoint(prepared, random);
    if (at === null) {
      tally.blocked = 'no sizes of the dimensions up to 6 meet the hypotheses on them and allow the attributes; check whether these contradict each other';
      return;
    }
    if (typeof at === 'string') {
      tally.run++;
      tally.blocked = `no value of ${at} with all its attributes was found; check whether they contradict each other`;
    } else {
      attempt(prepared, at, random, tally, options);
      if (tally.found === null && trial % 16 === 15 && climbable(prepared)) {
        for (const point of climb(prepared, random, at, 24)) {
          if (over()) return;
          attempt(prepared, point, null, tally, options);
          yield;
        }
      }
    }
    yield;
  }
}
