/** The signs of sums, products and derivatives, and what they become. */
import { builtinActivations, isCalledOperator } from '../names.ts';
import type { Token } from '../token.ts';
import { type Context, isOwn } from './context.ts';
import { startsOperand } from './operands.ts';
import { type Piece, isForeign, isSign, piece } from './piece.ts';

export const isSum = (token: Token | undefined): boolean =>
  isForeign(token, '\\sum') || isForeign(token, '∑');
export const isProduct = (token: Token | undefined): boolean =>
  isForeign(token, '\\prod') || isForeign(token, '∏');
export const isNabla = (token: Token | undefined): boolean =>
  isForeign(token, '\\nabla') || isForeign(token, '∇');

/** A capital sigma with something under it that is not a name of the text. */
export const isSigma = (
  token: Piece | undefined,
  next: Piece | undefined,
  context: Context,
): boolean => {
  if (token?.kind !== 'name' || isOwn(context, token.text)) return false;
  return (
    (/^(Sigma|sum|prod)_/.test(token.text) && !isOwn(context, token.text.split('_')[0] ?? '')) ||
    (/^(Sigma|Pi)$/.test(token.text) && (token.under !== undefined || startsOperand(next))) ||
    (token.text === 'sum' && next?.kind === 'name' && next.text.startsWith('_') && !next.spaced)
  );
};

/** `tr A B`: a built-in function without brackets. */
export const isBare = (tokens: readonly Piece[], at: number, context: Context): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'name' || token.typed || isOwn(context, token.text)) return false;
  if (!isCalledOperator(token.text) && !builtinActivations.has(token.text)) return false;
  if (token.text === 'kron' || token.text === 'dot') return false;
  const next = tokens[at + 1];
  const literal = isSign(next, '[') && next?.spaced === true && token.text !== 'lambda';
  return ((startsOperand(next) && !isSign(next, '(')) || literal) && !next?.opens;
};

/** `word[by](inner)`, or `word(inner)`; the last bracket stands at the end of the operand. */
export const called = (
  word: Piece,
  by: readonly Piece[] | null,
  inner: readonly Piece[],
  last: Piece,
): Piece[] => [
  word,
  ...(by === null ? [] : [piece(word, 'sign', '['), ...by, piece(word, 'sign', ']')]),
  piece(word, 'sign', '('),
  ...inner,
  piece(last, 'sign', ')'),
];
