/** The derivative of each scalar function, in every domain. */
import { type Field, type ScalarFunction, Unsupported } from './field.ts';

type Derivative = <T>(field: Field<T>, x: T) => T;

const flat =
  (kinked: ScalarFunction): Derivative =>
  (field, x) => {
    // an undecided sign is settled by the function itself, which throws
    field.apply(kinked, x);
    return field.zero;
  };

const pi = <T>(field: Field<T>): T => {
  if (field.constant === undefined) throw new Unsupported(`the ${field.name} domain has no π`);
  return field.constant('pi');
};

/** Density of the standard normal distribution, e^{-x²/2}/√(2π). */
const density: Derivative = (field, x) => {
  const half = field.div(field.mul(x, x), field.fromInteger(2));
  const root = field.apply('sqrt', field.mul(field.fromInteger(2), pi(field)));
  return field.div(field.apply('exp', field.neg(half)), root);
};

/** Its distribution function, (1 + erf(x/√2))/2. */
const distribution: Derivative = (field, x) => {
  const two = field.fromInteger(2);
  const scaled = field.div(x, field.apply('sqrt', two));
  return field.div(field.add(field.one, field.apply('erf', scaled)), two);
};

const sigmoidSlope: Derivative = (field, x) => {
  const s = field.apply('sigmoid', x);
  return field.mul(s, field.sub(field.one, s));
};

/**
 * The derivative of each scalar function, in terms of the functions themselves, so that it holds in
 * every domain and can be differentiated again. At a kink: `Undefined`.
 */
export const derivatives: Readonly<Record<ScalarFunction, Derivative>> = {
  abs: (field, x) => {
    field.apply('step', x);
    return field.apply('sign', x);
  },
  sign: flat('step'),
  relu: (field, x) => field.apply('step', x),
  step: flat('step'),
  leakyrelu: (field, x) => field.apply('leakystep', x),
  leakystep: flat('leakystep'),
  sqrt: (field, x) => field.div(field.one, field.mul(field.fromInteger(2), field.apply('sqrt', x))),
  exp: (field, x) => field.apply('exp', x),
  log: (field, x) => field.div(field.one, x),
  tanh: (field, x) => {
    const t = field.apply('tanh', x);
    return field.sub(field.one, field.mul(t, t));
  },
  sigmoid: sigmoidSlope,
  softplus: (field, x) => field.apply('sigmoid', x),
  erf: (field, x) => {
    const scale = field.div(field.fromInteger(2), field.apply('sqrt', pi(field)));
    return field.mul(scale, field.apply('exp', field.neg(field.mul(x, x))));
  },
  gelu: (field, x) => field.add(distribution(field, x), field.mul(x, density(field, x))),
  silu: (field, x) => field.add(field.apply('sigmoid', x), field.mul(x, sigmoidSlope(field, x))),
  sin: (field, x) => field.apply('cos', x),
  cos: (field, x) => field.neg(field.apply('sin', x)),
};
