/**
 * What is bound in words: `exists a vector x in R^n with |x| = 1 such that P`,
 * `for all x in R^n and y in R^m, P`; and `A is psd and invertible`.
 */
import { attributeLength, endsItem, type Pieces } from './phrase-parts.ts';
import { closes, isName, isSign, name, opens, sign } from './piece.ts';
import type { Piece } from './piece.ts';
import { typeNouns } from './type-words.ts';

const isBinder = (t: Piece | undefined): boolean => isName(t, 'forall') || isName(t, 'exists');
const isNoun = (t: Piece | undefined): boolean =>
  t?.kind === 'name' && (typeNouns.has(t.text) || /^(scalar|number|point)s?$/.test(t.text));

/** How many words stand before the name, as in `a unit vector x`: articles and nouns alone. */
const wordsBefore = (tokens: Pieces, at: number): number => {
  const article = /^(a|an|some|any)$/.test(tokens[at]?.text ?? '') ? 1 : 0;
  const noun = isNoun(tokens[at + article]) ? 1 : 0;
  return tokens[at + article + noun]?.kind === 'name' && noun > 0 ? article + noun : 0;
};

/** A name that is bound begins here: `y in`, `y:`. */
const bindsAt = (tokens: Pieces, at: number): boolean =>
  tokens[at]?.kind === 'name' && (isName(tokens[at + 1], 'in') || isSign(tokens[at + 1], ':'));

/** The pieces from a binder to the end of its item. */
const readBound = (tokens: Pieces): Pieces => {
  const [binder] = tokens as readonly [Piece];
  const out: Piece[] = [binder];
  let [depth, condition] = [0, false];
  let at = 1 + wordsBefore(tokens, 1);
  for (; at < tokens.length; at++) {
    const t = tokens[at] as Piece;
    if (opens(t)) depth++;
    else if (closes(t)) depth--;
    const more = isName(t, 'and') && depth === 0 && !condition;
    const skipped = more ? wordsBefore(tokens, at + 1) : 0;
    const again = more && /^(all|every|each|any)$/.test(tokens[at + 1]?.text ?? '') ? 1 : 0;
    if (more && bindsAt(tokens, at + 1 + skipped + again)) {
      out.push(sign(t, ','));
      at += skipped + again;
    } else if (isName(t, 'with') && depth === 0 && !condition) {
      condition = true;
      out.push({ ...sign(t, '.'), spaced: false });
    } else if (depth === 0 && (isSign(t, '.') || isSign(t, ',') || isSign(t, ':'))) {
      const ends = condition || isSign(t, '.') || !bindsAt(tokens, at + 1);
      const joins = isName(binder, 'exists') ? name(t, 'and') : sign(t, '=>');
      if (isSign(t, ':') && !condition && bindsAt(tokens, at - 1)) out.push(t);
      else if (condition) out.push({ ...joins, spaced: true });
      else out.push(t);
      if (ends && !isSign(t, ':')) return [...out, ...tokens.slice(at + 1)];
    } else out.push(t);
  }
  return out;
};

/** Where the expression begins that ends before a place. */
const subjectStart = (tokens: Pieces, end: number): number => {
  let [start, depth] = [end, 0];
  while (start > 0) {
    const before = tokens[start - 1] as Piece;
    if (endsItem(before) || (depth === 0 && tokens[start]?.opens)) break;
    if (closes(before)) depth++;
    else if (opens(before) && --depth < 0) break;
    else if (depth === 0 && /^(=>|<=>|and|or|not|implies|iff|if|then|,|\.|:)$/.test(before.text))
      break;
    start--;
  }
  return start;
};

/** `A is psd and invertible` says both of A. */
const bothOf = (tokens: Pieces): Pieces =>
  tokens.flatMap((t, at): Pieces => {
    if (!isName(t, 'and') || attributeLength(tokens, at + 1) === 0) return [t];
    let is = at - 1;
    while (is > 0 && !isName(tokens[is], 'is') && at - is < 5) is--;
    const subject = tokens.slice(subjectStart(tokens, is), is);
    let said = is + 1;
    while (said < at && attributeLength(tokens, said) > 0) said += attributeLength(tokens, said);
    const ends = tokens[at + 1 + attributeLength(tokens, at + 1)];
    const follows =
      endsItem(ends) || /^(=>|<=>|and|or|iff|implies|then|\)|,)$/.test(ends?.text ?? '');
    return isName(tokens[is], 'is') && subject.length > 0 && said === at && follows
      ? [t, ...subject.map((one) => ({ ...one, opens: false })), tokens[is] as Piece]
      : [t];
  });

export const readBinderWords = (given: Pieces): Pieces => {
  const tokens = bothOf(given);
  const at = tokens.findIndex(
    (t, i) =>
      isBinder(t) &&
      (wordsBefore(tokens, i + 1) > 0 ||
        tokens.slice(i + 1).some((one) => isName(one, 'with') || isName(one, 'and'))),
  );
  if (at < 0) return tokens;
  let end = at;
  while (!endsItem(tokens[end]) && !(tokens[end]?.opens && end > at)) end++;
  const read = readBound(tokens.slice(at, end));
  return [...tokens.slice(0, at), ...read, ...tokens.slice(end)];
};
