/**
 * Certified brackets: exact rationals as long as that is affordable, and otherwise intervals with
 * dyadic ends, rounded outwards. Nothing of `Math` enters a value.
 */
import { spend } from './counted-work.ts';
import { compareDyadic, dyadicValue, larger, smaller, top } from './dyadic.ts';
import { pi } from './enclosed-constants.ts';
import { type Field, type ScalarFunction, Undefined, Unsettled, Unsupported } from './field.ts';
import { bitLength } from './integer-root.ts';
import {
  type Interval,
  enclose,
  intervalSign,
  minus,
  negative,
  over,
  plus,
  times,
  widen,
} from './interval.ts';
import { intervalFunctions } from './interval-functions.ts';
import {
  type Q,
  add,
  denominator,
  div,
  fromRational,
  mul,
  neg,
  numerator,
  sign,
  sub,
} from './rational.ts';
import { rationals } from './rationals.ts';

/** One exact rational, or all numbers between two ends. */
export type Bracket = Q | Interval;

export const isPoint = (a: Bracket): a is Q => typeof a === 'number' || 'num' in a;

/** The lower end, exactly. */
export const lowerEnd = (a: Bracket): Q => (isPoint(a) ? a : dyadicValue(a.lo));

/** The upper end, exactly. */
export const upperEnd = (a: Bracket): Q => (isPoint(a) ? a : dyadicValue(a.hi));

/** Spare bits of an intermediate result. */
const guard = 32;

/** A rational of more bits than this in numerator and denominator together becomes an interval. */
const affordable = 8192;

/** A single number is a rational again, so that its sign and equality are decided. */
const settle = (a: Interval): Bracket => (compareDyadic(a.lo, a.hi) === 0 ? kept(a) : a);
const kept = (a: Interval): Bracket => (Math.abs(a.lo.e) > affordable ? a : dyadicValue(a.lo));

const isAffordable = (a: Q): boolean =>
  typeof a === 'number' ||
  typeof a.num === 'number' ||
  bitLength(numerator(a)) + bitLength(denominator(a)) <= affordable;

const enclosure = (a: Bracket, bits: number): Interval => (isPoint(a) ? enclose(a, bits) : a);

/** The smallest interval around both. */
const joined = (x: Interval, y: Interval): Interval => ({
  lo: smaller(x.lo, y.lo),
  hi: larger(x.hi, y.hi),
});

/** Throws where a divisor may be zero. */
const demandNonzero = (divisor: Interval): void => {
  if (intervalSign(divisor) === null)
    throw new Unsettled('division by a bracket around zero; ask for more bits');
  if (intervalSign(divisor) === 0) throw new Undefined('division by zero');
};

const demandBits = (bits: number): void => {
  if (!(Number.isInteger(bits) && bits >= 8))
    throw new RangeError(`brackets of ${bits} bits; ask for 8 or more`);
};

/** All values of the function over a bracket, with ends of a number of bits. */
const enclosedValue = (fn: ScalarFunction, a: Bracket, bits: number): Interval => {
  // functions that grow fast stretch the width of an argument by its size, or by its square
  const spare = guard + 2 * Math.max(0, Math.min(24, isPoint(a) ? top(enclose(a, 8).hi) : 0));
  // log x may be as small as x − 1, which is at least 1/denominator
  const near = fn === 'log' && isPoint(a) ? bitLength(denominator(a)) : 0;
  const x = enclosure(a, bits + spare + 8 + near);
  const argument = compareDyadic(x.lo, x.hi) === 0 ? { lo: x.lo, hi: x.lo } : x;
  return widen(intervalFunctions[fn](argument, bits + spare), bits);
};

/**
 * Brackets whose intervals have ends of a given number of bits (at least 8). `sign` is null for an
 * interval around zero; division by one throws `Unsettled`, as do the functions that jump inside of
 * it.
 */
export const brackets = (bits: number): Field<Bracket> => {
  demandBits(bits);
  const toInterval = (a: Bracket, spare: number): Interval => enclosure(a, bits + spare);
  const within = (a: Q): Bracket => (isAffordable(a) ? a : enclose(a, bits));

  /** Work of a sum or product, and of a function, whose series have a term for every few bits. */
  const stepWork = 0.1 + bits / 1000;
  const functionWork = 2 + bits / 16;

  return {
    name: `brackets of ${bits} bits`,
    exact: true,
    zero: 0,
    one: 1,
    fromInteger: rationals.fromInteger,
    fromRational,
    add: (a, b) => {
      if (isPoint(a) && isPoint(b)) return within(add(a, b));
      if (a === 0) return b;
      if (b === 0) return a;
      spend(stepWork);
      return settle(plus(toInterval(a, 8), toInterval(b, 8), bits));
    },
    sub: (a, b) => {
      if (isPoint(a) && isPoint(b)) return within(sub(a, b));
      if (b === 0) return a;
      spend(stepWork);
      return settle(minus(toInterval(a, 8), toInterval(b, 8), bits));
    },
    mul: (a, b) => {
      if (isPoint(a) && isPoint(b)) return within(mul(a, b));
      if (a === 0 || b === 0) return 0;
      if (a === 1) return b;
      if (b === 1) return a;
      spend(stepWork);
      return settle(times(toInterval(a, 8), toInterval(b, 8), bits));
    },
    neg: (a) => (isPoint(a) ? neg(a) : negative(a)),
    div: (a, b) => {
      if (b === 0) throw new Undefined('division by zero');
      if (isPoint(a) && isPoint(b)) return within(div(a, b));
      if (a === 0 && !isPoint(b) && intervalSign(b) !== null) return 0;
      const divisor = toInterval(b, 8);
      demandNonzero(divisor);
      spend(2 * stepWork);
      return settle(over(toInterval(a, 8), divisor, bits));
    },
    sign: (a) => (isPoint(a) ? sign(a) : intervalSign(a)),
    apply: (fn, a) => {
      const exact = isPoint(a) ? exactly(fn, a) : null;
      if (exact !== null) return exact;
      spend(functionWork);
      return settle(enclosedValue(fn, a, bits));
    },
    constant: () => widen(pi(bits + 8), bits),
    withBits: brackets,
    hull: (a, b) => settle(widen(joined(toInterval(a, 8), toInterval(b, 8)), bits)),
  };
};

/** These may be rational at any argument, the others at 0 and 1 alone. */
const algebraic: ReadonlySet<ScalarFunction> = new Set<ScalarFunction>([
  'abs',
  'sign',
  'relu',
  'step',
  'leakyrelu',
  'leakystep',
  'sqrt',
]);

/** f(a) where it is rational; null where it has to be enclosed. */
const exactly = (fn: ScalarFunction, a: Q): Q | null => {
  if (a !== 0 && a !== 1 && !algebraic.has(fn)) return null;
  try {
    return rationals.apply(fn, a);
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
};
