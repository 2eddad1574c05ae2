/** Applies scalar functions, activations, polynomial maps and networks to numbers. */
import type { Field, ScalarFunction } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import type { ActivationValue, FunctionMap, NetworkMap, PolynomialMap } from './assignment.ts';

/** A scalar function of one number; `square` and `identity` are not functions of the fields. */
export const applyScalar = <T>(
  field: Field<T>,
  fn: ScalarFunction | 'square' | 'identity',
  x: T,
): T => {
  if (fn === 'identity') return x;
  return fn === 'square' ? field.mul(x, x) : field.apply(fn, x);
};

/** Σ c_k x^k by Horner's rule. */
const polynomial = <T>(field: Field<T>, coefficients: readonly T[], x: T): T => {
  let sum = coefficients.at(-1) ?? field.zero;
  for (let k = coefficients.length - 2; k >= 0; k--)
    sum = field.add(field.mul(sum, x), coefficients[k] as T);
  return sum;
};

export const applyActivation = <T>(field: Field<T>, activation: ActivationValue<T>, x: T): T =>
  activation.kind === 'builtin'
    ? applyScalar(field, activation.name, x)
    : polynomial(field, activation.coefficients, x);

const applyPolynomial = <T>(field: Field<T>, map: PolynomialMap<T>, x: readonly T[]): T[] => {
  const powers = x.map((value) => [value]);
  const powerOf = (i: number, k: number): T => {
    const list = powers[i] as T[];
    while (list.length < k) list.push(field.mul(list.at(-1) as T, x[i] as T));
    return list[k - 1] as T;
  };
  return map.outputs.map((terms) => {
    let sum = field.zero;
    for (const { coefficient, powers: exponents } of terms) {
      let product = coefficient;
      for (let i = 0; i < exponents.length; i++) {
        const k = exponents[i] as number;
        if (k > 0) product = field.mul(product, powerOf(i, k));
      }
      sum = field.add(sum, product);
    }
    return sum;
  });
};

const applyNetwork = <T>(field: Field<T>, map: NetworkMap<T>, x: readonly T[]): readonly T[] => {
  let h = x;
  for (const { weights, bias, activation } of map.layers) {
    const width = h.length;
    h = bias.map((b, i) => {
      let sum = b;
      for (let j = 0; j < width; j++)
        sum = field.add(sum, field.mul(weights.data[i * width + j] as T, h[j] as T));
      return activation === null ? sum : applyScalar(field, activation, sum);
    });
  }
  return h;
};

/** The outputs of a function at its inputs, those of all arguments one behind the other. */
export const applyMap = <T>(
  field: Field<T>,
  map: FunctionMap<T>,
  x: readonly T[],
): readonly T[] => {
  if (x.length !== map.inputs)
    throw new Error(`the function takes ${map.inputs} numbers, but was given ${x.length}`);
  return map.kind === 'polynomial' ? applyPolynomial(field, map, x) : applyNetwork(field, map, x);
};

/** e^(x_i) / Σ_j e^(x_j) of a vector, and of each row of a matrix. */
export const softmax = <T>(field: Field<T>, x: Tensor<T>): Tensor<T> => {
  const columns = x.shape.length === 2 ? (x.shape[1] as number) : x.data.length;
  const data: T[] = [];
  for (let from = 0; from < x.data.length; from += columns) {
    const powers = x.data.slice(from, from + columns).map((v) => field.apply('exp', v));
    const sum = powers.reduce((s, p) => field.add(s, p));
    data.push(...powers.map((p) => field.div(p, sum)));
  }
  return tensor(x.shape, data);
};
