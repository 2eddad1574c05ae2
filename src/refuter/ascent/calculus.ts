/**
 * Functions of symmetric matrices in float64 with their slopes, by eigenvalues: f(A) = V f(D) V'.
 * The slope is that of Daleckii and Krein. For leads, not for verdicts.
 */
import type { RealFunction } from '../../numbers/field.ts';
import { diagonalise } from './jacobi.ts';

/** Rounding makes an eigenvalue 0 slightly negative; more than that is not semidefinite. */
const rounding = 1e-11;
/** Nearer to each other than this, relative to the largest, two eigenvalues count as one. */
const together = 1e-6;

/** Room for matrices up to a side. */
export class Calculus {
  private readonly work: Float64Array;
  private readonly vectors: Float64Array;
  private readonly turned: Float64Array;
  private readonly spectrum: Float64Array;
  private readonly images: Float64Array;

  constructor(side: number) {
    this.work = new Float64Array(side * side);
    this.vectors = new Float64Array(side * side);
    this.turned = new Float64Array(side * side);
    this.spectrum = new Float64Array(side);
    this.images = new Float64Array(side);
  }

  /** f(A) into `out`; not numbers where A is outside of the domain. */
  value(f: RealFunction, a: Float64Array, n: number, out: Float64Array): void {
    this.decompose(f, a, n);
    this.conjugate(n, (k, l) => (k === l ? (this.images[k] as number) : 0), out);
  }

  /** The slope of the sum of g[i, j] f(A)[i, j] by the entries of A, into `out`. */
  slope(f: RealFunction, a: Float64Array, n: number, g: Float64Array, out: Float64Array): void {
    this.decompose(f, a, n);
    const { vectors: v, turned } = this;
    for (let k = 0; k < n; k++)
      for (let l = 0; l < n; l++) {
        let sum = 0;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++)
            sum +=
              (v[i * n + k] as number) *
              (((g[i * n + j] as number) + (g[j * n + i] as number)) / 2) *
              (v[j * n + l] as number);
        turned[k * n + l] = sum;
      }
    this.conjugate(
      n,
      (k, l) => {
        const by = (turned[k * n + l] as number) * this.quotient(f, n, k, l);
        // near the end of the domain a slope may be infinite: a step along it leads nowhere
        return Number.isFinite(by) ? by : 0;
      },
      out,
    );
  }

  private decompose({ float, strict }: RealFunction, a: Float64Array, n: number): void {
    const { work, spectrum, images } = this;
    for (let k = 0; k < n * n; k++) work[k] = a[k] as number;
    diagonalise(work, n, spectrum, this.vectors);
    const largest = Math.max(Math.abs(spectrum[0] as number), Math.abs(spectrum[n - 1] as number));
    for (let k = 0; k < n; k++) {
      const x = spectrum[k] as number;
      const isOutside =
        strict !== null && (x < -rounding * largest || (strict && x <= rounding * largest));
      images[k] = isOutside ? Number.NaN : float(strict === null ? x : Math.max(x, 0));
    }
  }

  /** The divided difference of f at two eigenvalues. */
  private quotient({ float, strict }: RealFunction, n: number, k: number, l: number): number {
    const { spectrum, images } = this;
    const [x, y] = [spectrum[k] as number, spectrum[l] as number];
    const largest = Math.max(Math.abs(spectrum[0] as number), Math.abs(spectrum[n - 1] as number));
    if (Math.abs(x - y) > together * largest)
      return ((images[k] as number) - (images[l] as number)) / (x - y);
    const middle = (x + y) / 2;
    const h = 1e-5 * (strict === null ? Math.max(1, Math.abs(middle)) : Math.abs(middle));
    return (float(middle + h) - float(middle - h)) / (2 * h);
  }

  /** V M V' for the matrix of the entries that are given. */
  private conjugate(n: number, entry: (k: number, l: number) => number, out: Float64Array): void {
    const { vectors: v } = this;
    out.fill(0, 0, n * n);
    for (let k = 0; k < n; k++)
      for (let l = 0; l < n; l++) {
        const m = entry(k, l);
        if (m === 0) continue;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++)
            out[i * n + j] =
              (out[i * n + j] as number) + (v[i * n + k] as number) * m * (v[j * n + l] as number);
      }
  }
}
