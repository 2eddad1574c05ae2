/** Tests of the kernel's fractions. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plus, power, ratio, ratioText, times } from '../../src/kernel/ratio.ts';

const fraction = fc.tuple(
  fc.bigInt(-50n, 50n),
  fc.bigInt(-50n, 50n).filter((d) => d !== 0n),
);

test('coefficients are fractions in lowest terms with a positive denominator', () => {
  fc.assert(
    fc.property(fraction, fraction, ([a, b], [c, d]) => {
      const [sum, product] = [plus(ratio(a, b), ratio(c, d)), times(ratio(a, b), ratio(c, d))];
      expect(sum.num * b * d).toBe((a * d + c * b) * sum.den);
      expect(product.num * b * d).toBe(a * c * product.den);
      for (const r of [sum, product, ratio(a, b)]) {
        expect(r.den > 0n).toBe(true);
        for (const prime of [2n, 3n, 5n, 7n])
          expect(r.num % prime === 0n && r.den % prime === 0n).toBe(false);
      }
    }),
  );
  expect(ratioText(power(ratio(-2n, 3n), -3))).toBe('-27/8');
  expect(ratioText(power(ratio(2n, 3n), 0))).toBe('1');
  expect(() => ratio(1n, 0n)).toThrow(/denominator/);
});
