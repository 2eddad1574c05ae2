/** Tests how long a job may take before it is given up: a little longer than the user's time. */
import { expect, test } from 'vitest';
import { grace, limitOf, tableLimit } from '../../src/cli/job-limits.ts';

type Task = Parameters<typeof limitOf>[0];
const task = (wall: number | null): Task =>
  ({ wall, time: 5, lemmas: [], patience: 1000, why: false }) as unknown as Task;

test('a claim with a time is given up within a second of it', () => {
  expect(limitOf(task(3))).toBeGreaterThan(3);
  expect(limitOf(task(3))).toBeLessThanOrEqual(4);
});
test('a claim without one is given up within minutes', () => {
  expect(limitOf(task(null))).toBeLessThanOrEqual(60);
});
test('a table and a hunt are given up within half a minute of their time', () => {
  expect(tableLimit({ within: 10 })).toBeLessThanOrEqual(40);
  expect(grace).toBeGreaterThan(0);
  expect(grace).toBeLessThanOrEqual(30);
});
