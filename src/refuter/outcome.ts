/** The outcome of one point on one goal. */
import type { Formula } from '../language/ast.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { Undefined, Unsettled, Unsupported } from '../numbers/field.ts';
import type { Q } from '../numbers/rational.ts';
import { fastTruth } from './fast/truth.ts';
import type { Goal } from './goals.ts';
import { clearlyFails, clearlyHolds } from './screen.ts';
import { Remembered } from './remembered.ts';
import { searchBits, truthOf } from './truth.ts';

/** What one point says about a goal. */
export type Outcome =
  /** The hypotheses hold and the conclusion is decided. */
  | { readonly kind: 'met'; readonly violated: boolean }
  /** The conclusion or a hypothesis stays open; `admitted` where all hypotheses hold. */
  | { readonly kind: 'undecided'; readonly admitted: boolean; readonly why: string }
  | { readonly kind: 'unmet'; readonly hypothesis: number }
  | { readonly kind: 'undefined' }
  /** No exact domain can compute this, or a hypothesis stays open while the conclusion fails. */
  | { readonly kind: 'uncertified'; readonly why: string };

/** Whether all hypotheses hold at the point, whatever is known of the conclusion. */
export const admits = (o: Outcome): boolean =>
  o.kind === 'met' || (o.kind === 'undecided' && o.admitted);

let last: {
  readonly goal: Goal;
  readonly at: Assignment<Q>;
  readonly bits: readonly number[];
  readonly outcome: Outcome;
} | null = null;

/**
 * What a point says about a goal; asked again at once of the same point, as shrinking does, it is
 * remembered.
 */
export const outcomeOf = (
  goal: Goal,
  at: Assignment<Q>,
  bits: readonly number[] = searchBits,
): Outcome => {
  if (last?.goal === goal && last.at === at && last.bits === bits) return last.outcome;
  const outcome = decided(goal, at, bits);
  last = { goal, at, bits, outcome };
  return outcome;
};

const truths = new Remembered<Formula, boolean | null>();

/**
 * Truth of a hypothesis at a point as the search decides it; null where it stays open. Throws as
 * evaluation does.
 */
export const hypothesisTruth = (
  h: Formula,
  at: Assignment<Q>,
  bits: readonly number[] = searchBits,
): boolean | null => {
  const find = (): boolean | null =>
    fastTruth(h, at) ?? (clearlyFails(h, at) ? false : truthOf(h, at, bits));
  return bits === searchBits ? truths.of(at, h, find) : find();
};

/** Notes the truth of a hypothesis that was decided exactly by other means. */
export const noteTruth = (h: Formula, at: Assignment<Q>, truth: boolean): void =>
  truths.note(at, h, truth);

const decided = (goal: Goal, at: Assignment<Q>, bits: readonly number[]): Outcome => {
  try {
    let open: Formula | null = null;
    for (const [i, h] of goal.hypotheses.entries()) {
      const truth = hypothesisTruth(h, at, bits);
      if (truth === false) return { kind: 'unmet', hypothesis: i };
      if (truth === null) open ??= h;
    }
    const conclusion =
      fastTruth(goal.conclusion, at) ??
      (clearlyHolds(goal.conclusion, at) || truthOf(goal.conclusion, at, bits));
    if (open !== null)
      return conclusion === false
        ? { kind: 'uncertified', why: unconfirmed(open) }
        : { kind: 'undecided', admitted: false, why: unconfirmed(open) };
    return conclusion === null
      ? { kind: 'undecided', admitted: true, why: untold(goal.conclusion) }
      : { kind: 'met', violated: !conclusion };
  } catch (error) {
    return failure(error);
  }
};

/** Why nothing is known of a conclusion at a point where the hypotheses hold. */
const untold = (f: Formula): string =>
  f.kind === 'relation'
    ? 'the two sides of the conclusion are irrational and too near to each other to be distinguished'
    : 'the conclusion mentions all values of a variable, or of irrational numbers too near to ' +
      'each other to be distinguished';

/** Why a hypothesis of which nothing is known at a point cannot be confirmed there. */
const unconfirmed = (h: Formula): string => {
  const values = h.kind === 'forall' || h.kind === 'exists';
  return values
    ? 'a hypothesis about all values of a variable cannot be confirmed; state it without the quantifier'
    : 'an equation between irrational numbers among the hypotheses cannot be confirmed; state ' +
        'it without irrational functions';
};

/** What a failed evaluation means; anything else is a defect and is thrown on. */
export const failure = (error: unknown): Outcome => {
  if (error instanceof Undefined) return { kind: 'undefined' };
  if (error instanceof Unsupported || error instanceof Unsettled)
    return { kind: 'uncertified', why: error.message };
  throw error;
};
