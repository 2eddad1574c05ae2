/**
 * Sums of power series with positive rational coefficients, in fixed point with directed rounding.
 */
import { dyadic, floorScaled, negate } from './dyadic.ts';
import type { Interval } from './interval.ts';

export interface Series {
  /** c_{n+1}/c_n as a fraction of positive whole numbers; c_0 = 1. */
  ratio(n: number): readonly [number, number];
  /** Terms c_n (−y)^n in place of c_n y^n. */
  readonly alternating: boolean;
  /**
   * What bounds the rest after the terms before t_n. `geometric`: c_{n+1}/c_n does not grow with n
   * or stays below 1, so once a ratio of terms is at most 1/2, and y <= 1/2 in the second case, the
   * rest is at most 2 t_n.
   * `first omitted`: the series is enveloping, and the rest at most t_n in size wherever it is cut.
   */
  readonly rest: 'geometric' | 'first omitted';
}

/** For a >= 0 and b > 0. */
const ceilDiv = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

/** Encloses Σ c_n (±y)^n for y >= 0 to about 2^-bits. */
export const sumSeries = (
  { ratio, alternating, rest }: Series,
  y: Interval,
  bits: number,
): Interval => {
  const places = BigInt(bits);
  const unit = 1n << places;
  const [yLo, yHi] = [floorScaled(y.lo, bits), -floorScaled(negate(y.hi), bits)];
  let [termLo, termHi] = [unit, unit];
  // sums of the terms added and of those subtracted
  let [addedLo, addedHi, takenLo, takenHi] = [0n, 0n, 0n, 0n];
  let shrinking = false;
  for (let n = 0; ; n += 1) {
    const small = termHi <= 2n;
    if (rest === 'first omitted' ? small || (n > 0 && !shrinking) : small && shrinking) break;
    if (alternating && n % 2 === 1) {
      takenLo += termLo;
      takenHi += termHi;
    } else {
      addedLo += termLo;
      addedHi += termHi;
    }
    const [p, q] = ratio(n).map(BigInt) as [bigint, bigint];
    const nextHi = ceilDiv(termHi * yHi * p, q << places);
    termLo = (termLo * yLo * p) / (q << places);
    // of the exact ratio y p/q and not of the rounded terms; the omitted terms have smaller ones
    shrinking = rest === 'geometric' ? 2n * yHi * p <= q << places : nextHi < termHi;
    termHi = nextHi;
  }
  const bound = rest === 'geometric' ? 2n * termHi : termHi;
  return {
    lo: dyadic(addedLo - takenHi - (alternating ? bound : 0n), -bits),
    hi: dyadic(addedHi - takenLo + bound, -bits),
  };
};

/** (e^y − 1)/y = Σ y^n/(n+1)!. */
export const expTail: Series = { ratio: (n) => [1, n + 2], alternating: false, rest: 'geometric' };

/** artanh(t)/t = Σ y^n/(2n+1) with y = t² <= 1/2; each coefficient is below the one before. */
export const artanhTail: Series = {
  ratio: (n) => [2 * n + 1, 2 * n + 3],
  alternating: false,
  rest: 'geometric',
};

/** arctan(t)/t = Σ (−y)^n/(2n+1) with y = t² <= 1/2. */
export const arctanTail: Series = {
  ratio: (n) => [2 * n + 1, 2 * n + 3],
  alternating: true,
  rest: 'geometric',
};

/** (√π/2) e^{x²} erf(x)/x = Σ y^n/(2n+1)!! with y = 2x² (DLMF 7.6.2). */
export const erfTail: Series = {
  ratio: (n) => [1, 2 * n + 3],
  alternating: false,
  rest: 'geometric',
};

/**
 * √π x e^{x²} erfc(x) ~ Σ (−y)^n (2n−1)!! with y = 1/(2x²), enveloping for x > 0 (DLMF 7.12.1 and
 * 7.12(i)).
 */
export const erfcAsymptotic: Series = {
  ratio: (n) => [2 * n + 1, 1],
  alternating: true,
  rest: 'first omitted',
};

/** sin(x)/x = Σ (−y)^n/(2n+1)! with y = x². */
export const sinTail: Series = {
  ratio: (n) => [1, (2 * n + 2) * (2 * n + 3)],
  alternating: true,
  rest: 'geometric',
};

/** cos(x) = Σ (−y)^n/(2n)! with y = x². */
export const cosSeries: Series = {
  ratio: (n) => [1, (2 * n + 1) * (2 * n + 2)],
  alternating: true,
  rest: 'geometric',
};
