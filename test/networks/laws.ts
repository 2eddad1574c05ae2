import fc from 'fast-check';
import { expect } from 'vitest';
import type { Drawn } from '../../src/networks/drawn.ts';
import { dice } from '../../src/networks/dice.ts';

const text = (value: unknown): string =>
  JSON.stringify(value, (_, x: unknown) => (typeof x === 'bigint' ? `${x}n` : x instanceof Map ? [...x] : x));

/** The same seed gives the same value, through fast-check and through our own dice. */
export const sameValueForSameSeed = <T>(arbitrary: Drawn<T>): void => {
  for (let seed = 0; seed < 20; seed++) {
    expect(text(arbitrary.draw(dice(seed)))).toBe(text(arbitrary.draw(dice(seed))));
    expect(text(fc.sample(arbitrary, { seed, numRuns: 3 }))).toBe(text(fc.sample(arbitrary, { seed, numRuns: 3 })));
  }
};

/** What is drawn is accepted, and `holds` of it. */
export const drawsWhatItPromises = <T>(arbitrary: Drawn<T>, holds: (value: T) => boolean): void => {
  for (let seed = 0; seed < 150; seed++) {
    const value = arbitrary.draw(dice(seed));
    if (!arbitrary.accepts(value) || !holds(value)) expect.fail(`drew ${text(value)} from seed ${seed}`);
  }
};

/** Every shrunk value is strictly smaller, still accepted, and `holds` of it; also without fast-check's context. */
export const shrinksStrictlySmaller = <T>(arbitrary: Drawn<T>, holds: (value: T) => boolean): void => {
  for (let seed = 0; seed < 40; seed++) {
    const value = arbitrary.draw(dice(seed));
    expect(arbitrary.canShrinkWithoutContext(value)).toBe(true);
    for (const { value: smaller } of arbitrary.shrink(value)) {
      if (arbitrary.measure(smaller) >= arbitrary.measure(value) || !holds(smaller)) expect.fail(`${text(value)} shrank to ${text(smaller)}`);
    }
  }
};

/** Shrinking by always taking the first candidate ends. */
export const shrinkingEnds = <T>(arbitrary: Drawn<T>): void => {
  for (let seed = 0; seed < 10; seed++) {
    let value = arbitrary.draw(dice(seed));
    let steps = 0;
    for (;;) {
      const next = arbitrary.shrink(value).next();
      if (next.done === true) break;
      value = next.value.value;
      if (++steps > 3000) expect.fail(`no end after ${steps} steps at ${text(value)}`);
    }
  }
};

export const everyLaw = <T>(arbitrary: Drawn<T>, holds: (value: T) => boolean = () => true): void => {
  sameValueForSameSeed(arbitrary);
  drawsWhatItPromises(arbitrary, holds);
  shrinksStrictlySmaller(arbitrary, holds);
  shrinkingEnds(arbitrary);
};
