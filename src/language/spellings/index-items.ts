/** `i in 1..m` among what is given is a quantifier of the conclusion, where nothing else names i. */
import { endsItem } from './phrase-parts.ts';
import { isName, isSign, name, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/** The place behind `i in 1..m` as an item of its own; -1 where none begins there. */
const itemEnd = (tokens: readonly Piece[], at: number): number => {
  const starts = at === 0 || endsItem(tokens[at - 1]) || tokens[at]?.opens === true;
  if (!starts || tokens[at]?.kind !== 'name' || !isName(tokens[at + 1], 'in')) return -1;
  return isSign(tokens[at + 3], '..') && endsItem(tokens[at + 5]) ? at + 5 : -1;
};

export const readIndexItems = (tokens: readonly Piece[]): readonly Piece[] => {
  const turnstile = tokens.findIndex((t) => t.kind === 'turnstile');
  const at = tokens.findIndex((_, i) => i < turnstile && itemEnd(tokens, i) > 0);
  if (at < 0) return tokens;
  const end = itemEnd(tokens, at);
  const index = tokens[at] as Piece;
  const isUsed = (t: Piece): boolean =>
    t.text === index.text || t.under?.includes(index.text) === true;
  if ([...tokens.slice(0, at), ...tokens.slice(end, turnstile)].some(isUsed)) return tokens;
  // the separator goes with the item
  const next = end < turnstile ? end + 1 : end;
  const before = end < turnstile || !isSign(tokens[at - 1], ';') ? at : at - 1;
  const range = tokens.slice(at, end).map((t) => ({ ...t, opens: false }));
  return readIndexItems([
    ...tokens.slice(0, before),
    ...tokens.slice(next, turnstile + 1),
    { ...name(index, 'forall'), spaced: true, opens: false },
    ...range,
    sign(index, '.'),
    ...tokens.slice(turnstile + 1),
  ]);
};
