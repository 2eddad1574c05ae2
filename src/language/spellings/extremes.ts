/** The largest and the smallest of entries: `max_i x_i` is `max(x)`, `max_i |x_i|` is `max(abs(x))`. */
import { ClaimError } from '../ast.ts';
import type { Token } from '../token.ts';
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { factorEnd } from './operands.ts';
import { closes, isSign, name, opens, piece } from './piece.ts';
import type { Piece } from './piece.ts';

/** `max_i`: the word and the letters under it; null for anything else. */
const scripted = (token: Piece | undefined, context: Context): readonly [string, string] | null => {
  if (token?.kind !== 'name' || isOwn(context, token.text)) return null;
  if (/^(max|min)$/.test(token.text) && token.under) return [token.text, token.under.join('')];
  const [, word = '', under = ''] = /^(max|min)_([a-z]{1,2})$/.exec(token.text) ?? [];
  return word === '' ? null : [word, under];
};

/** The name without the letters under it; null where others stand there. */
const bare = (token: Piece, letters: string): Piece | null => {
  if (token.kind !== 'name') return null;
  if (token.under) return token.under.join('') === letters ? name(token, token.text) : null;
  const end = `_${letters}`;
  return token.text.endsWith(end) && token.text.length > end.length
    ? name(token, token.text.slice(0, -end.length))
    : null;
};

const isPlace = (tokens: readonly Piece[], letters: string): boolean =>
  tokens.map((t) => t.text).join('') === `[${[...letters].join(',')}]`;

/** What has the entries that the term names one by one; null where it is anything else. */
const whole = (term: readonly Piece[], letters: string): readonly Piece[] | null => {
  const [first, ...rest] = term;
  const last = term.at(-1);
  if (!first || !last) return null;
  const alone = bare(first, letters);
  if (alone && (rest.length === 0 || isSign(rest[0], '('))) return [alone, ...rest];
  const open = term.findLastIndex((t) => isSign(t, '['));
  if (open > 0 && isPlace(term.slice(open), letters)) return term.slice(0, open);
  if (last.text === `_${letters}` && closes(term.at(-2))) return term.slice(0, -1);
  return null;
};

const isBar = (token: Token | undefined): boolean => isSign(token, '|');

/** Bars around the whole term. */
const unbarred = (term: readonly Piece[]): readonly Piece[] | null =>
  term.length > 2 && isBar(term[0]) && isBar(term.at(-1)) && !term.slice(1, -1).some(isBar)
    ? term.slice(1, -1)
    : null;

/** The place behind the operand, a script behind its bracket included. */
const operandEnd = (tokens: readonly Piece[], from: number, context: Context): number => {
  const end = factorEnd(tokens, from, context);
  const next = tokens[end];
  return next?.kind === 'name' && next.text.startsWith('_') && !next.spaced ? end + 1 : end;
};

const called = (word: Token, fn: string, inner: readonly Piece[]): readonly Piece[] => [
  name(word, fn),
  piece(word, 'sign', '('),
  ...inner.map((t, i) => (i === 0 ? { ...t, opens: false } : t)),
  piece(inner.at(-1) as Token, 'sign', ')'),
];

export const readExtremes = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const at = tokens.findIndex((t) => scripted(t, context) !== null);
  if (at < 0) return tokens;
  const token = tokens[at] as Piece;
  const [word, letters] = scripted(token, context) as readonly [string, string];
  const open = isSign(tokens[at + 1], '(');
  const end = operandEnd(tokens, at + 1, context);
  const all = tokens.slice(at + 1, end);
  const term = open && whole(all, letters) === null && opens(all[0]) ? all.slice(1, -1) : all;
  const size = unbarred(term);
  const of = whole(size ?? term, letters);
  if (of === null)
    throw new ClaimError(
      `${word} over ${letters} is read of entries only, as in ${word}_${letters} x_${letters}`,
      token,
      `write ${word}(v) of the vector of what is compared, or say it: forall i in 1..n. v[i] <= c`,
    );
  const vector = letters.length === 2 ? called(token, 'vec', of) : of;
  const spectral = /^(lambda|sigma)$/.test(of[0]?.text ?? '') && !size && isSign(of[1], '(');
  const read = spectral
    ? [name(token, `${of[0]?.text}_${word}`), ...of.slice(1)]
    : called(token, word, size ? called(token, 'abs', vector) : vector);
  return [
    ...tokens.slice(0, at),
    ...read.map((t, i) => (i === 0 ? { ...t, spaced: true, opens: token.opens } : t)),
    ...readExtremes(tokens.slice(end), context),
  ];
};
