/** fast-check arbitraries of numbers, for the tests of this folder. */
import * as fc from 'fast-check';
import { type Q, integer, ratio } from '../../src/numbers/rational.ts';
import { type Tensor, tensor } from '../../src/numbers/tensor.ts';

const edge = 2n ** 53n;

/** Whole numbers: small ones, ones about the safe bound, large ones. */
export const wholes = fc.oneof(
  fc.bigInt({ min: -12n, max: 12n }),
  fc.bigInt({ min: edge - 3n, max: edge + 3n }),
  fc.bigInt({ min: -(2n ** 27n), max: 2n ** 27n }),
  fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }),
);

/** Rationals of every representation. */
export const rationalNumbers: fc.Arbitrary<Q> = fc
  .tuple(wholes, wholes)
  .map(([num, den]) => ratio(num, den === 0n ? 1n : den));

/** Rationals of small numerator and denominator. */
export const smallRationals: fc.Arbitrary<Q> = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .map(([num, den]) => ratio(BigInt(num), BigInt(den)));

export const smallIntegers: fc.Arbitrary<Q> = fc
  .integer({ min: -3, max: 3 })
  .map((n) => integer(BigInt(n)));

export const matrices = <T>(
  m: number,
  n: number,
  entries: fc.Arbitrary<T>,
): fc.Arbitrary<Tensor<T>> =>
  fc.array(entries, { minLength: m * n, maxLength: m * n }).map((data) => tensor([m, n], data));

export const symmetricMatrices = <T>(
  n: number,
  entries: fc.Arbitrary<T>,
): fc.Arbitrary<Tensor<T>> =>
  matrices(n, n, entries).map((a) =>
    tensor(
      [n, n],
      a.data.map((_, i) => a.data[Math.min(i, (i % n) * n + Math.floor(i / n))] as T),
    ),
  );
