/** Equations in words: `x x' has rank 1`, `the trace of A is 1`. */
import { attributeLength, endsItem, isSize, type Pieces } from './phrase-parts.ts';
import { closes, isName, name, opens, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

const nouns: ReadonlyMap<string, string> = new Map([
  ['rank', 'rank'],
  ['trace', 'tr'],
  ['determinant', 'det'],
  ['norm', 'norm'],
]);

/** `x x' has rank 1` and `the trace of A is 1` are equations. */
export const readEquations = (tokens: Pieces): Pieces => {
  const at = tokens.findIndex(
    (t, i) =>
      (isName(t, 'has') && nouns.has(tokens[i + 1]?.text ?? '') && isSize(tokens[i + 2])) ||
      (/^[Tt]he$/.test(t.text) &&
        nouns.has(tokens[i + 1]?.text ?? '') &&
        isName(tokens[i + 2], 'of')),
  );
  const token = tokens[at];
  const word = nouns.get(tokens[at + 1]?.text ?? '');
  if (!token || word === undefined) return tokens;
  const called = (inner: Pieces, from: Piece): Pieces => [
    { ...name(from, word), opens: inner[0]?.opens ?? false, spaced: true },
    piece(from, 'sign', '('),
    ...inner.map((t, i) => (i === 0 ? { ...t, opens: false } : t)),
    piece(from, 'sign', ')'),
    { ...sign(from, '='), opens: false, spaced: true },
  ];
  if (isName(token, 'has')) {
    let start = at;
    for (let depth = 0; start > 0; start--) {
      const t = tokens[start - 1] as Piece;
      if (closes(t)) depth++;
      else if (opens(t)) depth--;
      const stops = /^(and|or|not|=>|<=>|,|\.)$/.test(t.text);
      if (depth < 0 || (depth === 0 && (endsItem(t) || stops))) break;
    }
    if (start === at) return tokens;
    return [
      ...tokens.slice(0, start),
      ...called(tokens.slice(start, at), token),
      ...readEquations(tokens.slice(at + 2)),
    ];
  }
  const is = tokens.findIndex((t, i) => i > at + 2 && (isName(t, 'is') || isName(t, 'equals')));
  if (is < 0 || attributeLength(tokens, is + 1) > 0) return tokens;
  const inner = tokens.slice(at + 3, is);
  if (inner.length === 0 || inner.some((t) => endsItem(t))) return tokens;
  return [...tokens.slice(0, at), ...called(inner, token), ...readEquations(tokens.slice(is + 1))];
};
