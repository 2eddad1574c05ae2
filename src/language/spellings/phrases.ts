/** Logic in words: `for all`, `there exists`, `such that`, `if and only if`, `implies`. */
import type { Token } from '../token.ts';
import { isName, isSign, name, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/** Longest first. */
const phrases: readonly (readonly [words: string, ours: string])[] = [
  ['if and only if', '<=>'],
  ['only if', '=>'],
  ['for all', 'forall'],
  ['for every', 'forall'],
  ['for each', 'forall'],
  ['for any', 'forall'],
  ['there exists', 'exists'],
  ['there is', 'exists'],
  ['such that', '.'],
  ['implies', '=>'],
  ['iff', '<=>'],
  ['equals', '='],
];

const byFirstWord = new Map<
  string,
  readonly (readonly [words: readonly string[], ours: string])[]
>();
for (const [text, ours] of phrases) {
  const words = text.split(' ');
  const [first = ''] = words;
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), [words, ours]]);
}

/** `such that` follows the names that exist. */
const binds = (before: readonly Token[]): boolean => {
  for (let i = before.length - 1; i >= 0; i--) {
    if (isName(before[i], 'exists') || isName(before[i], 'there')) return true;
    if (isSign(before[i], '.') || isSign(before[i], ';')) return false;
  }
  return false;
};

/** The phrase that begins at `at` as one token, and how many it takes; null where there is none. */
export const phraseAt = (
  tokens: readonly Piece[],
  at: number,
  before: readonly Token[],
): { readonly count: number; readonly token: Piece } | null => {
  // a sentence begins with a capital
  const first = (tokens[at]?.text ?? '').replace(/^(For|There|If)$/, (word) => word.toLowerCase());
  for (const [all, ours] of byFirstWord.get(first) ?? []) {
    if (!all.every((word, i) => i === 0 || isName(tokens[at + i], word))) continue;
    if (first !== tokens[at]?.text && all.length === 1) continue;
    if (ours === '.' && !binds(before)) continue;
    const from = tokens[at] as Piece;
    const end = (tokens[at + all.length - 1] as Piece).end;
    const token = /^[a-z]+$/.test(ours) ? name(from, ours) : sign(from, ours);
    return { count: all.length, token: { ...token, end } };
  }
  return null;
};

/** `Let A: …` and `Let x ∈ R` say what the declaration says alone. */
const opensLet = (tokens: readonly Token[], at: number): boolean => {
  const [word, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return (
    (isName(word, 'Let') || isName(word, 'Given')) &&
    next?.kind === 'name' &&
    (isSign(after, ':') || isSign(after, ',') || isName(after, 'in'))
  );
};

/** Phrases of several words that bind: they are read before declarations are looked for. */
export const readBinders = (tokens: readonly Piece[]): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (opensLet(tokens, at)) continue;
    const whole = phraseAt(tokens, at, out);
    // `for all and` is a name list; `if and only if` is one phrase
    const phrase = isName(tokens[at + 1], 'and') && whole?.count !== 4 ? null : whole;
    if (phrase === null || phrase.count === 1) out.push(tokens[at] as Piece);
    else {
      out.push(phrase.token);
      at += phrase.count - 1;
    }
  }
  return out;
};
