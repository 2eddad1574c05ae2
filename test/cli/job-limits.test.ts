/** Tests when a job is given up: by the clock only where a user gave a time. */
import { describe, expect, test } from 'vitest';
import { claimLimits, tooLong } from '../../src/cli/job-limits.ts';
import { watchJob } from '../../src/cli/job-watch.ts';
import { userTime } from '../../src/cli/user-time.ts';

type Task = Parameters<typeof claimLimits>[0];
const task = (wall: number | null): Task =>
  ({ wall, time: 5, lemmas: [], why: false }) as unknown as Task;

/** Clocks that are set by hand. */
function handClocks() {
  const at = { now: 100, used: 7 };
  return { at, clocks: { now: () => at.now, used: () => at.used } };
}

describe('a claim that was given a time', () => {
  test('ends by the clock, however little of a processor there was', () => {
    const { at, clocks } = handClocks();
    const isOver = watchJob(claimLimits(task(3)), 1, clocks);
    at.now = 103;
    expect(isOver()).toBe(false);
    // with a moment to answer by itself
    at.now = 103.5;
    expect(isOver()).toBe(true);
  });
  test('has less where some of it went by before', () => {
    const { at, clocks } = handClocks();
    const isOver = watchJob({ ...claimLimits(task(3)), since: 98 }, 1, clocks);
    at.now = 101;
    expect(isOver()).toBe(false);
    at.now = 101.5;
    expect(isOver()).toBe(true);
  });
  test('is judged a little shorter, so that the answer is there when it ends', () => {
    const { at, clocks } = handClocks();
    const given = userTime({ wall: 10, since: 96 }, clocks.now);
    at.now = 105.8;
    expect([given?.late(), given?.over()]).toEqual([true, false]);
    at.now = 106;
    expect(given?.over()).toBe(true);
  });
  test('shares out what is left of it', () => {
    const { at, clocks } = handClocks();
    const given = userTime({ wall: 10, since: 95 }, clocks.now);
    at.now = 102.3;
    expect(given?.late(0.5)).toBe(false);
    at.now = 102.5;
    expect([given?.late(0.5), given?.late()]).toEqual([true, false]);
  });
});

describe('a claim that was given none', () => {
  test('is not ended by the clock', () => {
    const { at, clocks } = handClocks();
    const isOver = watchJob(claimLimits(task(null)), 1, clocks);
    at.now = 1e9;
    expect(isOver()).toBe(false);
    expect(userTime({ wall: null }, clocks.now)).toBeNull();
  });
  test('is ended by processor time far beyond its counted work', () => {
    const { at, clocks } = handClocks();
    const limits = claimLimits(task(null));
    expect(limits.processor).toBeGreaterThanOrEqual(30 * 5);
    const isOver = watchJob(limits, 1, clocks);
    at.used = 7 + limits.processor;
    expect(isOver()).toBe(true);
  });
  test('and by as much more as there are other threads', () => {
    const { at, clocks } = handClocks();
    const limits = claimLimits(task(null));
    const isOver = watchJob(limits, 2, clocks);
    at.used = 7 + limits.processor;
    expect(isOver()).toBe(false);
    at.used = 7 + 2 * limits.processor;
    expect(isOver()).toBe(true);
  });
});

test('the message about a job that was ended names what it was doing', () => {
  const progress = { phase: 'looking for a proof', run: 1, met: 1 };
  expect(tooLong(claimLimits(task(3)), progress)).toMatch(
    /^stopped after 3 s while looking for a proof: .*--time$/,
  );
  expect(tooLong(claimLimits(task(null)), { ...progress, phase: '' })).toMatch(
    /^stopped after \d+ s of processor time: /,
  );
});
