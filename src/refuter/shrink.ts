/** Shrinks a counterexample: fewer dimensions, zeros, small integers. */
import type { Assignment } from '../evaluate/assignment.ts';
import {
  fewerDimensions,
  pointWeight,
  simplerPoints,
  simplerTogether,
  sizesFit,
} from '../networks/assignments.ts';
import { pointText } from '../networks/point-text.ts';
import { meetsAttributes } from '../networks/declared.ts';
import { trialDice } from '../networks/dice.ts';
import type { Q } from '../numbers/rational.ts';
import { meet } from './construct/meet.ts';
import { admits, outcomeOf } from './outcome.ts';
import { enumerateAt } from './phases/enumerate.ts';
import type { Prepared } from './prepared.ts';

/**
 * What bounds a shrinking: checks and work are counted, so that the result depends on the seed
 * alone.
 */
export interface ShrinkBounds {
  readonly checks: number;
  /** True when the work is done, or the user's time is over. */
  late(): boolean;
}

/** A violation on its way to the smallest: what was accepted so far, and what was turned down. */
class Shrinking {
  readonly #prepared: Prepared;
  readonly #violates: (at: Assignment<Q>) => boolean;
  readonly #bounds: ShrinkBounds;
  // what was turned down once is turned down again, for the best only gets smaller
  readonly #refused = new Set<string>();
  readonly #judged = new Map<string, boolean>();
  #weight: bigint;
  best: Assignment<Q>;
  /** Checks that are left. */
  left: number;

  constructor(
    prepared: Prepared,
    start: Assignment<Q>,
    violates: (at: Assignment<Q>) => boolean,
    bounds: ShrinkBounds,
  ) {
    this.#prepared = prepared;
    this.#violates = violates;
    this.#bounds = bounds;
    this.best = start;
    this.#weight = pointWeight(start);
    this.left = bounds.checks;
  }

  /** Takes the first candidate that is smaller and still violates; false where there is none. */
  pass(candidates: Iterable<Assignment<Q>>): boolean {
    for (const candidate of candidates) {
      if (this.left-- <= 0 || this.#bounds.late()) return false;
      if (this.#accept(candidate)) return true;
    }
    return false;
  }

  /** The best point with a dimension less. */
  *smaller(): Iterable<Assignment<Q>> {
    const { goal, claim } = this.#prepared;
    for (const at of fewerDimensions(this.best, goal.declarations))
      if (sizesFit(claim, goal.declarations, at.dims)) yield at;
  }

  /** The smallest points of the best one's dimensions. */
  *smallest(): Iterable<Assignment<Q>> {
    yield* enumerateAt(this.#prepared.goal, this.best.dims, 3000, this.#weight);
  }

  #accept(candidate: Assignment<Q>): boolean {
    const text = pointText(candidate);
    if (this.#refused.has(text)) return false;
    const accepted = this.#improves(candidate);
    if (!accepted) this.#refused.add(text);
    return accepted;
  }

  #improves(candidate: Assignment<Q>): boolean {
    if (this.#take(candidate)) return true;
    const { solvable, edge } = this.#prepared;
    if (!solvable && edge === null) return false;
    // solved for whole variables first, then for single entries, chosen by the same dice at each
    // run
    for (const random of [null, trialDice(1, 0), trialDice(1, 1)]) {
      if (random === null && !solvable) continue;
      const solved = meet(this.#prepared, candidate, random, random !== null && edge !== null);
      if (solved === candidate && random === null && this.#isStill(candidate)) return false;
      if (typeof solved === 'number' || solved === candidate) continue;
      if (this.#take(solved)) return true;
    }
    return false;
  }

  /** Makes a point the best one, if it is smaller and violates. */
  #take(at: Assignment<Q>): boolean {
    const weight = pointWeight(at);
    if (weight >= this.#weight || !this.#fits(at) || !this.#isViolating(at)) return false;
    this.best = at;
    this.#weight = weight;
    return true;
  }

  #fits(at: Assignment<Q>): boolean {
    return this.#prepared.goal.declarations.every((d) => {
      const value = at.values.get(d.name);
      return value !== undefined && meetsAttributes(value, d.attributes);
    });
  }

  #isViolating(at: Assignment<Q>): boolean {
    const text = pointText(at);
    let found = this.#judged.get(text);
    if (found === undefined) {
      found = this.#violates(at);
      this.#judged.set(text, found);
    }
    return found;
  }

  /**
   * Where all hypotheses hold as they stand, no dice move the point; but a factor of
   * proportionality is thrown with them.
   */
  #isStill(at: Assignment<Q>): boolean {
    const { goal, edge } = this.#prepared;
    return (
      edge === null &&
      goal.hypotheses.every(
        (h) => h.kind === 'is' || (h.kind === 'relation' && h.relation !== '~~'),
      ) &&
      admits(outcomeOf(goal, at))
    );
  }
}

/**
 * Makes a violation smaller: fewest dimensions first, then zeros, then small integers, as long as
 * `violates` says that it still is one. Where a smaller value breaks an equation, the equation is
 * solved again for another variable.
 */
export const shrink = (
  prepared: Prepared,
  start: Assignment<Q>,
  violates: (at: Assignment<Q>) => boolean,
  bounds: ShrinkBounds,
): Assignment<Q> => {
  const s = new Shrinking(prepared, start, violates, bounds);
  while (s.pass(s.smaller()));
  // Values tied together by the hypotheses do not shrink one by one; the smallest points of this
  // size may do at once.
  const spent = s.left;
  s.left = Math.min(s.left, Math.floor(bounds.checks / 3));
  s.pass(s.smallest());
  s.left = Math.min(spent, Math.floor(bounds.checks / 2));
  while (s.pass(s.smaller()) || s.pass(simplerTogether(s.best)) || s.pass(simplerPoints(s.best)));
  return s.best;
};
