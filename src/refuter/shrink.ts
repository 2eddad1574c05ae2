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
  const { goal, claim } = prepared;
  const { solvable } = prepared;
  /**
   * Where all hypotheses hold as they stand, no dice move the point; but a factor of
   * proportionality is thrown with them.
   */
  const still = (at: Assignment<Q>): boolean =>
    prepared.edge === null &&
    goal.hypotheses.every(
      (h) => h.kind === 'is' || (h.kind === 'relation' && h.relation !== '~~'),
    ) &&
    admits(outcomeOf(goal, at));
  let best = start;
  let bestWeight = pointWeight(start);
  let left = bounds.checks;

  const fits = (at: Assignment<Q>): boolean =>
    goal.declarations.every((d) => {
      const value = at.values.get(d.name);
      return value !== undefined && meetsAttributes(value, d.attributes);
    });

  // what was turned down once is turned down again, for the best only gets smaller
  const refused = new Set<string>();
  const judged = new Map<string, boolean>();
  const violating = (at: Assignment<Q>): boolean => {
    const text = pointText(at);
    let found = judged.get(text);
    if (found === undefined) {
      found = violates(at);
      judged.set(text, found);
    }
    return found;
  };

  const accept = (candidate: Assignment<Q>): boolean => {
    const text = pointText(candidate);
    if (refused.has(text)) return false;
    const accepted = improves(candidate);
    if (!accepted) refused.add(text);
    return accepted;
  };

  const improves = (candidate: Assignment<Q>): boolean => {
    const weight = pointWeight(candidate);
    if (weight < bestWeight && fits(candidate) && violating(candidate)) {
      best = candidate;
      bestWeight = weight;
      return true;
    }
    if (!solvable && prepared.edge === null) return false;
    // solved for whole variables first, then for single entries, chosen by the same dice at each
    // run
    for (const random of [null, trialDice(1, 0), trialDice(1, 1)]) {
      if (random === null && !solvable) continue;
      const solved = meet(prepared, candidate, random, random !== null && prepared.edge !== null);
      if (solved === candidate && random === null && still(candidate)) return false;
      if (typeof solved === 'number' || solved === candidate) continue;
      const solvedWeight = pointWeight(solved);
      if (solvedWeight >= bestWeight || !fits(solved) || !violating(solved)) continue;
      best = solved;
      bestWeight = solvedWeight;
      return true;
    }
    return false;
  };

  const pass = (candidates: Iterable<Assignment<Q>>): boolean => {
    for (const candidate of candidates) {
      if (left-- <= 0 || bounds.late()) return false;
      if (accept(candidate)) return true;
    }
    return false;
  };

  const smaller = function* (): Iterable<Assignment<Q>> {
    for (const at of fewerDimensions(best, goal.declarations))
      if (sizesFit(claim, goal.declarations, at.dims)) yield at;
  };
  const smallest = function* (): Iterable<Assignment<Q>> {
    yield* enumerateAt(goal, best.dims, 3000, bestWeight);
  };
  while (pass(smaller()));
  // Values tied together by the hypotheses do not shrink one by one; the smallest points of this
  // size may do at once.
  const spent = left;
  left = Math.min(left, Math.floor(bounds.checks / 3));
  pass(smallest());
  left = Math.min(spent, Math.floor(bounds.checks / 2));
  while (pass(smaller()) || pass(simplerTogether(best)) || pass(simplerPoints(best)));
  return best;
};
