/**
 * Float64 decompositions: the one guarded door to ml-matrix, which hangs or errs on non-finite and
 * extreme entries.
 */
import { spend } from './counted-work.ts';
import { Undefined } from './field.ts';
import { extent, side } from './matrix.ts';
import { mlMatrix } from './ml-matrix.node.ts';
import { type Tensor, tensor } from './tensor.ts';

export interface SymmetricEigen {
  /** Descending. */
  readonly values: readonly number[];
  /** n×n, orthonormal columns in the order of the values. */
  readonly vectors: Tensor<number>;
}

export interface SingularValueDecomposition {
  /** m×r with r = min(m, n), orthonormal columns. */
  readonly left: Tensor<number>;
  /** Descending, r of them. */
  readonly values: readonly number[];
  /** n×r, orthonormal columns. */
  readonly right: Tensor<number>;
}

/** Work of a decomposition of m×n, in the cube of its sides. */
const spendOn = (a: Tensor<number>): void => {
  const [m, n] = extent(a);
  spend(0.4 + m * n * Math.min(m, n) * 0.02);
};

/**
 * A power of two that brings the largest entry near 1, exactly; throws `Undefined` at an entry that
 * is not finite.
 */
const scaleOf = (a: Tensor<number>): number => {
  let largest = 0;
  for (const x of a.data) {
    if (!Number.isFinite(x)) throw new Undefined(`a decomposition of a matrix with the entry ${x}`);
    largest = Math.max(largest, Math.abs(x));
  }
  if (largest === 0) return 1;
  return 2 ** Math.max(-1022, Math.min(1022, Math.floor(Math.log2(largest))));
};

const rowsOf = (a: Tensor<number>, scale: number): number[][] => {
  const [m, n] = extent(a);
  return Array.from({ length: m }, (_, i) =>
    Array.from({ length: n }, (__, j) => (a.data[i * n + j] as number) / scale),
  );
};

const columns = (source: import('ml-matrix').Matrix, order: readonly number[]): Tensor<number> =>
  tensor(
    [source.rows, order.length],
    Array.from({ length: source.rows }, (_, i) => order.map((j) => source.get(i, j))).flat(),
  );

/** Indices that sort the values in descending order. */
const descending = (values: readonly number[]): number[] =>
  values.map((_, i) => i).toSorted((i, j) => (values[j] as number) - (values[i] as number));

/** Eigenvalues and vectors of the symmetric part (a + a')/2 of a square matrix. */
export const symmetricEigen = (a: Tensor<number>): SymmetricEigen => {
  const n = side(a);
  spendOn(a);
  const scale = scaleOf(a);
  const rows = rowsOf(a, scale);
  const symmetric = rows.map((row, i) => row.map((x, j) => (x + (rows[j]![i] as number)) / 2));
  if (n === 0) return { values: [], vectors: tensor([0, 0], []) };
  const found = new (mlMatrix().EigenvalueDecomposition)(new (mlMatrix().Matrix)(symmetric), {
    assumeSymmetric: true,
  });
  const order = descending(found.realEigenvalues);
  return {
    values: order.map((i) => (found.realEigenvalues[i] as number) * scale),
    vectors: columns(found.eigenvectorMatrix, order),
  };
};

/** Singular values in descending order, min(m, n) of them. */
export const singularValues = (a: Tensor<number>): readonly number[] => {
  spendOn(a);
  const scale = scaleOf(a);
  if (Math.min(...extent(a)) === 0) return [];
  const found = new (mlMatrix().SVD)(new (mlMatrix().Matrix)(rowsOf(a, scale)), {
    autoTranspose: true,
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  });
  return [...found.diagonal].map((x) => x * scale).toSorted((x, y) => y - x);
};

/** The thin singular value decomposition a = left · diag(values) · right'. */
export const svd = (a: Tensor<number>): SingularValueDecomposition => {
  const [m, n] = extent(a);
  spendOn(a);
  const scale = scaleOf(a);
  if (Math.min(m, n) === 0)
    return { left: tensor([m, 0], []), values: [], right: tensor([n, 0], []) };
  const found = new (mlMatrix().SVD)(new (mlMatrix().Matrix)(rowsOf(a, scale)), {
    autoTranspose: true,
  });
  const order = descending(found.diagonal).slice(0, Math.min(m, n));
  return {
    left: columns(found.leftSingularVectors, order),
    values: order.map((i) => (found.diagonal[i] as number) * scale),
    right: columns(found.rightSingularVectors, order),
  };
};

/**
 * Rank in float64: singular values above `tolerance` times the largest; by default max(m, n) units
 * in the last place.
 */
export const numericalRank = (
  a: Tensor<number>,
  tolerance: number = Math.max(...extent(a)) * Number.EPSILON,
): number => {
  const values = singularValues(a);
  return values.filter((x) => x > tolerance * (values[0] as number)).length;
};
