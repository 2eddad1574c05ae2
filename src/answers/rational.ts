/** Exact fractions for coefficients of an answer; the texts are those of the language. */

export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export const fraction = (num: bigint, den = 1n): Fraction => {
  const g = gcd(num, den) || 1n;
  const sign = den < 0n ? -1n : 1n;
  return { num: (sign * num) / g, den: (sign * den) / g };
};

export const zero = fraction(0n);
export const one = fraction(1n);
export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.num, a.den * b.den);
export const isZero = (a: Fraction): boolean => a.num === 0n;
export const isOne = (a: Fraction): boolean => a.num === 1n && a.den === 1n;

/** From `p/q` or an integer. */
export const fractionOf = (text: string): Fraction => {
  const [num = '0', den = '1'] = text.split('/');
  return fraction(BigInt(num), BigInt(den));
};
export const fractionText = ({ num, den }: Fraction): string =>
  den === 1n ? String(num) : `${num}/${den}`;
