/** Certified Gaussian means against closed forms, and what makes an initialisation critical. */
import { describe, expect, test, vi } from 'vitest';
import { lowerEnd, upperEnd } from '../../src/numbers/bracket.ts';
import type { Bracket } from '../../src/numbers/bracket.ts';
import { compare, mul, sign, sub } from '../../src/numbers/rational.ts';
import { toFloat } from '../../src/numbers/rational-text.ts';
import {
  NoSignChange,
  bisect,
  criticalPoint,
  roundedAlike,
  susceptibilities,
} from '../../src/experiments/criticality/critical-point.ts';
import { stretchesLeft } from '../../src/experiments/criticality/exclude.ts';
import {
  coarse,
  gaussianMeans,
  spanned,
} from '../../src/experiments/criticality/gaussian-means.ts';
import { fraction, gelu, swish } from '../../src/experiments/criticality/gates.ts';
import type { Gate } from '../../src/experiments/criticality/gates.ts';
import {
  piecewiseLinear,
  tanhAtLeast,
} from '../../src/experiments/criticality/simple-activations.ts';
import { gaussianMean } from '../../src/experiments/finite-width/recursion.ts';

// interval arithmetic on a busy machine
vi.setConfig({ testTimeout: 60_000 });

const width = (a: Bracket): number => toFloat(sub(upperEnd(a), lowerEnd(a)));
const middle = (a: Bracket): number => (toFloat(lowerEnd(a)) + toFloat(upperEnd(a))) / 2;

/** F = 1/2: σ = z/2, for which ⟨σ²⟩ = K/4, ⟨zσσ'⟩ = K/4 and ⟨σ'²⟩ = 1/4. */
const halfLinear: Gate = {
  name: 'z/2',
  growth: 1,
  at: (field) => ({ f: field.fromRational({ num: 1n, den: 2n }), slope: field.zero }),
};

describe('Gaussian means', () => {
  test.each([fraction(1, 8), 1, 3, fraction(29, 2)])(
    'enclose the exact means of z/2 at K = %s',
    (k) => {
      const { square, mixed, slope } = gaussianMeans(halfLinear, coarse).at(k);
      for (const [found, exact] of [
        [square, mul(k, fraction(1, 4))],
        [mixed, mul(k, fraction(1, 4))],
        [slope, fraction(1, 4)],
      ] as const) {
        expect([compare(lowerEnd(found), exact), compare(exact, upperEnd(found))]).not.toContain(1);
        expect(width(found)).toBeLessThan(1e-12);
      }
    },
  );
  test('of gelu agree with the closed form of ⟨σ²⟩, and all of both with a sum in floating point', () => {
    const k = 3;
    const closed =
      k / 4 +
      (k / (2 * Math.PI)) * (Math.asin(k / (1 + k)) + (2 * k) / ((1 + k) * Math.sqrt(1 + 2 * k)));
    expect(middle(gaussianMeans(gelu, coarse).at(k).square)).toBeCloseTo(closed, 13);
    const logistic = (z: number): number => 1 / (1 + Math.exp(-z));
    const act = (z: number): number => z * logistic(z);
    const slopeOf = (z: number): number => logistic(z) + z * logistic(z) * logistic(-z);
    const { square, mixed, slope } = gaussianMeans(swish, coarse).at(k);
    expect([middle(square), middle(mixed), middle(slope)]).toEqual([
      expect.closeTo(
        gaussianMean((z) => act(z) ** 2, k),
        11,
      ),
      expect.closeTo(
        gaussianMean((z) => z * act(z) * slopeOf(z), k),
        11,
      ),
      expect.closeTo(
        gaussianMean((z) => slopeOf(z) ** 2, k),
        11,
      ),
    ]);
  });
  test('of a bracket of K hold those of every K in it', () => {
    const means = gaussianMeans(swish, coarse);
    const wide = means.at(spanned(fraction(19, 10), fraction(21, 10)));
    for (const k of [fraction(19, 10), 2, fraction(21, 10)]) {
      const { square } = means.at(k);
      expect([
        compare(lowerEnd(wide.square), lowerEnd(square)),
        compare(upperEnd(square), upperEnd(wide.square)),
      ]).not.toContain(1);
    }
  });
  test.each([
    [2, 50],
    [16, 2],
  ])(
    'widen where nodes are too far apart or too few, rather than be wrong: %i, %i',
    (nodes, reach) => {
      const exact = fraction(1, 4);
      const { slope } = gaussianMeans(halfLinear, { bits: 96, nodes, reach }).at(1);
      expect(width(slope)).toBeGreaterThan(1e-4);
      expect([compare(lowerEnd(slope), exact), compare(exact, upperEnd(slope))]).not.toContain(1);
    },
  );
});

