/** Floating point with a running error bound (Wilkinson), as a domain. */
import { derivatives } from '../numbers/derivatives.ts';
import { Undefined, type Field, type ScalarFunction, type Sign } from '../numbers/field.ts';
import { float64 } from '../numbers/float64.ts';

/**
 * A float64 with its weight: how large the numbers were that it was made of, before they cancelled.
 * Its rounding error is a small multiple of weight times 2^-53 (Wilkinson's running error analysis,
 * to first order).
 */
export interface Weighed {
  readonly value: number;
  readonly weight: number;
}

export const weigh = (value: number): Weighed => ({ value, weight: Math.abs(value) });

/**
 * Below so much of its weight a number counts as zero, above the second as not zero, between them
 * it is not known.
 */
const negligible = 2 ** -40;
const clear = 2 ** -30;

const signOf = ({ value, weight }: Weighed): Sign => {
  if (Number.isNaN(value)) throw new Undefined('not a number');
  if (Math.abs(value) <= negligible * weight) return 0;
  if (Math.abs(value) < clear * weight) return null;
  return value > 0 ? 1 : -1;
};

/** |f'(x)|, 0 at a kink: there the error is carried by the weight of the value. */
const slope = (fn: ScalarFunction, x: number): number => {
  try {
    return Math.abs(derivatives[fn](float64, x));
  } catch {
    return 0;
  }
};

/** Floating point that knows how much of a small result is rounding. Not exact: it gives leads. */
export const weighed: Field<Weighed> = {
  name: 'weighed float64',
  exact: false,
  zero: weigh(0),
  one: weigh(1),
  fromInteger: weigh,
  fromRational: (value) => weigh(float64.fromRational(value)),
  add: (a, b) => ({ value: a.value + b.value, weight: a.weight + b.weight }),
  sub: (a, b) => ({ value: a.value - b.value, weight: a.weight + b.weight }),
  mul: (a, b) => ({ value: a.value * b.value, weight: a.weight * b.weight }),
  neg: (a) => ({ value: -a.value, weight: a.weight }),
  div: (a, b) => {
    const value = float64.div(a.value, b.value);
    // relative errors add; the weight of b over b is how much of b had cancelled
    return { value, weight: (a.weight / Math.abs(b.value)) * (b.weight / Math.abs(b.value)) };
  },
  sign: signOf,
  apply: (fn, a) => {
    const value = float64.apply(fn, a.value);
    return { value, weight: Math.abs(value) + slope(fn, a.value) * a.weight };
  },
  constant: () => weigh(Math.PI),
};
