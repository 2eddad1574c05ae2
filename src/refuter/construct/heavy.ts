/** Detects points whose numbers have grown too long for exact arithmetic. */
import type { Assignment, Value } from '../../evaluate/assignment.ts';
import { denominator, numerator, type Q } from '../../numbers/rational.ts';

/**
 * Solutions of solutions double their digits each time: above this size a point is unreadable and
 * slow to check.
 */
const tired = 1n << 80n;
/** A hypothesis may well say t = 10^150. */
const broken = 1n << 1200n;

const large = (x: Q, bound: bigint): boolean => {
  if (typeof x === 'number' || typeof x.num === 'number') return false;
  const num = numerator(x);
  return num > bound || num < -bound || denominator(x) > bound;
};

const heavy = (value: Value<Q>, bound: bigint): boolean => {
  const over = (x: Q): boolean => large(x, bound);
  switch (value.kind) {
    case 'tensor':
      return value.tensor.data.some(over);
    case 'family':
      return value.members.some((m) => heavy(m, bound));
    case 'activation':
      return value.activation.kind === 'polynomial' && value.activation.coefficients.some(over);
    case 'function':
      return value.map.kind === 'polynomial'
        ? value.map.outputs.some((terms) => terms.some((t) => over(t.coefficient)))
        : value.map.layers.some((l) => l.weights.data.some(over) || l.bias.some(over));
  }
};

const grown = (before: Assignment<Q>, after: Assignment<Q>, bound: bigint): boolean =>
  [...after.values].some(
    ([name, value]) => value !== before.values.get(name) && heavy(value, bound),
  );

/** Did a value of the point become so long that exact arithmetic with it takes for ever? */
export const grownBroken = (before: Assignment<Q>, after: Assignment<Q>): boolean =>
  grown(before, after, broken);
/** Did a value become too long to go on from? */
export const grownTired = (before: Assignment<Q>, after: Assignment<Q>): boolean =>
  grown(before, after, tired);
