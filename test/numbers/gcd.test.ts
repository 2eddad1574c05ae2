/** Greatest common divisors of long numbers, compared with Euclid's algorithm one step at a time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gcdBig } from '../../src/numbers/gcd.ts';

const stepwise = (first: bigint, second: bigint): bigint => {
  let [a, b] = [first, second];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};
const upTo = (min: bigint) => fc.bigInt({ min, max: 2n ** 1200n });
const long = upTo(0n);
const fibonacci = (n: number): bigint => {
  let [a, b] = [1n, 1n];
  for (let i = 0; i < n; i++) [a, b] = [b, a + b];
  return a;
};

describe('the greatest common divisor of long numbers', () => {
  test('is that of the steps one by one', () => {
    fc.assert(
      fc.property(long, long, long, (a, b, g) => gcdBig(a * g, b * g) === stepwise(a * g, b * g)),
    );
  });
  test('where a quotient is long, or no remainder is left', () => {
    fc.assert(
      fc.property(upTo(1n), long, fc.integer({ min: -1, max: 1 }), (a, b, near) => {
        const c = a * b + BigInt(near) * b;
        return gcdBig(c, b) === stepwise(c, b) && gcdBig(c + 1n, c) === 1n;
      }),
    );
  });
  test.each([90, 200, 1000, 3000])('where every quotient is 1: Fibonacci number %i', (n) => {
    expect(gcdBig(fibonacci(n), fibonacci(n - 1))).toBe(1n);
    expect(gcdBig(7n ** 90n * fibonacci(n), 7n ** 90n * fibonacci(n - 1))).toBe(7n ** 90n);
  });
  test.each([127n, 128n, 129n, 500n])('next to the power %i of 2', (k) => {
    const p = 2n ** k;
    expect(gcdBig(p - 1n, p + 1n)).toBe(1n);
    expect(gcdBig(p * p - 1n, p - 1n)).toBe(p - 1n);
    expect(gcdBig(p + 1n, p + 1n)).toBe(p + 1n);
  });
});
