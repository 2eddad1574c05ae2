/** Words of Python for functions of each entry of a matrix: `np.exp(A)` is `exp.(A)`. */
import { operators } from '../../operators/registry.ts';
import { isSign, piece } from './piece.ts';
import type { Piece } from './piece.ts';

/** In Python a function of a matrix acts on its entries. */
export const entrywise = (word: Piece): Piece =>
  operators.get(word.text)?.ofMatrix === undefined ? word : { ...word, entrywise: true };

/** `np.exp(A)` is `exp.(A)`. */
export const withDots = (tokens: readonly Piece[]): readonly Piece[] =>
  tokens.some((t) => t.entrywise)
    ? tokens.flatMap((t, i) =>
        t.entrywise && isSign(tokens[i + 1], '(') ? [t, piece(t, 'sign', '.')] : [t],
      )
    : tokens;
