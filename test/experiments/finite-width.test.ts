/** Predictions for finite width against their closed forms, and Monte Carlo against both. */
import { describe, expect, test } from 'vitest';
import { random } from '../../src/numbers/random.ts';
import { contextOf } from '../../src/experiments/experiment.ts';
import { fourPoint } from '../../src/experiments/finite-width/four-point.ts';
import { tangentKernel } from '../../src/experiments/finite-width/ntk-fluctuation.ts';
import { gaussianMean, recursion } from '../../src/experiments/finite-width/recursion.ts';
import {
  correctedPrediction,
  infiniteWidth,
} from '../../src/experiments/finite-width/trained-prediction.ts';
import { meanInterval } from '../../src/experiments/statistics.ts';

test('Gaussian moments', () => {
  expect([2, 4, 6].map((p) => gaussianMean((z) => z ** p, 2))).toEqual([
    expect.closeTo(2, 10),
    expect.closeTo(12, 9),
    expect.closeTo(120, 8),
  ]);
});

test('the recursion of relu at C_W = 2 keeps K and adds 5K² a layer; of a linear network 2K²', () => {
  const relu = recursion({ name: 'relu', act: (z) => Math.max(0, z), cb: 0, cw: 2 }, 1.5, 4);
  const linear = recursion({ name: 'linear', act: (z) => z, cb: 0, cw: 1 }, 1.5, 4);
  relu.forEach(({ k, v }, l) =>
    expect([k, v]).toEqual([expect.closeTo(1.5, 9), expect.closeTo(5 * 2.25 * l, 8)]),
  );
  linear.forEach(({ k, v }, l) =>
    expect([k, v]).toEqual([expect.closeTo(1.5, 9), expect.closeTo(2 * 2.25 * l, 8)]),
  );
});

test('layers drawn one from the other, and networks with all their weights, have the spread that is exact at their width', () => {
  const context = contextOf('short', 5, () => {});
  const units = fourPoint.units('short');
  const spread = (key: string): ReturnType<typeof meanInterval> =>
    meanInterval(
      fourPoint.measure(units.find((one) => one.key === key)!, context).map((batch) => batch[1]!),
    );
  // layer 3: n((1 + 5/n)² − 1) = 10 + 25/n
  for (const [key, width] of [
    ['relu 32', 32],
    ['relu 16 by weights', 16],
  ] as const) {
    const { low, high } = spread(key);
    expect(low).toBeLessThan(10 + 25 / width);
    expect(high).toBeGreaterThan(10 + 25 / width);
  }
});

test('the mean tangent kernel of relu at C_W = 2 is its infinite-width value, one for each layer of weights', () => {
  const draw = random(3);
  const { low, high } = meanInterval(Array.from({ length: 4000 }, () => tangentKernel(2, 8, draw)));
  expect(low).toBeLessThan(3);
  expect(high).toBeGreaterThan(3);
});

describe('the corrected prediction', () => {
  test('tends to the infinite-width one as 1/width', () => {
    const gap = (width: number): number => (correctedPrediction(width) - infiniteWidth) * width;
    expect(gap(10)).toBeCloseTo(gap(1000), 10);
    expect(gap(10)).toBeLessThan(0);
  });
  test('is what the flow, integrated for random f₀ and Θ₀, gives on average', () => {
    // r' = −Θ r with Θ² = Θ₀² + 4(f² − f₀²)/n, by the classical Runge–Kutta method, over f₀ and −f₀
    const [width, pairs] = [64, 4000];
    const draw = random(9);
    const t = (-50 * Math.log(1 - 2 * 0.01)) / 2;
    const flow = (f0: number, kernel: number): number => {
      const slope = (f: number): number =>
        -Math.sqrt(kernel * kernel + (4 * (f * f - f0 * f0)) / width) * (f - 1);
      let f = f0;
      const h = t / 20;
      for (let i = 0; i < 20; i += 1) {
        const a = slope(f);
        const b = slope(f + (h / 2) * a);
        const c = slope(f + (h / 2) * b);
        f += (h / 6) * (a + 2 * b + 2 * c + slope(f + h * c));
      }
      return f;
    };
    const drawn = Array.from({ length: pairs }, () => {
      let [dot, square] = [0, 0];
      for (let i = 0; i < width; i += 1) {
        const [u, v] = [draw.normal(), draw.normal()];
        dot += u * v;
        square += u * u + v * v;
      }
      const [f0, kernel] = [dot / Math.sqrt(width), square / width];
      // what the fluctuation of Θ₀ adds in first order has mean 0: taken out, to see the rest
      return (flow(f0, kernel) + flow(-f0, kernel)) / 2 - (kernel - 2) * t * Math.exp(-2 * t);
    });
    const { low, high } = meanInterval(drawn);
    expect(low).toBeLessThan(correctedPrediction(width) + 3e-4);
    expect(high).toBeGreaterThan(correctedPrediction(width) - 3e-4);
    expect(high).toBeLessThan(infiniteWidth - 3e-3);
  });
});
