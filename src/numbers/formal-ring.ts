/** Arithmetic of quotients of sums of named numbers, each with a bracket. */
import type { Bracket } from './bracket.ts';
import { type Field, type ScalarFunction, type Sign, Undefined, Unsettled } from './field.ts';
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
import { type Q, div } from './rational.ts';

export interface Formal {
  readonly num: Sum;
  readonly den: Sum;
  readonly value: Bracket;
}

export const one = constant(1);
const isOne = (s: Sum): boolean => rationalOf(s) === 1;

/** The rational number that it is, by its terms; null where they are others. */
export const rational = ({ num, den }: Formal): Q | null => {
  const [n, d] = [rationalOf(num), rationalOf(den)];
  return n === null || d === null ? null : div(n, d);
};

export const text = ({ num, den }: Formal): string =>
  isOne(den) ? sumText(num) : `(${sumText(num)})/(${sumText(den)})`;

export const lift = (x: Q): Formal => ({ num: constant(x), den: one, value: x });

export const named = (name: string, value: Bracket, square: Sum | null = null): Formal => ({
  num: single({ exponent: 0, atoms: [[{ name, square }, 1]] }),
  den: one,
  value,
});

/** The operations, with brackets of one precision. */
export class FormalRing {
  readonly base: Field<Bracket>;

  constructor(base: Field<Bracket>) {
    this.base = base;
  }

  /** a + b, or a - b. */
  plus(a: Formal, b: Formal, by: 1 | -1 = 1): Formal {
    const value = by === 1 ? this.base.add(a.value, b.value) : this.base.sub(a.value, b.value);
    return sameSum(a.den, b.den)
      ? { num: sumOf(a.num, b.num, by), den: a.den, value }
      : {
          num: sumOf(timesOf(a.num, b.den), timesOf(b.num, a.den), by),
          den: timesOf(a.den, b.den),
          value,
        };
  }

  times(a: Formal, b: Formal): Formal {
    return {
      num: timesOf(a.num, b.num),
      den: timesOf(a.den, b.den),
      value: this.base.mul(a.value, b.value),
    };
  }

  over(a: Formal, b: Formal): Formal {
    if (b.num.size === 0) throw new Undefined('division by zero');
    return {
      num: timesOf(a.num, b.den),
      den: timesOf(a.den, b.num),
      value: this.base.div(a.value, b.value),
    };
  }

  negative(a: Formal): Formal {
    return { num: timesOf(constant(-1), a.num), den: a.den, value: this.base.neg(a.value) };
  }

  sign(a: Formal): Sign {
    return a.num.size === 0 ? 0 : this.base.sign(a.value);
  }

  /** The sign; throws where it is not known. */
  known(a: Formal): -1 | 0 | 1 {
    const found = this.sign(a);
    if (found === null) throw new Unsettled('a number too near to zero; ask for more bits');
    return found;
  }

  /**
   * Of a number and its negative the one that comes first, so that odd and even functions are
   * known.
   */
  turned(a: Formal): { readonly of: Formal; readonly turned: boolean } {
    const other = this.negative(a);
    return text(other) < text(a) ? { of: other, turned: true } : { of: a, turned: false };
  }

  atom(fn: ScalarFunction, a: Formal): Formal {
    return named(`${fn}(${text(a)})`, this.base.apply(fn, a.value));
  }

  odd(fn: ScalarFunction, a: Formal): Formal {
    const { of, turned } = this.turned(a);
    return turned ? this.negative(this.atom(fn, of)) : this.atom(fn, of);
  }
}
