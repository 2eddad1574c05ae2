/**
 * Polynomials in one unknown over the integers, and their real roots. Coefficients stand lowest
 * degree first, none behind the leading one.
 */
import { spend } from './counted-work.ts';
import { gcdBig } from './gcd.ts';
import { type Q, denominator, numerator, ratio } from './rational.ts';

export type Univariate = readonly bigint[];

const trimmed = (p: readonly bigint[]): Univariate =>
  p.slice(0, p.findLastIndex((c) => c !== 0n) + 1);
export const degree = (p: Univariate): number => p.length - 1;

export const plus = (a: Univariate, b: Univariate): Univariate =>
  trimmed(
    Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0n) + (b[i] ?? 0n)),
  );
export const opposite = (a: Univariate): Univariate => a.map((c) => -c);

export function product(a: Univariate, b: Univariate): Univariate {
  spend(1 / 8 + (a.length * b.length) / 32);
  const out = Array<bigint>(Math.max(0, a.length + b.length - 1)).fill(0n);
  a.forEach((x, i) => b.forEach((y, j) => (out[i + j] = (out[i + j] as bigint) + x * y)));
  return trimmed(out);
}

/** Divided by the positive greatest common divisor of the coefficients. */
export function primitive(p: Univariate): Univariate {
  const g = p.reduce((d, c) => gcdBig(d, c < 0n ? -c : c), 0n);
  return g === 0n || g === 1n ? p : p.map((c) => c / g);
}

/** A positive multiple of the remainder of a by b ≠ 0. */
function remainder(a: Univariate, b: Univariate): Univariate {
  let rest = a;
  const lead = b.at(-1) as bigint;
  const size = lead < 0n ? -lead : lead;
  while (rest.length >= b.length) {
    const shift = rest.length - b.length;
    const c = (rest.at(-1) as bigint) * (lead < 0n ? -1n : 1n);
    rest = trimmed(rest.map((x, i) => x * size - (i >= shift ? c * (b[i - shift] as bigint) : 0n)));
  }
  return primitive(rest);
}

/** Greatest common divisor, primitive. */
export function commonDivisor(a: Univariate, b: Univariate): Univariate {
  let [p, q] = [primitive(a), primitive(b)];
  while (q.length > 0) [p, q] = [q, remainder(p, q)];
  return p;
}

/** a / b, where b divides a, up to a positive factor. */
export function quotient(a: Univariate, b: Univariate): Univariate {
  let rest = a;
  let out: bigint[] = Array<bigint>(Math.max(0, a.length - b.length + 1)).fill(0n);
  const lead = b.at(-1) as bigint;
  const size = lead < 0n ? -lead : lead;
  while (rest.length >= b.length) {
    const shift = rest.length - b.length;
    const c = (rest.at(-1) as bigint) * (lead < 0n ? -1n : 1n);
    out = out.map((x, i) => x * size + (i === shift ? c : 0n));
    rest = trimmed(rest.map((x, i) => x * size - (i >= shift ? c * (b[i - shift] as bigint) : 0n)));
  }
  if (rest.length > 0) throw new RangeError('a division with a rest');
  return primitive(trimmed(out));
}

const derivative = (p: Univariate): Univariate =>
  trimmed(p.slice(1).map((c, i) => c * BigInt(i + 1)));

/** The polynomial with the same roots, each once. */
export const squareFree = (p: Univariate): Univariate =>
  p.length <= 1 ? primitive(p) : quotient(p, commonDivisor(p, derivative(p)));

/** Sign of the value at a rational number. */
export function signAt(p: Univariate, x: Q): -1 | 0 | 1 {
  const [n, d] = [numerator(x), denominator(x)];
  let value = 0n;
  let power = 1n;
  for (let i = p.length - 1; i >= 0; i--) {
    value = value * n + (p[i] as bigint) * power;
    power *= d;
  }
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}

/** Sturm's chain of a square-free polynomial: Sturm 1829. */
export function sturmChain(p: Univariate): readonly Univariate[] {
  const chain = [p, derivative(p)];
  for (let last = chain[1] as Univariate; last.length > 1; ) {
    last = opposite(remainder(chain.at(-2) as Univariate, last));
    if (last.length > 0) chain.push(last);
  }
  return chain.filter((q) => q.length > 0);
}

/** Number of roots between two numbers, neither of them a root. */
export function rootsBetween(chain: readonly Univariate[], from: Q, to: Q): number {
  const changes = (x: Q): number => {
    const signs = chain.map((q) => signAt(q, x)).filter((s) => s !== 0);
    return signs.filter((s, i) => i > 0 && s !== signs[i - 1]).length;
  };
  return changes(from) - changes(to);
}

/**
 * A power of two such that all real roots lie between its negative and it: twice the largest of
 * |c_(d-k) / c_d|^(1/k) (Fujiwara 1916).
 */
function boundOf(p: Univariate): bigint {
  const bits = (c: bigint): number => (c < 0n ? -c : c).toString(2).length;
  const lead = bits(p.at(-1) as bigint) - 1;
  const most = p
    .slice(0, -1)
    .reduce(
      (found, c, i) =>
        c === 0n ? found : Math.max(found, Math.ceil((bits(c) - lead) / (p.length - 1 - i))),
      0,
    );
  return 1n << BigInt(most + 2);
}

/** An interval between two rational numbers that are not roots, with one root in it. */
export interface Isolated {
  readonly from: Q;
  readonly to: Q;
}

/**
 * The real roots of a square-free polynomial that is not constant, in increasing order, in
 * intervals that at most touch.
 */
export function isolatedRoots(p: Univariate): readonly Isolated[] {
  const chain = sturmChain(p);
  const bound = boundOf(p);
  const found: Isolated[] = [];
  const between = (a: Q, b: Q): Q => {
    const [na, da, nb, db] = [numerator(a), denominator(a), numerator(b), denominator(b)];
    // the middle, whose digits are few, or a point near it if that is a root
    for (let [s, t] = [1n, 1n]; ; [s, t] = [t, s + t]) {
      const middle = ratio(na * db * s + nb * da * t, da * db * (s + t));
      if (signAt(p, middle) !== 0) return middle;
    }
  };
  const search = (a: Q, b: Q): void => {
    const count = rootsBetween(chain, a, b);
    if (count === 0) return;
    if (count === 1) {
      found.push({ from: a, to: b });
      return;
    }
    const middle = between(a, b);
    search(a, middle);
    search(middle, b);
  };
  search(ratio(-bound, 1n), ratio(bound, 1n));
  return found;
}
