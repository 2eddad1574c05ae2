/**
 * A claim of the catalogue put to fast-check: points by the claim's own arbitrary, moved onto its
 * hypotheses where they are equations.
 */
import fc from 'fast-check';
import type { Assignment } from '../../src/evaluate/assignment.ts';
import type { Claim } from '../../src/language/index.ts';
import { sampled } from '../../src/arbitraries/sampled.ts';
import { assignmentSampler } from '../../src/networks/assignments.ts';
import { dice } from '../../src/networks/dice.ts';
import type { Q } from '../../src/numbers/rational.ts';
import { meet } from '../../src/refuter/construct/meet.ts';
import { outcomeOf, type Outcome } from '../../src/refuter/outcome.ts';
import { prepare, type Prepared } from '../../src/refuter/prepared.ts';

export interface Attack {
  /** What stands in the report: the goal's number, where a claim has several. */
  readonly name: string;
  readonly property: fc.IProperty<[Assignment<Q>, number]>;
  /** Points at which everything was defined and every hypothesis held. */
  readonly met: () => number;
}

/** Each hypothesis that is an equation may be solved for several variables: `order` chooses. */
const outcomeAt = (prepared: Prepared, drawn: Assignment<Q>, order: number): Outcome => {
  const { goal } = prepared;
  const outcome = outcomeOf(goal, drawn);
  if (outcome.kind !== 'unmet') return outcome;
  const moved = meet(prepared, drawn, dice(order));
  return typeof moved === 'number' ? outcome : outcomeOf(goal, moved);
};

/**
 * One property for each goal of a claim: at every point that meets the hypotheses the conclusion
 * holds.
 */
export const attacksOn = (claim: Claim): Attack[] =>
  prepare(claim).map((prepared, i) => {
    const { declarations, hypotheses, conclusion } = prepared.goal;
    let met = 0;
    const property = fc.property(
      sampled(assignmentSampler({ ...claim, declarations, hypotheses, conclusion })),
      fc.nat(),
      (at, order) => {
        const outcome = outcomeAt(prepared, at, order);
        if (outcome.kind !== 'met') return true;
        met += 1;
        return !outcome.violated;
      },
    );
    return { name: `goal ${i + 1}`, property, met: () => met };
  });
