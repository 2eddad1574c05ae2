/** Sentences: `Let A be an n×n symmetric matrix. Then A = A'.` */
import { endsItem, usualSize } from './phrase-parts.ts';
import { isName, isSign, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';
import { typeNouns } from './type-words.ts';

const lets = new Set(['Let', 'let']);
const supposes = new Set([
  'Suppose',
  'suppose',
  'Assume',
  'assume',
  'Then',
  'then',
  'that',
  'If',
  'if',
  'Show',
  'Prove',
]);

/** A full stop of a sentence: not of a number, a quantifier or a method. */
const isStop = (tokens: readonly Piece[], at: number): boolean => {
  const next = tokens[at + 1];
  // `…, then` ends what is supposed, too
  if (isSign(tokens[at], ',') && isName(next, 'then')) return true;
  return (
    isSign(tokens[at], '.') &&
    (next === undefined ||
      next.kind === 'end' ||
      (next.kind === 'name' && next.spaced && (lets.has(next.text) || supposes.has(next.text))))
  );
};

/** `Let A ∈ R^{n×n} be …` has its type before the word. */
const declaresAlready = (out: readonly Piece[]): boolean => {
  const start = out.findLastIndex((t) => isSign(t, ';') || t.kind === 'turnstile');
  return out.slice(start + 1).some((t) => isName(t, 'in') || isSign(t, ':'));
};

const nouns = new Set(
  'vector vectors matrix matrices number numbers scalar scalars point points element elements'.split(
    ' ',
  ),
);

/** `A is an n by n matrix`, `x: vectors in R^n`: types in words. */
const typesInWords = (tokens: readonly Piece[]): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const [next, after] = [tokens[at + 1], tokens[at + 2]];
    const isSize = (t: Piece | undefined): boolean => t?.kind === 'name' || t?.kind === 'number';
    if (isName(token, 'by') && isSize(tokens[at - 1]) && isSize(next)) out.push(sign(token, '×'));
    else if (
      nouns.has(token.text) &&
      isName(next, 'in') &&
      (isName(after, 'R') || isName(after, 'S'))
    )
      at++;
    else if (isName(token, 'is') && /^an?$/.test(next?.text ?? '') && isSized(tokens, at + 2)) {
      out.push(sign(token, ':'));
      at++;
    } else if (isName(token, 'is') && /^an?$/.test(next?.text ?? '') && after?.kind === 'name') {
      out.push(token);
      at++;
    } else out.push(token);
  }
  return out;
};

/** The item that goes on here tells a size: `n by n`, `n × n`, or a space. */
const isSized = (tokens: readonly Piece[], from: number): boolean => {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Piece;
    if (isSign(token, ';') || token.kind === 'turnstile' || token.kind === 'end') return false;
    if (isName(token, 'by') || isName(token, 'x') || isSign(token, '×') || isName(token, 'in'))
      return true;
  }
  return false;
};

/** The place of a noun that ends an item without a size, as `orthogonal matrix`; 0 where none does. */
const unsized = (tokens: readonly Piece[], from: number): number => {
  let at = from;
  while (tokens[at]?.kind === 'name' && !typeNouns.has(tokens[at]?.text ?? '')) at++;
  const ends = endsItem(tokens[at + 1]) || isStop(tokens, at + 1) || isName(tokens[at + 1], 'with');
  return typeNouns.has(tokens[at]?.text ?? '') && ends ? at : 0;
};

export const readProse = (given: readonly Piece[]): readonly Piece[] => {
  const tokens = typesInWords(given);
  const supposed = tokens.findIndex((t) => /^(Suppose|Assume|Let)$/.test(t.text));
  const isProse =
    tokens.some(
      (t, i) => lets.has(t.text) && tokens.slice(i + 1, i + 12).some((one) => isName(one, 'be')),
    ) ||
    (supposed >= 0 && tokens.some((t, i) => i > supposed && isName(t, 'Then')));
  if (!isProse) return tokens;
  const turnstile = tokens.some((t) => t.kind === 'turnstile');
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const next = tokens[at + 1];
    if (isName(token, 'be')) {
      if (!declaresAlready(out)) out.push(sign(token, ':'));
      if (isName(next, 'a') || isName(next, 'an')) at++;
      const noun = unsized(tokens, at + 1);
      if (noun > 0) {
        const word = tokens[noun] as Piece;
        out.push(...tokens.slice(at + 1, noun), ...usualSize(word.text, word));
        at = noun;
      }
    } else if (isStop(tokens, at)) {
      const concludes = /^(Then|then|Show|Prove)$/.test(next?.text ?? '');
      if (concludes && !turnstile) out.push({ ...token, kind: 'turnstile', text: '|-' });
      else if (next && next.kind !== 'end') out.push(piece(token, 'sign', ';'));
    } else if (!(lets.has(token.text) || supposes.has(token.text))) out.push(token);
  }
  return out;
};
