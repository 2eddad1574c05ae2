/**
 * Numbers as quotients of sums of named numbers, each with a bracket. Where two brackets are too
 * near to be distinguished, equal terms show that their numbers are equal: exp(a) exp(-a) is 1, and
 * tanh is odd.
 */
import { brackets, type Bracket } from './bracket.ts';
import {
  type Field,
  type ScalarFunction,
  type Sign,
  Undefined,
  Unsettled,
  Unsupported,
  leakySlope,
} from './field.ts';
import {
  constant,
  rationalOf,
  sameSum,
  single,
  sumOf,
  sumText,
  timesOf,
  type Sum,
} from './formal-terms.ts';
import {
  type Q,
  denominator,
  div,
  fromRational,
  integer,
  min,
  mul,
  neg,
  numerator,
  ratio,
  sign,
} from './rational.ts';
import { rationals } from './rationals.ts';

export interface Formal {
  readonly num: Sum;
  readonly den: Sum;
  readonly value: Bracket;
}

const one = constant(1);
const isOne = (s: Sum): boolean => rationalOf(s) === 1;

/** The rational number that it is, by its terms; null where they are others. */
const rational = ({ num, den }: Formal): Q | null => {
  const [n, d] = [rationalOf(num), rationalOf(den)];
  return n === null || d === null ? null : div(n, d);
};

const text = ({ num, den }: Formal): string =>
  isOne(den) ? sumText(num) : `(${sumText(num)})/(${sumText(den)})`;

/** Primes below this are split off under roots and logarithms. */
const primesTo = 1000n;

/** A whole number as powers of primes, the last of them perhaps composite. */
const primePowers = (n: bigint): [bigint, number][] => {
  const found: [bigint, number][] = [];
  let rest = n;
  for (let p = 2n; p < primesTo && p * p <= rest; p += p === 2n ? 1n : 2n) {
    let k = 0;
    while (rest % p === 0n) [rest, k] = [rest / p, k + 1];
    if (k > 0) found.push([p, k]);
  }
  return rest > 1n ? [...found, [rest, 1]] : found;
};

