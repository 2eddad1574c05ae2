/** Tests of the random number generator. */
import { expect, test } from 'vitest';
import { random } from '../../src/numbers/random.ts';

const draw = (seed: number): number[] => {
  const generator = random(seed);
  return Array.from({ length: 8 }, () => generator.next());
};

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(1)).toEqual(draw(1));
  for (const other of [0, 2, -1, 1 + 2 ** 32, 2 ** 52]) expect(draw(other)).not.toEqual(draw(1));
  expect(() => random(0.5)).toThrow(RangeError);
});

test('a fork is fixed by the state and differs from what follows', () => {
  const [a, b] = [random(7), random(7)];
  const [x, y] = [a.fork(), b.fork()];
  expect(x.next()).toBe(y.next());
  expect(a.next()).toBe(b.next());
  expect(x.next()).not.toBe(a.next());
});

test('whole numbers are uniform, bounds included', () => {
  const generator = random(3);
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < 70_000; i += 1) counts[generator.int(-3, 3) + 3]! += 1;
  // six standard deviations of a count of mean 10000
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(560);
  expect(generator.int(4, 4)).toBe(4);
  for (const [lo, hi] of [
    [1, 0],
    [0, 0.5],
    [0, Infinity],
  ] as const)
    expect(() => generator.int(lo, hi)).toThrow(RangeError);
  for (let i = 0; i < 1000; i += 1) expect(generator.int(0, 2 ** 53 - 2)).toBeGreaterThanOrEqual(0);
});

test('uniform and normal have the right mean and variance', () => {
  const generator = random(11);
  const n = 40_000;
  const moments = (sample: () => number): [number, number] => {
    const values = Array.from({ length: n }, sample);
    const mean = values.reduce((s, x) => s + x, 0) / n;
    return [mean, values.reduce((s, x) => s + (x - mean) ** 2, 0) / n];
  };
  const [mean, variance] = moments(generator.uniform);
  expect(mean).toBeCloseTo(0.5, 2);
  expect(variance).toBeCloseTo(1 / 12, 2);
  const [centre, spread] = moments(generator.normal);
  expect(Math.abs(centre)).toBeLessThan(0.03);
  expect(Math.abs(spread - 1)).toBeLessThan(0.05);
});

test('pick and chance', () => {
  const generator = random(2);
  expect(['a', 'b']).toContain(generator.pick(['a', 'b']));
  expect(() => generator.pick([])).toThrow(RangeError);
  expect([generator.chance(0), generator.chance(1)]).toEqual([false, true]);
});
