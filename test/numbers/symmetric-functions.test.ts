/** Bounds of functions of symmetric matrices hold at any precision. */
import { describe, expect, test } from 'vitest';
import { random as seeded } from '../../src/numbers/random.ts';
import { enclosedRoot, rationalRoot } from '../../src/numbers/matrix-roots.ts';
import { matmul, transpose } from '../../src/numbers/matrix.ts';
import { abs, compare, add, ratio, sub, type Q } from '../../src/numbers/rational.ts';
import { toFloat } from '../../src/numbers/rational-text.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import {
  exponentialBall,
  logarithmBall,
  multipleBall,
  powerBall,
  rootBall,
  type Ball,
} from '../../src/numbers/symmetric-functions.ts';
import { tensor, type Tensor } from '../../src/numbers/tensor.ts';

/** Two balls around one matrix: no entry is farther apart than both radii together. */
const meet = (a: Ball, b: Ball): boolean =>
  a.mid.every((x, k) => compare(abs(sub(x, b.mid[k] as Q)), add(a.radius, b.radius)) <= 0);
const point = (a: Tensor<Q>): Ball => ({ n: a.shape[0] ?? 1, mid: a.data, radius: 0 });

/** Gram matrices, some of low rank and some nearly so, with entries of several sizes. */
const samples = (count: number): readonly Tensor<Q>[] => {
  const random = seeded(5);
  return Array.from({ length: count }, (_, i) => {
    const n = 1 + (i % 4);
    const rank = i % 3 === 0 ? Math.max(1, n - 1) : n;
    const b = tensor(
      [rank, n],
      Array.from({ length: rank * n }, (__, k) =>
        ratio(BigInt(random.int(-9, 9)), BigInt(i % 5 === 4 && k < n ? 10 ** 5 : 1 + (i % 2))),
      ),
    );
    return matmul(rationals, transpose(b), b);
  });
};
const definite = samples(40).filter((a) => {
  try {
    logarithmBall(point(a), 40);
    return true;
  } catch {
    return false;
  }
});

describe('enclosures', () => {
  test('a root multiplied by itself encloses the matrix, at every precision', () => {
    for (const [i, a] of samples(40).entries())
      for (const q of [2, 3, 5]) {
        const [coarse, fine] = [enclosedRoot(a, q, 64), enclosedRoot(a, q, 200)];
        expect(meet(coarse, fine)).toBe(true);
        expect(meet(powerBall(fine, q, 200), point(a))).toBe(true);
        // some are nearly singular
        if (i % 5 < 4) expect(toFloat(coarse.radius)).toBeLessThan(1e-9);
      }
  });

  test('the root of a ball encloses the roots of matrices in it', () => {
    for (const a of samples(30)) {
      const by = ratio(1n, 1000n);
      const near = tensor(
        a.shape,
        a.data.map((x, k) => (k === 0 ? add(x, by) : x)),
      );
      expect(meet(rootBall({ ...point(a), radius: by }, 2, 64), enclosedRoot(near, 2, 128))).toBe(
        true,
      );
    }
  });

  test('logarithms and exponentials undo each other', () => {
    expect(definite.length).toBeGreaterThan(20);
    for (const a of definite) {
      const [coarse, fine] = [logarithmBall(point(a), 64), logarithmBall(point(a), 160)];
      expect(meet(coarse, fine)).toBe(true);
      expect(meet(exponentialBall(fine, 160), point(a))).toBe(true);
      const half = exponentialBall(multipleBall(fine, ratio(1n, 2n), ratio(1n, 2n)), 160);
      expect(meet(half, enclosedRoot(a, 2, 160))).toBe(true);
    }
  });

  test('a number in an interval times a ball encloses both ends', () => {
    const ball: Ball = { n: 2, mid: [1, 2, 2, -3], radius: ratio(1n, 100n) };
    const found = multipleBall(ball, 2, 3);
    for (const t of [2, 3])
      expect(meet(found, { n: 2, mid: [t, 2 * t, 2 * t, -3 * t], radius: 0 })).toBe(true);
  });
});

describe('rational roots', () => {
  test('the root of a square of a psd matrix is that matrix', () => {
    for (const a of samples(40).filter((_, i) => i % 5 < 4)) {
      expect(rationalRoot(matmul(rationals, a, a), 2)?.data).toEqual(a.data);
      expect(rationalRoot(matmul(rationals, a, matmul(rationals, a, a)), 3)?.data).toEqual(a.data);
    }
  });

  test('an irrational root is not answered', () => {
    expect(rationalRoot(tensor([2, 2], [2, 1, 1, 2]), 2)).toBeNull();
    // the determinant is a square, the root is not rational
    expect(rationalRoot(tensor([2, 2], [2, 0, 0, 2]), 2)).toBeNull();
  });
});
