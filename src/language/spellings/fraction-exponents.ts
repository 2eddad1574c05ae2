/** `D^-1/2` without spaces: the power -1/2 to most, half of the inverse by the order of signs. */
import type { Context } from './context.ts';
import { isSign, piece, type Piece } from './piece.ts';

const touch = (tokens: readonly Piece[]): boolean =>
  tokens.every((t, i) => i === 0 || tokens[i - 1]?.end === t.start);

/**
 * How many tokens `^-1/2` or `^1/2` takes at a place, 0 where it stands there not: `x^2/2` is half
 * of a square to everybody.
 */
const lengthAt = (tokens: readonly Piece[], at: number): number => {
  if (!isSign(tokens[at], '^')) return 0;
  const negative = isSign(tokens[at + 1], '-');
  const [top, slash, bottom] = tokens.slice(at + (negative ? 2 : 1));
  const next = at + (negative ? 5 : 4);
  const isFraction = top?.kind === 'number' && isSign(slash, '/') && bottom?.kind === 'number';
  if (!isFraction || !(negative || top.text === '1')) return 0;
  return touch(tokens.slice(at, next)) ? next - at : 0;
};

export const readFractionExponents = (
  tokens: readonly Piece[],
  context: Context,
): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = lengthAt(tokens, at);
    const [raised, ...exponent] = tokens.slice(at, at + Math.max(1, length)) as [Piece, ...Piece[]];
    at += Math.max(1, length);
    if (length === 0) {
      out.push(raised);
      continue;
    }
    const text = exponent.map((t) => t.text).join('');
    const [power, rest] = [exponent.slice(0, -2), exponent.slice(-2)];
    // one way for all of a text: who writes it twice means the same twice
    const isPower =
      context.choices.pick(`exponent ${text}`, raised, [
        `^${text} as the power ^(${text})`,
        `^${text} as (..^${power.map((t) => t.text).join('')})/${rest[1]?.text}`,
      ]) === 0;
    const inside = isPower ? exponent : power;
    const brackets = [piece(raised, 'sign', '('), ...inside, piece(raised, 'sign', ')')];
    out.push(raised, ...brackets, ...(isPower ? [] : rest));
  }
  return out;
};
