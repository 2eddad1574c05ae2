/** `a/b c` is `(a/b) c`: it is read from left to right, and the other reading is shown too. */
import type { Claim } from './ast.ts';
import { parsePlainClaim } from './claim.ts';
import { isSign, sign, piece } from './spellings/piece.ts';
import { bracketEnd } from './spellings/operands.ts';
import { plainText } from './spellings/plain-text.ts';
import { claimText } from './text.ts';
import type { Token } from './token.ts';
import { keywords } from './names.ts';
import { ClaimError } from './ast.ts';

/** Texts longer than this get no second reading. */
const longest = 2000;

const beginsFactor = (t: Token | undefined): boolean =>
  (t?.kind === 'name' && !keywords.has(t.text) && t.text !== 'kron' && !t.opens) || isSign(t, '(');

/** The ends of the letters, with their powers and brackets, that stand one behind the other. */
const factorEnds = (tokens: readonly Token[], from: number): readonly number[] => {
  let at = from;
  const ends: number[] = [];
  for (; beginsFactor(tokens[at]) || tokens[at]?.kind === 'number'; ) {
    at = isSign(tokens[at], '(') ? bracketEnd(tokens, at) : at + 1;
    while (isSign(tokens[at], '(') && !tokens[at]?.spaced) at = bracketEnd(tokens, at);
    while (isSign(tokens[at], '[')) at = bracketEnd(tokens, at);
    while (isSign(tokens[at], "'")) at++;
    if (isSign(tokens[at], '^'))
      at = isSign(tokens[at + 1], '(') ? bracketEnd(tokens, at + 1) : at + 2;
    ends.push(at);
  }
  return ends;
};

/** Fewer factors are taken along where all of them have no meaning in a quotient, up to this many. */
const mostEnds = 4;

/** The text with brackets around what stands between the places; null where that means nothing. */
const bracketed = (tokens: readonly Token[], from: number, end: number): string | null => {
  const slash = tokens[from - 1] as Token;
  const other = [
    ...tokens.slice(0, from),
    sign(slash, '('),
    ...tokens.slice(from, end),
    piece(slash, 'sign', ')'),
    ...tokens.slice(end),
  ];
  try {
    return claimText(parsePlainClaim(plainText(other).text));
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
};

/** A note on a product after a quotient, as in `a/b c`. */
export const divisionNotes = (claim: Claim, tokens: readonly Token[]): readonly string[] => {
  if (claim.source.length > longest) return [];
  const at = tokens.findIndex((t, i) => isSign(t, '/') && factorEnds(tokens, i + 1).length > 1);
  if (at < 0) return [];
  const ends = factorEnds(tokens, at + 1)
    .slice(1)
    .reverse()
    .slice(0, mostEnds);
  for (const end of ends) {
    const text = bracketed(tokens, at + 1, end);
    if (text === null) continue;
    return text === claimText(claim)
      ? []
      : [`a quotient is read from left to right, a/b c as (a/b) c; the other reading is "${text}"`];
  }
  return [];
};
