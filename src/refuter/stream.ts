/** The reproducible stream of points of a search. */
import type { Assignment } from '../evaluate/assignment.ts';
import { trialDice, type Dice } from '../networks/dice.ts';
import type { Q } from '../numbers/rational.ts';
import { edgeCount, edgePoint } from './phases/edge.ts';
import { enumerate } from './phases/enumerate.ts';
import { randomPoint } from './phases/random.ts';
import type { Prepared } from './prepared.ts';

/** What stands at one position of the stream: a point for a goal, or why there is none. */
export interface Draw {
  readonly prepared: Prepared;
  readonly point: Assignment<Q> | string | null;
  /**
   * What moves the point onto its hypotheses; null for an enumerated point, which is moved the same
   * way each time.
   */
  readonly random: Dice | null;
  readonly drawn: 'enumerated' | 'edge' | 'random';
}

/**
 * The points of a search in an endless row, each a function of the claim, the seed and its position
 * alone: a program that runs position k, in whatever order and company, gets the same point. Goals
 * take turns; for each one, enumerated points alternate with edge cases and random points until the
 * enumeration is exhausted.
 */
export interface Stream {
  at(position: number): Draw;
}

const enumerated = 2400;

/** A list that grows as far as it is asked. */
const memorised = <T>(source: () => Iterable<T>): ((i: number) => T | undefined) => {
  const seen: T[] = [];
  let rest: Iterator<T> | null = null;
  let over = false;
  return (i) => {
    rest ??= source()[Symbol.iterator]();
    while (!over && seen.length <= i) {
      const next = rest.next();
      if (next.done === true) over = true;
      else seen.push(next.value);
    }
    return seen[i];
  };
};

/** So often as one goal of the given claim, goals about roots of its matrices take their turns. */
const rootTurns = 7;

/**
 * Which goals take turns, by their numbers: a goal about roots has exact points where the given one
 * has brackets, which cost a hundred times as much.
 */
const cycleOf = (goals: readonly Prepared[]): readonly number[] => {
  const all = goals.map((_, g) => g);
  const ofRoots = all.filter((g) => goals[g]?.rooted !== undefined);
  if (ofRoots.length === 0) return all;
  const given = all.filter((g) => !ofRoots.includes(g));
  return [...Array.from({ length: rootTurns }, () => ofRoots).flat(), ...given];
};

export const streamOf = (goals: readonly Prepared[], seed: number): Stream => {
  const cycle = cycleOf(goals);
  const earlier = cycle.map((g, i) => cycle.slice(0, i).filter((other) => other === g).length);
  const each = cycle.map((g) => cycle.filter((other) => other === g).length);
  const lists = goals.map((prepared) =>
    memorised(() => enumerate(prepared, Math.ceil(enumerated / goals.length))),
  );
  return {
    at: (position) => {
      const place = position % cycle.length;
      const g = cycle[place] as number;
      const prepared = goals[g] as Prepared;
      const round = Math.floor(position / cycle.length);
      const turn = round * (each[place] as number) + (earlier[place] as number);
      // two enumerated points to one drawn: the smallest witness is mostly among the first few
      // hundred
      if (turn % 3 !== 2) {
        const point = lists[g]?.(turn - Math.floor(turn / 3));
        if (point !== undefined) return { prepared, point, random: null, drawn: 'enumerated' };
      }
      const random = trialDice(seed, position);
      const other = Math.floor(turn / 3);
      if (turn % 3 === 2 && other % 2 === 0 && other / 2 < edgeCount) {
        return { prepared, point: edgePoint(prepared, random, other / 2), random, drawn: 'edge' };
      }
      return { prepared, point: randomPoint(prepared, random), random, drawn: 'random' };
    },
  };
};

/** One part of several that share a stream between them. */
export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/**
 * Positions go to the shards in blocks, so that each shard sees every goal and every kind of point.
 */
const block = 64;

/** The first position from `position` on that belongs to the shard. */
export const nextOf = (shard: Shard | undefined, position: number): number => {
  if (shard === undefined || shard.count <= 1) return position;
  const own = Math.floor(position / block);
  const ahead = (((shard.index - own) % shard.count) + shard.count) % shard.count;
  return ahead === 0 ? position : (own + ahead) * block;
};
