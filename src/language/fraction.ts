/** Numbers as typed: `p` or `p/q` in lowest terms, q > 1. */

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

const fraction = (num: bigint, den: bigint): string => {
  const sign = den < 0n ? -1n : 1n;
  const common = gcd(num < 0n ? -num : num, den * sign) || 1n;
  const [p, q] = [(num * sign) / common, (den * sign) / common];
  return q === 1n ? String(p) : `${p}/${q}`;
};

const parts = (value: string): readonly [bigint, bigint] => {
  const [p = '0', q = '1'] = value.split('/');
  return [BigInt(p), BigInt(q)];
};

/** `0.25` as `1/4`. */
export const decimal = (text: string): string => {
  const [whole = '0', rest = ''] = text.split('.');
  return fraction(BigInt(whole + rest), 10n ** BigInt(rest.length));
};

export const negated = (value: string): string =>
  value === '0' ? '0' : value.startsWith('-') ? value.slice(1) : `-${value}`;

/** a / b for b != 0. */
export const quotient = (a: string, b: string): string => {
  const [p, q] = parts(a);
  const [r, s] = parts(b);
  return fraction(p * s, q * r);
};

export const product = (a: string, b: string): string => {
  const [p, q] = parts(a);
  const [r, s] = parts(b);
  return fraction(p * r, q * s);
};

export const sum = (a: string, b: string): string => {
  const [p, q] = parts(a);
  const [r, s] = parts(b);
  return fraction(p * s + r * q, q * s);
};
