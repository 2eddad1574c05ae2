/** The field axioms as tests, for any domain. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Field, Undefined } from '../../src/numbers/field.ts';

/** The axioms of a commutative field, for a domain whose values can be compared. */
export const fieldLaws = <T>(
  field: Field<T>,
  values: fc.Arbitrary<T>,
  equal: (a: T, b: T) => boolean,
): void => {
  const { zero, one, add, sub, mul, neg, div } = field;
  const holds = (law: (a: T, b: T, c: T) => boolean): void =>
    fc.assert(fc.property(values, values, values, law), { numRuns: 300 });
  test('addition is an abelian group', () => {
    holds((a, b, c) => equal(add(add(a, b), c), add(a, add(b, c))) && equal(add(a, b), add(b, a)));
    holds(
      (a, b) =>
        equal(add(a, zero), a) && equal(add(a, neg(a)), zero) && equal(sub(a, b), add(a, neg(b))),
    );
  });
  test('multiplication is commutative, associative and distributes', () => {
    holds((a, b, c) => equal(mul(mul(a, b), c), mul(a, mul(b, c))) && equal(mul(a, b), mul(b, a)));
    holds(
      (a, b, c) => equal(mul(a, add(b, c)), add(mul(a, b), mul(a, c))) && equal(mul(a, one), a),
    );
  });
  test('division undoes multiplication, and zero divides nothing', () => {
    holds(
      (a, b) => field.sign(b) === 0 || (equal(mul(div(a, b), b), a) && equal(div(mul(a, b), b), a)),
    );
    expect(() => div(one, zero)).toThrow(Undefined);
  });
  test('integers and rationals are what the operations make of one', () => {
    expect(
      equal(field.fromInteger(7), Array.from({ length: 7 }, () => one).reduce(add, zero)),
    ).toBe(true);
    expect(equal(field.fromInteger(-3), neg(add(one, add(one, one))))).toBe(true);
    const half = field.fromRational({ num: -5n, den: 10n });
    expect(equal(mul(half, field.fromInteger(-2)), one)).toBe(true);
  });
  test('the sign is zero at zero alone', () => {
    expect(field.sign(zero)).toBe(0);
    holds((a) => (field.sign(a) === 0) === equal(a, zero));
  });
};
