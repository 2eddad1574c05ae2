/**
 * Quantifiers as they are spoken: `for all x in R^n: P`, `P for all x in R^n`, `∀i: x_i > 0`.
 */
import type { Token } from '../token.ts';
import { closes, isName, isSign, opens, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/** The place behind the item that holds `at`: a separator, a turnstile or a new line ends it. */
const itemEnd = (tokens: readonly Piece[], at: number): number => {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i] as Piece;
    if (opens(token)) depth++;
    else if (closes(token)) depth--;
    if (depth < 0 || token.kind === 'end' || token.kind === 'turnstile') return i;
    if (depth === 0 && (isSign(token, ';') || (token.opens && i > at))) return i;
  }
  return tokens.length;
};

/** The place where the item that holds `at` begins. */
const itemStart = (tokens: readonly Piece[], at: number): number => {
  for (let i = at; i > 0; i--) {
    const before = tokens[i - 1] as Piece;
    if (isSign(before, ';') || before.kind === 'turnstile' || tokens[i]?.opens) return i;
  }
  return 0;
};

/** `x`, `x, y`: the place behind the names; `from` where there are none. */
const namesEnd = (tokens: readonly Piece[], from: number): number => {
  let at = from;
  while (tokens[at]?.kind === 'name' && !isName(tokens[at], 'in')) {
    at++;
    if (!isSign(tokens[at], ',') || tokens[at + 1]?.kind !== 'name') return at;
    at++;
  }
  return at;
};

/** The index stands under a name or in brackets. */
const isIndex = (index: string, tokens: readonly Piece[]): boolean =>
  /^[a-z]$/.test(index) &&
  tokens.some(
    (t, i) =>
      t.under?.includes(index) === true ||
      (t.kind === 'name' && new RegExp(`_([a-z]?${index}|${index}[a-z])$`).test(t.text)) ||
      (t.kind === 'name' && t.text === index && isSign(tokens[i - 1], '[')) ||
      (t.kind === 'name' && t.text === index && isSign(tokens[i + 1], ']')),
  );

const indexNames = (
  tokens: readonly Piece[],
  from: number,
  to: number,
  scope: readonly Piece[],
): boolean =>
  to > from && tokens.slice(from, to).every((t) => isSign(t, ',') || isIndex(t.text, scope));

const endsFormula = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'name' || token.kind === 'number' || closes(token)) &&
  !/^(and|or|not|forall|exists|let)$/.test(token.text);

const hasDot = (tokens: readonly Piece[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((t, i) => {
    const [before, after] = [tokens[from + i - 1], tokens[from + i + 1]];
    const python = t.start === before?.end && after?.start === t.end && after.kind === 'name';
    return isSign(t, '.') && !python;
  });

/** The comma or colon that ends `x in R^n:`; -1 where a dot does, or nothing. */
const binderEnd = (tokens: readonly Piece[], from: number, end: number): number => {
  let depth = 0;
  for (let i = from; i < end; i++) {
    if (opens(tokens[i])) depth++;
    else if (closes(tokens[i])) depth--;
    if (depth > 0 || !(isSign(tokens[i], ',') || isSign(tokens[i], ':'))) continue;
    const more = namesEnd(tokens, i + 1);
    const goesOn =
      isSign(tokens[i], ',') &&
      more > i + 1 &&
      (isSign(tokens[more], ':') || isName(tokens[more], 'in'));
    if (!goesOn) return i;
  }
  return -1;
};

/** `x in R^n` of a quantifier says what `x: R^n` says. */
const declaring = (binder: readonly Piece[]): readonly Piece[] =>
  binder.map((t, i) => (isName(t, 'in') && binder[i + 1]?.kind === 'name' ? sign(t, ':') : t));

/** A quantifier in front: its comma or colon becomes a dot, and one over free indices goes. */
const leading = (tokens: readonly Piece[], at: number): readonly Piece[] => {
  const end = itemEnd(tokens, at);
  if (hasDot(tokens, at + 1, end)) return tokens;
  const names = namesEnd(tokens, at + 1);
  if (names === at + 1) return tokens;
  const typed =
    isName(tokens[names], 'in') ||
    (isSign(tokens[names], ':') && binderEnd(tokens, names + 1, end) >= 0);
  const stop = typed ? binderEnd(tokens, names + 1, end) : names;
  const mark = tokens[stop];
  if (!mark || !(isSign(mark, ',') || isSign(mark, ':'))) return tokens;
  if (!typed) {
    if (!indexNames(tokens, at + 1, names, tokens.slice(stop, end))) return tokens;
    return [...tokens.slice(0, at), ...tokens.slice(stop + 1)];
  }
  return [
    ...tokens.slice(0, at),
    ...declaring(tokens.slice(at, stop)),
    sign(mark, '.'),
    ...tokens.slice(stop + 1),
  ];
};

/** A quantifier behind its formula goes to the front; one over free indices goes. */
const trailing = (tokens: readonly Piece[], at: number): readonly Piece[] => {
  const end = itemEnd(tokens, at);
  if (hasDot(tokens, at + 1, end)) return tokens;
  const start = itemStart(tokens, at);
  const names = namesEnd(tokens, at + 1);
  const formula = tokens.slice(start, at);
  const drop = isSign(formula.at(-1), ',') ? -1 : formula.length;
  const body = formula.slice(0, drop);
  const concluding = tokens.slice(0, at).some((t) => t.kind === 'turnstile');
  const joins = body.some((t) => isSign(t, '<=>') || isName(t, 'iff'));
  if (names === end && concluding && !joins && !body.some((t) => isName(t, 'exists')))
    return [...tokens.slice(0, start), ...body, ...tokens.slice(end)];
  if (names === end && indexNames(tokens, at + 1, names, body))
    return [...tokens.slice(0, start), ...body, ...tokens.slice(end)];
  if (!isName(tokens[names], 'in') && !isSign(tokens[names], ':')) return tokens;
  const binder = tokens.slice(at, end);
  const dot = { ...sign(tokens[end - 1] as Piece, '.'), opens: false };
  const opened = tokens[start]?.opens === true;
  return [
    ...tokens.slice(0, start),
    ...declaring(binder).map((t, i) => (i === 0 ? { ...t, opens: opened } : t)),
    dot,
    ...body.map((t, i) => (i === 0 ? { ...t, opens: false } : t)),
    ...tokens.slice(end),
  ];
};

export const readQuantifiers = (tokens: readonly Piece[]): readonly Piece[] => {
  let all = tokens;
  for (let at = 0; at < all.length; at++) {
    const token = all[at];
    if (!isName(token, 'forall') && !isName(token, 'exists')) continue;
    const before = all[at - 1];
    const behind = endsFormula(before) || (isSign(before, ',') && isName(token, 'forall'));
    all = behind && isName(token, 'forall') ? trailing(all, at) : leading(all, at);
  }
  return all;
};
