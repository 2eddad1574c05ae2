/** Draws single numbers in one of several styles. */
import { once, pick, type Dice } from './dice.ts';
import { fraction, isZero } from './fraction.ts';
import { spend } from '../numbers/counted-work.ts';
import type { Q } from '../numbers/rational.ts';

/**
 * How large and how broken the numbers of one draw are; one style for a whole point keeps most
 * draws readable.
 */
export type Style = 'tiny' | 'small' | 'dyadic' | 'fraction' | 'large' | 'powers';

/**
 * Mostly small integers: they give readable counterexamples and the exact arithmetic stays fast.
 */
export const drawStyle = (random: Dice): Style => {
  const roll = random.nextInt(0, 99);
  if (roll < 40) return 'tiny';
  if (roll < 70) return 'small';
  if (roll < 80) return 'dyadic';
  if (roll < 90) return 'fraction';
  return roll < 95 ? 'large' : 'powers';
};

/** One number of a style. Zero comes up in every style: degenerate points hide there. */
export const drawNumber = (random: Dice, style: Style): Q => {
  spend(1 / 16);
  switch (style) {
    case 'tiny':
      return fraction(random.nextInt(-1, 2));
    case 'small':
      return fraction(random.nextInt(-5, 5));
    case 'dyadic':
      return fraction(random.nextInt(-8, 8), pick(random, [2, 4, 8]));
    case 'fraction':
      return fraction(random.nextInt(-9, 9), random.nextInt(1, 7));
    case 'large':
      return once(random, 4)
        ? fraction(random.nextInt(-2, 2))
        : fraction(random.nextInt(-10000, 10000));
    case 'powers':
      return drawPower(random);
  }
};

const drawPower = (random: Dice): Q => {
  const power = 2 ** random.nextInt(0, 12);
  const sign = random.nextInt(-1, 1);
  return random.nextInt(0, 1) === 0 ? fraction(sign * power) : fraction(sign, power);
};

export const drawNonzero = (random: Dice, style: Style): Q => {
  for (let i = 0; i < 20; i++) {
    const a = drawNumber(random, style);
    if (!isZero(a)) return a;
  }
  return fraction(1);
};
