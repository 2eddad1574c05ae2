/**
 * Points at which the hypotheses of a claim hold, exactly, with values for all that it declares.
 */
import type { Assignment } from '../evaluate/assignment.ts';
import type { Claim, Formula } from '../language/ast.ts';
import { complete } from '../language/definedness/complete.ts';
import { fewerDimensions, pointWeight, simplerPoints } from '../networks/assignments.ts';
import type { Dice } from '../networks/dice.ts';
import { Sampler } from '../networks/sampler.ts';
import type { Q } from '../numbers/rational.ts';
import { meet } from '../refuter/construct/meet.ts';
import { admits, outcomeOf } from '../refuter/outcome.ts';
import { randomPoint } from '../refuter/phases/random.ts';
import { prepare, type Prepared } from '../refuter/prepared.ts';

/** A conclusion that holds everywhere: then a point is met as soon as the hypotheses are. */
const trivially = (given: Claim): Claim => {
  const { claim } = complete(given);
  const nought = { kind: 'number', value: '0', shape: [], span: claim.conclusion.span } as const;
  const conclusion: Formula = {
    kind: 'relation',
    relation: '=',
    left: nought,
    right: nought,
    span: claim.conclusion.span,
  };
  return { ...claim, conclusion };
};

const draws = 400;

class Points extends Sampler<Assignment<Q>> {
  readonly claim: Claim;
  readonly goals: readonly Prepared[];
  constructor(claim: Claim) {
    super();
    this.claim = claim;
    this.goals = prepare(trivially(claim));
  }
  override draw(random: Dice): Assignment<Q> {
    for (let i = 0; i < draws; i++) {
      const prepared = this.goals[i % this.goals.length];
      if (prepared === undefined) break;
      const point = randomPoint(prepared, random);
      if (point === null)
        throw new RangeError(
          'no sizes up to 6 meet the hypotheses on dimensions; check whether they contradict each other',
        );
      if (typeof point === 'string') continue;
      if (this.meets(prepared, point)) return point;
      const moved = prepared.solvable ? meet(prepared, point, random) : 0;
      if (typeof moved !== 'number' && this.meets(prepared, moved)) return moved;
    }
    throw new RangeError(
      `none of ${draws} points met the hypotheses of the claim; weaken one of them or fix a size`,
    );
  }
  private meets({ goal }: Prepared, point: Assignment<Q>): boolean {
    return admits(outcomeOf(goal, point));
  }
  override accepts(value: unknown): value is Assignment<Q> {
    if (typeof value !== 'object' || value === null || !('dims' in value) || !('values' in value))
      return false;
    const point = value as Assignment<Q>;
    if (
      !(point.dims instanceof Map && point.values instanceof Map) ||
      !this.claim.declarations.every((d) => point.values.has(d.name))
    )
      return false;
    return this.goals.some((prepared) => this.meets(prepared, point));
  }
  override measure(value: Assignment<Q>): bigint {
    return pointWeight(value);
  }
  protected override *candidates(value: Assignment<Q>): Iterable<Assignment<Q>> {
    yield* fewerDimensions(value, this.claim.declarations);
    yield* simplerPoints(value);
  }
}

export const pointsSampler = (claim: Claim): Sampler<Assignment<Q>> => new Points(claim);
