/**
 * Axes that NumPy adds to a vector: `x[:, None]` has the entries of x along the rows, `x[None, :]`
 * along the columns, and a product next to them is entry by entry. `X - X.mean(0)` takes the mean
 * of each column from its entries.
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

const statistic = /^(?:mean|sum|max|min)$/;

/** The place behind `X.mean(0)`, `X.mean(axis=1, keepdims=True)` and its axis; null for others. */
const reducedAt = (tokens: readonly Piece[], at: number): readonly [number, number] | null => {
  const [own, dot, word, open] = tokens.slice(at, at + 4);
  if (own?.kind !== 'name' || !/^[A-Z]/.test(own.text) || !isSign(dot, '.')) return null;
  if (!statistic.test(word?.text ?? '') || !isSign(open, '(')) return null;
  const close = tokens.findIndex((t, i) => i > at + 3 && isSign(t, ')'));
  const inside = tokens
    .slice(at + 4, close)
    .map((t) => t.text)
    .join('');
  const [, axis, kept] = /^(?:axis=|dim=)?(-?[01])(,keepdims?=True)?$/.exec(inside) ?? [];
  if (axis === undefined) return null;
  const rows = axis === '1' || axis === '-1';
  // without its second axis a mean of rows is not spread over them
  return rows && kept === undefined ? null : [close + 1, rows ? 1 : 0];
};

/** `X - X.mean(0)`: the row of means in each row of X. */
const readMeansTaken = (tokens: readonly Piece[]): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const found = isSign(token, '-') ? reducedAt(tokens, at + 1) : null;
    out.push(token);
    if (found === null || tokens[at - 1]?.text !== tokens[at + 1]?.text) continue;
    const [end, axis] = found;
    const own = tokens[at + 1] as Piece;
    const call = tokens.slice(at + 1, at + 5);
    const reduced = [...call, { ...own, kind: 'number' as const, text: `${axis}` }];
    const [open, close] = [{ ...sign(own, '('), spaced: true }, piece(own, 'sign', ')')];
    const ones = { ...name(own, 'ones'), spaced: true, opens: false };
    const prime = piece(own, 'sign', "'");
    if (axis === 0) out.push(open, ones, open, ...reduced, close, close, prime, close);
    else out.push(open, open, ...reduced, close, close, ones, prime, close);
    at = end - 1;
  }
  return out;
};

export const readBroadcastAxes = (typed: readonly Piece[]): readonly Piece[] => {
  const given = readMeansTaken(typed);
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
