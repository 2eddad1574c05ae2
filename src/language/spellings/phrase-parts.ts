/** What readers of sentences look for: sizes, ends of items, attributes of one or more words. */
import { attributes } from '../ast.ts';
import { isName, isSign, name, piece } from './piece.ts';
import type { Piece } from './piece.ts';
import { attributePhrases } from './type-words.ts';

export type Pieces = readonly Piece[];

export const isSize = (t: Piece | undefined): boolean => t?.kind === 'name' || t?.kind === 'number';
export const isTimes = (t: Piece | undefined): boolean =>
  isSign(t, '×') || isName(t, 'x') || isName(t, 'by');
export const endsItem = (t: Piece | undefined): boolean =>
  t === undefined || isSign(t, ';') || t.kind === 'turnstile' || t.kind === 'end';

/** How many tokens at a place say an attribute; 0 where none do. */
export const attributeLength = (tokens: Pieces, at: number): number => {
  const phrase = attributePhrases.find(({ words }) =>
    words.every((word, i) => tokens[at + i]?.text === word),
  );
  if (phrase) return phrase.words.length;
  return (attributes as readonly string[]).includes(tokens[at]?.text ?? '') ? 1 : 0;
};

/** A noun's type where no size is given. */
export const usualSize = (noun: string, at: Piece): Pieces => {
  if (noun.startsWith('matri'))
    return [name(at, 'n'), piece(at, 'sign', '×'), piece(at, 'name', 'n')];
  return [name(at, noun.startsWith('vector') ? 'n' : 'scalar')];
};
