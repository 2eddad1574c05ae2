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

export const readIndexLists = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const at = tokens.findIndex(
    (t, i) =>
      t.kind === 'name' &&
      words.test(t.text) &&
      isSign(tokens[i + 1], '[') &&
      !isOwn(context, t.text),
  );
  if (at < 0) return tokens;
  const word = tokens[at] as Piece;
  const body = bracketEnd(tokens, at + 1);
  const parts = partsIn(tokens, at + 1, body);
  const end = isSign(tokens[body], '(') ? bracketEnd(tokens, body) : body;
  const rest = readIndexLists(tokens.slice(end), context);
  if (parts.length < 2 || end === body)
    return [...tokens.slice(0, body), ...readIndexLists(tokens.slice(body), context)];
  const inner = readIndexLists(tokens.slice(body + 1, end - 1), context);
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
    ...inner,
    ...parts.map(() => piece(shut, 'sign', ')')),
    ...rest,
  ];
};
