/**
 * The named operations on matrices, by their definitions: an entry of the value for the rows of the
 * argument.
 */
type Rows = readonly (readonly number[])[];

const without = (rows: Rows, i: number, j: number): Rows =>
  rows.filter((_, r) => r !== i).map((row) => row.filter((_, c) => c !== j));

/** Expansion along the first row. */
export const det = (rows: Rows): number =>
  rows.length === 0
    ? 1
    : (rows[0] as readonly number[]).reduce(
        (sum, x, j) => sum + (j % 2 === 0 ? x : -x) * det(without(rows, 0, j)),
        0,
      );

/** Pivots of elimination that are not 0 within rounding. */
export function rank(rows: Rows): number {
  const work = rows.map((r) => [...r]);
  let found = 0;
  for (let c = 0; c < (rows[0]?.length ?? 0); c++) {
    const pivot = work.findIndex((row, i) => i >= found && Math.abs(row[c] as number) > 1e-9);
    if (pivot < 0) continue;
    [work[found], work[pivot]] = [work[pivot] as number[], work[found] as number[]];
    const top = work[found] as number[];
    for (const row of work.slice(found + 1)) {
      const by = (row[c] as number) / (top[c] as number);
      row.forEach((_, j) => ((row[j] as number) -= by * (top[j] as number)));
    }
    found++;
  }
  return found;
}

const multiply = (a: Rows, b: Rows): Rows =>
  a.map((row) =>
    (b[0] ?? []).map((_, j) =>
      row.reduce((sum, x, k) => sum + x * ((b[k] as readonly number[])[j] as number), 0),
    ),
  );
const transposed = (a: Rows): Rows => (a[0] ?? []).map((_, j) => a.map((row) => row[j] as number));

/** By Cramer's rule. */
const inverted = (a: Rows): Rows =>
  a.map((_, i) =>
    a.map((__, j) => (((i + j) % 2 === 0 ? 1 : -1) * det(without(a, j, i))) / det(a)),
  );

/**
 * C'(CC')⁻¹(B'B)⁻¹B' for a = B C of full ranks: B independent columns of a, C what they combine to.
 */
export function pinv(a: Rows): Rows {
  const columns = transposed(a);
  const chosen = columns.reduce<number[][]>(
    (kept, column) => (rank([...kept, column]) > kept.length ? [...kept, [...column]] : kept),
    [],
  );
  if (chosen.length === 0) return columns.map((column) => column.map(() => 0));
  const b = transposed(chosen);
  const left = multiply(inverted(multiply(chosen, b)), chosen);
  const c = multiply(left, a);
  return multiply(multiply(transposed(c), inverted(multiply(c, transposed(c)))), left);
}

export const operations: Readonly<
  Record<string, (rows: Rows, index: readonly number[]) => number>
> = {
  det,
  rank,
  max: (rows) => Math.max(...rows.map((row) => row[0] as number)),
  pinv: (rows, [i, j]) => (pinv(rows)[i as number] as readonly number[])[j as number] as number,
  // pairs counted row by row
  pair: (rows, [i, j, r]) =>
    (i as number) * (rows[0] as readonly number[]).length + (j as number) === r ? 1 : 0,
  // the transpose of the cofactors
  adj: (rows, [i, j]) =>
    (((i as number) + (j as number)) % 2 === 0 ? 1 : -1) *
    det(without(rows, j as number, i as number)),
};
