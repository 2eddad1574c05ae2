/** `A^*` and `A^H` where a text declares complex matrices: `A'`, the conjugate transpose. */
import type { Token } from '../token.ts';
import { isComplex } from './complex-words.ts';
import { type Piece, isName, isSign, piece } from './piece.ts';

const isRaised = (token: Token | undefined, next: Token | undefined, owns: boolean): boolean =>
  isSign(token, '^') && (isSign(next, '*') || (isName(next, 'H') && !owns));

export const readAdjoints = (tokens: readonly Piece[]): readonly Piece[] => {
  if (!isComplex(tokens)) return tokens;
  const owns = tokens.some((t, i) => isName(t, 'H') && !isSign(tokens[i - 1], '^'));
  return tokens.flatMap((token, i) => {
    if (isRaised(tokens[i - 1], token, owns)) return [];
    const next = tokens[i + 1];
    if (!next || !isRaised(token, next, owns)) return [token];
    return [{ ...piece(token, 'sign', "'"), start: token.start, end: next.end }];
  });
};
