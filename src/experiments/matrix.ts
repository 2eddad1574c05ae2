/**
 * Dense matrices of doubles, row-major, with plain loops over contiguous rows: what training and
 * measuring run on.
 */
import type { Random } from '../numbers/random.ts';

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** `rows · columns` entries, row by row. */
  readonly data: Float64Array;
}

export const zeros = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  data: new Float64Array(rows * columns),
});

export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  return { rows: rows.length, columns, data: Float64Array.from(rows.flat()) };
}

export const copy = ({ rows, columns, data }: Matrix): Matrix => ({
  rows,
  columns,
  data: data.slice(),
});

/** Independent normal entries with mean 0 and this standard deviation. */
export function gaussian(rows: number, columns: number, deviation: number, random: Random): Matrix {
  const made = zeros(rows, columns);
  for (let i = 0; i < made.data.length; i += 1) made.data[i] = deviation * random.normal();
  return made;
}

/** into += A B. The three sizes must agree; unchecked, since it is the inner loop. */
export function addProduct(into: Matrix, a: Matrix, b: Matrix): void {
  for (let i = 0; i < a.rows; i += 1)
    addRows(into.data, i * b.columns, b, a.data, i * a.columns, 1, a.columns);
}

/** into += A' B. */
export function addTransposedProduct(into: Matrix, a: Matrix, b: Matrix): void {
  for (let i = 0; i < a.columns; i += 1)
    addRows(into.data, i * b.columns, b, a.data, i, a.columns, a.rows);
}

/**
 * into[at…] += Σ_k factors[from + k·step] · row k of B, four rows at a time: half the loads and
 * stores.
 */
function addRows(
  into: Float64Array,
  at: number,
  { columns, data }: Matrix,
  factors: Float64Array,
  from: number,
  step: number,
  count: number,
): void {
  let k = 0;
  for (; k + 3 < count; k += 4) {
    const f = from + k * step;
    const [f0, f1, f2, f3] = [
      factors[f]!,
      factors[f + step]!,
      factors[f + 2 * step]!,
      factors[f + 3 * step]!,
    ];
    if (f0 === 0 && f1 === 0 && f2 === 0 && f3 === 0) continue;
    const r0 = k * columns;
    const [r1, r2, r3] = [r0 + columns, r0 + 2 * columns, r0 + 3 * columns];
    for (let j = 0; j < columns; j += 1)
      into[at + j] =
        into[at + j]! +
        f0 * data[r0 + j]! +
        f1 * data[r1 + j]! +
        f2 * data[r2 + j]! +
        f3 * data[r3 + j]!;
  }
  for (; k < count; k += 1) {
    const factor = factors[from + k * step]!;
    if (factor !== 0)
      for (let j = 0; j < columns; j += 1)
        into[at + j] = into[at + j]! + factor * data[k * columns + j]!;
  }
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
      if (factor !== 0)
        for (let j = i; j < columns; j += 1)
          made.data[i * columns + j] = made.data[i * columns + j]! + factor * row[j]!;
    }
  }
  for (let i = 0; i < columns; i += 1)
    for (let j = 0; j < i; j += 1) made.data[i * columns + j] = made.data[j * columns + i]!;
  return made;
}

export function transpose({ rows, columns, data }: Matrix): Matrix {
  const made = zeros(columns, rows);
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) made.data[j * rows + i] = data[i * columns + j]!;
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
