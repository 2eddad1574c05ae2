/**
 * The float decompositions, checked against eigenvalues and singular values enclosed by exact
 * arithmetic.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  numericalRank,
  singularValues,
  svd,
  symmetricEigen,
} from '../../src/numbers/decompositions.ts';
import { rank } from '../../src/numbers/linear-algebra.ts';
import type { Q } from '../../src/numbers/rational.ts';
import { toFloat } from '../../src/numbers/rational-text.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { eigenvalueBracket, singularValueBracket } from '../../src/numbers/spectrum.ts';
import { tensor, type Tensor } from '../../src/numbers/tensor.ts';

const matrix = (symmetric: boolean): fc.Arbitrary<Tensor<number>> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 16, maxLength: 16 }),
    )
    .map(([m, k, list]) => {
      const n = symmetric ? m : k;
      return tensor(
        [m, n],
        Array.from({ length: m * n }, (_, at) => {
          const [i, j] = [Math.floor(at / n), at % n];
          return list[symmetric ? Math.min(i, j) * 4 + Math.max(i, j) : i * 4 + j] as number;
        }),
      );
    });

const exact = (a: Tensor<number>): Tensor<Q> => tensor(a.shape, a.data);
const within = (x: number, lo: Q, hi: Q, scale: number): void => {
  expect(x).toBeGreaterThanOrEqual(toFloat(lo) - 1e-11 * scale);
  expect(x).toBeLessThanOrEqual(toFloat(hi) + 1e-11 * scale);
};
const largest = (a: Tensor<number>): number => Math.max(1, ...a.data.map(Math.abs));

describe('ml-matrix against exact brackets', () => {
  test('eigenvalues of symmetric matrices', () => {
    fc.assert(
      fc.property(matrix(true), (a) => {
        const { values, vectors } = symmetricEigen(a);
        const [n] = a.shape as [number];
        values.forEach((x, i) => {
          const { lo, hi } = eigenvalueBracket(exact(a), i + 1, 40);
          within(x, lo, hi, 4 * largest(a));
        });
        // A v = λ v, column by column
        for (let j = 0; j < n; j++)
          for (let i = 0; i < n; i++) {
            const image = Array.from(
              { length: n },
              (_, k) => (a.data[i * n + k] as number) * (vectors.data[k * n + j] as number),
            ).reduce((x, y) => x + y);
            expect(image).toBeCloseTo(
              (values[j] as number) * (vectors.data[i * n + j] as number),
              9,
            );
          }
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  test('singular values, ranks and the decomposition put together again', () => {
    fc.assert(
      fc.property(matrix(false), (a) => {
        const values = singularValues(a);
        const [m, n] = a.shape as [number, number];
        // a root amplifies the bracket of a singular value that is nearly zero
        values.forEach((x, i) => {
          const { lo, hi } = singularValueBracket(exact(a), i + 1, 40);
          within(x, lo, hi, 4 * largest(a));
        });
        expect(numericalRank(a)).toBe(rank(rationals, exact(a)));
        const { left, right, values: thin } = svd(a);
        const r = thin.length;
        for (let i = 0; i < m; i++)
          for (let j = 0; j < n; j++) {
            const sum = thin.reduce(
              (s, x, k) =>
                s + (left.data[i * r + k] as number) * x * (right.data[j * r + k] as number),
              0,
            );
            expect(sum).toBeCloseTo(a.data[i * n + j] as number, 9);
          }
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});
