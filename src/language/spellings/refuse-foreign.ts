/** A sign that no rule has read has no meaning: it is refused with what to write instead. */
import { ClaimError } from '../ast.ts';
import { unreadCommands } from './latex-words.ts';
import { foreign, unread, unreadSigns } from '../token.ts';
import type { Token } from '../token.ts';

const spelled = (character: string): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}” (U+${code})` : `U+${code}`;
};

const pair = (from: string, to: string): readonly (readonly [string, string])[] =>
  [...from].map((letter, i) => [letter, [...to][i] as string] as const);

/** Letters of other alphabets that look like ours. */
export const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...pair('АВЕКМНОРСТХаеорсух', 'ABEKMHOPCTXaeopcyx'),
  ...pair('ΑΒΕΖΗΙΚΜΝΟΡΤΧ', 'ABEZHIKMNOPTX'),
]);

export const refuseForeign = (tokens: readonly Token[]): void => {
  const token = tokens.find((t) => t.kind === 'foreign');
  if (token === undefined) return;
  const { text } = token;
  const letter = lookAlikes.get(text);
  if (letter !== undefined)
    throw new ClaimError(
      `the character ${spelled(text)} only looks like the letter ${letter}`,
      token,
      `write ${letter}`,
    );
  const what = unreadSigns.get(text) ?? unreadCommands.get(text)?.[0];
  if (what !== undefined) throw new ClaimError(`${what} are not read`, token, unread.get(what));
  if (text.startsWith('\\') && text.length > 1)
    throw new ClaimError(`${text} has no meaning at this place`, token, foreign.get(text) ?? null);
  const instead = foreign.get(text);
  throw new ClaimError(
    `the character ${spelled(text)} has no meaning in a claim`,
    token,
    instead === undefined ? null : `write ${instead}`,
  );
};
