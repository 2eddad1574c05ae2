/** Tries one point on one goal; certifies and shrinks a counterexample. */
import { formulaText } from '../language/text.ts';
import type { Formula } from '../language/ast.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import { meetsAttributes } from '../networks/declared.ts';
import { trialDice, type Dice } from '../networks/dice.ts';
import { bounded, spend, unitsPerMillisecond } from '../numbers/counted-work.ts';
import { Undefined, Unsupported } from '../numbers/field.ts';
import { toRational, type Q } from '../numbers/rational.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import { certify } from './certify.ts';
import { chained } from './construct/chains.ts';
import { meet } from './construct/meet.ts';
import { admits, outcomeOf, type Outcome } from './outcome.ts';
import type { Prepared } from './prepared.ts';
import { shrink, type ShrinkBounds } from './shrink.ts';
import { bump, type Tally } from './tally.ts';
import { widen } from './widen.ts';

/** Of a goal about roots, the point of the given claim is certified. */
const certified = ({ claim, rooted }: Prepared, at: Assignment<Q>): Counterexample | string => {
  if (rooted === undefined) return certify(claim, mapAssignment(at, toRational));
  try {
    return certify(rooted.claim, mapAssignment(rooted.back(at), toRational));
  } catch (error) {
    if (error instanceof Undefined || error instanceof Unsupported) return error.message;
    throw error;
  }
};

/** A point that was tried: as it was put to the goal, and what it said. */
export interface Seen {
  readonly prepared: Prepared;
  readonly at: Assignment<Q>;
  readonly outcome: Outcome;
}

export interface AttemptOptions {
  shrinking(): ShrinkBounds;
  /** Hears of every point that is tried one by one. */
  readonly observe?: (seen: Seen) => void;
  /** Look for the witness of widest margin as well. */
  readonly widest: boolean;
}

/** What is said where a declaration's attributes were met by no value. */
export const noValueOf = (name: string): string =>
  `no value of ${name} with all its attributes was found; check whether they contradict each other`;

/** A declaration of several attributes that the point does not meet: each alone is met by a draw. */
const strayOf = ({ goal }: Prepared, { values }: Assignment<Q>): string | null =>
  goal.declarations.find(({ name, attributes }) => {
    const value = attributes.length > 1 ? values.get(name) : undefined;
    return value !== undefined && !meetsAttributes(value, attributes);
  })?.name ?? null;

/** Units of work for the witness of widest margin. */
const widening = 300 * unitsPerMillisecond;

/** Work of a trial apart from its arithmetic: draws, copies and comparisons. */
const trialWork = 4;

/** The certified witness made small, from a certified first one. */
const smallest = (
  prepared: Prepared,
  at: Assignment<Q>,
  first: Counterexample,
  bounds: () => ShrinkBounds,
): { readonly at: Assignment<Q>; readonly found: Counterexample } => {
  const { goal } = prepared;
  const violates = (point: Assignment<Q>): boolean => {
    const o = outcomeOf(goal, point);
    return o.kind === 'met' && o.violated;
  };
  const strictly = (point: Assignment<Q>): boolean =>
    violates(point) && typeof certified(prepared, point) !== 'string';
  // what is undefined elsewhere in the claim shows in the certificate alone: then each step is
  // certified
  for (const keeps of [violates, strictly]) {
    const within = bounds();
    if (within.checks <= 0) break;
    const small = shrink(prepared, at, keeps, within);
    const found = certified(prepared, small);
    if (typeof found !== 'string') return { at: small, found };
  }
  return { at, found: first };
};

/** The point, moved onto the equations and between the bounds of the goal where it is off them. */
const placed = (
  prepared: Prepared,
  drawn: Assignment<Q>,
  random: Dice | null,
): { readonly at: Assignment<Q>; readonly outcome: Outcome } => {
  const { goal } = prepared;
  let at = drawn;
  let outcome = outcomeOf(goal, at);
  if (outcome.kind === 'unmet' && prepared.chains !== null) {
    const ordered = chained(prepared.chains, at, random ?? trialDice(1, 0));
    if (ordered !== null) {
      at = ordered;
      outcome = outcomeOf(goal, at);
    }
  }
  const off = outcome.kind === 'unmet' && prepared.solvable;
  // a strict conclusion fails on the edge: half of the time the point is moved there
  const aim =
    prepared.edge !== null &&
    random !== null &&
    outcome.kind !== 'undefined' &&
    random.nextInt(0, 1) === 0;
  if (off || aim) {
    const moved = meet(prepared, at, random, aim);
    if (typeof moved !== 'number') {
      const next = outcomeOf(goal, moved);
      // what was moved onto the edge may have left its hypotheses
      if (admits(next) || !admits(outcome)) {
        at = moved;
        outcome = next;
      }
    }
  }
  // where an alternative of the conclusion holds, so does the conclusion: the point speaks for the
  // claim
  if (
    outcome.kind === 'unmet' &&
    goal.alternatives.has(goal.hypotheses[outcome.hypothesis] as Formula)
  )
    outcome = { kind: 'met', violated: false };
  return { at, outcome };
};

/** Files the counterexample, certified and made small; false where it cannot be certified. */
const refute = (
  prepared: Prepared,
  at: Assignment<Q>,
  tally: Tally,
  options: AttemptOptions,
): boolean => {
  const first = certified(prepared, at);
  if (typeof first === 'string') {
    tally.undecided++;
    tally.why ??= first;
    return false;
  }
  // what comes after may take more work than is left: the find stays
  tally.found = first;
  if (options.widest) tally.widest = first;
  const small = smallest(prepared, at, first, () => options.shrinking());
  tally.found = small.found;
  if (options.widest) {
    const wide = certified(
      prepared,
      bounded({ work: widening }, () => widen(prepared, small.at, at), small.at),
    );
    tally.widest = typeof wide === 'string' ? small.found : wide;
  }
  return true;
};

/**
 * Puts one point to one goal; true where it refutes. Moves it onto the equations among the
 * hypotheses where it is off them; `classed` counts it in the coverage.
 */
export const attempt = (
  prepared: Prepared,
  drawn: Assignment<Q>,
  random: Dice | null,
  tally: Tally,
  options: AttemptOptions,
  classed: boolean,
): boolean => {
  const { goal } = prepared;
  tally.run++;
  spend(trialWork);
  const { at, outcome } = placed(prepared, drawn, random);
  const stray = admits(outcome) ? strayOf(prepared, at) : null;
  if (stray !== null) {
    tally.blocked ??= noValueOf(stray);
    return false;
  }
  options.observe?.({ prepared, at, outcome });
  if (outcome.kind === 'unmet')
    bump(tally.failures, formulaText(goal.hypotheses[outcome.hypothesis] ?? goal.conclusion));
  if (outcome.kind === 'undefined') tally.undefined++;
  if (outcome.kind === 'uncertified' || outcome.kind === 'undecided') {
    if (outcome.kind === 'uncertified') tally.uncertified++;
    else if (outcome.admitted) tally.admitted++;
    tally.undecided++;
    tally.why ??= outcome.why;
  }
  if (outcome.kind !== 'met') return false;
  tally.admitted++;
  if (outcome.violated && !refute(prepared, at, tally, options)) return false;
  tally.met++;
  if (classed) tally.classes.add(at);
  return tally.found !== null;
};
