/**
 * That a pair (C_b, C_W) is critical at no kernel at all, by a cover of all K with small brackets.
 */
import type { Bracket } from '../../numbers/bracket.ts';
import { add, compare, div, min, mul, sub } from '../../numbers/rational.ts';
import type { Q } from '../../numbers/rational.ts';
import { spanned } from './gaussian-means.ts';
import type { GaussianMeans } from './gaussian-means.ts';
import { fraction } from './gates.ts';

/** A stretch of K is halved so often before it is given up. */
const mostHalvings = 6;

/**
 * The stretches of K on which it is not certain that K = C_b + C_W⟨σ²⟩, χ∥ = 1 and χ⊥ = 1 do not
 * hold together; none where the pair is excluded. Below C_b and above C_b/(1 − C_W/2) there is no
 * fixed point, for 0 < ⟨σ²⟩ < K/2: a gate's σ(z)² + σ(−z)² is z²(F² + (1 − F)²), at most z². Throws
 * a `RangeError` unless 0 < C_b and 0 < C_W < 2.
 */
export function stretchesLeft(
  { field, at }: GaussianMeans,
  cb: Q,
  cw: Q,
): readonly (readonly [Q, Q])[] {
  if (compare(cb, 0) <= 0 || compare(cw, 0) <= 0 || compare(cw, 2) >= 0)
    throw new RangeError('a pair with 0 < C_b and 0 < C_W < 2 is wanted');
  const differs = (a: Bracket, b: Q): boolean => (field.sign(field.sub(a, b)) ?? 0) !== 0;
  const excluded = (lo: Q, hi: Q): boolean => {
    const k = spanned(lo, hi);
    const { square, mixed, slope } = at(k);
    return (
      differs(field.mul(cw, slope), 1) ||
      differs(field.div(field.mul(cw, mixed), k), 1) ||
      differs(field.sub(k, field.mul(cw, square)), cb)
    );
  };
  const left = (lo: Q, hi: Q, halvings: number): (readonly [Q, Q])[] => {
    if (excluded(lo, hi)) return [];
    if (halvings === 0) return [[lo, hi]];
    const middle = mul(add(lo, hi), fraction(1, 2));
    return [...left(lo, middle, halvings - 1), ...left(middle, hi, halvings - 1)];
  };
  const end = div(cb, sub(1, div(cw, 2)));
  const found: (readonly [Q, Q])[] = [];
  for (let lo = cb; compare(lo, end) < 0; ) {
    const hi = min(mul(lo, fraction(5, 4)), end);
    found.push(...left(lo, hi, mostHalvings));
    lo = hi;
  }
  return found;
}
