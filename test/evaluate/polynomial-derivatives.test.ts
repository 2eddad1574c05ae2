/** Tests derivatives of polynomials against those of jets. */
import { describe, expect, it } from 'vitest';
import type { PolynomialMap } from '../../src/evaluate/assignment.ts';
import { derivativeOf } from '../../src/evaluate/derivatives.ts';
import { applyMap } from '../../src/evaluate/functions.ts';
import { polynomialDerivative } from '../../src/evaluate/polynomial-derivatives.ts';
import { mapValue } from '../../src/evaluate/lift.ts';
import type { Field } from '../../src/numbers/field.ts';
import { ratio, toRational, type Q } from '../../src/numbers/rational.ts';
import { random } from '../../src/numbers/random.ts';
import { rationals } from '../../src/numbers/rationals.ts';

const source = random(3);
const drawn = (inputs: number, outputs: number): PolynomialMap<Q> => ({
  kind: 'polynomial',
  inputs,
  outputs: Array.from({ length: outputs }, () =>
    Array.from({ length: source.int(0, 5) }, () => ({
      coefficient: ratio(BigInt(source.int(-5, 5)), BigInt(source.int(1, 4))),
      powers: Array.from({ length: inputs }, () => source.int(0, 3)),
    })),
  ),
});

describe('derivatives of polynomials, monomial by monomial', () => {
  it('are what jets compute', () => {
    for (let i = 0; i < 60; i++) {
      const [inputs, outputs] = [source.int(1, 3), source.int(1, 3)];
      for (const which of ['grad', 'jac', 'hess'] as const) {
        const map = drawn(inputs, which === 'jac' ? outputs : 1);
        const x = Array.from({ length: inputs }, () =>
          ratio(BigInt(source.int(-3, 3)), BigInt(source.int(1, 3))),
        );
        const jets = derivativeOf(
          rationals,
          which,
          <U>(field: Field<U>, lift: (v: Q) => U, y: readonly U[]) => {
            const lifted = mapValue({ kind: 'function', map }, lift);
            return lifted.kind === 'function' ? applyMap(field, lifted.map, y) : [];
          },
          x,
        );
        expect(polynomialDerivative(rationals, which, map, x).map(toRational)).toEqual(
          jets.map(toRational),
        );
      }
    }
  });
});
