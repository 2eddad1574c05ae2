/** Determinants: Berkowitz's algorithm without division, and elimination. */
import { type Field, Unsupported, vanishes } from './field.ts';
import { side, toRows } from './matrix.ts';
import type { Tensor } from './tensor.ts';

/**
 * Coefficients of det(λI − a), highest power first, without a division (Berkowitz 1984, in the form
 * of Samuelson): valid in every domain, jets and polynomials included. n + 1 of them, the first one
 * 1.
 */
export const characteristicPolynomial = <T>(field: Field<T>, a: Tensor<T>): readonly T[] => {
  const n = side(a);
  const at = (i: number, j: number): T => a.data[i * n + j] as T;
  const dot = (left: (i: number) => T, right: readonly T[]): T =>
    right.reduce((sum, x, i) => field.add(sum, field.mul(left(i), x)), field.zero);
  let coefficients: T[] = [field.one];
  for (let k = 0; k < n; k += 1) {
    // of the leading block of side k+1: corner a_kk, row R, column C, and the block M of side k
    // before it
    const band: T[] = [field.one, field.neg(at(k, k))];
    let column = Array.from({ length: k }, (_, i) => at(i, k));
    for (let power = 0; power < k; power += 1) {
      const current = column;
      band.push(field.neg(dot((j) => at(k, j), current)));
      column = current.map((_, i) => dot((j) => at(i, j), current));
    }
    const previous = coefficients;
    coefficients = Array.from({ length: k + 2 }, (_, i) => {
      let sum = field.zero;
      for (let j = 0; j <= Math.min(i, k); j += 1)
        sum = field.add(sum, field.mul(band[i - j] as T, previous[j] as T));
      return sum;
    });
  }
  return coefficients;
};

/**
 * The determinant by elimination; null where no entry of a column is known to be invertible but
 * some may not be zero.
 */
const byElimination = <T>(field: Field<T>, a: Tensor<T>): T | null => {
  const rows = toRows(a);
  let product = field.one;
  for (let k = 0; k < rows.length; k += 1) {
    const column = rows.slice(k).map((row) => row[k] as T);
    const offset = pivotOf(field, column);
    if (offset < 0) return column.every((x) => vanishes(field, x)) ? field.zero : null;
    if (offset > 0) {
      [rows[k], rows[k + offset]] = [rows[k + offset]!, rows[k]!];
      product = field.neg(product);
    }
    const pivot = rows[k]!;
    product = field.mul(product, pivot[k] as T);
    for (const row of rows.slice(k + 1)) {
      if (vanishes(field, row[k] as T)) continue;
      const factor = field.div(row[k] as T, pivot[k] as T);
      for (let j = k + 1; j < row.length; j += 1)
        row[j] = field.sub(row[j] as T, field.mul(factor, pivot[j] as T));
    }
  }
  return product;
};

/** The first entry that is certainly not zero, in float64 the largest; −1 where there is none. */
const pivotOf = <T>(field: Field<T>, column: readonly T[]): number => {
  let best = -1;
  for (const [i, x] of column.entries()) {
    const sign = field.sign(x);
    if (sign === null || sign === 0) continue;
    if (field.exact) return i;
    const other = best < 0 ? x : (column[best] as T);
    if (best < 0 || field.sign(field.sub(field.mul(x, x), field.mul(other, other))) === 1) best = i;
  }
  return best;
};

/** Determinant of a square matrix in any domain; 1 for side 0. */
export const determinant = <T>(field: Field<T>, a: Tensor<T>): T => {
  const n = side(a);
  try {
    const value = byElimination(field, a);
    if (value !== null) return value;
  } catch (error) {
    // a domain that divides by some of its elements only, as polynomials do
    if (!(error instanceof Unsupported)) throw error;
  }
  const constant = characteristicPolynomial(field, a)[n] as T;
  return n % 2 === 0 ? constant : field.neg(constant);
};
