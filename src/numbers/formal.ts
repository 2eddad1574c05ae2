/**
 * Numbers as quotients of sums of named numbers, each with a bracket. Where two brackets are too
 * near to be distinguished, equal terms show that their numbers are equal: exp(a) exp(-a) is 1, and
 * tanh is odd.
 */
import { brackets } from './bracket.ts';
import { type Field, Unsupported } from './field.ts';
import { formalFunctions } from './formal-functions.ts';
import { type Formal, FormalRing, lift, named, rational } from './formal-ring.ts';
import { fromRational } from './rational.ts';
import { rationals } from './rationals.ts';

export const formal = (bits: number): Field<Formal> => {
  const base = brackets(bits);
  const ring = new FormalRing(base);
  return {
    name: `named numbers with ${base.name}`,
    exact: true,
    zero: lift(0),
    one: lift(1),
    fromInteger: (x) => lift(rationals.fromInteger(x)),
    fromRational: (x) => lift(fromRational(x)),
    add: (a, b) => ring.plus(a, b),
    sub: (a, b) => ring.plus(a, b, -1),
    mul: (a, b) => ring.times(a, b),
    neg: (a) => ring.negative(a),
    div: (a, b) => ring.over(a, b),
    sign: (a) => ring.sign(a),
    apply: (fn, a) => {
      const q = rational(a);
      if (q === null) return formalFunctions[fn](ring, a);
      try {
        return lift(rationals.apply(fn, q));
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error;
        return formalFunctions[fn](ring, lift(q));
      }
    },
    constant: (name) => named(name, base.constant?.(name) ?? 0),
  };
};
