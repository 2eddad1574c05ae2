/** `a_{ij}` and `a_ij` are entries of A, where A is a matrix and a is not declared. */
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { name } from './piece.ts';
import type { Piece } from './piece.ts';

export const readEntryLetters = (tokens: readonly Piece[], context: Context): readonly Piece[] =>
  tokens.map((token) => {
    if (token.kind !== 'name' || token.typed || isOwn(context, token.text)) return token;
    const [, base = '', letters = ''] = token.under
      ? [null, token.text, token.under.join('')]
      : (/^([a-z])_([a-z]{2})$/.exec(token.text) ?? []);
    const capital = base.toUpperCase();
    const isEntry =
      /^[a-z]$/.test(base) &&
      /^[a-z]{2}$/.test(letters) &&
      !isOwn(context, base) &&
      context.names.kinds.get(capital) === 'matrix';
    return isEntry ? { ...token, ...name(token, capital), under: [...letters] } : token;
  });
