/** Sentences: `Let A be an n×n symmetric matrix. Then A = A'.` */
import { isName, isSign, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

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

export const readProse = (tokens: readonly Piece[]): readonly Piece[] => {
  const isProse = tokens.some(
    (t, i) => lets.has(t.text) && tokens.slice(i + 1, i + 12).some((one) => isName(one, 'be')),
  );
  if (!isProse) return tokens;
  const turnstile = tokens.some((t) => t.kind === 'turnstile');
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const next = tokens[at + 1];
    if (isName(token, 'be')) {
      if (!declaresAlready(out)) out.push(sign(token, ':'));
      if (isName(next, 'a') || isName(next, 'an')) at++;
      // a vector in R^n
      if (tokens[at + 1]?.kind === 'name' && isName(tokens[at + 2], 'in')) at += 2;
    } else if (isStop(tokens, at)) {
      const concludes = /^(Then|then|Show|Prove)$/.test(next?.text ?? '');
      if (concludes && !turnstile) out.push({ ...token, kind: 'turnstile', text: '|-' });
      else if (next && next.kind !== 'end') out.push(piece(token, 'sign', ';'));
    } else if (!(lets.has(token.text) || supposes.has(token.text))) out.push(token);
  }
  return out;
};
