/** Tests of automatic differentiation by jets. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brackets, lowerEnd, upperEnd } from '../../src/numbers/bracket.ts';
import {
  type Field,
  type ScalarFunction,
  Undefined,
  scalarFunctions,
  vanishes,
} from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { type Jet, jets } from '../../src/numbers/jet.ts';
import { polynomials } from '../../src/numbers/polynomial.ts';
import { type Q, equal, sub } from '../../src/numbers/rational.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { fromFloat, parseRational, toFloat } from '../../src/numbers/rational-text.ts';
import { rationalNumbers, smallRationals } from './arbitraries.ts';
import { fieldLaws } from './field-laws.ts';

const q = parseRational;
const line = jets(rationals, 1);
const plane = jets(rationals, 2);
const at = (jet: Jet<Q>, i = 0): Q => plane.partial(jet, i);

/** f(x) + ε f'(x) of a function of one variable. */
const slope = <T>(base: Field<T>, fn: ScalarFunction, x: T): T => {
  const field = jets(base, 1);
  return field.partial(field.apply(fn, field.variable(x, 0)), 0);
};

/** f''(x), by jets over jets. */
const curvature = <T>(base: Field<T>, fn: ScalarFunction, x: T): T => {
  const inner = jets(base, 1);
  const outer = jets(inner, 1);
  return inner.partial(
    outer.partial(outer.apply(fn, outer.variable(inner.variable(x, 0), 0)), 0),
    0,
  );
};

const twoVariables = fc
  .tuple(rationalNumbers, rationalNumbers, rationalNumbers)
  .map(
    ([value, a, b]): Jet<Q> =>
      plane.add(
        plane.lift(value),
        plane.add(
          plane.mul(plane.lift(a), plane.variable(0, 0)),
          plane.mul(plane.lift(b), plane.variable(0, 1)),
        ),
      ),
  );
const same = (a: Jet<Q>, b: Jet<Q>): boolean =>
  equal(a.value, b.value) && equal(at(a), at(b)) && equal(at(a, 1), at(b, 1));

describe('jets over rationals, away from zero', () =>
  fieldLaws(
    plane,
    twoVariables.filter((a) => a.value !== 0 || a.partials === null),
    same,
  ));

test('sums, products and quotients against hand derivatives', () => {
  fc.assert(
    fc.property(smallRationals, smallRationals, (a, b) => {
      if (b === 0) return true;
      const [x, y] = [plane.variable(a, 0), plane.variable(b, 1)];
      const { add, mul, div } = rationals;
      const product = plane.mul(plane.mul(x, x), y);
      const quotient = plane.div(plane.sub(x, y), plane.mul(y, y));
      return (
        equal(at(product), mul(mul(2, a), b)) &&
        equal(at(product, 1), mul(a, a)) &&
        equal(at(quotient), div(1, mul(b, b))) &&
        equal(at(quotient, 1), div(sub(b, add(a, a)), mul(b, mul(b, b))))
      );
    }),
  );
});

test('a sum whose slopes cancel is a constant again', () => {
  const x = line.variable(3, 0);
  expect(line.sub(x, x).partials).toBeNull();
  expect(line.mul(line.lift(0), x).partials).toBeNull();
});

test('a partial of value zero keeps its own slope: x² and x³ at 0', () => {
  const inner = jets(rationals, 1);
  const outer = jets(inner, 1);
  const x = outer.variable(inner.variable(0, 0), 0);
  const second = (a: Jet<Jet<Q>>): Q => inner.partial(outer.partial(a, 0), 0);
  expect(second(outer.mul(x, x))).toBe(2);
  expect(second(outer.mul(x, outer.mul(x, x)))).toBe(0);
  expect(vanishes(inner, outer.partial(outer.mul(x, x), 0))).toBe(false);
});

