/** Tests of the domain of integers modulo a prime. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unsupported } from '../../src/numbers/field.ts';
import { defaultModulus, primeField } from '../../src/numbers/prime-field.ts';
import { random } from '../../src/numbers/random.ts';

import { fieldLaws } from './field-laws.ts';

const sizes = [2, 3, 7, 65537, 67108859, 1073741827, 2147483629, defaultModulus];

describe.each([7, 67108859, defaultModulus])('modulo %i', (p) =>
  fieldLaws(primeField(p), fc.integer({ min: 0, max: p - 1 }), (a, b) => a === b),
);

test('products agree with BigInt, also next to zero and next to p', () => {
  for (const p of sizes) {
    const { mul } = primeField(p);
    const elements = fc.oneof(
      fc.nat(p - 1),
      fc.nat(Math.min(p - 1, 5)).map((x) => p - 1 - x),
      fc.nat(Math.min(p - 1, 5)),
    );
    fc.assert(
      fc.property(
        elements,
        elements,
        (a, b) => mul(a, b) === Number((BigInt(a) * BigInt(b)) % BigInt(p)),
      ),
      { numRuns: 1500 },
    );
  }
});

test.each([1518500213, 1200000041, 1800000011, defaultModulus])(
  'products that are near a multiple of %i',
  (p) => {
    const { mul, div } = primeField(p);
    const generator = random(5);
    for (let i = 0; i < 500; i += 1) {
      const a = generator.int(1, p - 1);
      // the rounded quotient is too small for some of these and too large for others
      for (const near of [1, 2, p - 1, p - 2]) {
        const b = div(near, a);
        const exact = Number((BigInt(a) * BigInt(b)) % BigInt(p));
        if (mul(a, b) !== near || exact !== near)
          expect([a, b, mul(a, b), exact]).toEqual([a, b, near, near]);
      }
    }
  },
);

test('a modulus that is not a prime below 2^31 is refused', () => {
  for (const p of [0, 1, 4, 2147483649, 2 ** 31, 1.5, 2147483645])
    expect(() => primeField(p)).toThrow(RangeError);
});

test('a rational whose denominator p divides has no value, and no function has', () => {
  expect(() => primeField(7).fromRational({ num: 1n, den: 14n })).toThrow(Unsupported);
  expect(() => primeField(7).apply('relu', 1)).toThrow(Unsupported);
  expect(primeField(7).fromInteger(-1)).toBe(6);
});

test('random elements reach all of a small field', () => {
  const field = primeField(5);
  const generator = random(1);
  expect(new Set(Array.from({ length: 100 }, () => field.random(generator))).size).toBe(5);
});
