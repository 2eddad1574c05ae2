/**
 * Claims in words: `If A is symmetric, then …`, `for every invertible n×n matrix A, …`,
 * `A: n×n such that …`, `A is n×n`, `x x' has rank 1`, `the trace of A is 1`.
 */
import { relationSigns } from '../token.ts';
import { bracketEnd } from './operands.ts';
import { readEquations } from './equations-in-words.ts';
import {
  attributeLength,
  endsItem,
  isSize,
  isTimes,
  type Pieces,
  usualSize,
} from './phrase-parts.ts';
import { isName, isSign, name, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';
import { typeNouns } from './type-words.ts';

const attributesEnd = (tokens: Pieces, from: number): number => {
  let at = from;
  for (let more = attributeLength(tokens, at); more > 0; more = attributeLength(tokens, at))
    at += more + (isSign(tokens[at + more], ',') && attributeLength(tokens, at + more + 1) ? 1 : 0);
  return at;
};

/** The place behind `m×n` or `m by n`; `from` where no size stands there. */
const sizeEnd = (tokens: Pieces, from: number): number =>
  isSize(tokens[from]) && isTimes(tokens[from + 1]) && isSize(tokens[from + 2]) ? from + 3 : from;

/** The names in `A`, `A, B` and `A and B`, with the place behind them. */
const namesAt = (tokens: Pieces, from: number): readonly [Pieces, number] => {
  const found: Piece[] = [];
  let at = from;
  while (tokens[at]?.kind === 'name') {
    found.push(tokens[at++] as Piece);
    const joins = isSign(tokens[at], ',') || isName(tokens[at], 'and');
    if (!joins || tokens[at + 1]?.kind !== 'name') break;
    const next = tokens[at + 2];
    const goesOn =
      endsItem(next) ||
      [',', ':', 'and', 'are', 'is', 'in', '.'].includes(next?.text ?? '') ||
      (next?.kind === 'sign' && relationSigns.has(next.text));
    if (!goesOn) break;
    at++;
  }
  return [found, at];
};

/** `A and B are symmetric` says it of each. */
const eachOf = (tokens: Pieces): Pieces => {
  const are = tokens.findIndex((t) => isName(t, 'are') || isName(t, 'both'));
  if (are < 0) return tokens;
  let start = are;
  while (start > 0 && (tokens[start - 1]?.kind === 'name' || isSign(tokens[start - 1], ','))) {
    if (
      /^([Ii]f|[Ll]et|[Aa]ssume|[Ss]uppose|[Tt]hat|and|then)$/.test(tokens[start - 1]?.text ?? '')
    ) {
      if (!isName(tokens[start - 1], 'and')) break;
    }
    start--;
  }
  const [names, end] = namesAt(tokens, start);
  const from = isName(tokens[are + 1], 'both') ? are + 2 : are + 1;
  const stop = attributesEnd(tokens, from);
  if (end !== are || names.length < 2 || stop === from) return tokens;
  const said = tokens.slice(from, stop);
  const all = names.flatMap((one, i) => [
    ...(i === 0 ? [] : [{ ...name(one, 'and'), spaced: true, opens: false }]),
    one,
    { ...name(tokens[are] as Piece, 'is'), spaced: true },
    ...said,
  ]);
  return [...tokens.slice(0, start), ...all, ...eachOf(tokens.slice(stop))];
};

/** `If P, then Q` is P ⟹ Q. */
const conditional = (tokens: Pieces): Pieces => {
  const at = tokens.findIndex((t) => /^[Ii]f$/.test(t.text) && t.kind === 'name');
  const before = tokens[at - 1];
  if (at < 0 || !(at === 0 || endsItem(before) || isSign(before, '.'))) return tokens;
  const then = tokens.findIndex((t, i) => i > at && isName(t, 'then'));
  if (then < 0) return tokens;
  const cut = isSign(tokens[then - 1], ',') ? then - 1 : then;
  const first = tokens[at + 1] as Piece;
  return [
    ...tokens.slice(0, at),
    { ...first, opens: tokens[at]?.opens ?? false },
    ...tokens.slice(at + 2, cut),
    { ...sign(tokens[then] as Piece, '=>'), spaced: true },
    ...tokens.slice(then + 1),
  ];
};

/** `P if Q` and `P for c > 0` say Q ⟹ P. */
const conditionBehind = (tokens: Pieces): Pieces => {
  const turnstile = tokens.findIndex((t) => t.kind === 'turnstile');
  const at = tokens.findIndex(
    (t, i) =>
      i > Math.max(turnstile, 0) &&
      ((/^(if|when|whenever)$/.test(t.text) && !isName(tokens[i - 1], 'only')) ||
        (isName(t, 'for') && comparesAt(tokens, i + 1)) ||
        ((isName(t, 'for') || isName(t, 'forall')) && saidOfNames(tokens, i + 1) !== null)) &&
      !endsItem(tokens[i - 1]),
  );
  if (at < 0 || isName(tokens[at + 1], 'and')) return tokens;
  let start = at;
  while (start > 0 && !endsItem(tokens[start - 1])) start--;
  // what a quantifier binds may stand in the condition
  if (tokens.slice(start, at).some((t) => isName(t, 'forall') || isName(t, 'exists')))
    return tokens;
  let end = at;
  while (!endsItem(tokens[end])) end++;
  const first = tokens[start] as Piece;
  const condition = saidOfNames(tokens, at + 1) ?? tokens.slice(at + 1, end);
  const cut = isSign(tokens[at - 1], ',') ? at - 1 : at;
  return [
    ...tokens.slice(0, start),
    ...condition.map((t, i) => (i === 0 ? { ...t, opens: first.opens } : t)),
    { ...sign(tokens[at] as Piece, '=>'), spaced: true, opens: false },
    ...tokens.slice(start, cut).map((t) => ({ ...t, opens: false })),
    ...tokens.slice(end),
  ];
};

/** `symmetric A`, `A psd`, `any psd matrices A, B` up to the end of the item, for each name. */
const saidOfNames = (tokens: Pieces, from: number): Pieces | null => {
  const first = /^(any|every|each|all)$/.test(tokens[from]?.text ?? '') ? from + 1 : from;
  const before = attributesEnd(tokens, first);
  const [names, end] = namesAt(
    tokens,
    typeNouns.has(tokens[before]?.text ?? '') ? before + 1 : before,
  );
  const behind = attributesEnd(tokens, end);
  const said = [...tokens.slice(first, before), ...tokens.slice(end, behind)];
  if (names.length === 0 || said.length === 0 || !endsItem(tokens[behind])) return null;
  return names.flatMap((one, i) => [
    ...(i === 0 ? [] : [{ ...name(one, 'and'), spaced: true, opens: false }]),
    { ...one, spaced: true, opens: false },
    { ...name(one, 'is'), spaced: true, opens: false },
    ...said.map((t) => ({ ...t, spaced: true, opens: false })),
  ]);
};

/** `c > 0`, `a, b >= 0` at a place. */
const comparesAt = (tokens: Pieces, from: number): boolean => {
  const [names, end] = namesAt(tokens, from);
  const relation = tokens[end];
  return names.length > 0 && relation?.kind === 'sign' && relationSigns.has(relation.text);
};

/** `For x ~ N(0, I), P` and `P, x ~ N(0, 1)` tell the law first. */
const lawFirst = (tokens: Pieces): Pieces => {
  const at = tokens.findIndex((t, i) => t.kind === 'name' && isSign(tokens[i + 1], '~'));
  const turnstile = tokens.findIndex((t) => t.kind === 'turnstile');
  if (at < 0 || turnstile >= 0) return tokens;
  const mark = { ...(tokens[at] as Piece), kind: 'turnstile' as const, text: '|-', spaced: true };
  if (at === 1 && /^[Ff]or$/.test(tokens[0]?.text ?? '')) {
    const end = bracketEnd(tokens, 4);
    return isSign(tokens[end], ',')
      ? [...tokens.slice(1, end), mark, ...tokens.slice(end + 1)]
      : tokens;
  }
  const says = /^(for|where|with|when|if)$/.test(tokens[at - 1]?.text ?? '') ? at - 1 : at;
  const cut = isSign(tokens[says - 1], ',') ? says - 1 : says;
  if (cut === at || cut <= 0) return tokens;
  const end = tokens.findIndex((t, i) => i > at && endsItem(t));
  const law = tokens.slice(at, end).map((t) => ({ ...t, opens: false }));
  return [...law, mark, ...tokens.slice(0, cut), ...tokens.slice(end)];
};

/** `for every invertible n×n matrix A, P` at the start is a declaration and a conclusion. */
const declaring = (all: Pieces): Pieces => {
  const start = all.findIndex(
    (t, i) =>
      (i === 0 || isSign(all[i - 1], ';')) &&
      (isName(t, 'forall') || /^([Ff]or|[Ee]very|[Aa]ny|[Ee]ach)$/.test(t.text)),
  );
  if (start < 0 || all.slice(0, start).some((t) => t.kind === 'turnstile')) return all;
  return [...all.slice(0, start), ...declaringAll(all.slice(start))];
};

const declaringAll = (tokens: Pieces): Pieces => {
  const [first, second] = tokens;
  const isFor = /^(for|For)$/.test(first?.text ?? '');
  const every = /^(all|every|any|each)$/.test(second?.text ?? '');
  const said = isFor && attributeLength(tokens, 1) > 0;
  const alone = /^([Ee]very|[Aa]ny|[Ee]ach)$/.test(first?.text ?? '');
  const says = isName(first, 'forall') || said || alone ? 1 : isFor && every ? 2 : 0;
  if (says === 0) return tokens;
  let at = attributesEnd(tokens, says);
  const before = tokens.slice(says, at);
  const sized = sizeEnd(tokens, at);
  const size = tokens.slice(at, sized);
  at = attributesEnd(tokens, sized);
  const after = tokens.slice(sized, at);
  const noun = tokens[at];
  const named = noun?.kind === 'name' && !typeNouns.has(noun.text) && before.length > 0;
  if (!noun || !(named || typeNouns.has(noun.text))) return tokens;
  const kind = named ? (/^[A-Z]/.test(noun.text) ? 'matrix' : 'vector') : noun.text;
  const [names, end] = namesAt(tokens, named ? at : at + 1);
  const mark = tokens[end];
  const ends = isSign(mark, ',') || isSign(mark, ':') || isName(mark, 'satisfies');
  if (names.length === 0 || !ends) return tokens;
  const type = [...(size.length > 0 ? size : usualSize(kind, noun)), ...before, ...after];
  const hasTurnstile = tokens.some((t) => t.kind === 'turnstile');
  const [head, ...more] = names.flatMap((one, i) =>
    i === 0 ? [one] : [piece(one, 'sign', ','), one],
  );
  return [
    { ...(head as Piece), opens: first?.opens ?? false },
    ...more,
    sign(mark as Piece, ':'),
    ...type.map((t) => ({ ...t, spaced: true, opens: false })),
    hasTurnstile
      ? piece(mark as Piece, 'sign', ';')
      : { ...(mark as Piece), kind: 'turnstile' as const, text: '|-', spaced: true },
    ...tokens.slice(end + 1),
  ];
};

/** `A: n×n such that P` and `A: m×n with m < n` are a declaration and a hypothesis. */
const withConditions = (tokens: Pieces): Pieces =>
  tokens.flatMap((t, at): Pieces => {
    const that = isName(t, 'such') && isName(tokens[at + 1], 'that');
    if (!that && !isName(t, 'with') && !isName(t, 'satisfying')) {
      return isName(t, 'that') && isName(tokens[at - 1], 'such') && isCondition(tokens, at - 1)
        ? []
        : [t];
    }
    if (isCondition(tokens, at)) return [piece(t, 'sign', ';')];
    // `with orthonormal columns` says what an attribute says
    return attributeLength(tokens, at + 1) > 0 && tokens[at + 2]?.text !== '(' ? [] : [t];
  });

/** A declaration stands before it in the item, and a relation behind it. */
const isCondition = (tokens: Pieces, at: number): boolean => {
  let start = at;
  while (start > 0 && !endsItem(tokens[start - 1]) && !tokens[start]?.opens) start--;
  const before = tokens.slice(start, at);
  const declares = before.some((t) => isSign(t, ':') || isName(t, 'in') || isName(t, 'be'));
  const binds = before.some((t) => /^(exists|forall|all|every|each|any|[Tt]here)$/.test(t.text));
  if (!declares || binds) return false;
  for (let i = at + 1; !endsItem(tokens[i]) && !tokens[i]?.opens; i++) {
    const t = tokens[i] as Piece;
    if (isSign(t, '~') || isName(t, 'iid') || isName(t, 'entries')) return false;
    if (t.kind === 'sign' && relationSigns.has(t.text)) return true;
  }
  return false;
};

/** `A is m×n`, `A symmetric n×n` and `symmetric A: n×n` declare A. */
const typed = (tokens: Pieces): Pieces => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const starts = out.length === 0 || endsItem(out.at(-1)) || token.opens;
    const stop = starts ? attributesEnd(tokens, at) : at;
    if (stop > at && tokens[stop]?.kind === 'name' && isSign(tokens[stop + 1], ':')) {
      out.push({ ...(tokens[stop] as Piece), opens: token.opens }, tokens[stop + 1] as Piece);
      out.push(...tokens.slice(at, stop).map((t) => ({ ...t, spaced: true, opens: false })));
      at = stop + 1;
      continue;
    }
    out.push(token);
    if (!starts || token.kind !== 'name') continue;
    const from = isName(tokens[at + 1], 'is') ? at + 2 : at + 1;
    const size = attributesEnd(tokens, from);
    const end = sizeEnd(tokens, size);
    const isSaid = end > size && (from === at + 2 || size > from);
    if (!isSaid || !(endsItem(tokens[end]) || isSign(tokens[end], ',') || tokens[end]?.opens))
      continue;
    out.push(sign(tokens[from] as Piece, ':'));
    at = from - 1;
  }
  return out;
};

/** `Show that P` says P. */
const withoutTask = (tokens: Pieces): Pieces => {
  const at = tokens.findIndex(
    (t, i) => /^(show|prove)$/i.test(t.text) && isName(tokens[i + 1], 'that'),
  );
  const before = tokens[at - 1];
  if (at < 0 || !(at === 0 || endsItem(before) || isSign(before, '.') || isSign(before, ',')))
    return tokens;
  const next = tokens[at + 2] as Piece;
  const rest = [{ ...next, opens: tokens[at]?.opens ?? false }, ...tokens.slice(at + 3)];
  if (at === 0 || tokens.some((t) => t.kind === 'turnstile'))
    return [...tokens.slice(0, at), ...rest];
  const mark = { ...(tokens[at] as Piece), kind: 'turnstile' as const, text: '|-', spaced: true };
  return [...tokens.slice(isName(tokens[0], 'Given') ? 1 : 0, at - 1), mark, ...rest];
};

export const readSentences = (given: Pieces): Pieces => {
  const tokens = withoutTask(given);
  return readEquations(
    typed(withConditions(declaring(conditionBehind(conditional(eachOf(lawFirst(tokens))))))),
  );
};
