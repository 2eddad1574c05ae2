/**
 * A point of an assignment as a source of the judge: functions take their true derivatives, by hand
 * on their polynomials.
 */
import type { Assignment, PolynomialTerm, Value } from '../../src/evaluate/assignment.ts';
import type { Grid } from '../../src/judge/grid.ts';
import { field } from '../../src/judge/modular.ts';
import type { Source } from '../../src/judge/value.ts';
import type { FunctionSymbol, Head } from '../../src/kernel/term.ts';
import { operationValue } from '../../src/judge/operations.ts';
import { inverse } from '../../src/numbers/linear-algebra.ts';
import { tensor } from '../../src/numbers/tensor.ts';

const missing = (name: string): never => {
  throw new Error(`no operation ${name}`);
};

const flat = (value: Value<number>): number[] => {
  if (value.kind === 'tensor') return [...value.tensor.data];
  if (value.kind === 'family') return value.members.flatMap(flat);
  throw new Error('a function has no entries');
};

/** ∂/∂x_i of a polynomial. */
const partial = (terms: readonly PolynomialTerm<number>[], i: number): PolynomialTerm<number>[] =>
  terms.flatMap(({ coefficient, powers }) => {
    const k = powers[i] as number;
    return k === 0
      ? []
      : [
          {
            coefficient: field.mul(k, coefficient),
            powers: powers.map((e, j) => (i === j ? e - 1 : e)),
          },
        ];
  });

const at = (terms: readonly PolynomialTerm<number>[], x: readonly number[]): number =>
  terms.reduce((sum, { coefficient, powers }) => {
    let product = coefficient;
    powers.forEach((k, i) => {
      for (let e = 0; e < k; e++) product = field.mul(product, x[i] as number);
    });
    return field.add(sum, product);
  }, 0);

const outputsOf = (value: Value<number>): readonly (readonly PolynomialTerm<number>[])[] => {
  if (value.kind === 'activation' && value.activation.kind === 'polynomial') {
    return [value.activation.coefficients.map((coefficient, k) => ({ coefficient, powers: [k] }))];
  }
  if (value.kind === 'function' && value.map.kind === 'polynomial') return value.map.outputs;
  throw new Error('no polynomial');
};

/** `indices`: the coordinate vectors `#1`, `#2`, … are what they should be. */
export function trueValues({ dims, values }: Assignment<number>): Source {
  const size = (d: string): number => dims.get(d) ?? Number(d);
  const jet = (
    fn: FunctionSymbol,
    orders: readonly number[],
    family: readonly number[],
    args: readonly Float64Array[],
  ): number[] => {
    const named = values.get(fn.name) as Value<number>;
    const member =
      named.kind === 'family' ? (named.members[family[0] as number] as Value<number>) : named;
    const x = args.flatMap((a) => [...a]);
    let results = outputsOf(member).map(
      (terms) => [terms] as (readonly PolynomialTerm<number>[])[],
    );
    let start = 0;
    args.forEach((a, j) => {
      for (let k = 0; k < (orders[j] as number); k++) {
        results = results.map((list) =>
          list.flatMap((terms) => [...a.keys()].map((i) => partial(terms, start + i))),
        );
      }
      start += a.length;
    });
    return results.flat().map((terms) => at(terms, x));
  };
  return {
    size,
    jet,
    variable: (name, shape): Grid => {
      if (/^#\d+$/.test(name))
        return {
          shape,
          data: Float64Array.from({ length: shape[0] as number }, (_, i) =>
            i === Number(name.slice(1)) - 1 ? 1 : 0,
          ),
        };
      return { shape, data: Float64Array.from(flat(values.get(name) as Value<number>)) };
    },
    inverse: (n, value) =>
      n === null
        ? [field.div(1, value[0] as number)]
        : inverse(field, tensor([n, n], [...value])).data,
    operation: (name, shape, value) => operationValue(name, shape, value) ?? missing(name),
    fixed: () => undefined,
    known: new WeakMap<Head, Grid>(),
  };
}
