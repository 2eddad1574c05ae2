/**
 * Activations σ(z) = z F(z) with F(z) + F(−z) = 1, as gelu (F the normal distribution) and swish (F
 * the logistic one) are.
 */
import type { Bracket } from '../../numbers/bracket.ts';
import type { Field } from '../../numbers/field.ts';
import { fromRational, ratio } from '../../numbers/rational.ts';
import type { Q } from '../../numbers/rational.ts';

export interface Gate {
  readonly name: string;
  /** F and z F' at a positive rational. */
  readonly at: (field: Field<Bracket>, z: Q) => { readonly f: Bracket; readonly slope: Bracket };
  /** With it |σ| and |σ'| are at most `growth` (1 + |z|) in the strip |Im z| <= 3/2. */
  readonly growth: number;
}

/** Half the width of the strip; less than π/2, before which the logistic function has no pole. */
export const strip = ratio(3n, 2n);

/** There |F| <= 1 + (3/2) e^{9/8}/√(2π) < 3, and |F'| <= e^{9/8}/√(2π) < 2. */
export const gelu: Gate = {
  name: 'GELU',
  growth: 3,
  at(field, z) {
    const one = field.one;
    const half = field.fromRational({ num: 1n, den: 2n });
    const f = field.mul(
      half,
      field.add(one, field.apply('erf', field.mul(z, field.apply('sqrt', half)))),
    );
    const density = field.div(
      field.apply('exp', field.neg(field.mul(half, field.mul(z, z)))),
      field.apply('sqrt', field.mul(field.fromInteger(2), pi(field))),
    );
    return { f, slope: field.mul(z, density) };
  },
};

/**
 * There the cosine of Im z is positive, so that |1 + e^{−z}| >= 1: |F| and |1 − F| are at most 1,
 * and F' = F(1 − F).
 */
export const swish: Gate = {
  name: 'SWISH',
  growth: 1,
  at(field, z) {
    const f = field.apply('sigmoid', z);
    return { f, slope: field.mul(z, field.mul(f, field.sub(field.one, f))) };
  },
};

export function pi(field: Field<Bracket>): Bracket {
  if (field.constant === undefined) throw new RangeError(`${field.name} has no π`);
  return field.constant('pi');
}

/** A whole number over a whole number. */
export const fraction = (num: number, den: number): Q =>
  fromRational({ num: BigInt(num), den: BigInt(den) });
