/** Laws of every sampler, for the tests of this folder. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Sampler } from '../../src/networks/sampler.ts';
import { sampled } from '../../src/arbitraries/sampled.ts';
import { dice } from '../../src/networks/dice.ts';

const text = (value: unknown): string =>
  JSON.stringify(value, (_, x: unknown) =>
    typeof x === 'bigint' ? `${x}n` : x instanceof Map ? [...x] : x,
  );

/** The same seed gives the same value, through fast-check and through our own dice. */
export const sameValueForSameSeed = <T>(sampler: Sampler<T>): void => {
  for (let seed = 0; seed < 20; seed++) {
    expect(text(sampler.draw(dice(seed)))).toBe(text(sampler.draw(dice(seed))));
    expect(text(fc.sample(sampled(sampler), { seed, numRuns: 3 }))).toBe(
      text(fc.sample(sampled(sampler), { seed, numRuns: 3 })),
    );
  }
};

/** What is drawn is accepted, and `holds` of it. */
export const drawsWhatItPromises = <T>(sampler: Sampler<T>, holds: (value: T) => boolean): void => {
  for (let seed = 0; seed < 150; seed++) {
    const value = sampler.draw(dice(seed));
    if (!sampler.accepts(value) || !holds(value))
      expect.fail(`drew ${text(value)} from seed ${seed}`);
  }
};

/**
 * Every shrunk value is strictly smaller, still accepted, and `holds` of it; also without
 * fast-check's context.
 */
export const shrinksStrictlySmaller = <T>(
  sampler: Sampler<T>,
  holds: (value: T) => boolean,
): void => {
  for (let seed = 0; seed < 40; seed++) {
    const value = sampler.draw(dice(seed));
    expect(sampled(sampler).canShrinkWithoutContext(value)).toBe(true);
    for (const { value: smaller } of sampled(sampler).shrink(value, undefined)) {
      if (sampler.measure(smaller) >= sampler.measure(value) || !holds(smaller))
        expect.fail(`${text(value)} shrank to ${text(smaller)}`);
    }
  }
};

/** Shrinking by always taking the first candidate ends. */
export const shrinkingEnds = <T>(sampler: Sampler<T>): void => {
  for (let seed = 0; seed < 10; seed++) {
    let value = sampler.draw(dice(seed));
    let steps = 0;
    for (;;) {
      const next = sampled(sampler).shrink(value, undefined).next();
      if (next.done === true) break;
      value = next.value.value;
      if (++steps > 3000) expect.fail(`no end after ${steps} steps at ${text(value)}`);
    }
  }
};

export const everyLaw = <T>(
  sampler: Sampler<T>,
  holds: (value: T) => boolean = () => true,
): void => {
  sameValueForSameSeed(sampler);
  drawsWhatItPromises(sampler, holds);
  shrinksStrictlySmaller(sampler, holds);
  shrinkingEnds(sampler);
};
