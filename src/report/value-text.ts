/** Prints the value of a name. */
import type { Value } from '../evaluate/assignment.ts';
import type { Rational } from '../numbers/field.ts';
import { tensorJson } from '../records/value-json.ts';
import { activationText, functionText } from './function-text.ts';
import { matrixText } from './matrix-text.ts';

/** A named value, a line each: `W = [1; 0]`, `F(x) = x^2 + 1`, `phi = relu`, `q[1] = [1; 0]`. */
export function valueLines(name: string, value: Value<Rational>): string[] {
  switch (value.kind) {
    case 'tensor':
      return [`${name} = ${matrixText(tensorJson(value.tensor))}`];
    case 'function':
      return [functionText(name, value.map)];
    case 'activation':
      return [activationText(name, value.activation)];
    case 'family':
      return value.members.flatMap((member, i) => valueLines(`${name}[${i + 1}]`, member));
  }
}
