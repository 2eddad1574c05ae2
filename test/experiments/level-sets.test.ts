/** Newton's method back to a level set, and the Jacobian it goes by. */
import { expect, test } from 'vitest';
import {
  flatDirection,
  leastStep,
  newtonBack,
  norm,
} from '../../src/experiments/level-sets/newton-back.ts';
import { networkOutputs } from '../../src/experiments/level-sets/outputs.ts';
import type { Outputs } from '../../src/experiments/level-sets/outputs.ts';
import { random } from '../../src/numbers/random.ts';

const circle: Outputs = {
  size: 2,
  start: [1, 0],
  value: ([x, y]) => [x! ** 2 + y! ** 2],
  jacobian: ([x, y]) => [[2 * x!, 2 * y!]],
};

test('the Jacobian is the slope of the outputs', () => {
  const f = networkOutputs([2, 3, 1], 'tanh', 4, random(5));
  expect(f.size).toBe(13);
  const h = 1e-6;
  const j = f.jacobian(f.start);
  for (let p = 0; p < f.size; p += 1) {
    const at = (step: number): number[] => f.value(f.start.map((x, i) => (i === p ? x + step : x)));
    const [up, down] = [at(h), at(-h)];
    j.forEach((row, k) => expect(row[p]!).toBeCloseTo((up[k]! - down[k]!) / (2 * h), 7));
  }
});

test('from a tangent of the circle the way back is √(1 + t²) − 1', () => {
  for (const t of [0.5, 0.1])
    expect(newtonBack(circle, [1, 0], [0, 1], t, 1)!.distance).toBeCloseTo(
      Math.sqrt(1 + t * t) - 1,
      12,
    );
  expect(newtonBack(circle, [1, 0], [1, 0], 0.25, 1)!.distance).toBeCloseTo(0.25, 12);
});

test('a level that is not there is not reached, and a singular J J′ has no least step', () => {
  const above: Outputs = {
    ...circle,
    value: ([x, y]) => [1 + x! ** 2 + y! ** 2 - (x === 0 && y === 0 ? 5 : 0)],
  };
  expect(newtonBack(above, [0, 0], [1, 0], 0.5, 1)).toBe(null);
  expect(
    leastStep(
      [
        [1, 2],
        [1, 2],
      ],
      [1, 0],
    ),
  ).toBe(null);
});

test('flat directions are unit vectors of ker J', () => {
  const f = networkOutputs([2, 3, 1], 'tanh', 4, random(6));
  const j = f.jacobian(f.start);
  const v = flatDirection(j, random(7))!;
  expect(norm(v)).toBeCloseTo(1, 12);
  for (const row of j) expect(row.reduce((sum, x, i) => sum + x * v[i]!, 0)).toBeCloseTo(0, 11);
});
