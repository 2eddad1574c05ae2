/** Tests of the domain of polynomials. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Undefined, Unsupported } from '../../src/numbers/field.ts';
import { type Polynomial, polynomials } from '../../src/numbers/polynomial.ts';
import { type Q, equal } from '../../src/numbers/rational.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { smallRationals } from './arbitraries.ts';

const ring = polynomials(3);
const point = fc.tuple(smallRationals, smallRationals, smallRationals);

/** Random polynomials as straight-line sums and products of constants and variables. */
const polynomial: fc.Arbitrary<Polynomial> = fc.letrec<{ p: Polynomial }>((tie) => ({
  p: fc.oneof(
    { maxDepth: 3 },
    smallRationals.map(ring.lift),
    fc.nat(2).map(ring.variable),
    fc.tuple(tie('p'), tie('p')).map(([a, b]) => ring.add(a, b)),
    fc.tuple(tie('p'), tie('p')).map(([a, b]) => ring.mul(a, b)),
  ),
})).p;

describe('evaluation is a homomorphism', () => {
  const law = (op: 'add' | 'sub' | 'mul'): void =>
    fc.assert(
      fc.property(polynomial, polynomial, point, (a, b, at) =>
        equal(
          ring.evaluate(ring[op](a, b), at),
          rationals[op](ring.evaluate(a, at), ring.evaluate(b, at)),
        ),
      ),
    );
  test.each(['add', 'sub', 'mul'] as const)('%s', law);
  test('neg, lift and variables', () => {
    fc.assert(
      fc.property(
        polynomial,
        point,
        smallRationals,
        (a, at, c) =>
          equal(ring.evaluate(ring.neg(a), at), rationals.neg(ring.evaluate(a, at))) &&
          equal(ring.evaluate(ring.lift(c), at), c) &&
          [0, 1, 2].every((i) => equal(ring.evaluate(ring.variable(i), at), at[i] as Q)),
      ),
    );
  });
});

test('the sign is 0 for the zero polynomial alone, null where it is not constant', () => {
  const [x, y] = [ring.variable(0), ring.variable(1)];
  const binomial = ring.sub(
    ring.mul(ring.add(x, y), ring.add(x, y)),
    ring.add(
      ring.mul(x, x),
      ring.add(ring.mul(ring.fromInteger(2), ring.mul(x, y)), ring.mul(y, y)),
    ),
  );
  expect(ring.sign(binomial)).toBe(0);
  expect([
    ring.sign(x),
    ring.sign(ring.lift(-2)),
    ring.sign(ring.sub(ring.add(x, ring.one), x)),
  ]).toEqual([null, -1, 1]);
  fc.assert(
    fc.property(
      polynomial,
      polynomial,
      (a, b) => ring.sign(ring.sub(ring.mul(a, b), ring.mul(b, a))) === 0,
    ),
  );
  fc.assert(
    fc.property(polynomial, point, (a, at) => ring.sign(a) !== 0 || ring.evaluate(a, at) === 0),
  );
});

test('constants divide and have functions, the rest does not', () => {
  const x = ring.variable(0);
  expect(
    ring.sign(
      ring.sub(ring.div(ring.mul(ring.fromInteger(6), x), ring.fromInteger(3)), ring.add(x, x)),
    ),
  ).toBe(0);
  expect(() => ring.div(x, x)).toThrow(Unsupported);
  expect(() => ring.div(x, ring.zero)).toThrow(Undefined);
  expect(() => ring.apply('relu', x)).toThrow(Unsupported);
  expect(ring.sign(ring.apply('relu', ring.lift(-1)))).toBe(0);
  expect(() => ring.variable(3)).toThrow(RangeError);
});
