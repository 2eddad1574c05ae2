/** Prints a matrix on one line. */
import type { Json } from '../records/value-json.ts';

/**
 * A tensor's JSON on one line: `[1; 0]` a column, `[1 2]` a row, `[1 2; 3 4]` a matrix, `diag(1,
 * 5)` where only the diagonal has entries, slices of a tensor behind each other. Anything else is
 * shown as it is.
 */
export function matrixText(json: Json): string {
  if (!Array.isArray(json)) return atom(json);
  const rows: readonly Json[] = json;
  if (rows.every((row) => !Array.isArray(row))) return `[${rows.map(atom).join('; ')}]`;
  if (!rows.every((row): row is readonly Json[] => Array.isArray(row))) return JSON.stringify(json);
  if (rows.some((row) => row.some((entry) => Array.isArray(entry))))
    return `[${rows.map(matrixText).join(', ')}]`;
  if (isDiagonal(rows)) return `diag(${rows.map((row, i) => atom(row[i]!)).join(', ')})`;
  return `[${rows.map((row) => row.map(atom).join(' ')).join('; ')}]`;
}

const atom = (json: Json): string => (typeof json === 'string' ? json : JSON.stringify(json));

const isDiagonal = (rows: readonly (readonly Json[])[]): boolean =>
  rows.length > 1 &&
  rows.some((row, i) => row[i] !== '0') &&
  rows.every(
    (row, i) => row.length === rows.length && row.every((entry, j) => i === j || entry === '0'),
  );
