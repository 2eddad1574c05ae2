/** `sum[i, j](e)` adds over both: `sum[i](sum[j](e))`. */
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { bracketEnd } from './operands.ts';
import { closes, isSign, name, opens, piece } from './piece.ts';
import type { Piece } from './piece.ts';

const words = /^(?:sum|prod|mean)$/;

/** What stands between the commas of a bracket; the place is that of its sign. */
const partsIn = (tokens: readonly Piece[], open: number, end: number): readonly Piece[][] => {
  const parts: Piece[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open + 1, end - 1)) {
    if (opens(token)) depth++;
    else if (closes(token)) depth--;
    if (depth === 0 && isSign(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
};

interface IndexList {
  readonly at: number;
  /** After the bracket of the indices, and after that of what is added up. */
  readonly body: number;
  readonly end: number;
  readonly parts: readonly Piece[][];
}

/** The first sum or product over more than one index: one with a single index is left as it is. */
const firstList = (tokens: readonly Piece[], context: Context): IndexList | null => {
  for (const [at, t] of tokens.entries()) {
    if (t.kind !== 'name' || !words.test(t.text) || !isSign(tokens[at + 1], '[')) continue;
    if (isOwn(context, t.text)) continue;
    const body = bracketEnd(tokens, at + 1);
    if (!isSign(tokens[body], '(')) continue;
    const parts = partsIn(tokens, at + 1, body);
    if (parts.length > 1) return { at, body, end: bracketEnd(tokens, body), parts };
  }
  return null;
};

export const readIndexLists = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const list = firstList(tokens, context);
  if (list === null) return tokens;
  const { at, body, end, parts } = list;
  const word = tokens[at] as Piece;
  const shut = tokens[end - 1] as Piece;
  return [
    ...tokens.slice(0, at),
    ...parts.flatMap((part, i) => [
      i === 0 ? word : { ...name(word, word.text), spaced: false, opens: false },
      piece(word, 'sign', '['),
      ...part.map((t, k) => (k === 0 ? { ...t, spaced: false } : t)),
      piece(word, 'sign', ']'),
      piece(word, 'sign', '('),
    ]),
    ...readIndexLists(tokens.slice(body + 1, end - 1), context),
    ...parts.map(() => piece(shut, 'sign', ')')),
    ...readIndexLists(tokens.slice(end), context),
  ];
};
