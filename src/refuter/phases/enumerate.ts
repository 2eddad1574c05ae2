import type { Assignment } from '../../evaluate/assignment.ts';
import { sizesFit } from '../../networks/assignments.ts';
import { allSizes, sizeNames, withMembers } from '../../networks/sizes.ts';
import { smallestValues } from '../../networks/smallest.ts';
import type { Q } from '../../numbers/rational.ts';
import type { Goal } from '../goals.ts';
import type { Prepared } from '../prepared.ts';

/** All lists of positions below the lengths, those of smallest sum first, at most `most`. */
export function* tuples(lengths: readonly number[], most: number): Iterable<number[]> {
  let left = most;
  const top = lengths.reduce((sum, n) => sum + n - 1, 0);
  const fill = function* (prefix: number[], rest: number): Iterable<number[]> {
    const i = prefix.length;
    if (i === lengths.length) {
      if (rest === 0) yield prefix;
      return;
    }
    const room = lengths.slice(i + 1).reduce((sum, n) => sum + n - 1, 0);
    for (let k = Math.max(0, rest - room); k <= Math.min(rest, (lengths[i] ?? 1) - 1); k++) yield* fill([...prefix, k], rest - k);
  };
  if (lengths.some((n) => n === 0)) return;
  for (let sum = 0; sum <= top; sum++) {
    for (const tuple of fill([], sum)) {
      if (left-- <= 0) return;
      yield tuple;
    }
  }
}

/** Sum and maximum: 2, 2, 2 comes before 1, 1, 3 and is the more telling. */
const reach = (sizes: ReadonlyMap<string, number>): number => {
  const list = [...sizes.values()];
  return list.reduce((a, b) => a + b, 0) + Math.max(0, ...list) * 1.5;
};

/** Points from the smallest values on, at the smallest sizes first: where a space is tiny, the smallest witness comes first. */
export function* enumerate(prepared: Prepared, points: number): Iterable<Assignment<Q>> {
  const { claim, goal } = prepared;
  const all = allSizes(sizeNames(claim), 3).map((sizes) => withMembers(claim, sizes)).filter((sizes) => sizesFit(claim, goal.declarations, sizes))
    .toSorted((a, b) => reach(a) - reach(b)).slice(0, 9);
  for (const sizes of all) yield* enumerateAt(goal, sizes, Math.ceil(points / all.length));
}

/** Points from the smallest values on at the given sizes. */
export function* enumerateAt(goal: Goal, sizes: ReadonlyMap<string, number>, most: number): Iterable<Assignment<Q>> {
  const lists = goal.declarations.map((d) => smallestValues(d, sizes, 24));
  for (const tuple of tuples(lists.map((l) => l.length), most)) {
    const values = new Map(goal.declarations.flatMap((d, i) => {
      const value = lists[i]?.[tuple[i] ?? 0];
      return value === undefined ? [] : [[d.name, value] as const];
    }));
    yield { dims: sizes, values };
  }
}
