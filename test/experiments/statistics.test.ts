/**
 * Intervals against published quantiles, against closed forms, and against how often they cover.
 */
import { expect, test } from 'vitest';
import { random } from '../../src/numbers/random.ts';
import {
  bootstrap,
  mean,
  meanInterval,
  pairedDifference,
  studentQuantile,
  variance,
} from '../../src/experiments/statistics.ts';

test.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [9, 2.262],
  [10, 2.228],
  [29, 2.045],
  [30, 2.042],
  [120, 1.98],
])('the quantile of Student for %i degrees of freedom is %d', (freedom, wanted) => {
  expect(studentQuantile(freedom)).toBeCloseTo(wanted, 3);
});

test('means and intervals by hand', () => {
  expect([mean([1, 2, 3]), variance([1, 2, 3]), variance([5])]).toEqual([2, 1, 0]);
  const { low, high, n } = meanInterval([1, 2, 3]);
  expect([low, high, n]).toEqual([
    expect.closeTo(2 - 4.3027 / Math.sqrt(3), 3),
    expect.closeTo(2 + 4.3027 / Math.sqrt(3), 3),
    3,
  ]);
  expect(pairedDifference([5, 7, 9], [4, 6, 8])).toMatchObject({ value: 1, low: 1, high: 1 });
  expect(() => meanInterval([1])).toThrow('two or more seeds');
  expect(() => pairedDifference([1, 2], [1])).toThrow('cannot be paired');
});

test('intervals of the mean cover it in about 95 of 100 samples', () => {
  const draw = random(5);
  const covered = (
    interval: (values: readonly number[]) => { low: number; high: number },
  ): number =>
    Array.from({ length: 1000 }, () =>
      interval(Array.from({ length: 8 }, () => draw.normal() + 3)),
    ).filter(({ low, high }) => low <= 3 && 3 <= high).length;
  expect(covered(meanInterval)).toBeGreaterThan(930);
  expect(covered(meanInterval)).toBeLessThan(970);
});

test('the bootstrap is deterministic for a generator and brackets the statistic', () => {
  const values = Array.from({ length: 200 }, (_, i) => (i * 37) % 101);
  const one = bootstrap(values, mean, random(3));
  expect(one).toEqual(bootstrap(values, mean, random(3)));
  expect(one.low).toBeLessThan(mean(values));
  expect(one.high).toBeGreaterThan(mean(values));
  expect((one.high - one.low) / (meanInterval(values).high - meanInterval(values).low)).toBeCloseTo(
    1,
    0,
  );
});
