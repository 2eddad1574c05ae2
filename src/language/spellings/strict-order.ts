/** `0 ≺ A ⪯ B` and `A ≻ B`: the strict order of symmetric matrices says that a difference is pd. */
import { relationSigns } from '../token.ts';
import { endsItem } from './phrase-parts.ts';
import { closes, isForeign, name, opens, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

const isSmaller = (t: Piece | undefined): boolean => isForeign(t, '≺') || isForeign(t, '\\prec');
const isLarger = (t: Piece | undefined): boolean => isForeign(t, '≻') || isForeign(t, '\\succ');
const isOrder = (t: Piece | undefined): boolean => isSmaller(t) || isLarger(t);

const isRelation = (t: Piece | undefined): boolean =>
  isOrder(t) || (t?.kind === 'sign' && relationSigns.has(t.text));

const ends = (t: Piece | undefined): boolean =>
  endsItem(t) ||
  isRelation(t) ||
  /^(?:=>|<=>|,|\.|:|and|or|not|iff|implies|if|then|for|when|whenever|where)$/.test(t?.text ?? '');

/** Where the operand begins that ends before the place. */
const startOf = (tokens: readonly Piece[], end: number): number => {
  let [at, depth] = [end, 0];
  for (; at > 0; at--) {
    const before = tokens[at - 1] as Piece;
    if (closes(before)) depth++;
    else if (opens(before) && --depth < 0) break;
    else if (depth === 0 && (ends(before) || (tokens[at]?.opens && at < end))) break;
  }
  return at;
};

const endOf = (tokens: readonly Piece[], from: number): number => {
  let [at, depth] = [from, 0];
  for (; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    if (opens(token)) depth++;
    else if (closes(token) && --depth < 0) break;
    else if (depth === 0 && (ends(token) || (token.opens && at > from))) break;
  }
  return at;
};

const isZero = (side: readonly Piece[]): boolean => side.length === 1 && side[0]?.text === '0';

/** `(large) - (small) is pd`. */
const definite = (large: readonly Piece[], small: readonly Piece[], at: Piece): Piece[] => {
  const said = [
    { ...name(at, 'is'), spaced: true },
    { ...name(at, 'pd'), spaced: true },
  ];
  if (isZero(small)) return [...large, ...said];
  const inBrackets = (side: readonly Piece[]): Piece[] => [
    { ...sign(at, '('), spaced: true },
    ...side,
    piece(at, 'sign', ')'),
  ];
  return [...inBrackets(large), { ...sign(at, '-'), spaced: true }, ...inBrackets(small), ...said];
};

export const readStrictOrder = (tokens: readonly Piece[]): readonly Piece[] => {
  const at = tokens.findIndex((t) => isOrder(t));
  if (at < 1) return tokens;
  const token = tokens[at] as Piece;
  const start = startOf(tokens, at);
  const end = endOf(tokens, at + 1);
  const [left, right] = [tokens.slice(start, at), tokens.slice(at + 1, end)];
  if (left.length === 0 || right.length === 0) return tokens;
  const said = isLarger(token) ? definite(left, right, token) : definite(right, left, token);
  const first = tokens[start] as Piece;
  const and = { ...name(token, 'and'), spaced: true };
  // a chain says both
  const before = isRelation(tokens[start - 1]) ? [...left, and] : [];
  const after = isRelation(tokens[end]) ? [and, ...right.map((t) => ({ ...t, opens: false }))] : [];
  return readStrictOrder([
    ...tokens.slice(0, start),
    ...[...before, ...said, ...after].map((t, i) => ({ ...t, opens: i === 0 && first.opens })),
    ...tokens.slice(end),
  ]);
};
