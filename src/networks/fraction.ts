/** Small helpers for exact numbers: construction, size and simpler candidates. */
import { denominator, equal, integer, neg, numerator, ratio, type Q } from '../numbers/rational.ts';

/** The exact number num/den. */
export const fraction = (num: number, den = 1): Q =>
  den === 1 ? num + 0 : ratio(BigInt(num), BigInt(den));

export const isZero = (a: Q): boolean => a === 0;
export { equal as same };

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

/** Size for shrinking: 0 < 1 < −1 < 2 < −2 < …, and fractions after the integers near them. */
export const weight = (a: Q): bigint => {
  if (typeof a === 'number') return 2n * BigInt(Math.abs(a)) - (a > 0 ? 1n : 0n);
  const num = numerator(a);
  return 2n * magnitude(num) - (num > 0n ? 1n : 0n) + 6n * (denominator(a) - 1n);
};

/** Numbers simpler than `a` to try in its place, the boldest first. */
export const simplerNumbers = (a: Q): Q[] => {
  const num = numerator(a);
  const den = denominator(a);
  const whole = num / den;
  const candidates: Q[] = [0, 1, -1, 2].map((n) => fraction(n));
  candidates.push(neg(a));
  candidates.push(integer(whole));
  // the least number that still does is found by halving the way to it, boldest first; then round
  // numbers near it
  for (let step = whole / 2n; step !== 0n; step /= 2n) candidates.push(integer(whole - step));
  for (const n of [whole - 1n, whole + 1n]) candidates.push(integer(n));
  for (const d of den === 1n ? [] : [2n, 3n, 4n]) {
    candidates.push(ratio((2n * num * d + (num < 0n ? -den : den)) / (2n * den), d));
  }
  const bound = weight(a);
  const seen = new Set<string>();
  return candidates.filter((c) => {
    const key = `${numerator(c)}/${denominator(c)}`;
    if (weight(c) >= bound || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
