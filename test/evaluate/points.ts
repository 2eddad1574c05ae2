/** Builds points from plain numbers, for tests. */
import { parseClaim } from '../../src/language/index.ts';
import type { Expr, Formula } from '../../src/language/ast.ts';
import type { Assignment, PolynomialTerm, Value } from '../../src/evaluate/assignment.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { mapAssignment } from '../../src/evaluate/lift.ts';
import type { Field } from '../../src/numbers/field.ts';
import type { Q } from '../../src/numbers/rational.ts';
import { toRational } from '../../src/numbers/rational.ts';
import { parseRational, rationalText } from '../../src/numbers/rational-text.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { tensor, type Tensor } from '../../src/numbers/tensor.ts';

export type Plain = number | string | readonly Plain[];

const shapeOf = (x: Plain): number[] =>
  Array.isArray(x) ? [x.length, ...shapeOf(x[0] as Plain)] : [];
const flatten = (x: Plain): Q[] =>
  Array.isArray(x) ? x.flatMap((y: Plain) => flatten(y)) : [parseRational(String(x))];

/** A number, a list or a list of lists, of integers or texts like `1/2`. */
export const rational = (x: Plain): Tensor<Q> => tensor(shapeOf(x), flatten(x));

/**
 * `p(2, [[1, 1], [3, 0, 2]])` is x0·... : each term a coefficient followed by the powers of the
 * inputs.
 */
export const polynomial = (
  inputs: number,
  ...outputs: (readonly (readonly number[])[])[]
): Value<Q> => ({
  kind: 'function',
  map: {
    kind: 'polynomial',
    inputs,
    outputs: outputs.map((terms) =>
      terms.map(([coefficient = 0, ...powers]): PolynomialTerm<Q> => ({ coefficient, powers })),
    ),
  },
});

export const family = (...members: Plain[]): Value<Q> => ({
  kind: 'family',
  members: members.map((m) => ({ kind: 'tensor', tensor: rational(m) })),
});

export const activation = (...coefficients: number[]): Value<Q> => ({
  kind: 'activation',
  activation: { kind: 'polynomial', coefficients },
});

const isValue = (x: Plain | Value<Q>): x is Value<Q> => typeof x === 'object' && 'kind' in x;

export const point = (
  dims: Record<string, number>,
  values: Record<string, Plain | Value<Q>>,
): Assignment<Q> => ({
  dims: new Map(Object.entries(dims)),
  values: new Map(
    Object.entries(values).map(([name, x]) => [
      name,
      isValue(x) ? x : { kind: 'tensor', tensor: rational(x) },
    ]),
  ),
});

export const formula = (text: string): Formula => parseClaim(text).conclusion;

/** The expression behind the turnstile of `declarations |- expression`. */
export const expression = (text: string): Expr => {
  const found = formula(`${text} = ${text.slice(text.indexOf('|-') + 2)}`);
  if (found.kind !== 'relation') throw new Error('not an expression');
  return found.left;
};

export const into = <T>(field: Field<T>, at: Assignment<Q>): Assignment<T> =>
  mapAssignment(at, (x) => field.fromRational(toRational(x)));

/** The value in nested lists of texts, of numbers where whole. */
const nested = (shape: readonly number[], data: readonly string[]): unknown => {
  const [n, ...rest] = shape;
  if (n === undefined) return data[0];
  const step = data.length / n;
  return Array.from({ length: n }, (_, i) => nested(rest, data.slice(i * step, (i + 1) * step)));
};

export const valueOf = (text: string, at: Assignment<Q>): unknown => {
  const found = evaluate(expression(text), rationals, at);
  return nested(
    found.shape,
    found.data.map((x) => rationalText(x)),
  );
};

/** The same with the numbers of another domain. */
export const numbersOf = <T>(text: string, field: Field<T>, at: Assignment<Q>): readonly T[] =>
  evaluate(expression(text), field, into(field, at)).data;

/** Whole numbers as the texts that `valueOf` answers. */
export const texts = (x: Plain): unknown =>
  Array.isArray(x) ? x.map((y: Plain) => texts(y)) : String(x);
