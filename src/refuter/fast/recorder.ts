/** Records arithmetic on a tape, as a domain. */
import {
  Undefined,
  Unsettled,
  Unsupported,
  type Field,
  type Rational,
  type ScalarFunction,
  type Sign,
} from '../../numbers/field.ts';

/** What one step of a tape does. */
export const add = 0;
export const sub = 1;
export const mul = 2;
export const div = 3;
export const relu = 4;
export const abs = 5;

/** A register of the tape. */
export type Register = number;

/** Longer programs are slower than the general way. */
const longest = 6000;

/**
 * A domain that computes nothing and records every operation instead: whatever is written against
 * `Field` becomes a straight line of steps on numbered registers. Signs are known of constants
 * alone, so that code which asks for others takes its way without division, or throws and is not
 * recorded.
 */
export class Recorder implements Field<Register> {
  readonly name = 'recorder';
  readonly exact = true;
  readonly zero: Register;
  readonly one: Register;
  /**
   * Whole numbers in registers before the run, null where the value comes from outside or from a
   * step.
   */
  readonly constants: (number | null)[] = [];
  readonly operations: number[] = [];
  readonly left: Register[] = [];
  readonly right: Register[] = [];
  readonly target: Register[] = [];
  private readonly known = new Map<number, Register>();

  constructor() {
    this.zero = this.held(0);
    this.one = this.held(1);
  }

  /** A register for a value that comes from outside. */
  input(): Register {
    this.constants.push(null);
    return this.constants.length - 1;
  }

  private held(value: number): Register {
    const old = this.known.get(value);
    if (old !== undefined) return old;
    if (!Number.isSafeInteger(value))
      throw new Unsupported('a constant that is not a whole number');
    this.constants.push(value);
    this.known.set(value, this.constants.length - 1);
    return this.constants.length - 1;
  }

  private step(operation: number, a: Register, b: Register): Register {
    if (this.operations.length >= longest) throw new Unsupported('the program is too long');
    this.operations.push(operation);
    this.left.push(a);
    this.right.push(b);
    const target = this.input();
    this.target.push(target);
    return target;
  }

  private valueOf(a: Register): number | null {
    return this.constants[a] ?? null;
  }

  fromInteger(value: number): Register {
    return this.held(value + 0);
  }
  fromRational({ num, den }: Rational): Register {
    if (den === 1n) return this.held(Number(num));
    return this.step(div, this.held(Number(num)), this.held(Number(den)));
  }
  add(a: Register, b: Register): Register {
    if (a === this.zero) return b;
    return b === this.zero ? a : this.step(add, a, b);
  }
  sub(a: Register, b: Register): Register {
    return b === this.zero ? a : this.step(sub, a, b);
  }
  mul(a: Register, b: Register): Register {
    if (a === this.zero || b === this.zero) return this.zero;
    if (a === this.one) return b;
    return b === this.one ? a : this.step(mul, a, b);
  }
  neg(a: Register): Register {
    return a === this.zero ? a : this.step(sub, this.zero, a);
  }
  div(a: Register, b: Register): Register {
    if (b === this.zero) throw new Undefined('division by zero');
    return b === this.one ? a : this.step(div, a, b);
  }
  sign(a: Register): Sign {
    const value = this.valueOf(a);
    return value === null ? null : value > 0 ? 1 : value < 0 ? -1 : 0;
  }
  apply(fn: ScalarFunction, a: Register): Register {
    if (fn === 'relu') return this.step(relu, a, a);
    if (fn === 'abs') return this.step(abs, a, a);
    throw new Unsupported(`${fn} is not recorded`);
  }
  isZero(a: Register): boolean {
    return a === this.zero;
  }
}

/** May recording have failed for a reason that is not a defect? */
export const unrecordable = (error: unknown): boolean =>
  error instanceof Unsupported || error instanceof Undefined || error instanceof Unsettled;