export const formal = (bits: number): Field<Formal> => {
  const base = brackets(bits);
  const lift = (x: Q): Formal => ({ num: constant(x), den: one, value: x });
  const named = (name: string, value: Bracket, square: Sum | null = null): Formal => ({
    num: single({ exponent: 0, atoms: [[{ name, square }, 1]] }),
    den: one,
    value,
  });
  const plus = (a: Formal, b: Formal, by: Q): Formal => {
    const value = by === 1 ? base.add(a.value, b.value) : base.sub(a.value, b.value);
    return sameSum(a.den, b.den)
      ? { num: sumOf(a.num, b.num, by), den: a.den, value }
      : {
          num: sumOf(timesOf(a.num, b.den), timesOf(b.num, a.den), by),
          den: timesOf(a.den, b.den),
          value,
        };
  };
  const add = (a: Formal, b: Formal): Formal => plus(a, b, 1);
  const times = (a: Formal, b: Formal): Formal => ({
    num: timesOf(a.num, b.num),
    den: timesOf(a.den, b.den),
    value: base.mul(a.value, b.value),
  });
  const over = (a: Formal, b: Formal): Formal => {
    if (b.num.size === 0) throw new Undefined('division by zero');
    return {
      num: timesOf(a.num, b.den),
      den: timesOf(a.den, b.num),
      value: base.div(a.value, b.value),
    };
  };
  const negative = (a: Formal): Formal => ({
    num: timesOf(constant(-1), a.num),
    den: a.den,
    value: base.neg(a.value),
  });
  const signOf = (a: Formal): Sign => (a.num.size === 0 ? 0 : base.sign(a.value));
  const known = (a: Formal): -1 | 0 | 1 => {
    const found = signOf(a);
    if (found === null) throw new Unsettled('a number too near to zero; ask for more bits');
    return found;
  };
  /**
   * Of a number and its negative the one that comes first, so that odd and even functions are
   * known.
   */
  const turned = (a: Formal): { readonly of: Formal; readonly turned: boolean } => {
    const other = negative(a);
    return text(other) < text(a) ? { of: other, turned: true } : { of: a, turned: false };
  };
  const atom = (fn: ScalarFunction, a: Formal): Formal =>
    named(`${fn}(${text(a)})`, base.apply(fn, a.value));
  const odd = (fn: ScalarFunction, a: Formal): Formal => {
    const { of, turned: back } = turned(a);
    return back ? negative(atom(fn, of)) : atom(fn, of);
  };
  const exp = (a: Formal): Formal => {
    const q = rational(a);
    if (q !== null)
      return { num: single({ exponent: q, atoms: [] }), den: one, value: base.apply('exp', q) };
    const { of, turned: back } = turned(a);
    return back ? over(lift(1), atom('exp', of)) : atom('exp', of);
  };
  const log = (a: Formal): Formal => {
    const value = base.apply('log', a.value);
    const [only, ...more] = a.num.values();
    const under = rationalOf(a.den);
    if (only === undefined || under === null) return named(`log(${text(a)})`, value);
    if (more.length > 0 || only.of.atoms.length > 0) {
      // log(1 + e^-x) is log(e^x + 1) - x
      const least = [...a.num.values()].map((t) => t.of.exponent).reduce(min);
      const shifted = timesOf(a.num, single({ exponent: neg(least), atoms: [] }, div(1, under)));
      const { num } = named(`log(${sumText(shifted)})`, value);
      return { num: sumOf(num, constant(least)), den: one, value };
    }
    const q = div(only.factor, under);
    const part = (n: bigint, by: Q): Sum =>
      primePowers(n)
        .map(([p, k]) =>
          single({ exponent: 0, atoms: [[{ name: `log(${p})`, square: null }, 1]] }, mul(by, k)),
        )
        .reduce((x, y) => sumOf(x, y), constant(0));
    const parts = sumOf(part(numerator(q), 1), part(denominator(q), -1));
    return { num: sumOf(parts, constant(only.of.exponent)), den: one, value };
  };
  const sqrt = (a: Formal): Formal => {
    const value = base.apply('sqrt', a.value);
    const below = known({ ...a, num: a.den, den: one, value: denominatorValue(a) });
    // √(n/d) is √(n d)/|d|
    const radicand = timesOf(a.num, a.den);
    const under = below < 0 ? timesOf(constant(-1), a.den) : a.den;
    const q = rationalOf(radicand);
    if (q === null)
      return {
        num: named(`sqrt(${sumText(radicand)})`, value, radicand).num,
        den: under,
        value,
      };
    if (sign(q) < 0) throw new Undefined('square root of a negative number');
    const [n, d] = [numerator(q), denominator(q)];
    let root = constant(ratio(1n, d));
    for (const [p, k] of primePowers(n * d)) {
      const whole = integer(p ** BigInt(k >> 1));
      root = timesOf(root, constant(whole));
      const prime = { name: `sqrt(${p})`, square: constant(integer(p)) };
      if (k % 2 === 1) root = timesOf(root, single({ exponent: 0, atoms: [[prime, 1]] }));
    }
    return { num: root, den: under, value };
  };
  /** The bracket of a denominator, where it is not known to be positive. */
  const denominatorValue = ({ den }: Formal): Bracket => {
    const q = rationalOf(den);
    if (q !== null) return q;
    // sums of e^q with positive factors are positive
    if (
      [...den.values()].every(
        ({ factor, of }) => sign(factor) > 0 && of.atoms.every(([x]) => x.square !== null),
      )
    )
      return 1;
    throw new Unsettled('a denominator of unknown sign');
  };
  const functions: Readonly<Record<ScalarFunction, (a: Formal) => Formal>> = {
    abs: (a) => (known(a) < 0 ? negative(a) : a),
    sign: (a) => lift(known(a)),
    relu: (a) => (known(a) > 0 ? a : lift(0)),
    step: (a) => lift(rationals.apply('step', known(a))),
    leakyrelu: (a) => (known(a) > 0 ? a : times(lift(fromRational(leakySlope)), a)),
    leakystep: (a) => lift(rationals.apply('leakystep', known(a))),
    sqrt,
    exp,
    log,
    tanh: (a) => {
      const t = exp(add(a, a));
      return {
        ...over(add(t, lift(-1)), add(t, lift(1))),
        value: base.apply('tanh', a.value),
      };
    },
    sigmoid: (a) => {
      const t = exp(a);
      return { ...over(t, add(t, lift(1))), value: base.apply('sigmoid', a.value) };
    },
    softplus: (a) => ({
      ...log(add(lift(1), exp(a))),
      value: base.apply('softplus', a.value),
    }),
    silu: (a) => times(a, functions.sigmoid(a)),
    erf: (a) => odd('erf', a),
    gelu: (a) => {
      const half = times(lift(ratio(1n, 2n)), a);
      const under = over(a, sqrt(lift(2)));
      return {
        ...add(half, times(half, odd('erf', under))),
        value: base.apply('gelu', a.value),
      };
    },
    sin: (a) => odd('sin', a),
    cos: (a) => atom('cos', turned(a).of),
  };
  return {
    name: `named numbers with ${base.name}`,
    exact: true,
    zero: lift(0),
    one: lift(1),
    fromInteger: (x) => lift(rationals.fromInteger(x)),
    fromRational: (x) => lift(fromRational(x)),
    add,
    sub: (a, b) => plus(a, b, -1),
    mul: times,
    neg: negative,
    div: over,
    sign: signOf,
    apply: (fn, a) => {
      const q = rational(a);
      if (q === null) return functions[fn](a);
      try {
        return lift(rationals.apply(fn, q));
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error;
        return functions[fn](lift(q));
      }
    },
    constant: (name) => named(name, base.constant?.(name) ?? 0),
  };
};
