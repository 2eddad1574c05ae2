/**
 * Axes that NumPy adds to a vector: `x[:, None]` has the entries of x along the rows, `x[None, :]`
 * along the columns, and a product next to them is entry by entry.
 */
import { isName, isSign, name, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

const length = 6;

/** `:, None` is 0, `None, :` is 1; -1 for any other index. */
const axisAt = (tokens: readonly Piece[], at: number): number => {
  if (tokens[at]?.kind !== 'name' || !isSign(tokens[at + 1], '[') || !isSign(tokens[at + 5], ']'))
    return -1;
  if (!isSign(tokens[at + 3], ',')) return -1;
  const isNew = (t: Piece | undefined): boolean => isName(t, 'None') || isName(t, 'newaxis');
  if (isSign(tokens[at + 2], ':') && isNew(tokens[at + 4])) return 0;
  return isNew(tokens[at + 2]) && isSign(tokens[at + 4], ':') ? 1 : -1;
};

/** `np.newaxis` is `newaxis`. */
const plain = (tokens: readonly Piece[]): readonly Piece[] =>
  tokens.filter(
    (t, i) =>
      !(/^(np|numpy|jnp)$/.test(t.text) && isName(tokens[i + 2], 'newaxis')) &&
      !(isSign(t, '.') && isName(tokens[i + 1], 'newaxis')),
  );

/** `(x ones')` and `(ones x')`. */
const spread = (vector: Piece, axis: number): readonly Piece[] => {
  const prime = piece(vector, 'sign', "'");
  const [open, close] = [{ ...sign(vector, '('), spaced: true }, piece(vector, 'sign', ')')];
  const ones = { ...name(vector, 'ones'), spaced: true, opens: false };
  const own = { ...vector, spaced: true, opens: false };
  return axis === 0 ? [open, own, ones, prime, close] : [open, ones, own, prime, close];
};

export const readBroadcastAxes = (given: readonly Piece[]): readonly Piece[] => {
  if (!given.some((t) => isName(t, 'None') || isName(t, 'newaxis'))) return given;
  const tokens = plain(given);
  const out: Piece[] = [];
  const isSpread = (at: number): boolean => axisAt(tokens, at) >= 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const axis = axisAt(tokens, at);
    const isProduct = isSign(token, '*') || isSign(token, '/');
    if (axis >= 0) {
      out.push(...spread(token, axis));
      at += length - 1;
    } else if (isProduct && (isSpread(at + 1) || isSpread(at - length)))
      out.push({ ...token, text: `.${token.text}` });
    else out.push(token);
  }
  return out;
};
