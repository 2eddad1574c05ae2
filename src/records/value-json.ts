/** Values of a counterexample as JSON. */
import type { Json } from '../derivations/tables.ts';
import type { ActivationValue, Assignment, FunctionMap, Value } from '../evaluate/assignment.ts';
import type { Rational } from '../numbers/field.ts';
import type { Tensor } from '../numbers/tensor.ts';
import { rationalText } from '../numbers/rational-text.ts';

export type { Json };

/**
 * Entries as nested lists of rational strings: a scalar is one string, a vector a list, a matrix a
 * list of rows.
 */
export function tensorJson({ shape, data }: Tensor<Rational>): Json {
  const build = (depth: number, from: number, count: number): Json => {
    if (depth === shape.length) return rationalText(data[from]!);
    const step = count / shape[depth]!;
    return Array.from({ length: shape[depth]! }, (_, i) => build(depth + 1, from + i * step, step));
  };
  return build(0, 0, data.length);
}

/** A value of a counterexample as JSON, every number an exact rational written as a string. */
export function valueJson(value: Value<Rational>): Json {
  switch (value.kind) {
    case 'tensor':
      return tensorJson(value.tensor);
    case 'family':
      return { family: value.members.map(valueJson) };
    case 'activation':
      return { activation: activationJson(value.activation) };
    case 'function':
      return functionJson(value.map);
  }
}

const activationJson = (activation: ActivationValue<Rational>): Json =>
  activation.kind === 'builtin'
    ? activation.name
    : { polynomial: activation.coefficients.map(rationalText) };

function functionJson(map: FunctionMap<Rational>): Json {
  if (map.kind === 'polynomial') {
    return {
      function: 'polynomial',
      inputs: map.inputs,
      outputs: map.outputs.map((terms) =>
        terms.map(({ coefficient, powers }) => ({
          coefficient: rationalText(coefficient),
          powers,
        })),
      ),
    };
  }
  return {
    function: 'network',
    inputs: map.inputs,
    layers: map.layers.map(({ weights, bias, activation }) => ({
      weights: tensorJson(weights),
      bias: bias.map(rationalText),
      activation,
    })),
  };
}

/** `dims` and `values` of a counterexample, in the contract's form. */
export const assignmentJson = (
  at: Assignment<Rational>,
): { dims: Record<string, number>; values: Record<string, Json> } => ({
  dims: Object.fromEntries(at.dims),
  values: Object.fromEntries([...at.values].map(([name, value]) => [name, valueJson(value)])),
});
