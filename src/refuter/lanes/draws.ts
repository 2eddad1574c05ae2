/**
 * Numbers for all lanes at once: a table of 256 values for each style, and a generator that picks
 * four with one word.
 */

/**
 * What the numbers of one draw are like. All are exact in float64, with few digits, so that a find
 * reads well.
 */
export const styles = ['tiny', 'small', 'half', 'normal'] as const;
export type DrawStyle = (typeof styles)[number];

const tableOf = (value: (i: number) => number): Float64Array =>
  Float64Array.from({ length: 256 }, (_, i) => value(i));

/**
 * The inverse of the distribution function of the standard Gaussian to three digits (Hastings,
 * 26.2.23 of Abramowitz and Stegun).
 */
const quantile = (p: number): number => {
  const q = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(q));
  const x =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  return p < 0.5 ? -x : x;
};

const tables: Readonly<Record<DrawStyle, Float64Array>> = {
  tiny: tableOf((i) => [0, 1, -1, 2][i & 3] as number),
  small: tableOf((i) => (i % 7) - 3),
  half: tableOf((i) => ((i % 9) - 4) / 2),
  normal: tableOf((i) => Math.round(quantile((i + 0.5) / 256) * 256) / 256),
};

/** The values of a style, as they are or made positive. */
export const valuesOf = (
  style: DrawStyle,
  kind: 'any' | 'nonnegative' | 'positive' = 'any',
): Float64Array => {
  const table = tables[style];
  return kind === 'any'
    ? table
    : table.map((x) => (x === 0 && kind === 'positive' ? 1 : Math.abs(x)));
};

/** 0 and 1, as often as each other. */
export const zeroOrOne = tableOf((i) => i & 1);

/**
 * A generator of words for filling buffers (xorshift128 of Marsaglia): its stream is a function of
 * the seed alone.
 */
export class Words {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number, position: number) {
    this.a = seed | 0;
    this.b = position | 0;
    this.c = Math.imul(seed ^ 0x5bd1e995, 0x01000193);
    this.d = Math.imul(position + 1, 0x9e3779b1) | 1;
    for (let i = 0; i < 16; i++) this.next();
  }

  next(): number {
    const t = this.a ^ (this.a << 11);
    this.a = this.b;
    this.b = this.c;
    this.c = this.d;
    this.d = this.d ^ (this.d >>> 19) ^ t ^ (t >>> 8);
    return this.d;
  }
  /** A whole number from 0 up to and without n. */
  below(n: number): number {
    return Math.floor(((this.next() >>> 0) / 4294967296) * n);
  }
  /** Fills a stretch of memory with values of a table. */
  fill(memory: Float64Array, from: number, length: number, table: Float64Array, scale = 1): void {
    const whole = length & ~3;
    let { a, b, c, d } = this;
    for (let i = from; i < from + whole; i += 4) {
      const t = a ^ (a << 11);
      a = b;
      b = c;
      c = d;
      d = d ^ (d >>> 19) ^ t ^ (t >>> 8);
      memory[i] = (table[d & 255] as number) * scale;
      memory[i + 1] = (table[(d >>> 8) & 255] as number) * scale;
      memory[i + 2] = (table[(d >>> 16) & 255] as number) * scale;
      memory[i + 3] = (table[d >>> 24] as number) * scale;
    }
    [this.a, this.b, this.c, this.d] = [a, b, c, d];
    for (let i = from + whole; i < from + length; i++)
      memory[i] = (table[this.next() & 255] as number) * scale;
  }
}
