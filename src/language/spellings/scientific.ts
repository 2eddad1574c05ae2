/** `1e-3` is 1/1000, unless the text has a name e: then it may be `1 e - 3` too. */
import { ClaimError } from '../ast.ts';
import { limits } from '../limits.ts';
import type { Context } from './context.ts';
import { isOwn } from './context.ts';
import { isSign, number, type Piece } from './piece.ts';

/** Does the second token touch the first? */
const touches = (a: Piece | undefined, b: Piece | undefined): boolean =>
  a !== undefined && b !== undefined && a.end === b.start;

const whole = /^\d+$/;

/** A number with its power of ten as it was typed, and the place behind it. */
interface Scaled {
  readonly mantissa: string;
  readonly power: number;
  /** The letter and its digits, which may be a name of the text. */
  readonly letter: string;
  readonly next: number;
}

const scaledAt = (tokens: readonly Piece[], at: number): Scaled | null => {
  const [digits, letter, third, fourth] = tokens.slice(at, at + 4);
  if (digits?.kind !== 'number' || letter?.kind !== 'name' || !touches(digits, letter)) return null;
  const mantissa = digits.text;
  const [, joined] = /^[eE](\d*)$/.exec(letter.text) ?? [];
  if (joined === undefined) return null;
  if (joined !== '') return { mantissa, power: Number(joined), letter: letter.text, next: at + 2 };
  const signed = isSign(third, '-') || isSign(third, '+');
  if (!signed || !touches(letter, third) || !touches(third, fourth)) return null;
  if (fourth?.kind !== 'number' || !whole.test(fourth.text)) return null;
  const power = Number(fourth.text) * (isSign(third, '-') ? -1 : 1);
  return { mantissa, power, letter: letter.text, next: at + 4 };
};

/** All digits of the number, or null where they are too many. */
const decimal = ({ mantissa, power }: Scaled): string | null => {
  if (Math.abs(power) > limits.digits) return null;
  const [units = '', parts = ''] = mantissa.split('.');
  const point = units.length + power;
  const digits = `${'0'.repeat(Math.max(0, -point))}${units}${parts}`.padEnd(point, '0');
  const cut = Math.max(0, point);
  const text = `${digits.slice(0, cut) || '0'}.${digits.slice(cut)}`.replace(/\.$/, '');
  return text.length > limits.digits ? null : text;
};

const asNumber = (at: Piece, last: Piece, scaled: Scaled): Piece => {
  const text = decimal(scaled);
  if (text === null)
    throw new ClaimError(
      `a number may have ${limits.digits} digits at most`,
      { start: at.start, end: last.end },
      'write a power, as 10^100',
    );
  return { ...number(at, text), end: last.end };
};

export const readScientific = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Piece;
    const scaled = scaledAt(tokens, at);
    const last = scaled && (tokens[scaled.next - 1] as Piece);
    if (scaled === null || last === null) {
      out.push(token);
      at++;
      continue;
    }
    const typed = tokens.slice(at, scaled.next).map((t) => t.text);
    const isNumber =
      !isOwn(context, scaled.letter) ||
      context.choices.pick(`number ${typed.join('')}`, { start: token.start, end: last.end }, [
        `${typed.join('')} as a number`,
        `${typed.join('')} as ${typed.join(' ')}`,
      ]) === 0;
    out.push(...(isNumber ? [asNumber(token, last, scaled)] : tokens.slice(at, scaled.next)));
    at = scaled.next;
  }
  return out;
};
