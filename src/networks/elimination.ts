/** Row reduction over the rationals, and solutions close to a given vector. */
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { isZero } from './fraction.ts';

/** Rows in reduced echelon form and, row by row, the column of the pivot. */
export interface Echelon {
  readonly rows: readonly (readonly Q[])[];
  readonly pivots: readonly number[];
}

/**
 * Gauss–Jordan elimination over the rationals; pivots are sought in the columns in the given order.
 */
export const echelon = (input: readonly (readonly Q[])[], order: readonly number[]): Echelon => {
  const rows = input.map((row) => [...row]);
  const pivots: number[] = [];
  for (const column of order) {
    const at = rows.findIndex(
      (row, i) => i >= pivots.length && !isZero(row[column] ?? rationals.zero),
    );
    if (at < 0) continue;
    const k = pivots.length;
    const chosen = rows[at] as Q[];
    rows[at] = rows[k] as Q[];
    const pivot = chosen[column] as Q;
    rows[k] = chosen.map((x) => rationals.div(x, pivot));
    const source = rows[k] as Q[];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as Q[];
      const factor = row[column] as Q;
      if (i === k || isZero(factor)) continue;
      for (let j = 0; j < row.length; j++)
        row[j] = rationals.sub(row[j] as Q, rationals.mul(factor, source[j] as Q));
    }
    pivots.push(column);
    if (pivots.length === rows.length) break;
  }
  return { rows, pivots };
};

/**
 * The solution of A t = b that keeps t0 on every variable without a pivot; the others are
 * solved for. `order` says which variables are preferred as pivots. Null where there is no
 * solution.
 */
export const solveNear = (
  a: readonly (readonly Q[])[],
  b: readonly Q[],
  t0: readonly Q[],
  order: readonly number[],
): Q[] | null => {
  const n = t0.length;
  const { rows, pivots } = echelon(
    a.map((row, i) => [...row, b[i] ?? rationals.zero]),
    order,
  );
  for (let i = pivots.length; i < rows.length; i++)
    if (!isZero(rows[i]?.[n] ?? rationals.zero)) return null;
  const t = [...t0];
  const isPivot = new Set(pivots);
  pivots.forEach((column, i) => {
    const row = rows[i] as readonly Q[];
    let value = row[n] as Q;
    for (let j = 0; j < n; j++)
      if (!isPivot.has(j)) value = rationals.sub(value, rationals.mul(row[j] as Q, t0[j] as Q));
    t[column] = value;
  });
  return t;
};

export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
