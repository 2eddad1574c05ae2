/**
 * Terms of the kernel: sums of contraction graphs. A graph is a list of factors whose slots are
 * joined by wires; a wire joins any number of slots, carries a dimension, and is summed over unless
 * it is free. Free wires, in order, are the shape. The identity is one wire free twice; `ones` is a
 * free wire on no slot; diag(v) is a wire on v's slot and free twice.
 */

import type { Ratio } from './ratio.ts';

/**
 * A dimension: a name, a positive literal, a member `d[l-1]` of a family over an index
 * (indices.ts), or a product of these (dimension.ts).
 */
export type Dim = string;

/**
 * A function symbol: `inputs` its vector arguments' dimensions (null: a scalar argument), `output`
 * null for a scalar value.
 */
export interface FunctionSymbol {
  readonly name: string;
  /** Dimensions of a family's index: `F[i]: R^n -> R for i in 1..N` has `['N']`. */
  readonly family: readonly Dim[];
  readonly inputs: readonly (Dim | null)[];
  readonly output: Dim | null;
  /** It may have kinks, as an activation that only has a name: every other one is smooth. */
  readonly kinks?: boolean;
}

export type Head =
  /**
   * Slots: one for each dimension of `shape` (a family's index first). `W[l]`, whose shape varies
   * with l, has its index in its name.
   */
  | { readonly kind: 'variable'; readonly name: string; readonly shape: readonly Dim[] }
  /**
   * A partial derivative of a function at a point. `orders[j]` derivatives by argument j. Each
   * argument term has shape
   * `[...params, input]`. Slots: family, params, output, then the derivative slots argument by
   * argument; a scalar argument's derivatives have no slot.
   */
  | {
      readonly kind: 'jet';
      readonly fn: FunctionSymbol;
      readonly orders: readonly number[];
      readonly params: readonly Dim[];
      readonly args: readonly Term[];
    }
  /**
   * inv(A) of a term of shape `[...params, n, n]` (`matrix`), or 1/s of shape `[...params]`. Slots:
   * params, row, column.
   */
  | {
      readonly kind: 'inverse';
      readonly matrix: boolean;
      readonly params: readonly Dim[];
      readonly arg: Term;
    }
  /**
   * A named operation on a tensor without equations of its own here: rank, det, adj, pinv, pair.
   * Argument `[...params, ...rest]`; slots: params, then those of its value.
   */
  | {
      readonly kind: 'operation';
      readonly name: string;
      readonly params: readonly Dim[];
      readonly arg: Term;
    };

export interface Factor {
  readonly head: Head;
  /** The wire at each slot. */
  readonly slots: readonly number[];
}

export interface Monomial {
  readonly coefficient: Ratio;
  /**
   * Powers of named dimensions and of members of families, positive or negative: dimensions are
   * positive, so never zero.
   */
  readonly powers: Readonly<Record<Dim, number>>;
  readonly factors: readonly Factor[];
  /** The dimension of each wire. */
  readonly wires: readonly Dim[];
  /** The free wires in the order of the term's shape. */
  readonly free: readonly number[];
}

export interface Term {
  readonly shape: readonly Dim[];
  readonly monomials: readonly Monomial[];
}
