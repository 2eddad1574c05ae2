/** Reuses the counterexample of another run or claim as a point. */
import type { Assignment, Value } from '../../evaluate/assignment.ts';
import { sizesFit } from '../../networks/assignments.ts';
import { meetsAttributes } from '../../networks/declared.ts';
import { sizeNames, withMembers } from '../../networks/sizes.ts';
import { smallestValues } from '../../networks/smallest.ts';
import type { Rational } from '../../numbers/field.ts';
import type { Q } from '../../numbers/rational.ts';
import { malformed } from '../wellformed.ts';
import type { Prepared } from '../prepared.ts';

/** A witness of another run or claim. */
export interface FiledPoint {
  readonly at: Assignment<Rational>;
  /** Hash of the statement that it refuted. */
  readonly of: string;
}

/**
 * A witness of another run or claim as a point for this one: its values by name, the smallest
 * values for names it lacks; null where sizes, shapes or attributes do not fit, or nothing of it is
 * mentioned here.
 */
export const filedPoint = (
  { claim, goal }: Prepared,
  filed: Assignment<Q>,
): Assignment<Q> | null => {
  const plain = new Map(sizeNames(claim).map((name) => [name, filed.dims.get(name) ?? 1]));
  const dims = new Map(
    [...withMembers(claim, plain)].map(([name, size]) => [name, filed.dims.get(name) ?? size]),
  );
  if (
    !goal.declarations.some((d) => filed.values.has(d.name)) ||
    !sizesFit(claim, goal.declarations, dims)
  )
    return null;
  const values = new Map<string, Value<Q>>();
  for (const d of goal.declarations) {
    const value = filed.values.get(d.name) ?? smallestValues(d, dims, 1)[0];
    if (value === undefined) return null;
    values.set(d.name, value);
  }
  const at: Assignment<Q> = { dims, values };
  if (malformed(claim, goal.declarations, at) !== null) return null;
  return goal.declarations.every((d) =>
    meetsAttributes(values.get(d.name) as Value<Q>, d.attributes),
  )
    ? at
    : null;
};
