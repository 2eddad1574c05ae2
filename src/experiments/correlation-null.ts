/** The null of the similarity experiments: cosines of independent Gaussian matrices. */
import type { InUnits } from './experiment.ts';
import type { Form } from './form.ts';
import { gaussian, gram } from './matrix.ts';
import { known, nullOf, quantity } from './quantity.ts';
import { correlation, cosine } from './similarity.ts';
import { meanInterval } from './statistics.ts';

interface Pair {
  readonly key: string;
  readonly k: number;
  readonly d: number;
  readonly pairs: number;
}

type Cosines = { readonly cosines: readonly number[]; readonly correlations: readonly number[] };

/**
 * Small matrices, whose cosine varies more, are drawn more often; six at least, for the interval.
 */
const pairsFor = (form: Form, cost: number): number =>
  Math.round(Math.min(400, Math.max(6, (form === 'short' ? 6e7 : 2e9) / cost)));

/**
 * The cosine of W'W and V'V for independent Gaussian k×d matrices. A ratio of expectations gives
 * k/(k + d + 1): E W'W = kI, so E⟨W'W, V'V⟩ = k² d, and E‖W'W‖² = k d (k + d + 1), by Wick's rule.
 */
export const correlationNull = (sizes: {
  readonly short: readonly (readonly [k: number, d: number])[];
  readonly long: readonly (readonly [k: number, d: number])[];
}): InUnits<Pair, Cosines> => ({
  units: (form) =>
    sizes[form].map(([k, d]) => ({ key: `${k}x${d}`, k, d, pairs: pairsFor(form, k * d * d) })),
  measure({ key, k, d, pairs }, { stream, pause }) {
    const random = stream(key);
    const drawn = Array.from({ length: pairs }, () => {
      pause();
      return [gram(gaussian(k, d, 1, random)), gram(gaussian(k, d, 1, random))] as const;
    });
    return {
      cosines: drawn.map(([a, b]) => cosine(a, b)),
      correlations: drawn.map(([a, b]) => correlation(a, b)),
    };
  },
  table: (samples) =>
    samples.flatMap(({ unit: { key, k, d }, sample }) => [
      quantity(
        `cosine ${key}`,
        meanInterval(sample.cosines),
        [nullOf('k/(k+d+1)', known(k / (k + d + 1)))],
        { k, d },
      ),
      quantity(`correlation ${key}`, meanInterval(sample.correlations), [], { k, d }),
    ]),
});
