/** Enumerates the smallest points of a claim. */
import type { Assignment, Value } from '../../evaluate/assignment.ts';
import { sizesFit, weightOf } from '../../networks/assignments.ts';
import { valueWeight } from '../../networks/declared.ts';
import { allSizes, sizeNames, withMembers, type Sizes } from '../../networks/sizes.ts';
import { smallestValues } from '../../networks/smallest.ts';
import type { Q } from '../../numbers/rational.ts';
import type { Goal } from '../goals.ts';
import type { Prepared } from '../prepared.ts';

/** All lists of positions below the lengths whose sum is the given one. */
function* tuplesOf(lengths: readonly number[], sum: number): Iterable<number[]> {
  const fill = function* (prefix: number[], rest: number): Iterable<number[]> {
    const i = prefix.length;
    if (i === lengths.length) {
      if (rest === 0) yield prefix;
      return;
    }
    const room = lengths.slice(i + 1).reduce((total, n) => total + n - 1, 0);
    for (let k = Math.max(0, rest - room); k <= Math.min(rest, (lengths[i] ?? 1) - 1); k++)
      yield* fill([...prefix, k], rest - k);
  };
  yield* fill([], sum);
}

/** All lists of positions below the lengths, those of smallest sum first, at most `most`. */
function* tuples(lengths: readonly number[], most: number): Iterable<number[]> {
  let left = most;
  const top = lengths.reduce((sum, n) => sum + n - 1, 0);
  if (lengths.some((n) => n === 0)) return;
  for (let sum = 0; sum <= top; sum++) {
    for (const tuple of tuplesOf(lengths, sum)) {
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

/** The number of sizes that are enumerated. */
const mostSizes = 9;

/** The sizes of smallest reach that fit the claim. */
const smallestSizes = ({ claim, goal }: Prepared): Sizes[] => {
  const fitting: { readonly sizes: Sizes; readonly reach: number }[] = [];
  for (const plain of allSizes(sizeNames(claim), 3)) {
    // those that follow have this sum or a larger one, and some size is above 1
    const least = [...plain.values()].reduce((a, b) => a + b, 0) + 3;
    if (fitting.filter((f) => f.reach < least).length >= mostSizes) break;
    const sizes = withMembers(claim, plain);
    if (sizesFit(claim, goal.declarations, sizes)) fitting.push({ sizes, reach: reach(sizes) });
  }
  return fitting
    .toSorted((a, b) => a.reach - b.reach)
    .slice(0, mostSizes)
    .map((f) => f.sizes);
};

/**
 * Points from the smallest values on, at small sizes: those of which size and values together are
 * smallest come first, so that a witness of two dimensions in tiny numbers does not wait for all
 * numbers in one dimension.
 */
export function* enumerate(prepared: Prepared, points: number): Iterable<Assignment<Q>> {
  const { goal } = prepared;
  const all = smallestSizes(prepared);
  const each = Math.ceil(points / all.length);
  const rows = all.map((sizes) => ({ sizes, lists: null as Lists | null, left: each }));
  for (let level = 0, open = true; open; level++) {
    open = false;
    for (const [i, row] of rows.entries()) {
      if (row.left <= 0) continue;
      open = true;
      if (level < i) break;
      row.lists ??= listsOf(goal, row.sizes);
      const lengths = row.lists.map((l) => l.length);
      if (lengths.includes(0) || level - i > lengths.reduce((sum, n) => sum + n - 1, 0))
        row.left = 0;
      else
        for (const tuple of tuplesOf(lengths, level - i)) {
          if (row.left-- <= 0) break;
          yield pointOf(goal, row.sizes, row.lists, tuple);
        }
    }
  }
}

type Lists = readonly (readonly Value<Q>[])[];

const known = new WeakMap<Goal, Map<string, Lists>>();

/** The smallest values of each variable; shrinking asks for those of the same sizes again. */
const listsOf = (goal: Goal, sizes: ReadonlyMap<string, number>): Lists => {
  const ofGoal = known.get(goal) ?? new Map<string, Lists>();
  known.set(goal, ofGoal);
  const key = [...sizes].join(';');
  const lists = ofGoal.get(key) ?? goal.declarations.map((d) => smallestValues(d, sizes, 24));
  ofGoal.set(key, lists);
  return lists;
};

const pointOf = (
  goal: Goal,
  sizes: ReadonlyMap<string, number>,
  lists: Lists,
  tuple: readonly number[],
): Assignment<Q> => ({
  dims: sizes,
  values: new Map(
    goal.declarations.flatMap((d, i) => {
      const value = lists[i]?.[tuple[i] ?? 0];
      return value === undefined ? [] : [[d.name, value] as const];
    }),
  ),
});

/**
 * How many of the weights, up to the last that is below what the others leave of the bound, are of
 * use.
 */
const useful = (weights: readonly bigint[], left: bigint): number =>
  weights.findLastIndex((w) => w < left) + 1;

const least = (weights: readonly bigint[]): bigint =>
  weights.reduce((a, b) => (b < a ? b : a), weights[0] ?? 0n);

/**
 * Points from the smallest values on at the given sizes, at most `most` looked at: those that weigh
 * less than `bound`.
 */
export function* enumerateAt(
  goal: Goal,
  sizes: ReadonlyMap<string, number>,
  most: number,
  bound: bigint,
): Iterable<Assignment<Q>> {
  const lists = listsOf(goal, sizes);
  const weights = lists.map((list) => list.map(valueWeight));
  const leasts = weights.map(least);
  const left =
    bound -
    weightOf(
      sizes,
      leasts.reduce((a, b) => a + b, 0n),
    );
  const lengths = weights.map((list, i) => useful(list, left + (leasts[i] ?? 0n)));
  for (const tuple of tuples(lengths, most)) {
    let weight = 0n;
    for (let i = 0; i < tuple.length; i++) weight += weights[i]?.[tuple[i] ?? 0] ?? 0n;
    if (weightOf(sizes, weight) < bound) yield pointOf(goal, sizes, lists, tuple);
  }
}
