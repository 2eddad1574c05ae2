/** The named operations on matrices, by their definitions: an entry of the value for the rows of the argument. */
type Rows = readonly (readonly number[])[];

const without = (rows: Rows, i: number, j: number): Rows => rows.filter((_, r) => r !== i).map((row) => row.filter((_, c) => c !== j));

/** Expansion along the first row. */
export const det = (rows: Rows): number =>
  rows.length === 0 ? 1 : (rows[0] as readonly number[]).reduce((sum, x, j) => sum + (j % 2 === 0 ? x : -x) * det(without(rows, 0, j)), 0);

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

export const operations: Readonly<Record<string, (rows: Rows, index: readonly number[]) => number>> = {
  det,
  rank,
  // the transpose of the cofactors
  adj: (rows, [i, j]) => ((((i as number) + (j as number)) % 2 === 0 ? 1 : -1) * det(without(rows, j as number, i as number))),
};
