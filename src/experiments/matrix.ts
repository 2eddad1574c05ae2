/** Dense matrices of doubles, row-major, with plain loops over contiguous rows: what training and measuring run on. */
import type { Random } from '../numbers/random.ts';

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** `rows · columns` entries, row by row. */
  readonly data: Float64Array;
}

export const zeros = (rows: number, columns: number): Matrix => ({ rows, columns, data: new Float64Array(rows * columns) });

export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  return { rows: rows.length, columns, data: Float64Array.from(rows.flat()) };
}

export const copy = ({ rows, columns, data }: Matrix): Matrix => ({ rows, columns, data: data.slice() });

/** Independent normal entries with mean 0 and this standard deviation. */
export function gaussian(rows: number, columns: number, deviation: number, random: Random): Matrix {
  const made = zeros(rows, columns);
  for (let i = 0; i < made.data.length; i += 1) made.data[i] = deviation * random.normal();
  return made;
}

/** into += A B. The three sizes must agree; unchecked, since it is the inner loop. */
export function addProduct(into: Matrix, a: Matrix, b: Matrix): void {
  const inner = a.columns;
  const width = b.columns;
  for (let i = 0; i < a.rows; i += 1) {
    for (let k = 0; k < inner; k += 1) {
      const factor = a.data[i * inner + k]!;
      if (factor === 0) continue;
      addRow(into.data, i * width, b.data, k * width, width, factor);
    }
  }
}

/** into += A' B. */
export function addTransposedProduct(into: Matrix, a: Matrix, b: Matrix): void {
  const width = b.columns;
  for (let k = 0; k < a.rows; k += 1) {
    for (let i = 0; i < a.columns; i += 1) {
      const factor = a.data[k * a.columns + i]!;
      if (factor === 0) continue;
      addRow(into.data, i * width, b.data, k * width, width, factor);
    }
  }
}

function addRow(into: Float64Array, at: number, from: Float64Array, start: number, width: number, factor: number): void {
  for (let j = 0; j < width; j += 1) into[at + j] = into[at + j]! + factor * from[start + j]!;
}

export function product(a: Matrix, b: Matrix): Matrix {
  const made = zeros(a.rows, b.columns);
  addProduct(made, a, b);
  return made;
}

/** A' A, columns × columns. */
export function gram({ rows, columns, data }: Matrix): Matrix {
  const made = zeros(columns, columns);
  for (let k = 0; k < rows; k += 1) {
    const row = data.subarray(k * columns, (k + 1) * columns);
    for (let i = 0; i < columns; i += 1) {
      const factor = row[i]!;
      // the half above the diagonal; the other is its mirror image
      if (factor !== 0) for (let j = i; j < columns; j += 1) made.data[i * columns + j] = made.data[i * columns + j]! + factor * row[j]!;
    }
  }
  for (let i = 0; i < columns; i += 1) for (let j = 0; j < i; j += 1) made.data[i * columns + j] = made.data[j * columns + i]!;
  return made;
}

export function transpose({ rows, columns, data }: Matrix): Matrix {
  const made = zeros(columns, rows);
  for (let i = 0; i < rows; i += 1) for (let j = 0; j < columns; j += 1) made.data[j * rows + i] = data[i * columns + j]!;
  return made;
}

export function trace({ rows, columns, data }: Matrix): number {
  let sum = 0;
  for (let i = 0; i < Math.min(rows, columns); i += 1) sum += data[i * columns + i]!;
  return sum;
}

/** Σ A_ij B_ij. */
export function inner(a: Matrix, b: Matrix): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i += 1) sum += a.data[i]! * b.data[i]!;
  return sum;
}
