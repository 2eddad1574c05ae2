/** What the arbitraries draw from; fast-check's `Random` is one, `dice(seed)` another. */
export interface Dice {
  /** A whole number from min to max, both included. */
  nextInt(min: number, max: number): number;
}

/**
 * A seeded source of numbers (splitmix32): the same seed gives the same stream on every machine.
 */
export const dice = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  next();
  // 2^32 is so much larger than any range drawn here that the modulus' bias does not matter to a
  // search.
  return { nextInt: (min, max) => min + (next() % (max - min + 1)) };
};

/**
 * A stream of its own for one trial, so that trial i does not depend on how many numbers trial i−1
 * used.
 */
export const trialDice = (seed: number, trial: number): Dice =>
  dice(Math.imul(seed ^ 0x5bd1e995, 0x01000193) ^ Math.imul(trial + 1, 0x9e3779b1));

/** True once in `n` draws. */
export const once = (random: Dice, n: number): boolean => random.nextInt(1, n) === 1;

/** A member of a list that is not empty. */
export const pick = <T>(random: Dice, list: readonly T[]): T => {
  const chosen = list[random.nextInt(0, list.length - 1)];
  if (chosen === undefined) throw new RangeError('pick: the list is empty');
  return chosen;
};

/** A random order of a list. */
export const shuffled = <T>(random: Dice, list: readonly T[]): T[] => {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.nextInt(0, i);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
};
