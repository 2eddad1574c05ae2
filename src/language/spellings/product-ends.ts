/** Where a product over an index may end: behind the last factor that mentions the index. */
import type { Token } from '../token.ts';
import type { Context } from './context.ts';
import { factorEnd } from './operands.ts';
import { isSign, type Piece } from './piece.ts';

const mentions = ({ text, under }: Piece, index: string): boolean =>
  text === index || (under ?? []).includes(index) || (text.split('_')[1] ?? '').includes(index);

/**
 * The place behind the last factor that mentions an index; null where that is the end. It is the
 * same sum whether the next factors are part of its terms or not, but another product.
 */
export function earlierEnd(
  tokens: readonly Piece[],
  from: number,
  end: number,
  indices: readonly string[],
  context: Context,
): number | null {
  let last = from;
  for (let at = from; at < end; ) {
    const isOperator = ['*', '/', '.*', './'].some((s) => isSign(tokens[at] as Token, s));
    const next = isOperator ? at + 1 : Math.max(at + 1, factorEnd(tokens, at, context));
    const factor = tokens.slice(at, next);
    if (indices.some((index) => factor.some((t) => mentions(t, index)))) last = next;
    at = next;
  }
  return last > from && last < end ? last : null;
}
