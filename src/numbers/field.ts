/**
 * What every scalar domain offers: float64, a prime field, exact rationals, certified brackets,
 * jets over any of these. Whatever is written against `Field` runs in all of them.
 */

/** Exact rational: `den > 0`, in lowest terms. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** Scalar functions that a domain may know in addition to the four operations. */
export const scalarFunctions = [
  'abs',
  'sign',
  'relu',
  'step',
  'leakyrelu',
  'leakystep',
  'sqrt',
  'exp',
  'log',
  'tanh',
  'sigmoid',
  'softplus',
  'erf',
  'gelu',
  'silu',
  'sin',
  'cos',
] as const;
export type ScalarFunction = (typeof scalarFunctions)[number];

/** A function of a real number that is taken of the eigenvalues of a matrix. */
export interface RealFunction {
  readonly float: (x: number) => number;
  /** Must all eigenvalues be positive? Otherwise at least 0; null: neither. */
  readonly strict: boolean | null;
}

/** Order of two numbers; null where a bracket is too wide to tell or the domain has no order. */
export type Sign = -1 | 0 | 1 | null;

export interface Field<T> {
  readonly name: string;
  /**
   * True where a result of `sign` is never wrong: rationals, the prime field (zero or not),
   * brackets.
   */
  readonly exact: boolean;
  readonly zero: T;
  readonly one: T;
  fromInteger(value: number): T;
  fromRational(value: Rational): T;
  add(a: T, b: T): T;
  sub(a: T, b: T): T;
  mul(a: T, b: T): T;
  neg(a: T): T;
  /** Throws `Undefined` when b is zero, `Unsettled` when a bracket cannot tell. */
  div(a: T, b: T): T;
  /** Sign of a: 0 exactly where a is zero; a prime field answers 0, 1 (not zero) only. */
  sign(a: T): Sign;
  /**
   * Throws `Undefined` outside the function's domain and at its kinks' derivatives, `Unsupported`
   * where the domain lacks it.
   */
  apply(fn: ScalarFunction, a: T): T;
  /** π, where the domain has it: the derivatives of erf and gelu need it. */
  constant?(name: 'pi'): T;
  /** All numbers between two, in a domain of brackets. */
  hull?(a: T, b: T): T;
  /** The same domain of brackets at another precision. */
  withBits?(bits: number): Field<T>;
  /**
   * Eigenvalues, falling, of a symmetric n×n matrix given row by row: in a domain that has them all
   * at once.
   */
  spectrum?(a: readonly T[], n: number): readonly T[];
  /** A function of a symmetric n×n matrix given row by row: in a domain that has it as one step. */
  calculus?(f: RealFunction, a: readonly T[], n: number): readonly T[];
  /** The number in floating point, in a domain with `calculus`; null where it varies. */
  numberOf?(a: T): number | null;
  /**
   * Zero in all its parts; absent where `sign(a) === 0` says so. A jet of value zero may have a
   * slope.
   */
  isZero?(a: T): boolean;
}

/** Whether a is zero in all its parts, so that it may be left out of a sum or a product. */
export const vanishes = <T>(field: Field<T>, a: T): boolean =>
  field.isZero === undefined ? field.sign(a) === 0 : field.isZero(a);

/** The slope of leakyrelu below zero, in every domain. */
export const leakySlope: Rational = { num: 1n, den: 100n };

/**
 * What a domain answers instead of a number. A search sees thousands of them a second, so they
 * carry no trace of the stack.
 */
export class NoNumber extends Error {
  constructor(message: string) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = limit;
  }
}

/** The expression has no value here: an inverse of a singular matrix, the derivative at a kink. */
export class Undefined extends NoNumber {
  override readonly name = 'Undefined';
}

/** This domain cannot compute this: tanh over the rationals, an order in a prime field. */
export class Unsupported extends NoNumber {
  override readonly name = 'Unsupported';
}

/** A bracket is too wide to decide; a narrower one may. */
export class Unsettled extends NoNumber {
  override readonly name = 'Unsettled';
}
