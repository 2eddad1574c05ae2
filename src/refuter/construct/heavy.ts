import type { Assignment, Value } from '../../evaluate/assignment.ts';
import { denominator, numerator, type Q } from '../../numbers/rational.ts';

/** Solutions of solutions double their digits each time: beyond this a point is neither read with pleasure nor checked in time. */
const bound = 1n << 80n;

const large = (x: Q): boolean => {
  if (typeof x === 'number' || typeof x.num === 'number') return false;
  const num = numerator(x);
  return num > bound || num < -bound || denominator(x) > bound;
};

/** Does the value have a number of more than 80 bits? */
export const heavy = (value: Value<Q>): boolean => {
  switch (value.kind) {
    case 'tensor': return value.tensor.data.some(large);
    case 'family': return value.members.some(heavy);
    case 'activation': return value.activation.kind === 'polynomial' && value.activation.coefficients.some(large);
    case 'function': return value.map.kind === 'polynomial' ? value.map.outputs.some((terms) => terms.some((t) => large(t.coefficient)))
      : value.map.layers.some((l) => l.weights.data.some(large) || l.bias.some(large));
  }
};

/** Is a value of the second point new and heavy? */
export const grownHeavy = (before: Assignment<Q>, after: Assignment<Q>): boolean =>
  [...after.values].some(([name, value]) => value !== before.values.get(name) && heavy(value));
