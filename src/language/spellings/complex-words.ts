/** Does a text declare what is complex: by the word, or by `∈ C^n`? */
import type { Token } from '../token.ts';
import { isName } from './piece.ts';

const isSpace = (tokens: readonly Token[], at: number): boolean =>
  isName(tokens[at], 'C') &&
  (isName(tokens[at - 1], 'in') ||
    tokens[at - 1]?.text === String.raw`\in` ||
    tokens[at - 2]?.text === String.raw`\mathbb`);

export const isComplex = (tokens: readonly Token[]): boolean =>
  tokens.some((t, at) => isName(t, 'complex') || isSpace(tokens, at));
