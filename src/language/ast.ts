/**
 * The typed tree of a claim: what the grammar reads, what every later room works on.
 *
 * Shapes are lists of dimensions: `[]` a scalar, `[n]` a column vector, `[m, n]` a matrix, `['1',
 * n]` a row (the transpose of a column vector). A dimension that is literally 1 is dropped, except
 * that a row stays a row.
 */

/** Half-open range of character offsets in the claim's source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A dimension: a name (`n`), a positive literal (`2`), or a member of a family of dimensions
 * (`d[l-1]`).
 */
export type Dim = string;

export type Shape = readonly Dim[];

export const attributes = [
  'symmetric',
  'antisymmetric',
  'diagonal',
  'lower',
  'upper',
  'orthogonal',
  'projector',
  'invertible',
  'psd',
  'pd',
  'onto',
  'one-to-one',
  'positive',
  'nonnegative',
  'nonzero',
  'unit',
] as const;
/** The words that may follow a type, as in `A: n×n symmetric`. */
export type Attribute = (typeof attributes)[number];

export type Type =
  | { readonly kind: 'tensor'; readonly shape: Shape }
  /**
   * `R^n -> R^m`, `R^n -> R`, `R -> R`; `R^n × R^m -> R` has two inputs. Shapes are `[n]` or `[]`.
   */
  | { readonly kind: 'function'; readonly inputs: readonly Shape[]; readonly output: Shape }
  /** A scalar function applied elementwise, in general unknown. */
  | { readonly kind: 'activation' };

/**
 * `i in 1..N`: the index runs over whole numbers from 1 to a dimension, or to `L-1`, or to another
 * index.
 */
export interface Range {
  readonly index: string;
  readonly to: Dim;
  readonly span: Span;
}

/**
 * What stands in square brackets behind a family's name: `i`, `i+1`, `2`. `name` null means a plain
 * number.
 */
export interface Index {
  readonly name: string | null;
  readonly offset: number;
}

export interface Declaration {
  readonly name: string;
  readonly type: Type;
  readonly attributes: readonly Attribute[];
  /** `q[i]: m for i in 1..N` declares N vectors; null for a single variable. */
  readonly family: Range | null;
  /** Over the complex numbers; never in the claim that judges work on. See complex/. */
  readonly complex?: boolean;
  readonly span: Span;
}

export const lawKinds = ['normal', 'independent', 'rademacher'] as const;

/**
 * The law of a random variable. `normal`: mean and variance, or mean and covariance matrix of a
 * vector. `independent`: mean, variance, third and fourth central moments of entries that are
 * independent and of one law, as many as are known.
 * `rademacher`: entries that are independently 1 or -1. A mean that is a scalar is every entry's.
 */
export interface Law {
  readonly kind: (typeof lawKinds)[number];
  readonly params: readonly Expr[];
}

/** A declared name with a law; different names, and the members of a family, are independent. */
export interface RandomVariable {
  readonly declaration: Declaration;
  readonly law: Law;
}

export type DerivativeKind = 'grad' | 'jac' | 'hess';

interface Typed {
  readonly span: Span;
  readonly shape: Shape;
}

type Named = { readonly name: string; readonly index: Index | null };

export type Expr = Typed &
  /** A number as typed, an exact rational `p/q` or integer in lowest terms, sign included. */
  (
    | { readonly kind: 'number'; readonly value: string }
    /** A dimension used as a scalar. */
    | { readonly kind: 'dimension'; readonly dim: Dim }
    /** A running index used as a scalar, as `i` in `sum[i](i q[i])`. */
    | { readonly kind: 'index'; readonly name: string }
    /** `imaginary`: the unit i of a complex claim. */
    | (Named & { readonly kind: 'variable'; readonly imaginary?: boolean })
    /** `I`, `0` and `ones`, whose shape came from the context. */
    | { readonly kind: 'constant'; readonly which: 'identity' | 'zero' | 'ones' }
    /** An operator of the registry (`src/operators`): `add`, `mul`, `transpose`, `inv`, `tr`, … */
    | {
        readonly kind: 'operator';
        readonly operator: string;
        readonly args: readonly Expr[];
        readonly params: readonly number[];
      }
    /**
     * A declared function, or an activation (elementwise, `builtin` when it is one of the known
     * ones), `order` primes.
     */
    | {
        readonly kind: 'call';
        readonly fn: string;
        readonly builtin: boolean;
        readonly index: Index | null;
        readonly order: number;
        readonly args: readonly Expr[];
      }
    /** `grad(f)(u)`, `jac(f)(u)`, `hess(f)(u)`: a derivative of a declared function at a point. */
    | {
        readonly kind: 'jet';
        readonly which: DerivativeKind;
        readonly fn: string;
        readonly index: Index | null;
        readonly args: readonly Expr[];
      }
    /** `grad[x](e)`, `jac[x](e)`, `hess[x](e)`: by a declared variable (or a family's member). */
    | {
        readonly kind: 'derivative';
        readonly which: DerivativeKind;
        readonly by: string;
        readonly index: Index | null;
        readonly body: Expr;
      }
    /** `told`: the range is that of the families behind the index, and need not be written. */
    | {
        readonly kind: 'reduce';
        readonly how: 'sum' | 'mean';
        readonly range: Range;
        readonly told: boolean;
        readonly body: Expr;
      }
    /**
     * `prod[l=L..1](W[l])` is W[L] … W[1], the index falling; `prod[l=1..L](..)` rises. Without
     * factors it is I, or 1.
     */
    | {
        readonly kind: 'product';
        readonly range: Range;
        readonly from: number;
        readonly falling: boolean;
        readonly body: Expr;
      }
    /**
     * `x[i]`, `A[i,j]`, a row `A[i,:]`, a column `A[:,j]`: one place for each axis, null for the
     * whole of it.
     */
    | {
        readonly kind: 'entry';
        readonly places: readonly (Index | null)[];
        readonly body: Expr;
      }
    /**
     * `ker(A)`, a subspace of R^n; its shape is `[n]`. It can only be compared by `=` or `!=`, or
     * follow `in`.
     */
    | { readonly kind: 'kernel'; readonly of: Expr }
    /**
     * `E[body]`, `expect(body)` where E is a name of the claim's own: the mean over the random
     * variables in the body.
     */
    | {
        readonly kind: 'expectation';
        readonly random: readonly RandomVariable[];
        readonly body: Expr;
        readonly word: 'E' | 'expect';
      }
  );

