// The board of a campaign: every slice once, parts in turn, nothing beyond a counterexample.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Board } from '../../src/campaign/board.ts';
import { sliceName, type Slice } from '../../src/campaign/plan.ts';
import type { SliceResult } from '../../src/campaign/slice-result.ts';
import { newState } from '../../src/campaign/state.ts';
import { experimentPart, huntPart, huntResult, planWith, unitsResult } from './parts.ts';

const plan = planWith(huntPart('a', 100, 10), huntPart('b', 35, 10), experimentPart('c', 11, 4));
const board = (): Board => new Board(plan, newState(plan));
const resultOf = (slice: Slice, found: number | null = null): SliceResult =>
  slice.kind === 'hunt'
    ? huntResult(slice.part, slice.index, found)
    : unitsResult(slice.part, slice.index, slice.units);
const all = (from: Board): Slice[] => {
  const slices: Slice[] = [];
  for (let next = from.next(); next !== null; next = from.next()) slices.push(next);
  return slices;
};

describe('a board', () => {
  test('hands out each slice once, parts in turn, and ranges that make up the whole', () => {
    const slices = all(board());
    expect(slices.slice(0, 5).map(sliceName)).toEqual(['a/0', 'b/0', 'c/0', 'a/1', 'b/1']);
    expect(new Set(slices.map(sliceName)).size).toBe(10 + 4 + 4);
    const ranges = slices.filter((one) => one.kind === 'hunt' && one.part === 'b');
    expect(ranges).toMatchObject([
      { from: 0, to: 10 },
      { from: 10, to: 20 },
      { from: 20, to: 30 },
      { from: 30, to: 35 },
    ]);
    const units = slices.flatMap((one) => (one.kind === 'experiment' ? one.units : []));
    expect(units.toSorted()).toEqual(Array.from({ length: 11 }, (_, i) => `toss ${i}`).toSorted());
  });
  test('is over once all came back, in any order, some of them twice or given back', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 99 })), (dice) => {
        const one = board();
        const roll = (): number => dice.next().value as number;
        for (let round = 0; !one.isOver && round < 500; round += 1) {
          const slice = roll() < 60 ? one.next() : one.handedOut[roll() % 8];
          if (slice === null || slice === undefined) continue;
          if (roll() < 20) one.giveBack(slice);
          else for (let i = 0; i <= roll() % 2; i += 1) one.take(resultOf(slice));
        }
        expect(one.isOver).toBe(true);
        expect(all(new Board(plan, one.state))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
  test('hands out nothing beyond a counterexample, and takes back what is out there', () => {
    const one = board();
    const out = all(one).filter(({ part }) => part === 'a');
    one.take(resultOf(out[4] as Slice, 43));
    expect(one.dropUnwanted().map(sliceName)).toEqual(['a/5', 'a/6', 'a/7', 'a/8', 'a/9']);
    expect(one.isWanted('a', 3)).toBe(true);
    expect(one.isWanted('a', 5)).toBe(false);
    one.take(resultOf(out[1] as Slice, 15));
    expect(one.dropUnwanted().map(sliceName)).toEqual(['a/2', 'a/3']);
    expect(one.take(resultOf(out[0] as Slice))).toBe(true);
    expect(one.take(resultOf(out[7] as Slice, 71))).toBe(false);
  });
  test('hands out the slices of its shard alone; the shards together are the whole', () => {
    const shards = [0, 1, 2].map((index) =>
      all(new Board(plan, newState(plan), { index, count: 3 })).map(sliceName),
    );
    expect(shards.flat().toSorted()).toEqual(all(board()).map(sliceName).toSorted());
  });
  test('knows no slices of another plan', () => {
    expect(board().slice('d', 0)).toBeNull();
    expect(board().slice('a', 10)).toBeNull();
    expect(board().slice('a', 0.5)).toBeNull();
  });
});
