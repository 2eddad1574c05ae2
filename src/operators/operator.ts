/** The type of an operator: shape, value, kernel term and printed form. */
import type { Expr, Formula, Shape } from '../language/ast.ts';
import type { Field } from '../numbers/field.ts';
import type { Tensor } from '../numbers/tensor.ts';
import type { Term } from '../kernel/term.ts';
import type { Typeset } from './typeset.ts';

/**
 * Unification of dimensions. Shapes may hold unknown dimensions (`?1`) where `I`, `0` or `ones`
 * take theirs from the context; a name equals itself and an unknown alone.
 */
export interface Dimensions {
  /** Makes two dimensions one, or throws `ShapeMismatch`. */
  unify(a: string, b: string): void;
  /** The dimension an unknown is bound to by now. */
  resolve(a: string): string;
  fresh(): string;
}

/** Two shapes that do not fit; the language turns it into an error that points into the text. */
export class ShapeMismatch extends Error {
  override readonly name = 'ShapeMismatch';
}

/** How an operator is written: binding strength of the whole and text from the arguments' texts. */
export interface Printed {
  /**
   * 1 sum, 2 product, 3 prefix, 4 power and postfix, 5 atom: an argument of lower strength is put
   * in parentheses.
   */
  readonly strength: number;
  /** Least strength wanted of each argument. */
  readonly wants: readonly number[];
  /**
   * Texts of the integer parameters, where the operator has any, come before the arguments' texts.
   */
  text(...args: string[]): string;
  /** The same in two dimensions, for LaTeX and MathML. */
  typeset(...args: Typeset[]): Typeset;
}

/**
 * One operator of the language, declared in one place: its shape, evaluation, domain of definition,
 * printed form and its meaning as a term of the kernel. Evaluation runs over any field, jets
 * included: that gives its derivative in the search; the kernel's derivative comes from the term.
 */
export interface Operator {
  /** Unique; what stands before the parenthesis where `called`. */
  readonly name: string;
  /** Written `name(args)`: then a claim may not declare the name. */
  readonly called: boolean;
  /** 0: of several, and `shape` says how many. */
  readonly arity: number;
  /** One line for the manual, as `trace of a square matrix`. */
  readonly summary: string;
  /** `lambda[k](A)`: the number of integer parameters in square brackets. */
  readonly params?: number;
  /**
   * Position of an argument whose exact rational value must be known before evaluation (the
   * exponent of `^`): its numerator and denominator are appended to `params`.
   */
  readonly known?: number;
  /** Shape of the value; throws `ShapeMismatch` in the words of the user. */
  shape(args: readonly Shape[], dims: Dimensions, params: readonly number[]): Shape;
  /**
   * Value in any domain; throws `Undefined` or `Unsupported`. `shape` is the numeric shape of the
   * result.
   */
  evaluate<T>(
    field: Field<T>,
    args: readonly Tensor<T>[],
    shape: readonly number[],
    params: readonly number[],
  ): Tensor<T>;
  /**
   * What must hold of its arguments for it to have a value; absent where it always has one. See
   * conditions.ts.
   */
  defined?(args: readonly Expr[], params: readonly number[]): readonly Formula[];
  /** What must hold besides for it to be differentiable there; absent where it always is. */
  differentiable?(args: readonly Expr[], params: readonly number[]): readonly Formula[];
  /**
   * Is it a length, whose even powers are polynomials? Those are differentiable where it is 0, too.
   */
  isLength?(args: readonly Expr[]): boolean;
  readonly printed: Printed;
  /**
   * It acts entry by entry, and this is the word for the function of a whole square matrix:
   * `exp(A)` is then ambiguous, and `exp.(A)` is written for the entries.
   */
  readonly ofMatrix?: string;
  /** Arguments of which the kernel has a meaning for it; absent: of all. */
  lowers?(shapes: readonly Shape[], params: readonly number[]): boolean;
  /**
   * Its meaning in the kernel; absent if the kernel cannot express it yet; the claim then goes to
   * the search alone.
   */
  lower?(args: readonly Term[], shapes: readonly Shape[], params: readonly number[]): Term;
}
