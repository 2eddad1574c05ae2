/** Signs of Python and NumPy: `**`, `@`, `*` of arrays, and indices from 0. */
import type { Context } from './context.ts';
import { touching } from './python.ts';
import { endsOperand, operandStart } from './operands.ts';
import { byScalar, isNumber } from './python-scalars.ts';
import { closes, isForeign, isSign, name, opens, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/**
 * `**`, `@`, `==` and `&`. In Python `*` is entrywise, elsewhere the product: between matrices both
 * are shown.
 */
export const readSigns = (
  tokens: readonly Piece[],
  context: Context,
  python: boolean,
): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const next = tokens[at + 1];
    const pair = next !== undefined && touching(token, next) ? `${token.text}${next.text}` : '';
    const power = python && pair === '**' ? entrywisePower(token, out, context) : null;
    if (isForeign(token, '@')) {
      if (isRow(tokens, at, context)) out.push(piece(token, 'sign', "'"));
      out.push(sign(token, '*'));
    } else if (power !== null) {
      out.push({ ...sign(token, power), end: next?.end ?? token.end });
      at++;
    } else if (!python && isSign(token, '*') && areVectors(out, tokens, at, context)) {
      const way = context.choices.pick('dot', token, [
        'the inner product of the vectors',
        'their product entry by entry',
      ]);
      if (way === 0) out.push(piece(token, 'sign', "'"));
      out.push(sign(token, way === 0 ? '*' : '.*'));
    } else if (token.kind === 'sign' && joint.has(pair) && next?.kind === 'sign') {
      out.push({ ...sign(token, joint.get(pair) as string), end: next.end });
      at++;
    } else if (isForeign(token, '&')) {
      out.push(name(token, 'and'));
      if (isForeign(next, '&')) at++;
    } else if (python && isPlace(tokens, at)) {
      const way = context.choices.pick('origin', token, [
        'indices counted from 1',
        'indices counted from 0, as in Python',
      ]);
      out.push({ ...token, text: String(Number(token.text) + way) });
    } else if (python && isSign(token, '*')) at += readStar(tokens, at, out, context);
    else out.push(token);
  }
  return out;
};

/** `**` behind a vector or a matrix, as one of our signs; null behind a number. */
const entrywisePower = (token: Piece, out: readonly Piece[], context: Context): string | null => {
  if (isKind(out.at(-1), 'vector', context)) return '.^';
  if (!isArray(out, context)) return null;
  const way = context.choices.pick('power', token, [
    '** as the power of the matrix',
    '** entry by entry, as in NumPy',
  ]);
  return way === 0 ? '^' : '.^';
};

/** `*` in Python; how many tokens behind it were read too. */
const readStar = (tokens: readonly Piece[], at: number, out: Piece[], context: Context): number => {
  const [token, next] = [tokens[at] as Piece, tokens[at + 1]];
  if (isKind(out.at(-1), 'matrix', context) && isKind(next, 'vector', context)) {
    const way = context.choices.pick('scale', token, [
      '* as the product of the matrix and the vector',
      '* as in NumPy, which scales the columns',
    ]);
    const vector = next as Piece;
    const word = { ...name(vector, 'diag'), spaced: true };
    const scaled = [word, piece(vector, 'sign', '('), vector, piece(vector, 'sign', ')')];
    out.push(sign(token, '*'), ...(way === 0 ? [vector] : scaled));
    return 1;
  }
  if (token.typed || byScalar(tokens, at, context)) out.push(token);
  else {
    const way = context.choices.pick('star', token, [
      '* as the product of matrices',
      '* entry by entry, as in NumPy',
    ]);
    out.push(sign(token, way === 0 ? '*' : '.*'));
  }
  return 0;
};

const isKind = (token: Piece | undefined, kind: string, { names }: Context): boolean =>
  token?.kind === 'name' && names.kinds.get(token.text) === kind;

/** A matrix, or brackets that need not hold a number. */
const isArray = (out: readonly Piece[], context: Context): boolean => {
  if (isKind(out.at(-1), 'matrix', context)) return true;
  return isSign(out.at(-1), ')') && !isNumber(out.slice(operandStart(out, context)), context);
};

/** Two names of vectors alone: next to a row or a matrix the product has its usual meaning. */
const areVectors = (
  out: readonly Piece[],
  tokens: readonly Piece[],
  at: number,
  context: Context,
): boolean =>
  isKind(out.at(-1), 'vector', context) &&
  !endsOperand(out.at(-2)) &&
  !isSign(out.at(-2), '*') &&
  isKind(tokens[at + 1], 'vector', context) &&
  !isSign(tokens[at + 2], "'") &&
  !isForeign(tokens[at + 2], '^');

/** A number that is an index on its own, as in `x[0]` and `A[1, j]`. */
const isPlace = (tokens: readonly Piece[], at: number): boolean => {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.kind !== 'number' || token.typed || !/^\d{1,6}$/.test(token.text)) return false;
  if (!isSign(after, ']') && !isSign(after, ',')) return false;
  if (!isSign(before, '[') && !(isSign(before, ',') && isSign(after, ']'))) return false;
  let open = at - 1;
  for (let depth = 0; open >= 0 && !(depth === 0 && isSign(tokens[open], '[')); open--) {
    if (closes(tokens[open])) depth++;
    else if (opens(tokens[open])) depth--;
  }
  return endsOperand(tokens[open - 1]) && tokens[open]?.spaced === false;
};

/** In Python a vector before `@` is a row. */
const isRow = (tokens: readonly Piece[], at: number, { names }: Context): boolean => {
  const [before, left, right] = [tokens[at - 2], tokens[at - 1], tokens[at + 1]];
  const kind = (t: Piece | undefined): string | undefined =>
    t?.kind === 'name' ? names.kinds.get(t.text) : undefined;
  if (
    kind(left) !== 'vector' ||
    isSign(before, '*') ||
    isForeign(before, '@') ||
    isSign(before, '^')
  )
    return false;
  if (isSign(before, '.') || endsOperand(before)) return false;
  return kind(right) === 'vector' || kind(right) === 'matrix';
};

const joint: ReadonlyMap<string, string> = new Map([
  ['**', '^'],
  ['==', '='],
  ['=<', '<='],
  ['<->', '<=>'],
  ['<=>', '<=>'],
  ['==>', '=>'],
  ['<>', '!='],
  ['===', '='],
]);
