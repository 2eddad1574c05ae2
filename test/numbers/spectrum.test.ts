/** Tests of eigenvalues and singular values, certified and in float64. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  numericalRank,
  singularValues,
  svd,
  symmetricEigen,
} from '../../src/numbers/decompositions.ts';
import { Undefined } from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import {
  countEigenvaluesAbove,
  eigenvalueBracket,
  fromRows,
  identity,
  inertia,
  matmul,
  rank,
  scale,
  singularValueBracket,
  sqrtBracket,
  subtract,
  transpose,
} from '../../src/numbers/linear-algebra.ts';
import { type Q, abs, compare, equal, max, mul, ratio, sub } from '../../src/numbers/rational.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { parseRational, toFloat } from '../../src/numbers/rational-text.ts';
import { type Tensor, tensor } from '../../src/numbers/tensor.ts';
import { matrices, smallIntegers, smallRationals, symmetricMatrices } from './arbitraries.ts';

const sides = fc.integer({ min: 1, max: 5 });
const symmetric = sides.chain((n) => symmetricMatrices(n, fc.oneof(smallIntegers, smallRationals)));
const floats = (a: Tensor<Q>): Tensor<number> => tensor(a.shape, a.data.map(toFloat));
const q = parseRational;

describe('certified eigenvalues', () => {
  test('counts agree with the inertia of A − x I', () => {
    fc.assert(
      fc.property(symmetric, smallRationals, (a, x) => {
        const shifted = subtract(
          rationals,
          a,
          scale(rationals, x, identity(rationals, a.shape[0] as number)),
        );
        return countEigenvaluesAbove(a, x) === inertia(rationals, shifted).positive;
      }),
      { numRuns: 300 },
    );
  });
  test('brackets are narrow, hold the eigenvalue, and agree with float64', () => {
    fc.assert(
      fc.property(symmetric, (a) => {
        const n = a.shape[0] as number;
        const { values } = symmetricEigen(floats(a));
        return Array.from({ length: n }, (_, i) => i + 1).every((k) => {
          const { lo, hi } = eigenvalueBracket(a, k, 60);
          const one = identity(rationals, n);
          const above = inertia(rationals, subtract(rationals, a, scale(rationals, hi, one)));
          const below = inertia(rationals, subtract(rationals, a, scale(rationals, lo, one)));
          return (
            above.positive < k &&
            below.positive + below.zero >= k &&
            compare(sub(hi, lo), mul(ratio(1n, 1n << 60n), max(abs(lo), abs(hi)))) <= 0 &&
            (!equal(lo, hi) || below.zero > 0) &&
            Math.abs(toFloat(lo) - (values[k - 1] as number)) <
              1e-12 * (1 + Math.abs(values[0] as number))
          );
        });
      }),
      { numRuns: 60 },
    );
  });
  test('rational ones are found exactly, irrational ones are not', () => {
    const a = fromRows<Q>([
      [q('1/3'), 0, 0],
      [0, 2, 1],
      [0, 1, 2],
    ]);
    expect([1, 2, 3].map((k) => eigenvalueBracket(a, k, 10))).toEqual([
      { lo: 3, hi: 3 },
      { lo: 1, hi: 1 },
      { lo: q('1/3'), hi: q('1/3') },
    ]);
    const golden = eigenvalueBracket(
      fromRows<Q>([
        [1, 1],
        [1, 0],
      ]),
      1,
      80,
    );
    expect(compare(golden.lo, golden.hi)).toBe(-1);
    expect(toFloat(golden.lo)).toBeCloseTo((1 + Math.sqrt(5)) / 2, 14);
    expect(
      eigenvalueBracket(
        fromRows<Q>([
          [1, 1],
          [1, 1],
        ]),
        2,
        20,
      ),
    ).toEqual({ lo: 0, hi: 0 });
    const repeated = eigenvalueBracket(
      fromRows<Q>([
        [-2, 0],
        [0, -2],
      ]),
      2,
      20,
    );
    expect(repeated).toEqual({ lo: -2, hi: -2 });
  });
  test('wrong questions are refused', () => {
    expect(() =>
      eigenvalueBracket(
        fromRows<Q>([
          [1, 2],
          [3, 4],
        ]),
        1,
        10,
      ),
    ).toThrow(RangeError);
    expect(() => eigenvalueBracket(fromRows<Q>([[1]]), 2, 10)).toThrow('number 2');
    expect(() => singularValueBracket(fromRows<Q>([[1, 2]]), 2, 10)).toThrow(RangeError);
  });
});

describe('certified singular values', () => {
  test('agree with float64, and with those of the transpose', () => {
    fc.assert(
      fc.property(
        fc.tuple(sides, sides).chain(([m, n]) => matrices(m, n, smallIntegers)),
        (a) => {
          const values = singularValues(floats(a));
          return values.every((value, i) => {
            const { lo, hi } = singularValueBracket(a, i + 1, 50);
            const other = singularValueBracket(transpose(a), i + 1, 50);
            return (
              compare(lo, hi) <= 0 &&
              compare(sub(hi, lo), mul(ratio(1n, 1n << 50n), hi)) <= 0 &&
              Math.abs(toFloat(hi) - value) < 1e-7 &&
              equal(lo, other.lo) &&
              equal(hi, other.hi)
            );
          });
        },
      ),
      { numRuns: 60 },
    );
  });
  test('rational ones are exact', () => {
    expect(
      singularValueBracket(
        fromRows<Q>([
          [3, 0],
          [4, 0],
        ]),
        1,
        20,
      ),
    ).toEqual({ lo: 5, hi: 5 });
    expect(singularValueBracket(fromRows<Q>([[q('-1/2')]]), 1, 20)).toEqual({
      lo: q('1/2'),
      hi: q('1/2'),
    });
  });
  test('square roots', () => {
    fc.assert(
      fc.property(smallRationals.map(abs), fc.integer({ min: 1, max: 90 }), (x, bits) => {
        const { lo, hi } = sqrtBracket(x, bits);
        return (
          compare(mul(lo, lo), x) <= 0 &&
          compare(x, mul(hi, hi)) <= 0 &&
          compare(sub(hi, lo), mul(ratio(1n, 1n << BigInt(bits)), hi)) <= 0
        );
      }),
    );
  });
});

describe('float64 decompositions', () => {
  const entries = fc.integer({ min: -40, max: 40 }).map((x) => x / 8);
  const any = fc.tuple(sides, sides).chain(([m, n]) => matrices(m, n, entries));
  const diagonal = (values: readonly number[]): Tensor<number> =>
    fromRows(
      values.map((x, i) => values.map((_, j) => (i === j ? x : 0))),
      values.length,
    );
  const close = (a: Tensor<number>, b: Tensor<number>, tolerance: number): boolean =>
    a.shape.join() === b.shape.join() &&
    a.data.every((x, i) => Math.abs(x - (b.data[i] as number)) <= tolerance);
  const product = (...factors: readonly Tensor<number>[]): Tensor<number> =>
    factors.reduce((a, b) => matmul(float64, a, b));
  const sorted = (values: readonly number[]): boolean =>
    values.every((x, i) => i === 0 || x <= (values[i - 1] as number));

  test('the svd multiplies back, wide and tall, and its factors are orthonormal', () => {
    fc.assert(
      fc.property(any, (a) => {
        const { left, values, right } = svd(a);
        const r = Math.min(a.shape[0] as number, a.shape[1] as number);
        return (
          values.length === r &&
          sorted(values) &&
          values.every((x) => x >= 0) &&
          close(product(left, diagonal(values), transpose(right)), a, 1e-12) &&
          close(product(transpose(right), right), identity(float64, r), 1e-12) &&
          singularValues(a).every((x, i) => Math.abs(x - (values[i] as number)) < 1e-12)
        );
      }),
    );
  });
  test('eigenvectors multiply back', () => {
    fc.assert(
      fc.property(
        sides.chain((n) => symmetricMatrices(n, entries)),
        (a) => {
          const { values, vectors } = symmetricEigen(a);
          return (
            sorted(values) &&
            close(product(vectors, diagonal(values), transpose(vectors)), a, 1e-12) &&
            close(product(transpose(vectors), vectors), identity(float64, values.length), 1e-12)
          );
        },
      ),
    );
  });
  test('extreme scales keep their relative precision, and values that are not finite are refused', () => {
    for (const size of [1e-300, 1e-160, 1e160, 1e300]) {
      const { values } = symmetricEigen(
        fromRows([
          [2 * size, size],
          [size, 2 * size],
        ]),
      );
      expect(values.map((x) => x / size)).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)]);
      expect((singularValues(fromRows([[3 * size, 4 * size]]))[0] as number) / size).toBeCloseTo(
        5,
        12,
      );
    }
    for (const x of [NaN, Infinity]) {
      for (const run of [symmetricEigen, singularValues, svd])
        expect(() => run(fromRows([[x]]))).toThrow(Undefined);
    }
    expect(singularValues(fromRows([[0, 0]]))).toEqual([0]);
  });
  test('the numerical rank of small integer matrices is the exact one', () => {
    fc.assert(
      fc.property(
        fc.tuple(sides, sides).chain(([m, n]) => matrices(m, n, smallIntegers)),
        (a) => numericalRank(floats(a), 1e-10) === rank(rationals, a),
      ),
    );
    expect(numericalRank(fromRows([[0, 0]]))).toBe(0);
  });
});
