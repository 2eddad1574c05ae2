/** Tests of the decompositions that screening uses. */
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/numbers/decompositions.ts';
import { determinant as exactDeterminant } from '../../../src/numbers/determinant.ts';
import { float64 } from '../../../src/numbers/float64.ts';
import { random } from '../../../src/numbers/random.ts';
import { tensor } from '../../../src/numbers/tensor.ts';
import { eigenvectorOf, symmetricValues } from '../../../src/refuter/lanes/eigen.ts';
import { determinant, invert, rankOf } from '../../../src/refuter/lanes/elimination.ts';
import { wideRank } from '../../../src/refuter/lanes/wide-rank.ts';

const source = random(11);
const filled = (n: number, f: () => number): Float64Array => Float64Array.from({ length: n }, f);
const symmetric = (n: number, f: () => number): Float64Array => {
  const a = filled(n * n, f);
  return a.map(
    (_, i) =>
      a[Math.max(Math.floor(i / n), i % n) * n + Math.min(Math.floor(i / n), i % n)] as number,
  );
};
const draws: readonly (() => number)[] = [
  () => source.normal(),
  () => source.int(-1, 1),
  () => (source.int(0, 3) === 0 ? 1 : 0),
  () => source.normal() * 1e6,
  () => source.normal() * 1e-5,
];

describe('small decompositions', () => {
  it('have the eigenvalues that a library has, and a vector to the largest', () => {
    for (const draw of draws) {
      for (let n = 1; n <= 9; n++) {
        for (let i = 0; i < 12; i++) {
          const a = symmetric(n, draw);
          const size = Math.max(1e-12, ...a.map(Math.abs));
          const values = new Float64Array(n);
          symmetricValues(a.slice(), n, values);
          symmetricEigen(tensor([n, n], [...a])).values.forEach((x, k) =>
            expect(Math.abs(x - (values[k] as number))).toBeLessThan(1e-12 * n * size),
          );
          const v = new Float64Array(n);
          eigenvectorOf(a.slice(), n, values[0] as number, v);
          for (let r = 0; r < n; r++) {
            let sum = 0;
            for (let c = 0; c < n; c++) sum += (a[r * n + c] as number) * (v[c] as number);
            expect(Math.abs(sum - (values[0] as number) * (v[r] as number))).toBeLessThan(
              1e-10 * size,
            );
          }
        }
      }
    }
  });

  it('have the determinant, the inverse and the rank', () => {
    for (let n = 1; n <= 6; n++) {
      for (let i = 0; i < 20; i++) {
        const a = filled(n * n, () => source.int(-3, 3));
        const det = exactDeterminant(float64, tensor([n, n], [...a]));
        expect(determinant(a.slice(), n)).toBeCloseTo(det, 6);
        const out = new Float64Array(n * n);
        invert(a.slice(), n, out);
        if (Math.abs(det) < 0.5) continue;
        for (let r = 0; r < n; r++)
          for (let c = 0; c < n; c++) {
            let sum = 0;
            for (let k = 0; k < n; k++)
              sum += (a[r * n + k] as number) * (out[k * n + c] as number);
            expect(sum).toBeCloseTo(r === c ? 1 : 0, 8);
          }
      }
    }
    for (let i = 0; i < 60; i++) {
      const [m, n, r] = [source.int(1, 24), source.int(1, 24), source.int(0, 6)];
      const [u, v] = [filled(m * r, () => source.normal()), filled(r * n, () => source.normal())];
      const a = Float64Array.from({ length: m * n }, (_, k) =>
        Array.from(
          { length: r },
          (__, j) => (u[Math.floor(k / n) * r + j] as number) * (v[j * n + (k % n)] as number),
        ).reduce((x, y) => x + y, 0),
      );
      expect(wideRank(a, m, n)).toBe(Math.min(m, n, r));
      expect(rankOf(a, m, n)).toBe(Math.min(m, n, r));
    }
    for (const rank of [rankOf, wideRank]) {
      expect(rank(Float64Array.of(1, 0, 0, 1e-9), 2, 2)).toBeNaN();
      expect(rank(Float64Array.of(Number.NaN, 0, 0, 1), 2, 2)).toBeNaN();
      expect(rank(Float64Array.of(0, 0, 0, 0), 2, 2)).toBe(0);
      expect(rank(Float64Array.of(0, 1, 0, 2, 0, 0), 2, 3)).toBe(2);
    }
  });
});
