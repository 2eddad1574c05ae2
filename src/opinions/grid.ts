/** A matrix of polynomial texts; a vector is a column, a scalar is 1×1. */
import * as p from './polynomial-text.ts';

export type Grid = readonly (readonly string[])[];

export const rows = (a: Grid): number => a.length;
export const columns = (a: Grid): number => a[0]?.length ?? 0;
export const entry = (a: Grid, i: number, j: number): string => a[i]?.[j] ?? p.zero;

export const build = (m: number, n: number, of: (i: number, j: number) => string): Grid =>
  Array.from({ length: m }, (_, i) => Array.from({ length: n }, (__, j) => of(i, j)));

export const scalar = (text: string): Grid => [[text]];

export const map = (a: Grid, f: (x: string) => string): Grid => a.map((row) => row.map(f));

export const zip = (a: Grid, b: Grid, f: (x: string, y: string) => string): Grid =>
  build(rows(a), columns(a), (i, j) => f(entry(a, i, j), entry(b, i, j)));

export const transpose = (a: Grid): Grid => build(columns(a), rows(a), (i, j) => entry(a, j, i));

export const product = (a: Grid, b: Grid): Grid =>
  build(rows(a), columns(b), (i, j) =>
    p.sum(Array.from({ length: columns(a) }, (_, k) => p.multiply(entry(a, i, k), entry(b, k, j)))),
  );

export const trace = (a: Grid): string => p.sum(a.map((_, i) => entry(a, i, i)));

/** By the first row; for the small sizes that are looked at here. */
export const determinant = (a: Grid): string => {
  if (rows(a) === 0) return '1';
  const [first = [], ...rest] = a;
  return p.sum(
    first.map((x, j) => {
      const minor = determinant(rest.map((row) => row.toSpliced(j, 1)));
      const term = p.multiply(x, minor);
      return j % 2 === 0 ? term : p.negative(term);
    }),
  );
};
