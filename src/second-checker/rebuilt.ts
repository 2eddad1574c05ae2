/** A product of a term, rebuilt from other pieces on its wires. */
import { type Mono, type Piece, type Term, einsum, labelsFor, named } from './term.ts';
import type { Dim } from './dims.ts';

/** A product with other pieces in place of its factors. */
export const rebuilt = (
  m: Mono,
  free: readonly string[],
  pieces: readonly Piece[],
  dims: Readonly<Record<string, Dim>>,
): Term => einsum(free, pieces, { ...own(m), ...dims }, m.c, m.powers);
const own = (m: Mono): Record<string, Dim> => named(labelsFor('w', m.dims), m.dims);
export const ends = (at: readonly number[]): string[] => at.map((w) => `w${w}`);
