/** Tests of dyadic numbers and directed rounding. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Dyadic,
  addDown,
  addUp,
  compareDyadic,
  divDown,
  divUp,
  dyadic,
  dyadicValue,
  floorScaled,
  product,
  rationalDown,
  rationalUp,
  roundDown,
  roundUp,
  sqrtDown,
  sqrtUp,
  top,
} from '../../src/numbers/dyadic.ts';
import { erf, erfc } from '../../src/numbers/error-function.ts';
import { exp, log, sigmoid, softplus, tanh } from '../../src/numbers/exponential.ts';
import { gcdBig } from '../../src/numbers/gcd.ts';
import { bitLength, exactSqrt, integerSqrt } from '../../src/numbers/integer-root.ts';
import { exactly } from '../../src/numbers/interval.ts';
import {
  type Q,
  abs,
  add,
  compare,
  div,
  floor,
  mul,
  ratio,
  sub,
} from '../../src/numbers/rational.ts';
import {
  type Series,
  arctanTail,
  artanhTail,
  cosSeries,
  erfTail,
  erfcAsymptotic,
  expTail,
  sinTail,
  sumSeries,
} from '../../src/numbers/series.ts';

const large = fc.oneof(
  fc.bigInt({ min: -40n, max: 40n }),
  fc.bigInt({ min: -(2n ** 130n), max: 2n ** 130n }),
);
const numbers = fc.tuple(large, fc.integer({ min: -150, max: 150 })).map(([m, e]) => dyadic(m, e));
const bitsOf = fc.integer({ min: 1, max: 70 });
const value = dyadicValue;

/**
 * Whether the mantissa has at most the given bits; rounding away from zero may carry into a power
 * of two.
 */
const fits = (a: Dyadic, bits: number): boolean =>
  bitLength(a.m) <= bits || (a.m < 0n ? -a.m : a.m) === 1n << BigInt(bits);

/** lo <= x <= hi, each of the given bits, and a few units of the last place apart. */
const hugs = (lo: Dyadic, x: Q, hi: Dyadic, bits: number): boolean =>
  compare(value(lo), x) <= 0 &&
  compare(x, value(hi)) <= 0 &&
  fits(lo, bits) &&
  fits(hi, bits) &&
  compare(sub(value(hi), value(lo)), mul(ratio(4n, 1n << BigInt(bits)), abs(x))) <= 0;

test('bit length, integer roots and divisors against their definitions', () => {
  for (let k = 0n; k < 1100n; k += 1n) {
    for (const a of [2n ** k - 1n, 2n ** k, -(2n ** k) - 1n]) {
      expect(bitLength(a)).toBe(a === 0n ? 0 : (a < 0n ? -a : a).toString(2).length);
    }
  }
  fc.assert(
    fc.property(large, large, (x, y) => {
      const [a, b] = [x < 0n ? -x : x, y < 0n ? -y : y];
      const root = integerSqrt(a);
      let [p, q] = [a, b];
      while (q !== 0n) [p, q] = [q, p % q];
      return (
        root * root <= a &&
        a < (root + 1n) ** 2n &&
        exactSqrt(a * a) === a &&
        (a < 1n || exactSqrt(a * a + 1n) === null) &&
        gcdBig(a, b) === p &&
        gcdBig(a * 2n ** 70n, b * 2n ** 66n) ===
          (a === 0n && b === 0n ? 0n : gcdSlow(a * 2n ** 70n, b * 2n ** 66n))
      );
    }),
  );
});

const gcdSlow = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcdSlow(b, a % b));

