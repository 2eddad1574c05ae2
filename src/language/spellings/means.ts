/** Means without square brackets: `E(x)`, `E‖x‖²`, `E x'x`, where E is not a name of the text. */
import type { Context } from './context.ts';
import { bracketEnd, factorEnd, startsOperand, termEnd } from './operands.ts';
import { isSign, name, piece } from './piece.ts';
import type { Piece } from './piece.ts';

/** `E[inner]`. */
const mean = (word: Piece, inner: readonly Piece[]): readonly Piece[] => [
  name(word, 'E'),
  piece(word, 'sign', '['),
  ...inner,
  piece(inner.at(-1) ?? word, 'sign', ']'),
];

const shown = (tokens: readonly Piece[]): string => tokens.map((t) => t.text).join(' ');

/** Where the factor at `from` ends without its powers. */
const baseEnd = (tokens: readonly Piece[], from: number, end: number): number => {
  let depth = 0;
  for (let i = from; i < end; i++) {
    if (isSign(tokens[i], '(') || isSign(tokens[i], '[')) depth++;
    else if (isSign(tokens[i], ')') || isSign(tokens[i], ']')) depth--;
    else if (depth === 0 && i > from && isSign(tokens[i], '^')) return i;
  }
  return end;
};

/** The places where the operand of a bare E may end, each another reading. */
const ends = (tokens: readonly Piece[], from: number, context: Context): readonly number[] => {
  const factor = factorEnd(tokens, from, context);
  const term = termEnd(tokens, from);
  return [...new Set([Math.max(factor, term), factor, baseEnd(tokens, from, factor)])];
};

/** `Ex` of a random x. */
const runOn = (token: Piece, { names }: Context): readonly Piece[] => {
  const rest = token.kind === 'name' && token.text.startsWith('E') ? token.text.slice(1) : '';
  if (!names.random.has(rest) || names.kinds.has(token.text)) return [token];
  return [
    name(token, 'E'),
    piece(token, 'sign', '['),
    name(token, rest),
    piece(token, 'sign', ']'),
  ];
};

export const readMeans = (given: readonly Piece[], context: Context): readonly Piece[] => {
  const { names } = context;
  if (names.kinds.has('E') || names.dims.has('E')) return given;
  const tokens = given.flatMap((token) => runOn(token, context));
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const word = tokens[at] as Piece;
    const next = tokens[at + 1];
    const bare = word.kind === 'name' && word.text === 'E' && !word.typed && startsOperand(next);
    if (!bare || next === undefined) {
      out.push(word);
      at++;
      continue;
    }
    if (isSign(next, '(') && !(next.spaced && isSign(tokens[bracketEnd(tokens, at + 1)], '^'))) {
      const end = bracketEnd(tokens, at + 1);
      out.push(...mean(word, readMeans(tokens.slice(at + 2, end - 1), context)));
      at = end;
      continue;
    }
    const places = ends(tokens, at + 1, context);
    const way =
      places.length === 1
        ? 0
        : context.choices.pick(
            `mean@${word.start}`,
            word,
            places.map((end) => `the mean of ${shown(tokens.slice(at + 1, end))}`),
          );
    const end = places[way] as number;
    out.push(...mean(word, readMeans(tokens.slice(at + 1, end), context)));
    at = end;
  }
  return out;
};
