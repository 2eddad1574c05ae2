/** Affine forms in unknowns as a domain, to read off linear equations. */
import { NoNumber, type Field } from '../../numbers/field.ts';
import type { Q } from '../../numbers/rational.ts';
import { rationals } from '../../numbers/rationals.ts';

/** constant + Σ slopes[i] t_i in unknowns t, not all slopes zero. */
class Form {
  readonly constant: Q;
  readonly slopes: readonly Q[];
  constructor(constant: Q, slopes: readonly Q[]) {
    this.constant = constant;
    this.slopes = slopes;
  }
}

/** A number that the unknowns do not move is itself. */
export type Affine = Q | Form;

/** A result is not affine in the unknowns, or what is asked of it depends on them. */
export class NotAffine extends NoNumber {
  override readonly name = 'NotAffine';
}

/** The slope of each unknown. */
export const slopesOf = (a: Affine, n: number): readonly Q[] =>
  a instanceof Form ? a.slopes : Array.from({ length: n }, () => 0);

export const constantOf = (a: Affine): Q => (a instanceof Form ? a.constant : a);

const form = (constant: Q, slopes: readonly Q[]): Affine =>
  slopes.every((s) => s === 0) ? constant : new Form(constant, slopes);

const known = (a: Affine): Q => {
  if (a instanceof Form) throw new NotAffine('not affine in the unknowns');
  return a;
};

const scaled = (a: Form, by: Q): Affine =>
  by === 0
    ? 0
    : by === 1
      ? a
      : new Form(
          rationals.mul(a.constant, by),
          a.slopes.map((s) => rationals.mul(s, by)),
        );

/** The i-th of n unknowns. */
export const unknown = (i: number, n: number): Affine =>
  new Form(
    0,
    Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
  );

const combined = (a: Affine, b: Affine, by: (x: Q, y: Q) => Q): Affine => {
  if (a instanceof Form)
    return b instanceof Form
      ? form(
          by(a.constant, b.constant),
          a.slopes.map((s, i) => by(s, b.slopes[i] ?? 0)),
        )
      : new Form(by(a.constant, b), a.slopes);
  return b instanceof Form
    ? new Form(
        by(a, b.constant),
        b.slopes.map((s) => by(0, s)),
      )
    : by(a, b);
};

/**
 * Affine forms as a domain: what is evaluated in it once shows how it depends on all unknowns,
 * exactly. Throws
 * `NotAffine` where the unknowns would be multiplied, divided by, compared or put into a function.
 */
export const affineForms: Field<Affine> = {
  name: 'affine forms',
  exact: true,
  zero: 0,
  one: 1,
  fromInteger: rationals.fromInteger,
  fromRational: rationals.fromRational,
  add: (a, b) => combined(a, b, rationals.add),
  sub: (a, b) => combined(a, b, rationals.sub),
  neg: (a) => (a instanceof Form ? scaled(a, -1) : rationals.neg(a)),
  mul: (a, b) => {
    if (a instanceof Form) return scaled(a, known(b));
    return b instanceof Form ? scaled(b, a) : rationals.mul(a, b);
  },
  div: (a, b) => {
    const by = known(b);
    return a instanceof Form ? scaled(a, rationals.div(1, by)) : rationals.div(a, by);
  },
  sign: (a) => rationals.sign(known(a)),
  apply: (fn, a) => rationals.apply(fn, known(a)),
  isZero: (a) => a === 0,
};
