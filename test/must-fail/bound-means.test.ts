/**
 * The mean of a function is written as a function of its own: no quantifier over functions may
 * stand outside it.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { goalOf, NotLowerable } from '../../src/prover/index.ts';

describe('what was provable by unpack, generalise and discharge', () => {
  test.each([
    'x: n ~ normal(0, 1) |- (exists f: R^n -> R. E[f(x)] = 1) => (forall f: R^n -> R. E[f(x)] = 1)',
    'x: n ~ normal(0, 1); c: scalar; exists f: R^n -> R. E[f(x)] = c |- forall f: R^n -> R. E[f(x)] = c',
    'x: n ~ normal(0, 1); (exists f: R^n -> R. E[f(x)] = 1); (exists f: R^n -> R. E[f(x)] = 2) |- 0 = 1',
  ])('%s', (claim) => expect(() => goalOf(parseClaim(claim))).toThrow(NotLowerable));
  test('a mean of a function that nothing binds is lowered', () => {
    expect(
      goalOf(parseClaim('x: n ~ normal(0, 1); f: R^n -> R; E[f(x)] = 1 |- 2 E[f(x)] = 2'))
        .conclusion.kind,
    ).toBe('equal');
  });
});
