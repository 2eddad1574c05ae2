/** Rational numbers near those of a climb, the simplest first, as far as the violation stays. */
import { ratio, type Q } from '../../numbers/rational.ts';
import { toFloat } from '../../numbers/rational-text.ts';
import type { Block } from './charts.ts';

/** Denominators, and sizes of whole numbers, in falling coarseness. */
const grains = [
  1,
  2,
  3,
  4,
  5,
  6,
  8,
  10,
  12,
  16,
  20,
  24,
  32,
  48,
  64,
  100,
  128,
  256,
  512,
  1024,
  4096,
  65_536,
  1 << 20,
];

/**
 * The simplest fraction from a to b, for 0 <= a <= b: by continued fractions (Stern and Brocot).
 */
const simplest = (a: number, b: number, depth = 0): readonly [bigint, bigint] => {
  const whole = Math.ceil(a);
  if (whole <= b || depth > 24) return [BigInt(whole), 1n];
  const low = Math.floor(a);
  const [p, q] = simplest(1 / (b - low), 1 / (a - low), depth + 1);
  return [BigInt(low) * p + q, p];
};

/** The simplest fraction no farther from x than a tolerance. */
export const nearby = (x: number, tolerance: number): Q => {
  const size = Math.abs(x);
  if (size <= tolerance || !Number.isFinite(x)) return 0;
  const [p, q] = simplest(size - tolerance, size + tolerance);
  return ratio(x < 0 ? -p : p, q);
};

/**
 * Numbers of one kind: whole ones over a common denominator, or fractions each of its own, that
 * stay as they are.
 */
export interface Rounded {
  /** For each number its numerator over the denominator; null where it is a fraction of its own. */
  readonly whole: readonly (number | null)[];
  readonly own: readonly Q[];
  readonly denominator: number;
}

export const exactly = ({ whole, own, denominator }: Rounded): Q[] =>
  whole.map((k, i) => (k === null ? (own[i] ?? 0) : ratio(BigInt(k), BigInt(denominator))));

/**
 * Roundings of the points of a climb, the coarsest of all points first: block by block to whole
 * numbers, for what a factor does not change, and to fractions.
 */
export function* roundings(
  way: readonly Float64Array[],
  blocks: readonly Block[],
): Generator<Rounded, void> {
  for (const grain of grains) for (const x of way) yield* at([...x], grain, blocks);
}

function* at(
  numbers: readonly number[],
  grain: number,
  blocks: readonly Block[],
): Generator<Rounded, void> {
  const own = numbers.map((t) => nearby(t, 0.5 / grain));
  let from = 0;
  const scaled = blocks.flatMap(({ rows, cols, kind }) => {
    const part = numbers.slice(from, from + rows * cols);
    from += rows * cols;
    const largest = part.reduce((m, t) => Math.max(m, Math.abs(t)), 0);
    return part.map((t) =>
      kind === 'turns' ? null : largest === 0 ? 0 : Math.round((t / largest) * grain),
    );
  });
  yield { whole: scaled, own, denominator: 1 };
  from = 0;
  const gridded = blocks.flatMap(({ rows, cols, kind }) => {
    const part = numbers.slice(from, from + rows * cols);
    from += rows * cols;
    return part.map((t) => (kind === 'turns' ? null : Math.round(t * grain)));
  });
  yield { whole: gridded, own, denominator: grain };
}

const floats = (r: Rounded): Float64Array => Float64Array.from(exactly(r), toFloat);

const passes = 3;

/**
 * Smaller whole numbers, one after the other, as long as the test says that they do; null where
 * they do not from the start.
 */
export const simplified = (start: Rounded, does: (x: Float64Array) => boolean): Rounded | null => {
  if (!does(floats(start))) return null;
  let best = start;
  for (let pass = 0, better = true; better && pass < passes; pass++) {
    better = false;
    for (let i = 0; i < best.whole.length; i++) {
      const k = best.whole[i];
      if (k === null || k === undefined || k === 0) continue;
      const toZero = k < 0 ? k + 1 : k - 1;
      for (const to of new Set([0, Math.sign(k), Math.trunc(k / 2), toZero])) {
        if (Math.abs(to) >= Math.abs(k)) continue;
        const next = { ...best, whole: best.whole.with(i, to) };
        if (!does(floats(next))) continue;
        best = next;
        better = true;
        break;
      }
    }
  }
  return best;
};