describe('directed rounding hugs the exact value', () => {
  test('rounding, sum, product order and quotient', () => {
    fc.assert(
      fc.property(numbers, numbers, bitsOf, (a, b, bits) => {
        const [x, y] = [value(a), value(b)];
        const sum = add(x, y);
        const [down, up] = [addDown(a, b, bits), addUp(a, b, bits)];
        return (
          hugs(roundDown(a, bits), x, roundUp(a, bits), bits) &&
          hugs(down, sum, up, bits) &&
          compare(value(product(a, b)), mul(x, y)) === 0 &&
          compareDyadic(a, b) === compare(x, y) &&
          (b.m === 0n || hugs(divDown(a, b, bits), div(x, y), divUp(a, b, bits), bits)) &&
          (a.m === 0n ||
            (compare(abs(x), value(dyadic(1n, top(a)))) < 0 &&
              compare(abs(x), value(dyadic(1n, top(a) - 1))) >= 0))
        );
      }),
      { numRuns: 2000 },
    );
  });
  test('rationals and floors', () => {
    fc.assert(
      fc.property(
        large,
        large,
        bitsOf,
        fc.integer({ min: -60, max: 60 }),
        numbers,
        (p, r, bits, places, a) => {
          const x = ratio(p, r === 0n ? 1n : r);
          const scaled = mul(
            value(a),
            places < 0 ? ratio(1n, 1n << BigInt(-places)) : ratio(1n << BigInt(places), 1n),
          );
          return (
            hugs(rationalDown(x, bits), x, rationalUp(x, bits), bits) &&
            floorScaled(a, places) === floor(scaled)
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
  test('square roots', () => {
    fc.assert(
      fc.property(numbers, bitsOf, (a, bits) => {
        const size = dyadic(a.m < 0n ? -a.m : a.m, a.e);
        const [low, high] = [value(sqrtDown(size, bits).root), value(sqrtUp(size, bits))];
        return (
          compare(mul(low, low), value(size)) <= 0 &&
          compare(value(size), mul(high, high)) <= 0 &&
          compare(sub(high, low), mul(ratio(4n, 1n << BigInt(bits)), high)) <= 0
        );
      }),
      { numRuns: 1000 },
    );
  });
});

/** Partial sums so long that what is left is beyond all digits looked at. */
const partialSum = ({ ratio: step, alternating }: Series, y: Q, count: number): Q => {
  let [term, sum]: [Q, Q] = [1, 0];
  for (let n = 0; n < count; n += 1) {
    sum = alternating && n % 2 === 1 ? sub(sum, term) : add(sum, term);
    const [p, q] = step(n);
    term = mul(term, mul(y, ratio(BigInt(p), BigInt(q))));
  }
  return sum;
};

test('a series in a few bits encloses its sum, at tiny and at moderate arguments', () => {
  const inputs = fc
    .tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 7, max: 40 }))
    .map(([m, e]) => dyadic(BigInt(m), -e));
  fc.assert(
    fc.property(
      fc.constantFrom(expTail, artanhTail, arctanTail, erfTail, sinTail, cosSeries),
      inputs,
      fc.integer({ min: 4, max: 30 }),
      (series, y, bits) => {
        const { lo, hi } = sumSeries(series, exactly(y), bits);
        const sum = partialSum(series, value(y), 40);
        return (
          compare(value(lo), sum) <= 0 &&
          compare(sum, value(hi)) <= 0 &&
          compare(sub(value(hi), value(lo)), ratio(60n, 1n << BigInt(bits))) <= 0
        );
      },
    ),
    { numRuns: 300 },
  );
  // a larger argument, whose terms grow before they fall
  const { lo, hi } = sumSeries(erfTail, exactly(dyadic(50n)), 20);
  const sum = partialSum(erfTail, 50, 300);
  expect([compare(value(lo), sum) <= 0, compare(sum, value(hi)) <= 0]).toEqual([true, true]);
});

test('an enveloping series is cut soundly, also where its terms begin to grow', () => {
  // √π x e^{x²} erfc(x) by the other formula, at x = 1, 2, 3
  for (const x of [1n, 2n, 3n]) {
    const { lo, hi } = sumSeries(erfcAsymptotic, exactly(dyadic(1n, -1)), 40);
    expect(compare(value(lo), value(hi))).toBe(-1);
    const fine = erfc(exactly(dyadic(x)), 300);
    for (const bits of [4, 8, 12, 20, 40]) {
      const coarse = erfc(exactly(dyadic(x)), bits);
      expect(compareDyadic(coarse.lo, fine.lo) <= 0 && compareDyadic(fine.hi, coarse.hi) <= 0).toBe(
        true,
      );
    }
  }
});

test('point enclosures before the last rounding hold those of many more bits', () => {
  const points = fc
    .tuple(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: 4, max: 11 }))
    .map(([m, e]) => dyadic(BigInt(m), -e));
  for (const f of [exp, tanh, sigmoid, softplus, erf]) {
    fc.assert(
      fc.property(points, fc.integer({ min: 16, max: 60 }), (x, bits) => {
        if (x.m === 0n) return true;
        const [coarse, fine] = [f(x, bits), f(x, bits + 700)];
        return compareDyadic(coarse.lo, fine.hi) <= 0 && compareDyadic(fine.lo, coarse.hi) <= 0;
      }),
      { numRuns: 150 },
    );
  }
  fc.assert(
    fc.property(points, fc.integer({ min: 16, max: 60 }), (x, bits) => {
      if (x.m <= 0n) return true;
      const [coarse, fine] = [log(x, bits), log(x, bits + 300)];
      return compareDyadic(coarse.lo, fine.hi) <= 0 && compareDyadic(fine.lo, coarse.hi) <= 0;
    }),
    { numRuns: 100 },
  );
  for (const x of [5n, 6n, 7n, 8n, 9n, 11n, 14n]) {
    const [coarse, fine] = [erf(dyadic(x), 20), erf(dyadic(x), 900)];
    expect(compareDyadic(coarse.lo, fine.lo) <= 0 && compareDyadic(fine.hi, coarse.hi) <= 0).toBe(
      true,
    );
  }
});
