/** Jacobi's rotations against ml-matrix and against what a decomposition means. */
import { EigenvalueDecomposition, Matrix, SVD } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { singularJacobi, symmetricJacobi } from '../../src/numbers/jacobi.ts';

/** Numbers that look random and are the same every time. */
const entries = (m: number, n: number, seed: number): number[][] =>
  Array.from({ length: m }, (_, i) =>
    Array.from({ length: n }, (__, j) => Math.sin(seed * 12.9898 + i * 78.233 + j * 37.719) * 2),
  );
const sorted = (values: readonly number[]): number[] => values.toSorted((x, y) => y - x);
const near = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): void =>
  a.forEach((row, i) => row.forEach((x, j) => expect(x).toBeCloseTo(b[i]?.[j] as number, 10)));
const isOrthonormal = (a: number[][]): void => {
  const gram = new Matrix(a).transpose().mmul(new Matrix(a)).to2DArray();
  near(
    gram,
    gram.map((row, i) => row.map((_, j) => (i === j ? 1 : 0))),
  );
};
const product = (u: number[][], d: readonly number[], v: number[][]): number[][] =>
  new Matrix(u)
    .mmul(Matrix.diag([...d]))
    .mmul(new Matrix(v).transpose())
    .to2DArray();

describe('symmetric matrices', () => {
  test.each([1, 2, 3, 5, 8, 17])('of side %i', (n) => {
    const a = entries(n, n, n);
    const s = a.map((row, i) => row.map((x, j) => x + (a[j]?.[i] as number)));
    const { values, vectors } = symmetricJacobi(s);
    near(product(vectors, values, vectors), s);
    isOrthonormal(vectors);
    const theirs = new EigenvalueDecomposition(new Matrix(s), { assumeSymmetric: true });
    near([sorted(values)], [sorted(theirs.realEigenvalues)]);
  });
  test.each([
    [
      'zero',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'repeated',
      [
        [2, 1, 1],
        [1, 2, 1],
        [1, 1, 2],
      ],
    ],
    [
      'of sizes far apart',
      [
        [1e4, 1],
        [1, 1e-4],
      ],
    ],
  ])('%s', (_, s) => {
    const { values, vectors } = symmetricJacobi(s);
    near(product(vectors, values, vectors), s);
    isOrthonormal(vectors);
  });
});

describe('singular values', () => {
  test.each([
    [1, 1],
    [3, 2],
    [2, 3],
    [4, 4],
    [6, 3],
    [9, 17],
  ])('%i × %i', (m, n) => {
    const a = entries(m, n, m + n);
    const { left, values, right } = singularJacobi(a);
    near(product(left, values, right), a);
    isOrthonormal(left);
    isOrthonormal(right);
    near([sorted(values)], [sorted(new SVD(new Matrix(a), { autoTranspose: true }).diagonal)]);
  });
  test.each([
    [
      'zero',
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'of rank one',
      [
        [1, 2],
        [2, 4],
        [3, 6],
      ],
    ],
    [
      'wide, of rank one',
      [
        [1, 2, 3],
        [2, 4, 6],
      ],
    ],
    [
      'with a zero column',
      [
        [1, 0],
        [2, 0],
        [0, 0],
      ],
    ],
  ])('%s', (_, a) => {
    const { left, values, right } = singularJacobi(a);
    near(product(left, values, right), a);
    isOrthonormal(left);
    isOrthonormal(right);
  });
});
