/** `X.shape[0]`, `x.size(0)` and `len(x)` are sizes that the declaration names. */
import { ClaimError } from '../ast.ts';
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { isName, isSign, name, number } from './piece.ts';
import type { Piece } from './piece.ts';

const sized = (at: Piece, size: string): Piece =>
  /^\d+$/.test(size) ? number(at, size) : name(at, size);

/** The number between two brackets, `-1` and `-1:` counted from the end; null for anything else. */
const axisIn = (inside: readonly Piece[], count: number): number | null => {
  const text = inside.map((t) => t.text).join('');
  if (!/^-?\d:?$/.test(text)) return null;
  const axis = Number.parseInt(text, 10);
  return axis < 0 ? count + axis : axis;
};

/** The size at a place, and the place behind it; null where none stands there. */
const sizeAt = (
  tokens: readonly Piece[],
  at: number,
  { names }: Context,
): readonly [Piece, number] | null => {
  const token = tokens[at] as Piece;
  if (isName(token, 'len') && isSign(tokens[at + 1], '(') && isSign(tokens[at + 3], ')')) {
    const size = names.shapes.get(tokens[at + 2]?.text ?? '')?.[0];
    return size === undefined ? null : [sized(token, size), at + 4];
  }
  const [dot, word, open] = tokens.slice(at + 1);
  const isSize = isSign(dot, '.') && (isName(word, 'shape') || isName(word, 'size'));
  if (token.kind !== 'name' || !isSize || !(isSign(open, '[') || isSign(open, '('))) return null;
  const close = tokens.findIndex((t, i) => i > at + 3 && (isSign(t, ']') || isSign(t, ')')));
  const shape = names.shapes.get(token.text);
  if (shape === undefined)
    throw new ClaimError(`.${word?.text} is not a word of this language`, word ?? token);
  const axis = axisIn(tokens.slice(at + 4, close), shape.length);
  const size = axis === null ? undefined : shape[axis];
  return size === undefined ? null : [sized(token, size), close + 1];
};

export const readSizes = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  if (!tokens.some((t) => /^(?:shape|size|len)$/.test(t.text))) return tokens;
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = isOwn(context, 'len') ? null : sizeAt(tokens, at, context);
    out.push(found?.[0] ?? (tokens[at] as Piece));
    at = found?.[1] ?? at + 1;
  }
  return out;
};