export const relations = ['=', '!=', '<', '<=', '>', '>=', '~~', '>>=', '<<=', 'in'] as const;
/** `~~` is ∝ (A = cB for some c > 0), `>>=` is ⪰. */
export type Relation = (typeof relations)[number];

/** An attribute; `adjoint` where hermitian or unitary is written. */
type Said = { readonly attribute: Attribute; readonly adjoint?: boolean };

export type Formula = { readonly span: Span } & (
  | {
      readonly kind: 'relation';
      readonly relation: Relation;
      readonly left: Expr;
      readonly right: Expr;
    }
  /** `W is onto`. */
  | ({ readonly kind: 'is'; readonly subject: Expr } & Said)
  | {
      readonly kind: 'and' | 'or' | 'implies' | 'iff';
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'not'; readonly body: Formula }
  /**
   * `forall v: m. …`, `exists c: scalar positive. …`; attributes of the variables are hypotheses on
   * them.
   */
  | {
      readonly kind: 'forall' | 'exists';
      readonly variables: readonly Declaration[];
      readonly body: Formula;
    }
  /** `forall i in 1..N. …`. */
  | { readonly kind: 'each'; readonly range: Range; readonly body: Formula }
  /** A condition that no claim can write: no entry of the subject is a kink of the function. */
  | {
      readonly kind: 'off';
      readonly subject: Expr;
      readonly fn: string;
      /** Exact rationals. */
      readonly kinks: readonly string[];
    }
  /**
   * A condition that has no formula: `of` has a value. Where `of` is null, no judge can decide it.
   */
  | { readonly kind: 'unsaid'; readonly of: Expr | null; readonly text: string }
);

/** A family of dimensions `d[from]`, …, `d[to + past]`, as d[0], …, d[L]. */
export interface DimFamily {
  readonly name: string;
  readonly from: number;
  readonly to: Dim;
  readonly past: number;
}

/** A claim that was read and type-checked. */
export interface Claim {
  /** As typed; every span points into it. */
  readonly source: string;
  /** What a reader should know of how the text was read, in sentences. */
  readonly notes?: readonly string[];
  /** Dimension names in order of appearance, literals left out. */
  readonly dims: readonly Dim[];
  /** Dimensions that vary with an index. */
  readonly dimFamilies: readonly DimFamily[];
  /** Those without a law. */
  readonly declarations: readonly Declaration[];
  readonly random: readonly RandomVariable[];
  readonly hypotheses: readonly Formula[];
  readonly conclusion: Formula;
}

/**
 * A condition under which a claim is defined: an inverse exists, a logarithm's argument is
 * positive, a kink is avoided.
 */
export interface Condition {
  /** Null where the types grant it, so that it is only listed: a declared function is smooth. */
  readonly formula: Formula | null;
  /** In the words of the claim, as `W W' invertible`. */
  readonly text: string;
  readonly span: Span;
}

/** An ill-typed claim: where, what, and what to do. */
export class ClaimError extends Error {
  readonly span: Span;
  /** The claim with one transposition or index shift that would mend it, or another hint. */
  readonly suggestion: string | null;
  constructor(message: string, span: Span, suggestion: string | null = null) {
    super(message);
    this.name = 'ClaimError';
    this.span = span;
    this.suggestion = suggestion;
  }
}
