/**
 * The derivatives of the built-in activations, by the jets and by two computer algebra packages.
 */
import { describe, expect, test } from 'vitest';
import { applyScalar } from '../../src/evaluate/functions.ts';
import { nthDerivative, type Recipe } from '../../src/evaluate/derivatives.ts';
import { brackets, lowerEnd, upperEnd } from '../../src/numbers/bracket.ts';
import type { Field } from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { toRational } from '../../src/numbers/rational.ts';
import { fromFloat, toFloat } from '../../src/numbers/rational-text.ts';
import { activations, type Activation } from '../../src/operators/activations.ts';
import { byMathjs, byNerdamer } from '../../src/opinions/activation-derivatives.ts';

const points = [-3.25, -1.5, -0.625, -0.125, 0.25, 0.75, 1.375, 2.5];

interface Row {
  readonly name: string;
  readonly fn: NonNullable<Activation['fn']>;
  readonly order: number;
  readonly formulas: readonly string[];
  readonly kinks: readonly number[];
}

const rows: Row[] = [...activations.values()].flatMap((a) => {
  const { formula: formulas, fn, name } = a;
  return formulas === null || fn === null
    ? []
    : [0, 1, 2].map((order) => ({ name, fn, order, formulas, kinks: a.kinks.map(Number) }));
});

const recipe =
  (fn: Row['fn']): Recipe<never> =>
  <U>(field: Field<U>, _: unknown, x: readonly U[]) => [applyScalar(field, fn, x[0] as U)];

const formulaAt = ({ formulas, kinks }: Row, x: number): string =>
  formulas[kinks.filter((k) => k < x).length] as string;

describe.each(rows)('$name, derivative $order', (row) => {
  const { fn, order } = row;
  const byJets = (x: number): number =>
    nthDerivative<number>(float64, recipe(fn) as Recipe<number>, order, x);

  test.each([
    ['mathjs', byMathjs],
    ['nerdamer', byNerdamer],
  ] as const)('as %s has it', async (name, derivative) => {
    for (const x of points) {
      const other = await derivative(formulaAt(row, x), order, x);
      if (other === null)
        expect(['erf', 'gelu'].includes(row.name) && name === 'mathjs').toBe(true);
      else expect(byJets(x), `at ${x}`).toBeCloseTo(other, 10);
    }
  });

  test('inside its bracket', () => {
    const field = brackets(64);
    for (const x of points) {
      const bracket = nthDerivative(
        field,
        recipe(fn) as Recipe<ReturnType<typeof field.fromInteger>>,
        order,
        field.fromRational(toRational(fromFloat(x))),
      );
      const [lo, hi] = [toFloat(lowerEnd(bracket)), toFloat(upperEnd(bracket))];
      const slack = 1e-12 * Math.max(1, Math.abs(hi));
      expect(hi - lo).toBeLessThan(1e-12);
      expect(byJets(x)).toBeGreaterThanOrEqual(lo - slack);
      expect(byJets(x)).toBeLessThanOrEqual(hi + slack);
    }
  });
});

test('every activation with a formula was looked at', () => {
  expect(new Set(rows.map((r) => r.name)).size).toBe(
    [...activations.values()].filter((a) => a.formula !== null).length,
  );
});