test('first and second derivatives of every function agree with finite differences', () => {
  const smooth = scalarFunctions.filter(
    (fn) => !['abs', 'sign', 'step', 'leakystep', 'relu', 'leakyrelu'].includes(fn),
  );
  const fine = brackets(160);
  const h = q('1e-12');
  for (const fn of smooth) {
    for (const x of [
      q('7/10'),
      q('13/9'),
      ...(fn === 'log' || fn === 'sqrt' ? [] : [q('-4/5'), q('-3')]),
    ]) {
      const value = (at_: Q): Q => lowerEnd(fine.apply(fn, at_));
      const first = rationals.div(
        sub(value(rationals.add(x, h)), value(sub(x, h))),
        rationals.mul(2, h),
      );
      const second = rationals.div(
        rationals.add(
          sub(value(rationals.add(x, h)), rationals.mul(2, value(x))),
          value(sub(x, h)),
        ),
        rationals.mul(h, h),
      );
      // the differences are off by about h²
      const near = (bracket: Parameters<typeof lowerEnd>[0], expected: Q, what: string): void => {
        expect(Math.abs(toFloat(sub(lowerEnd(bracket), expected))), `${what} ${fn}`).toBeLessThan(
          1e-18,
        );
        expect(Math.abs(toFloat(sub(upperEnd(bracket), expected))), `${what} ${fn}`).toBeLessThan(
          1e-18,
        );
      };
      near(slope(fine, fn, x), first, 'slope of');
      near(curvature(fine, fn, x), second, 'curvature of');
      expect(slope(float64, fn, toFloat(x))).toBeCloseTo(toFloat(first), 12);
      expect(curvature(float64, fn, toFloat(x))).toBeCloseTo(toFloat(second), 12);
    }
  }
});

describe('piecewise linear functions', () => {
  test('have their exact slopes off the kink', () => {
    for (const [fn, below, above] of [
      ['relu', 0, 1],
      ['abs', -1, 1],
      ['leakyrelu', q('1/100'), 1],
      ['step', 0, 0],
      ['sign', 0, 0],
      ['leakystep', 0, 0],
    ] as const) {
      expect([slope(rationals, fn, -2), slope(rationals, fn, q('1/3'))]).toEqual([below, above]);
      expect([curvature(rationals, fn, -2), curvature(rationals, fn, 5)]).toEqual([0, 0]);
    }
  });
  test('have none at the kink, unless nothing moves the argument', () => {
    for (const fn of ['relu', 'abs', 'leakyrelu', 'step', 'sign', 'leakystep'] as const) {
      expect(() => slope(rationals, fn, 0), fn).toThrow(Undefined);
    }
    for (const fn of ['relu', 'abs', 'leakyrelu', 'sign'] as const)
      expect(line.apply(fn, line.lift(0))).toEqual(line.lift(0));
    expect(() => slope(rationals, 'sqrt', 0)).toThrow(Undefined);
    expect(() => slope(rationals, 'log', 0)).toThrow(Undefined);
  });
  test('second derivatives see a kink that only the outer variable moves', () => {
    const inner = jets(rationals, 1);
    const outer = jets(inner, 1);
    // x enters through the inner jet alone: the relu is at its kink there too
    expect(() => outer.apply('relu', outer.lift(inner.variable(0, 0)))).toThrow(Undefined);
    // x² has slope 0 at 0 and still moves: its relu is not differentiated twice there
    const x = outer.variable(inner.variable(0, 0), 0);
    expect(() => outer.apply('relu', outer.mul(x, x))).toThrow(Undefined);
  });
});

test('over polynomials: the derivative as a polynomial', () => {
  const ring = polynomials(2);
  const field = jets(ring, 1);
  const t = field.variable(ring.variable(0), 0);
  const found = field.partial(field.mul(field.mul(t, t), field.lift(ring.variable(1))), 0);
  expect(
    ring.sign(
      ring.sub(found, ring.mul(ring.fromInteger(2), ring.mul(ring.variable(0), ring.variable(1)))),
    ),
  ).toBe(0);
});

test('variables and partials out of range are refused', () => {
  expect(() => line.variable(1, 1)).toThrow(RangeError);
  expect(() => line.partial(line.one, -1)).toThrow(RangeError);
  expect(toFloat(fromFloat(0.1))).toBe(0.1);
});
