/** s^p of a positive number for any real exponent: exp(p log s). */
import { Unsupported, type Field } from '../numbers/field.ts';
import { scalar, type Tensor } from '../numbers/tensor.ts';
import { contract, inverse } from '../kernel/graph.ts';
import type { Term } from '../kernel/term.ts';
import { said } from './conditions.ts';
import { arg, argTerm, only } from './entries.ts';
import type { Operator } from './operator.ts';
import { requireScalar } from './shapes.ts';
import { axesOf, scalarFunctionTerm } from './terms.ts';
import { above, grouped } from './typeset.ts';

/** The most factors that are multiplied out. */
const mostFactors = 64;

const product = <T>(field: Field<T>, x: T, k: number): T => {
  let power = field.one;
  for (let i = 0; i < k; i++) power = field.mul(power, x);
  return power;
};

/** The whole number that a value is, where it is one between -64 and 64 in an exact domain. */
const wholeOf = <T>(field: Field<T>, p: T): number | null => {
  if (!field.exact) return null;
  for (let k = 0; k <= mostFactors; k++) {
    const [up, down] = [field.fromInteger(k), field.fromInteger(-k)];
    try {
      if (field.sign(field.sub(p, up)) === 0) return k;
      if (field.sign(field.sub(p, down)) === 0) return -k;
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      return null;
    }
  }
  return null;
};

/** x^p; `whole`: the exponent, where it is known to be a whole number. */
export const realPower = <T>(field: Field<T>, x: T, p: T, whole: number | null): T => {
  const k = whole ?? ('base' in field ? null : wholeOf(field, p));
  if (k !== null && Math.abs(k) <= mostFactors) {
    const power = product(field, x, Math.abs(k));
    return k < 0 ? field.div(field.one, power) : power;
  }
  return field.apply('exp', field.mul(p, field.apply('log', x)));
};

/** exp(p log t), entry by entry. */
export const realPowerTerm = (t: Term, p: Term): Term => {
  const names = axesOf(t);
  const scaled = contract([p, scalarFunctionTerm('log', t)], ['', names], names);
  return scalarFunctionTerm('exp', scaled);
};

/** t^k entry by entry, for a whole k. */
export const wholePowerTerm = (t: Term, k: number): Term => {
  const names = axesOf(t);
  const sizes = Object.fromEntries([...names].map((c, i) => [c, t.shape[i] as string]));
  const factors = Array<Term>(Math.abs(k)).fill(t);
  const power = contract(
    factors,
    factors.map(() => names),
    names,
    sizes,
  );
  return k < 0 ? inverse(power, power.shape) : power;
};

export const realPow: Operator = {
  name: 'realpow',
  called: false,
  arity: 2,
  summary: 's^p: any real power of a positive scalar',
  shape: ([base = [], exponent = []]) => {
    requireScalar(exponent, 'the exponent of ^');
    requireScalar(base, 'a power that is not whole');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const [x, p] = [only(arg(args, 0)), only(arg(args, 1))];
    // an exponent of 0 says nothing about a base that is not positive
    if (field.sign(x) !== 1) field.apply('log', x);
    return scalar(realPower(field, x, p, null));
  },
  defined: ([base]) => (base ? [said(base, 'positive')] : []),
  lower: (args) => realPowerTerm(argTerm(args, 0), argTerm(args, 1)),
  printed: {
    strength: 4,
    wants: [5, 5],
    text: (a, p) => `${a}^${p}`,
    typeset: (a, p) => above(grouped(a), p),
  },
};
