/** Certified brackets of (K, C_b, C_W) at which a gated activation is critical. */
import { lowerEnd, upperEnd } from '../../numbers/bracket.ts';
import type { Bracket } from '../../numbers/bracket.ts';
import { add, compare, floor, integer, mul, sub } from '../../numbers/rational.ts';
import type { Q } from '../../numbers/rational.ts';
import { fraction } from './gates.ts';
import { spanned } from './gaussian-means.ts';
import type { GaussianMeans } from './gaussian-means.ts';

export interface CriticalPoint {
  readonly k: Bracket;
  readonly cb: Bracket;
  readonly cw: Bracket;
}

/** A function changes its sign in no bracket that was asked for. */
export class NoSignChange extends Error {
  override readonly name = 'NoSignChange';
}

/**
 * Halves [lo, hi], at whose ends a continuous function has different certain signs, until it is
 * narrower than `width` or the sign in the middle is not known: a zero lies in what is left. Throws
 * `NoSignChange` where the ends do not differ.
 */
export function bisect(
  signAt: (x: Q) => -1 | 0 | 1 | null,
  ends: readonly [Q, Q],
  width: Q,
): readonly [Q, Q] {
  let [lo, hi] = ends;
  const below = signAt(lo);
  const above = signAt(hi);
  if (below === null || above === null || below * above !== -1)
    throw new NoSignChange(`signs ${below} and ${above} at the ends of the bracket`);
  while (compare(sub(hi, lo), width) > 0) {
    const middle = mul(add(lo, hi), fraction(1, 2));
    const sign = signAt(middle);
    if (sign === null) break;
    if (sign === 0) return [middle, middle];
    if (sign === below) lo = middle;
    else hi = middle;
  }
  return [lo, hi];
}

/**
 * χ⊥ = C_W ⟨σ'²⟩ = 1 and χ∥ = C_W ⟨z σ σ'⟩/K = 1 at a fixed point K = C_b + C_W ⟨σ²⟩ of the kernel
 * (Roberts, Yaida and Hanin, arXiv 2106.10165, chapter 5; ⟨z σ σ'⟩/K is their ⟨σ²(z² − K)⟩/2K², by
 * parts). So K is a zero of ⟨z σ σ'⟩/K − ⟨σ'²⟩, and it gives C_W and then C_b.
 */
export function criticalPoint(
  { field, at }: GaussianMeans,
  ends: readonly [Q, Q],
  width: Q,
): CriticalPoint {
  const [lo, hi] = bisect(
    (k) => {
      const { mixed, slope } = at(k);
      return field.sign(field.sub(field.div(mixed, k), slope));
    },
    ends,
    width,
  );
  const k = spanned(lo, hi);
  const { square, slope } = at(k);
  return { k, cw: field.div(field.one, slope), cb: field.sub(k, field.div(square, slope)) };
}

/** The kernel's fixed point for given (C_b, C_W), with χ∥ and χ⊥ there. */
export function susceptibilities(
  { field, at }: GaussianMeans,
  cb: Q,
  cw: Q,
  ends: readonly [Q, Q],
  width: Q,
): { readonly k: Bracket; readonly parallel: Bracket; readonly perpendicular: Bracket } {
  const [lo, hi] = bisect(
    (one) => field.sign(field.sub(field.sub(one, cb), field.mul(cw, at(one).square))),
    ends,
    width,
  );
  const k = spanned(lo, hi);
  const { mixed, slope } = at(k);
  return { k, parallel: field.div(field.mul(cw, mixed), k), perpendicular: field.mul(cw, slope) };
}

/**
 * The decimal with the given number of places nearest to every number of the bracket; null if they
 * have more than one.
 */
export function roundedAlike(a: Bracket, places: number): string | null {
  const [low, high] = [nearest(lowerEnd(a), places), nearest(upperEnd(a), places)];
  return low === high ? low : null;
}

const nearest = (a: Q, places: number): string => {
  const scaled = mul(a, integer(10n ** BigInt(places)));
  const digits = floor(add(scaled, fraction(1, 2)));
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`;
};
