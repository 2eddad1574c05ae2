/** A counterexample as pieces of a sentence: small matrices as mathematics, functions as text. */
import type { Json } from '../records/value-json.ts';
import { nameLatex } from '../language/index.ts';
import type { CitedWitness } from './record.ts';
import type { Piece } from './statement.ts';

const widest = 8;

/** `n = 2`, `A = (…)`, one after the other. */
export function witnessPieces({ dims, values }: CitedWitness): Piece[][] {
  return [
    ...Object.entries(dims).map(([name, size]): Piece[] => [
      { math: `${nameLatex(name)} = ${size}` },
    ]),
    ...values.flatMap(({ name, value, text }): Piece[][] => {
      const matrix = tensorLatex(value);
      return matrix === null
        ? text.map((line) => [{ code: line }])
        : [[{ math: `${nameLatex(name)} = ${matrix}` }]];
    }),
  ];
}

/**
 * LaTeX of a scalar, a column or a matrix of rationals that is not too large, of a single entry as
 * a number; null for anything else.
 */
export function tensorLatex(value: Json): string | null {
  if (typeof value === 'string') return numberLatex(value);
  if (!Array.isArray(value) || value.length > widest) return null;
  const rows = value.map((row: Json) => {
    const entries = Array.isArray(row) ? row : [row];
    return entries.length > widest
      ? [null]
      : entries.map((entry: Json) => (typeof entry === 'string' ? numberLatex(entry) : null));
  });
  if (rows.length === 0 || rows.some((row) => row.includes(null))) return null;
  if (rows.length === 1 && rows[0]!.length === 1) return rows[0]![0]!;
  return `\\left(\\begin{smallmatrix}${rows.map((row) => row.join(' & ')).join(' \\\\ ')}\\end{smallmatrix}\\right)`;
}

const numberLatex = (text: string): string | null => (/^-?\d+(?:\/\d+)?$/.test(text) ? text : null);
