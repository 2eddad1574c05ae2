/** The rows of a matrix environment as a literal: `a & b \\ c & d` is `a, b; c, d`. */
import type { Token } from '../token.ts';
import { isForeign, sign } from './piece.ts';
import type { Piece } from './piece.ts';

export const environmentRows = (
  at: Token,
  cell: () => readonly Piece[],
  next: () => Token,
): readonly Piece[] => {
  const out: Piece[] = [];
  for (;;) {
    const found = cell();
    const stop = next();
    if (isForeign(stop, '\\end')) {
      // a double backslash after the last row opens none
      if (found.length === 0 && out.at(-1)?.text === ';') out.pop();
      out.push(...found);
      return out;
    }
    out.push(...found, sign(at, isForeign(stop, '&') ? ',' : ';'));
  }
};
