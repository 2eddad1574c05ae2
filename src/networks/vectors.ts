/** Draws vectors that have given attributes exactly. */
import { spend } from '../numbers/counted-work.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { pick, type Dice } from './dice.ts';
import { drawNonzero, drawNumber, type Style } from './entries.ts';
import { fraction } from './fraction.ts';
import { drawUnit } from './orthogonal.ts';
import type { Attribute } from '../language/ast.ts';
import { hasAttributes } from './attributes.ts';

const fill = (n: number, make: (i: number) => Q): Q[] => {
  spend(n / 32);
  return Array.from({ length: n }, (_, i) => make(i));
};

const propose = (random: Dice, n: number, has: ReadonlySet<Attribute>, style: Style): Q[] => {
  if (has.has('unit')) return drawUnit(random, n);
  const at = random.nextInt(0, n - 1);
  switch (random.nextInt(0, 6)) {
    case 0:
      return fill(n, () => fraction(0));
    case 1:
      return fill(n, (i) => (i === at ? drawNonzero(random, style) : fraction(0)));
    case 2:
      return fill(n, () => fraction(1));
    case 3: {
      const value = drawNumber(random, style);
      return fill(n, () => value);
    }
    case 4:
      return drawUnit(random, n);
    case 5:
      return fill(n, () => (pick(random, [true, false]) ? drawNumber(random, style) : fraction(0)));
    default:
      return fill(n, () => drawNumber(random, style));
  }
};

/**
 * A vector with the attributes, exactly: zero, e_i, ones, repeated entries, unit length, sparse,
 * dense; null where none was found.
 */
export const drawVector = (
  random: Dice,
  n: number,
  attributes: readonly Attribute[],
  style: Style,
): Q[] | null => {
  const has = new Set(attributes);
  const positive = has.has('positive');
  for (let i = 0; i < 12; i++) {
    let v = propose(random, n, has, style);
    if (positive || has.has('nonnegative'))
      v = v.map((x) => (rationals.sign(x) === -1 ? rationals.neg(x) : x));
    if (positive) v = v.map((x) => (rationals.sign(x) === 0 ? fraction(1) : x));
    if (hasAttributes({ shape: [n], data: v }, attributes)) return v;
  }
  const plain = [fill(n, (i) => fraction(i === 0 ? 1 : 0)), fill(n, () => fraction(1))];
  return plain.find((v) => hasAttributes({ shape: [n], data: v }, attributes)) ?? null;
};
