/** Inertia of a symmetric matrix by congruence (Sylvester's law). */
import { type Field, Unsettled, Unsupported, vanishes } from './field.ts';
import { isSymmetric, toRows } from './matrix.ts';
import type { Tensor } from './tensor.ts';

/** How many eigenvalues of a symmetric matrix are positive, negative and zero. */
export interface Inertia {
  readonly positive: number;
  readonly negative: number;
  readonly zero: number;
}

/**
 * Inertia of a symmetric matrix over an ordered domain, by symmetric elimination (Sylvester's law:
 * a congruence keeps it). Exact over the rationals; brackets may throw `Unsettled`. Throws a
 * `RangeError` where a is not symmetric.
 */
export const inertia = <T>(field: Field<T>, a: Tensor<T>): Inertia => {
  if (field.sign(field.neg(field.one)) !== -1)
    throw new Unsupported(`there is no order in ${field.name}`);
  if (!isSymmetric(field, a)) throw new RangeError('inertia of a matrix that is not symmetric');
  let rows = toRows(a);
  let [positive, negative] = [0, 0];
  while (rows.length > 0) {
    const k = usablePivot(field, rows);
    if (k < 0) break;
    const pivot = rows[k]!;
    if (field.sign(pivot[k] as T) === 1) positive += 1;
    else negative += 1;
    rows = rows
      .filter((_, i) => i !== k)
      .map((row) => {
        const factor = field.div(row[k] as T, pivot[k] as T);
        const keep = vanishes(field, factor)
          ? row
          : row.map((x, j) => field.sub(x, field.mul(factor, pivot[j] as T)));
        return keep.filter((_, j) => j !== k);
      });
  }
  return { positive, negative, zero: rows.length };
};

/**
 * A diagonal entry that is certainly not zero, made by a congruence if need be; −1 where the matrix
 * is zero.
 */
const usablePivot = <T>(field: Field<T>, rows: T[][]): number => {
  const signs = rows.map((row, i) => field.sign(row[i] as T));
  const found = signs.findIndex((sign) => sign === 1 || sign === -1);
  if (found >= 0) return found;
  if (signs.includes(null)) throw new Unsettled('a pivot that may be zero; ask for more bits');
  for (const [i, row] of rows.entries()) {
    const j = row.findIndex((x) => !vanishes(field, x));
    if (j < 0) continue;
    if (field.sign(row[j] as T) === null)
      throw new Unsettled('an entry that may be zero; ask for more bits');
    // both diagonal entries are zero: adding row and column j to row and column i makes a_ii = 2
    // a_ij
    rows[i] = row.map((x, l) => field.add(x, rows[j]![l] as T));
    for (const other of rows) other[i] = field.add(other[i] as T, other[j] as T);
    return i;
  }
  return -1;
};

/**
 * Whether a symmetric matrix has no negative eigenvalue, with `strict` no eigenvalue 0 either.
 * Answers as soon as a diagonal entry on the way is negative, so that brackets decide more than
 * they do of the inertia.
 */
export const isDefinite = <T>(field: Field<T>, a: Tensor<T>, strict: boolean): boolean => {
  let rows = toRows(a);
  while (rows.length > 0) {
    const signs = rows.map((row, i) => field.sign(row[i] as T));
    if (signs.some((s) => s === -1 || (strict && s === 0))) return false;
    const k = signs.indexOf(1);
    if (k < 0) {
      if (signs.includes(null)) throw new Unsettled('a pivot that may be zero; ask for more bits');
      return isZero(field, rows);
    }
    const pivot = rows[k]!;
    rows = rows
      .filter((_, i) => i !== k)
      .map((row) => {
        const factor = field.div(row[k] as T, pivot[k] as T);
        return row
          .map((x, j) =>
            vanishes(field, factor) ? x : field.sub(x, field.mul(factor, pivot[j] as T)),
          )
          .filter((_, j) => j !== k);
      });
  }
  return true;
};

/** With the diagonal 0, a matrix without a negative eigenvalue is 0. */
const isZero = <T>(field: Field<T>, rows: readonly (readonly T[])[]): boolean => {
  const signs = rows.flat().map((x) => field.sign(x));
  if (signs.some((s) => s === 1 || s === -1)) return false;
  if (signs.includes(null)) throw new Unsettled('an entry that may be zero; ask for more bits');
  return true;
};

/** Whether the symmetric matrix has positive eigenvalues only. Exact over the rationals. */
export const isPositiveDefinite = <T>(field: Field<T>, a: Tensor<T>): boolean => {
  const found = inertia(field, a);
  return found.negative === 0 && found.zero === 0;
};

/** Whether the symmetric matrix has no negative eigenvalue. Exact over the rationals. */
export const isPositiveSemidefinite = <T>(field: Field<T>, a: Tensor<T>): boolean =>
  inertia(field, a).negative === 0;
