/** Reads a rational from a record and rejects anything else. */
import type { Rational } from '../numbers/field.ts';
import { gcdBig } from '../numbers/gcd.ts';

/** A record with longer numbers was not made by elenchus, and would take long to compute with. */
const maximalDigits = 2000;

/**
 * Reads a whole number or a fraction, and nothing else; answers why not where the value is
 * something else.
 */
export function readRational(text: unknown): Rational | string {
  if (typeof text !== 'string')
    return `${JSON.stringify(text) ?? 'nothing'} is not an exact rational: a string such as "-1/2" is wanted`;
  if (text.length > maximalDigits)
    return `a number of ${text.length} digits; at most ${maximalDigits} are read`;
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  if (match === null)
    return `${JSON.stringify(shown)} is not an exact rational: a string such as "-1/2" is wanted`;
  const num = BigInt(match[1]!);
  const den = BigInt(match[2] ?? '1');
  if (den === 0n) return `"${shown}" divides by zero`;
  const divisor = gcdBig(num < 0n ? -num : num, den);
  return { num: num / divisor, den: den / divisor };
}
