/** Converts values and points from one domain of numbers to another. */
import { tensor } from '../numbers/tensor.ts';
import type { Assignment, FunctionMap, Value } from './assignment.ts';

const mapFunction = <T, U>(map: FunctionMap<T>, f: (value: T) => U): FunctionMap<U> => {
  if (map.kind === 'polynomial') {
    return {
      ...map,
      outputs: map.outputs.map((terms) =>
        terms.map(({ coefficient, powers }) => ({ coefficient: f(coefficient), powers })),
      ),
    };
  }
  return {
    ...map,
    layers: map.layers.map(({ weights, bias, activation }) => ({
      weights: tensor(weights.shape, weights.data.map(f)),
      bias: bias.map(f),
      activation,
    })),
  };
};

/** The same value with every number converted. */
export const mapValue = <T, U>(value: Value<T>, f: (value: T) => U): Value<U> => {
  const convert = (x: T): U => f(x);
  switch (value.kind) {
    case 'tensor':
      return { kind: 'tensor', tensor: tensor(value.tensor.shape, value.tensor.data.map(convert)) };
    case 'function':
      return { kind: 'function', map: mapFunction(value.map, convert) };
    case 'activation':
      return value.activation.kind === 'builtin'
        ? { kind: 'activation', activation: value.activation }
        : {
            kind: 'activation',
            activation: {
              kind: 'polynomial',
              coefficients: value.activation.coefficients.map(convert),
            },
          };
    case 'family':
      return { kind: 'family', members: value.members.map((m) => mapValue(m, f)) };
  }
};

/** The same point in another domain of numbers. */
export const mapAssignment = <T, U>(at: Assignment<T>, f: (value: T) => U): Assignment<U> => ({
  dims: at.dims,
  values: new Map([...at.values].map(([name, value]) => [name, mapValue(value, f)])),
});

/**
 * The same point in a larger domain, of the names wanted alone: a derivative lifts what its body
 * mentions.
 */
export const liftAssignment = <T, U>(
  at: Assignment<T>,
  lift: (value: T) => U,
  names?: ReadonlySet<string>,
): Assignment<U> => ({
  dims: at.dims,
  values: new Map(
    [...at.values]
      .filter(([name]) => names?.has(name) ?? true)
      .map(([name, value]) => [name, mapValue(value, lift)]),
  ),
});
