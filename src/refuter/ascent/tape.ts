/**
 * Records arithmetic on a tape that is then run on floating-point numbers, forwards and backwards.
 */
import {
  Undefined,
  Unsupported,
  scalarFunctions,
  type Field,
  type RealFunction,
  type Rational,
  type ScalarFunction,
  type Sign,
} from '../../numbers/field.ts';
import { float64 } from '../../numbers/float64.ts';
import { Calculus } from './calculus.ts';
import { eigenvalues } from './jacobi.ts';

/**
 * What one step does: the four operations, eigenvalues, a function of a matrix, or a function by its
 * place in the table.
 */
export const code = { add: 0, sub: 1, mul: 2, div: 3, spectrum: 4, calculus: 5 } as const;
export const firstFunction = 6;

/** A number on the tape: the register that holds it. */
export type Register = number;

/** Longer tapes are not worth their time. */
const longest = 80_000;

/**
 * A domain that records every operation. Beside each register stands its value at the point of
 * recording, so that code which asks for signs, as elimination does for pivots, takes the way that
 * is right there; elsewhere that way may be inaccurate, which costs a lead and no verdict.
 */
export class Tape implements Field<Register> {
  readonly name = 'tape';
  readonly exact = false;
  readonly zero: Register;
  readonly one: Register;
  /** The value of each register at the point of recording. */
  readonly values: number[] = [];
  /**
   * Of each register, as a polynomial in the inputs: how many times as long as theirs its exact
   * numbers are.
   */
  readonly degrees: number[] = [];
  readonly steps: number[] = [];
  readonly left: Register[] = [];
  readonly right: Register[] = [];
  readonly target: Register[] = [];
  /** The registers of the matrices that are decomposed, one behind the other. */
  readonly entries: Register[] = [];
  /** The functions that are taken of matrices, and of which sides these are. */
  readonly functions: { readonly f: RealFunction; readonly n: number; readonly from: number }[] =
    [];
  private readonly fixed = new Map<number, Register>();
  private readonly isFixed = new Set<Register>();
  private readonly decomposed = new Map<string, readonly Register[]>();

  constructor() {
    this.zero = this.held(0);
    this.one = this.held(1);
  }

  /** A register for a parameter, with its value at the point of recording. */
  input(value: number, degree = 1): Register {
    this.values.push(value);
    this.degrees.push(degree);
    return this.values.length - 1;
  }

  held(value: number): Register {
    const old = this.fixed.get(value);
    if (old !== undefined) return old;
    const made = this.input(value, 0);
    this.fixed.set(value, made);
    this.isFixed.add(made);
    return made;
  }

  private step(which: number, a: Register, b: Register, value: number): Register {
    if (this.isFixed.has(a) && this.isFixed.has(b)) return this.held(value);
    if (this.steps.length >= longest) throw new Unsupported('the tape is too long');
    this.steps.push(which);
    this.left.push(a);
    this.right.push(b);
    const [p, q] = [this.degrees[a] as number, this.degrees[b] as number];
    const summed = which === code.mul || which === code.div;
    const target = this.input(value, summed ? p + q : Math.max(p, q));
    this.target.push(target);
    return target;
  }

  private at(a: Register): number {
    return this.values[a] as number;
  }

  fromInteger(value: number): Register {
    return this.held(value + 0);
  }
  fromRational(value: Rational): Register {
    return this.held(float64.fromRational(value));
  }
  add(a: Register, b: Register): Register {
    if (a === this.zero) return b;
    return b === this.zero ? a : this.step(code.add, a, b, this.at(a) + this.at(b));
  }
  sub(a: Register, b: Register): Register {
    return b === this.zero ? a : this.step(code.sub, a, b, this.at(a) - this.at(b));
  }
  mul(a: Register, b: Register): Register {
    if (a === this.zero || b === this.zero) return this.zero;
    if (a === this.one) return b;
    return b === this.one ? a : this.step(code.mul, a, b, this.at(a) * this.at(b));
  }
  neg(a: Register): Register {
    return a === this.zero ? a : this.step(code.sub, this.zero, a, -this.at(a));
  }
  div(a: Register, b: Register): Register {
    if (b === this.zero) throw new Undefined('division by zero');
    if (a === this.zero) return a;
    return b === this.one ? a : this.step(code.div, a, b, this.at(a) / this.at(b));
  }
  sign(a: Register): Sign {
    const value = this.at(a);
    return value > 0 ? 1 : value < 0 ? -1 : 0;
  }
  apply(fn: ScalarFunction, a: Register): Register {
    let value = Number.NaN;
    try {
      value = float64.apply(fn, this.at(a));
    } catch (error) {
      // outside its domain at this point, which need not be so at another
      if (!(error instanceof Undefined)) throw error;
    }
    return this.step(firstFunction + scalarFunctions.indexOf(fn), a, a, value);
  }
  constant(): Register {
    return this.held(Math.PI);
  }
  spectrum(a: readonly Register[], n: number): readonly Register[] {
    if (n === 1) return [a[0] as Register];
    const key = a.join(',');
    const known = this.decomposed.get(key);
    if (known !== undefined) return known;
    const found = eigenvalues(
      Float64Array.from(a, (r) => this.at(r)),
      n,
    );
    const start = this.entries.length;
    this.entries.push(...a);
    this.steps.push(code.spectrum);
    this.left.push(start);
    this.right.push(n);
    const first = this.values.length;
    this.target.push(first);
    const degree = a.reduce((most, r) => Math.max(most, this.degrees[r] as number), 0);
    const out = Array.from(found, (x) => this.input(x, degree));
    this.decomposed.set(key, out);
    return out;
  }
  calculus(f: RealFunction, a: readonly Register[], n: number): readonly Register[] {
    const found = new Float64Array(n * n);
    new Calculus(n).value(
      f,
      Float64Array.from(a, (r) => this.at(r)),
      n,
      found,
    );
    this.steps.push(code.calculus);
    this.left.push(this.functions.length);
    this.right.push(n);
    this.functions.push({ f, n, from: this.entries.length });
    this.entries.push(...a);
    this.target.push(this.values.length);
    const degree = a.reduce((most, r) => Math.max(most, this.degrees[r] as number), 0);
    return Array.from(found, (x) => this.input(x, degree));
  }
  numberOf(a: Register): number | null {
    return this.isFixed.has(a) ? this.at(a) : null;
  }
  isZero(a: Register): boolean {
    return a === this.zero;
  }
}
