// The stopwatch goes with the clock where the machine is free, and slower where it is not.
import { expect, test } from 'vitest';
import { startStopwatch } from '../../src/cli/stopwatch.ts';

const at = { now: 5, used: 2 };
const clocks = { now: () => at.now, used: () => at.used };
const watch = (passed: number, had: number, threads = 1): number => {
  Object.assign(at, { now: 5, used: 2 });
  const elapsed = startStopwatch(threads, clocks);
  Object.assign(at, { now: 5 + passed, used: 2 + had });
  return elapsed();
};

test('with a processor of its own a process has the time of the clock', () => {
  expect(watch(3, 3)).toBe(3);
  expect(watch(3, 1.9)).toBe(3);
});

test('with a part of one it has less', () => {
  expect(watch(10, 3)).toBeCloseTo(5);
  expect(watch(10, 3, 2)).toBeCloseTo(2.5);
});

test('and an eighth of the clock at least, so that everything ends', () => {
  expect(watch(80, 0)).toBe(10);
});
