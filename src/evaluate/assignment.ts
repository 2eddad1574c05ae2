/** Types of a point: values of variables, functions and activations. */
import type { ScalarFunction } from '../numbers/field.ts';
import type { Tensor } from '../numbers/tensor.ts';

/** One monomial `coefficient · Π x_i^powers[i]`. */
export interface PolynomialTerm<T> {
  readonly coefficient: T;
  readonly powers: readonly number[];
}

/**
 * A polynomial map, one list of terms for each output; the inputs of all arguments stand one behind
 * the other.
 */
export interface PolynomialMap<T> {
  readonly kind: 'polynomial';
  readonly inputs: number;
  readonly outputs: readonly (readonly PolynomialTerm<T>[])[];
}

/**
 * A layered network: each layer is `activation(weights · x + bias)`, the activation null for a
 * linear layer.
 */
export interface NetworkMap<T> {
  readonly kind: 'network';
  readonly inputs: number;
  readonly layers: readonly {
    readonly weights: Tensor<T>;
    readonly bias: readonly T[];
    readonly activation: ScalarFunction | 'square' | null;
  }[];
}

/**
 * What may stand in for a function: a value that can be printed, stored, shrunk and run in any
 * domain.
 */
export type FunctionMap<T> = PolynomialMap<T> | NetworkMap<T>;

/** What may stand in for an unknown activation. */
export type ActivationValue<T> =
  | { readonly kind: 'builtin'; readonly name: ScalarFunction | 'square' | 'identity' }
  | { readonly kind: 'polynomial'; readonly coefficients: readonly T[] };

export type Value<T> =
  | { readonly kind: 'tensor'; readonly tensor: Tensor<T> }
  | { readonly kind: 'function'; readonly map: FunctionMap<T> }
  | { readonly kind: 'activation'; readonly activation: ActivationValue<T> }
  /** The members of `q[i] for i in 1..N`, in order. */
  | { readonly kind: 'family'; readonly members: readonly Value<T>[] };

/**
 * A point at which a claim is evaluated: a size for each dimension, a value for each declared name.
 */
export interface Assignment<T> {
  readonly dims: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, Value<T>>;
}
