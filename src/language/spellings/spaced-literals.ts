/** `[1 2; 3 4]`: numbers between spaces are the entries of a row, as in MATLAB and Julia. */
import { isSign, partners, piece, type Piece } from './piece.ts';

/** Does the token begin an entry: a number, or the minus of one that touches it? */
const begins = (tokens: readonly Piece[], at: number): boolean => {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind === 'number')
    return !isSign(tokens[at - 1], '-') || tokens[at - 1]?.end !== token.start;
  return isSign(token, '-') && next?.kind === 'number' && next.start === token?.end;
};

/** Are there numbers, minuses and semicolons alone, two numbers of them side by side? */
const isSpaced = (inside: readonly Piece[]): boolean =>
  inside.every((t) => t.kind === 'number' || isSign(t, ';') || isSign(t, '-')) &&
  inside.some((t, i) => t.kind === 'number' && inside[i + 1]?.kind === 'number');

/** Puts the commas that such rows leave out. */
export const readSpacedLiterals = (tokens: readonly Piece[]): readonly Piece[] => {
  const partner = partners(tokens);
  const commas = new Set<number>();
  tokens.forEach((token, open) => {
    const close = partner.get(open);
    if (!isSign(token, '[') || close === undefined || close < open) return;
    if (!isSpaced(tokens.slice(open + 1, close))) return;
    for (let at = open + 2; at < close; at++)
      if (begins(tokens, at) && tokens[at - 1]?.kind === 'number') commas.add(at);
  });
  if (commas.size === 0) return tokens;
  return tokens.flatMap((t, at) => (commas.has(at) ? [piece(t, 'sign', ','), t] : [t]));
};
