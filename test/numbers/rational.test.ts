/** Tests of the domain of rationals. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Undefined, Unsupported } from '../../src/numbers/field.ts';
import {
  Big,
  type Q,
  Small,
  add,
  compare,
  denominator,
  div,
  equal,
  floor,
  mul,
  neg,
  numerator,
  ratio,
  sign,
  sub,
} from '../../src/numbers/rational.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import {
  fromFloat,
  parseRational,
  rationalText,
  simplestBetween,
  simplestWithin,
  toFloat,
} from '../../src/numbers/rational-text.ts';
import { rationalNumbers, smallRationals } from './arbitraries.ts';
import { fieldLaws } from './field-laws.ts';

const q = (text: string): Q => parseRational(text);

/** One value, one representation: safe integer, fraction of safe integers, or what is left. */
const isCanonical = (a: Q): boolean => {
  if (typeof a === 'number') return Number.isSafeInteger(a) && !Object.is(a, -0);
  const [num, den] = [numerator(a), denominator(a)];
  let [x, y] = [num < 0n ? -num : num, den];
  while (y !== 0n) [x, y] = [y, x % y];
  const fits = Number.isSafeInteger(Number(num)) && Number.isSafeInteger(Number(den));
  return (
    x === 1n && den > 0n && (a instanceof Small ? den > 1n && fits : a instanceof Big && !fits)
  );
};

describe('the field of rationals', () => fieldLaws(rationals, rationalNumbers, equal));

test('the operations agree with fractions of BigInts and stay canonical', () => {
  fc.assert(
    fc.property(rationalNumbers, rationalNumbers, (a, b) => {
      const [p, r, s, t] = [numerator(a), denominator(a), numerator(b), denominator(b)];
      const is = (value: Q, num: bigint, den: bigint): boolean =>
        isCanonical(value) && numerator(value) * den === num * denominator(value);
      return (
        is(add(a, b), p * t + s * r, r * t) &&
        is(sub(a, b), p * t - s * r, r * t) &&
        is(mul(a, b), p * s, r * t) &&
        is(neg(a), -p, r) &&
        (s === 0n || is(div(a, b), p * t, r * s)) &&
        compare(a, b) === Math.sign(Number(p * t - s * r)) &&
        (sign(a) as number) === Math.sign(Number(p))
      );
    }),
    { numRuns: 2000 },
  );
});

test('no minus zero', () => {
  for (const value of [
    mul(-1, 0),
    neg(0),
    mul(0, q('-1/2')),
    sub(0, 0),
    rationals.fromInteger(-0),
    div(0, -3),
  ]) {
    expect(Object.is(value, 0)).toBe(true);
  }
});

test('sums and products next to the safe bound are not rounded', () => {
  const edge = Number.MAX_SAFE_INTEGER;
  expect(rationalText(add(edge, 2))).toBe('9007199254740993');
  expect(rationalText(mul(edge, edge))).toBe('81129638414606663681390495662081');
  expect(sub(add(edge, 2), 2)).toBe(edge);
});

test('floor rounds down', () => {
  fc.assert(
    fc.property(rationalNumbers, (a) => {
      const whole = ratio(floor(a), 1n);
      return compare(whole, a) <= 0 && compare(a, add(whole, 1)) < 0;
    }),
  );
  expect(floor(q('-3/2'))).toBe(-2n);
});

describe('text', () => {
  test('reads fractions, decimals and exponents', () => {
    expect(q('-3/2')).toEqual(new Small(-3, 2));
    expect(q('0.25')).toEqual(new Small(1, 4));
    expect(q('1e-3')).toEqual(new Small(1, 1000));
    expect(q(' +12.50e2 ')).toBe(1250);
    expect(q('6/4')).toEqual(new Small(3, 2));
  });
  test('refuses the rest and quotes it', () => {
    for (const bad of ['', 'x', '1/0', '1//2', '--1', '1e9999999', '0x10', '1 2', 'NaN', '.']) {
      expect(() => q(bad), bad).toThrow(SyntaxError);
    }
  });
  test('is read back', () => {
    fc.assert(fc.property(rationalNumbers, (a) => equal(parseRational(rationalText(a)), a)));
  });
});

