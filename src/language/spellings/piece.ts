/**
 * Tokens on their way from what was typed to the plain language, each with its place in the typed
 * text.
 */
import type { Token, TokenKind } from '../token.ts';

export interface Piece extends Token {
  /** Written under the name, as `i` and `j` of `A_{ij}`. */
  readonly under?: readonly string[];
  /** Stands in the type of a declaration, where signs have meanings of their own. */
  readonly typed?: true;
  /** Python's word for a function of each entry, as `np.exp`. */
  readonly entrywise?: true;
  /** The package of Python that it was typed with, as np. */
  readonly package?: string;
}

/** A token of another text at the place of this one. */
export const piece = (at: Token, kind: TokenKind, text: string): Piece => ({
  kind,
  text,
  start: at.start,
  end: at.end,
  opens: false,
  spaced: false,
});

export const name = (at: Token, text: string): Piece => ({
  ...piece(at, 'name', text),
  opens: at.opens,
  spaced: at.spaced,
});

export const sign = (at: Token, text: string): Piece => ({
  ...piece(at, 'sign', text),
  opens: at.opens,
  spaced: at.spaced,
});

export const number = (at: Token, text: string): Piece => ({
  ...piece(at, 'number', text),
  opens: at.opens,
  spaced: at.spaced,
});

export const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'sign' && token.text === text;

export const isName = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'name' && token.text === text;

export const isForeign = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'foreign' && token.text === text;

/**
 * The pieces in brackets, or bare where one letter or number stands alone: a longer name may be a
 * product.
 */
export const grouped = (inner: readonly Piece[], at: Token): readonly Piece[] => {
  const [only] = inner;
  if (
    inner.length === 1 &&
    only &&
    ((only.kind === 'name' && only.text.length === 1) || only.kind === 'number')
  )
    return [{ ...only, spaced: true }];
  return [{ ...sign(at, '('), spaced: true }, ...inner, { ...piece(at, 'sign', ')') }];
};

const opening = new Set(['(', '[']);
const closing = new Set([')', ']']);

export const opens = (token: Token | undefined): boolean =>
  token?.kind === 'sign' && opening.has(token.text);

export const closes = (token: Token | undefined): boolean =>
  token?.kind === 'sign' && closing.has(token.text);

/** For every bracket the place of its partner, if there is one. */
export const partners = (tokens: readonly Token[]): ReadonlyMap<number, number> => {
  const found = new Map<number, number>();
  const stack: number[] = [];
  tokens.forEach((token, i) => {
    if (opens(token)) stack.push(i);
    else if (closes(token)) {
      const open = stack.pop();
      if (open === undefined) return;
      found.set(open, i);
      found.set(i, open);
    }
  });
  return found;
};
