/** Gaussian elimination in every domain: rank, inverse, echelon form. */
import { type Field, Undefined, Unsettled, vanishes } from './field.ts';
import { extent, fromRows, side, toRows } from './matrix.ts';
import type { Tensor } from './tensor.ts';

/** Whether x is zero; throws `Unsettled` where the domain cannot tell. */
const isZero = <T>(field: Field<T>, x: T): boolean => {
  const sign = field.sign(x);
  if (sign === null) throw new Unsettled('a pivot that may be zero; ask for more bits');
  return sign === 0;
};

/**
 * The row from `top` on whose entry in the column is the best pivot: the largest in float64, else
 * the first that is certainly not zero.
 */
const pivotRow = <T>(
  field: Field<T>,
  rows: readonly T[][],
  top: number,
  column: number,
): number => {
  let [best, unsure] = [-1, false];
  for (let i = top; i < rows.length; i += 1) {
    const sign = field.sign(rows[i]![column] as T);
    if (sign === null) unsure = true;
    if (sign === null || sign === 0) continue;
    if (field.exact) return i;
    if (best < 0 || larger(field, rows[i]![column] as T, rows[best]![column] as T)) best = i;
  }
  if (best < 0 && unsure) throw new Unsettled('a pivot that may be zero; ask for more bits');
  return best;
};

const larger = <T>(field: Field<T>, a: T, b: T): boolean =>
  field.sign(field.sub(field.mul(a, a), field.mul(b, b))) === 1;

const swap = <T>(rows: T[], i: number, j: number): void => {
  [rows[i], rows[j]] = [rows[j] as T, rows[i] as T];
};

/** row − factor · pivot, from the given column on. */
const subtractRow = <T>(
  field: Field<T>,
  row: T[],
  pivot: readonly T[],
  factor: T,
  from: number,
): void => {
  if (vanishes(field, factor)) return;
  for (let j = from; j < row.length; j += 1)
    row[j] = field.sub(row[j] as T, field.mul(factor, pivot[j] as T));
};

/**
 * Inverse of a square matrix by Gauss–Jordan elimination. Throws `Undefined` where it is certainly
 * singular,
 * `Unsettled` where brackets cannot tell.
 */
export const inverse = <T>(field: Field<T>, a: Tensor<T>): Tensor<T> => {
  const n = side(a);
  const rows = toRows(a).map((row, i) => [
    ...row,
    ...row.map((_, j) => (i === j ? field.one : field.zero)),
  ]);
  for (let k = 0; k < n; k += 1) {
    const found = pivotRow(field, rows, k, k);
    if (found < 0) throw new Undefined('inverse of a singular matrix');
    swap(rows, k, found);
    const pivot = rows[k]!;
    const reciprocal = field.div(field.one, pivot[k] as T);
    for (let j = k; j < 2 * n; j += 1) pivot[j] = field.mul(pivot[j] as T, reciprocal);
    for (let i = 0; i < n; i += 1)
      if (i !== k) subtractRow(field, rows[i]!, pivot, rows[i]![k] as T, k);
  }
  return fromRows(
    rows.map((row) => row.slice(n)),
    n,
  );
};

/**
 * Reduced row echelon form and its pivot columns; over domains that decide zero, brackets may throw
 * `Unsettled`.
 */
export const rref = <T>(
  field: Field<T>,
  a: Tensor<T>,
): { readonly rows: readonly (readonly T[])[]; readonly pivots: readonly number[] } => {
  const [m, n] = extent(a);
  const rows = toRows(a);
  const pivots: number[] = [];
  for (let column = 0; column < n && pivots.length < m; column += 1) {
    const top = pivots.length;
    const found = pivotRow(field, rows, top, column);
    if (found < 0) continue;
    swap(rows, top, found);
    const pivot = rows[top]!;
    const reciprocal = field.div(field.one, pivot[column] as T);
    for (let j = column; j < n; j += 1) pivot[j] = field.mul(pivot[j] as T, reciprocal);
    for (let i = 0; i < m; i += 1)
      if (i !== top) subtractRow(field, rows[i]!, pivot, rows[i]![column] as T, column);
    pivots.push(column);
  }
  return { rows, pivots };
};

/** Rank, over domains that decide zero; for float64 use the singular values with a tolerance. */
export const rank = <T>(field: Field<T>, a: Tensor<T>): number => {
  const [m, n] = extent(a);
  const rows = toRows(a);
  let found = 0;
  for (let column = 0; column < n && found < m; column += 1) {
    const row = pivotRow(field, rows, found, column);
    if (row < 0) continue;
    swap(rows, found, row);
    const pivot = rows[found]!;
    for (let i = found + 1; i < m; i += 1) {
      if (vanishes(field, rows[i]![column] as T)) continue;
      subtractRow(
        field,
        rows[i]!,
        pivot,
        field.div(rows[i]![column] as T, pivot[column] as T),
        column,
      );
    }
    found += 1;
  }
  return found;
};

/** A basis of { x : a x = 0 }, each a list of n scalars: one for each column without a pivot. */
export const nullspace = <T>(field: Field<T>, a: Tensor<T>): readonly (readonly T[])[] => {
  const [, n] = extent(a);
  const { rows, pivots } = rref(field, a);
  const free = Array.from({ length: n }, (_, j) => j).filter((j) => !pivots.includes(j));
  return free.map((column) => {
    const vector = Array.from({ length: n }, (_, j) => (j === column ? field.one : field.zero));
    for (const [i, pivot] of pivots.entries()) vector[pivot] = field.neg(rows[i]![column] as T);
    return vector;
  });
};

/**
 * Some x (n×k, a vector where b is one) with a x = b, free unknowns zero; null where there is none.
 */
export const solve = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Tensor<T> | null => {
  const [m, n] = extent(a);
  const [rowsOfB, k] = extent(b);
  if (m !== rowsOfB) throw new RangeError(`${m} equations with ${rowsOfB} right-hand sides`);
  const right = toRows(b);
  const { rows, pivots } = rref(
    field,
    fromRows(
      toRows(a).map((row, i) => [...row, ...right[i]!]),
      n + k,
    ),
  );
  if (pivots.some((column) => column >= n)) return null;
  // below the pivots all is zero, unless a bracket or rounding hides something
  if (rows.slice(pivots.length).some((row) => row.some((x) => !isZero(field, x)))) return null;
  const data = Array.from({ length: n }, () => Array.from({ length: k }, () => field.zero));
  for (const [i, column] of pivots.entries()) data[column] = rows[i]!.slice(n);
  return { shape: b.shape.length === 1 ? [n] : [n, k], data: data.flat() };
};
