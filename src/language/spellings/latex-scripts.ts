/**
 * What stands above a letter in LaTeX: a transpose, an inverse, a layer's index, or an exponent.
 */
import { ClaimError } from '../ast.ts';
import type { Token } from '../token.ts';
import { grouped, isName, isSign, number, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

const prime = (at: Token): Piece => piece(at, 'sign', "'");

/** The tokens that `^{inner}` means. A dagger is left to the rule that reads it. */
export const superscript = (inner: readonly Piece[], caret: Token, at: Token): readonly Piece[] => {
  const texts = inner.map((t) => t.text).join(' ');
  if (inner.length > 0 && inner.every((t) => isSign(t, "'"))) return inner;
  if (texts === 'T') return [sign(caret, '^'), ...inner];
  if (/^-( 1)? [T']$/.test(texts))
    return [sign(caret, '^'), piece(at, 'sign', '-'), number(at, '1'), prime(at)];
  if (texts === '- 1') return [sign(caret, '^'), piece(at, 'sign', '-'), number(at, '1')];
  if (inner.length === 1 && (isName(inner[0], 'dagger') || isSign(inner[0], '+')))
    return [piece(at, 'foreign', isSign(inner[0], '+') ? '⁺' : '†')];
  if (inner.length === 0) return [];
  if (texts === '*')
    throw new ClaimError(
      'a star above a letter has several meanings',
      { start: caret.start, end: inner[0]?.end ?? at.end },
      "write A' for the transpose, adj(A) for the adjugate, or give an optimum a name of its own",
    );
  return [
    sign(caret, '^'),
    ...grouped(inner, at).map((t, i) => (i === 0 ? { ...t, spaced: false } : t)),
  ];
};
