/** Measures how large a counterexample is, for tests of the search. */
import type { Assignment, Value } from '../../src/evaluate/assignment.ts';
import type { Rational } from '../../src/numbers/field.ts';

const numbersOf = (value: Value<Rational>): readonly Rational[] => {
  switch (value.kind) {
    case 'tensor':
      return value.tensor.data;
    case 'family':
      return value.members.flatMap(numbersOf);
    case 'activation':
      return value.activation.kind === 'builtin' ? [] : value.activation.coefficients;
    case 'function':
      return value.map.kind === 'polynomial'
        ? value.map.outputs.flat().map((t) => t.coefficient)
        : value.map.layers.flatMap((l) => [...l.weights.data, ...l.bias]);
  }
};

const size = (x: bigint): bigint => (x < 0n ? -x : x);

/**
 * The largest whole number that it takes to write the point down: numerators and denominators,
 * those of functions' coefficients included.
 */
export const largestInteger = (at: Assignment<Rational>): number =>
  Number(
    [...at.values.values()]
      .flatMap(numbersOf)
      .flatMap(({ num, den }) => [size(num), den])
      .reduce((a, b) => (a > b ? a : b), 0n),
  );
