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

/** The end of the letters, with their powers and brackets, that stand one behind the other. */
const factorsEnd = (
  tokens: readonly Token[],
  from: number,
): readonly [first: number, all: number] => {
  let at = from;
  let first = 0;
  for (; beginsFactor(tokens[at]) || tokens[at]?.kind === 'number'; ) {
    at = isSign(tokens[at], '(') ? bracketEnd(tokens, at) : at + 1;
    while (isSign(tokens[at], '(') && !tokens[at]?.spaced) at = bracketEnd(tokens, at);
    while (isSign(tokens[at], '[')) at = bracketEnd(tokens, at);
    while (isSign(tokens[at], "'")) at++;
    if (isSign(tokens[at], '^'))
      at = isSign(tokens[at + 1], '(') ? bracketEnd(tokens, at + 1) : at + 2;
    if (first === 0) first = at;
  }
  return [first, at];
};

/** A note on a product after a quotient, as in `a/b c`. */
export const divisionNotes = (claim: Claim, tokens: readonly Token[]): readonly string[] => {
  if (claim.source.length > longest) return [];
  const at = tokens.findIndex((t, i) => {
    if (!isSign(t, '/')) return false;
    const [first, all] = factorsEnd(tokens, i + 1);
    return all > first && first > 0;
  });
  if (at < 0) return [];
  const [, end] = factorsEnd(tokens, at + 1);
  const slash = tokens[at] as Token;
  const other = [
    ...tokens.slice(0, at + 1),
    sign(slash, '('),
    ...tokens.slice(at + 1, end),
    piece(slash, 'sign', ')'),
    ...tokens.slice(end),
  ];
  try {
    const text = claimText(parsePlainClaim(plainText(other).text));
    return text === claimText(claim)
      ? []
      : [`a quotient is read from left to right, a/b c as (a/b) c; the other reading is "${text}"`];
  } catch (error) {
    if (error instanceof ClaimError) return [];
    throw error;
  }
};
