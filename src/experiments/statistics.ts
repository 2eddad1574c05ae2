/** Means with Student's intervals for small samples (Abramowitz and Stegun 26.7). */
import type { Random } from '../numbers/random.ts';
import type { Estimate } from './quantity.ts';

/** Means with intervals for small samples. */

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;

/** The unbiased variance, with n − 1; 0 for a single value. */
export function variance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const m = mean(values);
  return values.reduce((sum, x) => sum + (x - m) ** 2, 0) / (values.length - 1);
}

/**
 * P(|T| < t) for Student's t with the given degrees of freedom: Abramowitz and Stegun 26.7.3 and
 * 26.7.4.
 */
function studentMass(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const c = Math.cos(angle) ** 2;
  let term = freedom % 2 === 0 ? 1 : Math.cos(angle);
  let sum = freedom === 1 ? 0 : term;
  for (let k = freedom % 2 === 0 ? 2 : 3; k <= freedom - 2; k += 2) {
    term *= (c * (k - 1)) / k;
    sum += term;
  }
  const series = Math.sin(angle) * sum;
  return freedom % 2 === 0 ? series : (2 / Math.PI) * (angle + series);
}

/** The t that |T| stays below with probability 95 %. */
export function studentQuantile(freedom: number): number {
  let [low, high] = [0, 16];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (studentMass(middle, freedom) < 0.95) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The mean with Student's interval. Throws a `RangeError` for fewer than two values, which have
 * none.
 */
export function meanInterval(values: readonly number[]): Estimate {
  if (values.length < 2)
    throw new RangeError(
      `an interval from ${values.length} value${values.length === 1 ? '' : 's'}: take two or more seeds`,
    );
  const m = mean(values);
  const half = studentQuantile(values.length - 1) * Math.sqrt(variance(values) / values.length);
  return { value: m, low: m - half, high: m + half, n: values.length };
}

/** The mean of the differences with Student's interval: the two lists are paired, item by item. */
export function pairedDifference(values: readonly number[], others: readonly number[]): Estimate {
  if (values.length !== others.length)
    throw new RangeError(`${values.length} values cannot be paired with ${others.length}`);
  return meanInterval(values.map((x, i) => x - (others[i] as number)));
}

/**
 * Any statistic of a sample with its percentile bootstrap interval (Efron 1979), drawn from the
 * given generator.
 */
export function bootstrap(
  values: readonly number[],
  statistic: (sample: readonly number[]) => number,
  random: Random,
  resamples = 1000,
): Estimate {
  if (values.length < 2) throw new RangeError('a bootstrap takes two values or more');
  const drawn = Array.from({ length: resamples }, () =>
    statistic(values.map(() => random.pick(values))),
  ).toSorted((a, b) => a - b);
  const at = (share: number): number =>
    drawn[Math.min(resamples - 1, Math.floor(share * resamples))] as number;
  return { value: statistic(values), low: at(0.025), high: at(0.975), n: values.length };
}