test('the K of gelu is the positive zero of K² − 3K − 2', () => {
  const { k, cb } = criticalPoint(gaussianMeans(gelu, coarse), [2, 5], fraction(1, 2 ** 30));
  const at = (x: ReturnType<typeof lowerEnd>): number => sign(sub(mul(x, sub(x, 3)), 2));
  expect([at(lowerEnd(k)), at(upperEnd(k))]).toEqual([-1, 1]);
  expect(roundedAlike(cb, 7)).toBe('0.1729224');
});

test('χ∥ and χ⊥ are 1 for the critical pair of swish, and not at a tenth of its C_b', () => {
  const means = gaussianMeans(swish, coarse);
  const cw = fraction(198800468, 1e8);
  const right = susceptibilities(
    means,
    fraction(55514317, 1e8),
    cw,
    [10, 20],
    fraction(1, 2 ** 20),
  );
  // where χ∥ = 1 the fixed point hangs on the pair's last digits by their cube root
  expect([middle(right.k), middle(right.parallel), middle(right.perpendicular)]).toEqual([
    expect.closeTo(14.3, 0),
    expect.closeTo(1, 5),
    expect.closeTo(1, 2),
  ]);
  const wrong = susceptibilities(
    means,
    fraction(55514317, 1e9),
    cw,
    [fraction(1, 16), 1],
    fraction(1, 2 ** 20),
  );
  expect(toFloat(upperEnd(wrong.parallel))).toBeLessThan(0.6);
});

test('a pair is excluded where it is not critical, and is not where it is', () => {
  const means = gaussianMeans(swish, coarse);
  const cb = fraction(5, 9);
  // C_W a little off, so that the cover ends early
  expect(stretchesLeft(means, cb, fraction(9, 5))).toEqual([]);
  const left = stretchesLeft(
    gaussianMeans(gelu, coarse),
    fraction(17292239, 1e8),
    fraction(198305826, 1e8),
  );
  expect(left.some(([lo, hi]) => toFloat(lo) < 3.56155 && 3.56155 < toFloat(hi))).toBe(true);
  expect(left.every(([lo, hi]) => toFloat(lo) > 3.3 && toFloat(hi) < 3.8)).toBe(true);
  const half = gaussianMeans(halfLinear, coarse);
  expect(stretchesLeft(half, fraction(1, 2), 1)).toEqual([]);
  expect(() => stretchesLeft(means, cb, 2)).toThrow(RangeError);
  expect(() => stretchesLeft(means, 0, 1)).toThrow(RangeError);
});

test('bisection wants a sign change, and keeps it', () => {
  const square = (x: ReturnType<typeof lowerEnd>): -1 | 0 | 1 => sign(sub(mul(x, x), 2));
  expect(() => bisect(square, [2, 3], 1)).toThrow(NoSignChange);
  expect(() => bisect(() => null, [1, 2], 1)).toThrow(NoSignChange);
  const [lo, hi] = bisect(square, [1, 2], fraction(1, 1024));
  expect([square(lo), square(hi)]).toEqual([-1, 1]);
  expect(bisect((x) => sign(sub(x, fraction(3, 2))), [1, 2], fraction(1, 8))).toEqual([
    fraction(3, 2),
    fraction(3, 2),
  ]);
});

test('a decimal is given only where the whole bracket rounds to it', () => {
  expect(roundedAlike(spanned(fraction(1, 3), fraction(334, 1000)), 2)).toBe('0.33');
  expect(roundedAlike(spanned(fraction(1, 3), fraction(334, 1000)), 3)).toBe(null);
  expect(roundedAlike(fraction(-5, 4), 3)).toBe('-1.250');
});

test('piecewise linear activations at every K, tanh as K → 0', () => {
  for (const k of [fraction(1, 9), 1, 40]) {
    expect(piecewiseLinear(1, 1, k)).toEqual({ cw: 1, cb: 0, parallel: 1 });
    expect(piecewiseLinear(1, 0, k)).toEqual({ cw: 2, cb: 0, parallel: 1 });
  }
  for (const k of [0.01, 0.1, 1]) {
    const slope = (z: number): number => 1 - Math.tanh(z) ** 2;
    const bound = tanhAtLeast(fraction(Math.round(k * 100), 100));
    expect(gaussianMean((z) => slope(z) ** 2, k)).toBeGreaterThan(toFloat(bound.perpendicular));
    expect(gaussianMean((z) => z * Math.tanh(z) * slope(z), k) / k).toBeGreaterThan(
      toFloat(bound.parallel),
    );
  }
});