describe('float64', () => {
  test('every finite float is its exact value and comes back', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (x) => toFloat(fromFloat(x)) === x,
      ),
      { numRuns: 1000 },
    );
  });
  test('rounds to nearest, as reading a decimal does', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 25n }),
        fc.integer({ min: -345, max: 290 }),
        (m, e) => toFloat(parseRational(`${m}e${e}`)) === Number(`${m}e${e}`),
      ),
      { numRuns: 2000 },
    );
  });
  test('ties go to even, and subnormals are rounded once', () => {
    const edge = 2n ** 53n;
    expect(toFloat(ratio(edge + 1n, 1n))).toBe(2 ** 53);
    expect(toFloat(ratio(edge + 3n, 1n))).toBe(2 ** 53 + 4);
    expect(toFloat(ratio(2n * edge + 3n, 2n))).toBe(2 ** 53 + 2);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 10n ** 19n, max: 10n ** 20n }),
        fc.integer({ min: -343, max: -327 }),
        (m, e) => toFloat(parseRational(`${m}e${e}`)) === Number(`${m}e${e}`),
      ),
      { numRuns: 2000 },
    );
    for (let k = 1n; k < 64n; k += 1n) {
      // just above, at and just below the middle of two neighbouring subnormals
      for (const off of [-1n, 0n, 1n]) {
        const middle = (2n * k + 1n) * 2n ** 80n + off;
        const wanted = off > 0n || (off === 0n && k % 2n === 1n) ? k + 1n : k;
        expect(toFloat(ratio(middle, 2n ** (1074n + 81n)))).toBe(Number(wanted) * 2 ** -1074);
      }
    }
  });
  test('huge numerators and denominators', () => {
    expect(toFloat(ratio(10n ** 400n + 1n, 10n ** 400n))).toBe(1);
    expect(toFloat(ratio(-(10n ** 400n), 3n))).toBe(-Infinity);
    expect(toFloat(ratio(1n, 10n ** 400n))).toBe(0);
    expect(() => fromFloat(NaN)).toThrow(RangeError);
  });
});

describe('the simplest rational between two', () => {
  test('lies there, and nothing of smaller denominator does', () => {
    fc.assert(
      fc.property(smallRationals, smallRationals, (a, b) => {
        const [lo, hi] = compare(a, b) <= 0 ? [a, b] : [b, a];
        const s = simplestBetween(lo, hi);
        if (compare(s, lo) < 0 || compare(s, hi) > 0) return false;
        for (let d = 1n; d < denominator(s); d += 1n) {
          if (compare(ratio(-floor(neg(mul(lo, ratio(d, 1n)))), d), hi) <= 0) return false;
        }
        return true;
      }),
    );
  });
  test('finds 1/3 and 355/113', () => {
    expect(rationalText(simplestWithin(fromFloat(0.33333), q('1e-4')))).toBe('1/3');
    expect(rationalText(simplestWithin(fromFloat(-Math.PI), q('1e-6')))).toBe('-355/113');
    expect(() => simplestBetween(1, 0)).toThrow(RangeError);
  });
});

describe('functions', () => {
  const { apply } = rationals;
  test('exact where the value is rational', () => {
    expect(apply('abs', q('-3/2'))).toEqual(q('3/2'));
    expect([apply('sign', -5), apply('sign', 0), apply('relu', -2), apply('relu', 3)]).toEqual([
      -1, 0, 0, 3,
    ]);
    expect([apply('step', -1), apply('step', 2), apply('leakyrelu', 4)]).toEqual([0, 1, 4]);
    expect([apply('leakyrelu', -2), apply('leakystep', -2)]).toEqual([q('-1/50'), q('1/100')]);
    expect([apply('sqrt', q('9/4')), apply('sqrt', 0)]).toEqual([q('3/2'), 0]);
    expect(['exp', 'cos'].map((f) => apply(f as 'exp', 0))).toEqual([1, 1]);
    expect(['tanh', 'erf', 'gelu', 'silu', 'sin'].map((f) => apply(f as 'tanh', 0))).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect([apply('log', 1), apply('sigmoid', 0)]).toEqual([0, q('1/2')]);
  });
  test('undefined at kinks and outside domains, unsupported elsewhere', () => {
    for (const [f, x] of [
      ['step', 0],
      ['leakystep', 0],
      ['sqrt', -1],
      ['log', 0],
      ['log', -1],
    ] as const) {
      expect(() => apply(f, x)).toThrow(Undefined);
    }
    for (const [f, x] of [
      ['sqrt', 2],
      ['exp', 1],
      ['tanh', 1],
      ['softplus', 0],
      ['log', 2],
      ['gelu', 1],
    ] as const) {
      expect(() => apply(f, x)).toThrow(Unsupported);
    }
  });
});
