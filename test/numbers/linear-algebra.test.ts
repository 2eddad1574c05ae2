/** Tests of elimination, determinants and inverses in several domains. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brackets } from '../../src/numbers/bracket.ts';
import { type Field, Undefined, Unsettled, Unsupported } from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { jets } from '../../src/numbers/jet.ts';
import {
  add,
  characteristicPolynomial,
  determinant,
  fromRows,
  identity,
  inertia,
  inverse,
  isPositiveDefinite,
  isPositiveSemidefinite,
  kron,
  matmul,
  nullspace,
  rank,
  scale,
  solve,
  subtract,
  toRows,
  trace,
  transpose,
} from '../../src/numbers/linear-algebra.ts';
import { polynomials } from '../../src/numbers/polynomial.ts';
import { primeField } from '../../src/numbers/prime-field.ts';
import { equal } from '../../src/numbers/rational.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { type Tensor, tensor } from '../../src/numbers/tensor.ts';
import { matrices, smallIntegers, smallRationals, symmetricMatrices } from './arbitraries.ts';

const laws = <T>(field: Field<T>, entries: fc.Arbitrary<T>): void => {
  const same = (a: Tensor<T>, b: Tensor<T>): boolean =>
    a.shape.join() === b.shape.join() &&
    a.data.every((x, i) => field.sign(field.sub(x, b.data[i] as T)) === 0);
  const sides = fc.integer({ min: 1, max: 4 });
  const square = sides.chain((n) =>
    fc.tuple(matrices(n, n, entries), matrices(n, n, entries), matrices(n, n, entries)),
  );
  const chained = fc
    .tuple(sides, sides, sides, sides)
    .chain(([m, n, k, l]) =>
      fc.tuple(matrices(m, n, entries), matrices(n, k, entries), matrices(k, l, entries)),
    );
  const zero = (x: T): boolean => field.sign(x) === 0;

  test('products are associative, distribute, and transpose in reverse', () => {
    fc.assert(
      fc.property(
        chained,
        ([a, b, c]) =>
          same(matmul(field, matmul(field, a, b), c), matmul(field, a, matmul(field, b, c))) &&
          same(transpose(matmul(field, a, b)), matmul(field, transpose(b), transpose(a))) &&
          same(matmul(field, a, identity(field, b.shape[0] as number)), a),
      ),
    );
    fc.assert(
      fc.property(
        square,
        ([a, b, c]) =>
          same(
            matmul(field, add(field, a, b), c),
            add(field, matmul(field, a, c), matmul(field, b, c)),
          ) &&
          same(subtract(field, add(field, a, b), b), a) &&
          same(scale(field, field.fromInteger(2), a), add(field, a, a)) &&
          zero(field.sub(trace(field, matmul(field, a, b)), trace(field, matmul(field, b, a)))),
      ),
    );
  });
  test('the inverse, where the determinant is not zero and only there', () => {
    fc.assert(
      fc.property(square, ([a]) => {
        const n = a.shape[0] as number;
        if (zero(determinant(field, a))) {
          expect(() => inverse(field, a)).toThrow(Undefined);
          return rank(field, a) < n;
        }
        const b = inverse(field, a);
        return (
          same(matmul(field, a, b), identity(field, n)) &&
          same(matmul(field, b, a), identity(field, n)) &&
          rank(field, a) === n
        );
      }),
    );
  });
  test('det AB = det A det B, and both ways to the determinant agree', () => {
    fc.assert(
      fc.property(square, ([a, b]) => {
        const product = field.mul(determinant(field, a), determinant(field, b));
        const n = a.shape[0] as number;
        const last = characteristicPolynomial(field, a)[n] as T;
        return (
          zero(field.sub(determinant(field, matmul(field, a, b)), product)) &&
          zero(field.sub(determinant(field, transpose(a)), determinant(field, a))) &&
          zero(field.sub(n % 2 === 0 ? last : field.neg(last), determinant(field, a)))
        );
      }),
    );
  });
  test('a matrix is a root of its characteristic polynomial', () => {
    fc.assert(
      fc.property(square, ([a]) => {
        const one = identity(field, a.shape[0] as number);
        const value = characteristicPolynomial(field, a).reduce(
          (sum, c) => add(field, matmul(field, sum, a), scale(field, c, one)),
          scale(field, field.zero, one),
        );
        return value.data.every(zero);
      }),
    );
  });
  test('rank, null space and solutions', () => {
    fc.assert(
      fc.property(chained, ([a, b, c]) => {
        const ab = matmul(field, a, b);
        const kernel = nullspace(field, a);
        const basis = fromRows(kernel, a.shape[1] as number);
        const known = matmul(field, a, b);
        const x = solve(field, a, known);
        return (
          rank(field, ab) <= Math.min(rank(field, a), rank(field, b)) &&
          rank(field, transpose(c)) === rank(field, c) &&
          kernel.length === (a.shape[1] as number) - rank(field, a) &&
          rank(field, basis) === kernel.length &&
          kernel.every((v) => matmul(field, a, tensor([v.length], v)).data.every(zero)) &&
          x !== null &&
          same(matmul(field, a, x), known)
        );
      }),
    );
    expect(
      solve(field, fromRows([[field.one], [field.one]]), tensor([2], [field.one, field.zero])),
    ).toBeNull();
    expect(
      solve(field, fromRows([[field.one, field.one]]), tensor([1], [field.one]))?.shape,
    ).toEqual([2]);
  });
  test('(A ⊗ B)(C ⊗ D) = AC ⊗ BD', () => {
    fc.assert(
      fc.property(
        matrices(2, 3, entries),
        matrices(1, 2, entries),
        matrices(3, 2, entries),
        matrices(2, 3, entries),
        (a, b, c, d) =>
          same(
            matmul(field, kron(field, a, b), kron(field, c, d)),
            kron(field, matmul(field, a, c), matmul(field, b, d)),
          ),
      ),
    );
  });
};

describe('over the rationals', () => laws(rationals, fc.oneof(smallIntegers, smallRationals)));
describe('over a prime field', () => laws(primeField(), fc.nat(2 ** 31 - 2)));
describe('over a field of five elements', () => laws(primeField(5), fc.nat(4)));

test('shapes that do not fit are named', () => {
  const a = identity(rationals, 2);
  expect(() => matmul(rationals, a, identity(rationals, 3))).toThrow('2×2 times 3×3');
  expect(() => determinant(rationals, tensor([1, 2], [1, 2]))).toThrow(RangeError);
  expect(() => add(rationals, a, identity(rationals, 3))).toThrow(RangeError);
  expect(kron(rationals, tensor([1, 2], [1, 2]), a).data).toEqual([1, 0, 2, 0, 0, 1, 0, 2]);
});

describe('where a pivot is not known', () => {
  const f = brackets(30);
  const around = f.sub(f.apply('exp', 1), f.apply('exp', 1));
  test('brackets say so, or find the determinant without dividing', () => {
    expect(() => inverse(f, fromRows([[around]]))).toThrow(Unsettled);
    expect(() => rank(f, fromRows([[around]]))).toThrow(Unsettled);
    expect(
      f.sign(
        determinant(
          f,
          fromRows([
            [around, 1],
            [1, around],
          ]),
        ),
      ),
    ).toBe(-1);
  });
  test('jets: the slope of det(xI) at 0 is 1, of det diag(x, x, 2) it is 0', () => {
    const j = jets(rationals, 1);
    const x = j.variable(0, 0);
    expect(j.partial(determinant(j, fromRows([[x]])), 0)).toBe(1);
    expect(
      j.partial(
        determinant(
          j,
          fromRows([
            [x, j.zero],
            [j.zero, j.lift(3)],
          ]),
        ),
        0,
      ),
    ).toBe(3);
    const jet2 = jets(j, 1);
    const y = jet2.variable(x, 0);
    const found = determinant(
      jet2,
      fromRows([
        [y, jet2.zero],
        [jet2.zero, y],
      ]),
    );
    expect(j.partial(jet2.partial(found, 0), 0)).toBe(2);
    expect(() => inverse(j, fromRows([[x]]))).toThrow(Undefined);
  });
  test('polynomials: det [[a, b], [c, d]] = ad − bc, also behind a constant pivot', () => {
    const p = polynomials(4);
    const [a, b, c, d] = [0, 1, 2, 3].map(p.variable) as [
      ReturnType<typeof p.variable>,
      typeof p.one,
      typeof p.one,
      typeof p.one,
    ];
    const wanted = p.sub(p.mul(a, d), p.mul(b, c));
    expect(
      p.sign(
        p.sub(
          determinant(
            p,
            fromRows([
              [a, b],
              [c, d],
            ]),
          ),
          wanted,
        ),
      ),
    ).toBe(0);
    const bordered = fromRows([
      [p.zero, a, b],
      [p.fromInteger(2), c, d],
      [p.zero, c, d],
    ]);
    expect(p.sign(p.add(determinant(p, bordered), p.mul(p.fromInteger(2), wanted)))).toBe(0);
  });
});

test('float64 pivots on the largest entry', () => {
  const a = fromRows([
    [1e-20, 1],
    [1, 1],
  ]);
  expect(inverse(float64, a).data.map((x) => Math.round(x) + 0)).toEqual([-1, 1, 1, 0]);
  expect(determinant(float64, a)).toBeCloseTo(-1, 12);
});

describe('definiteness', () => {
  const anySide = <T>(entries: fc.Arbitrary<T>): fc.Arbitrary<Tensor<T>> =>
    fc.integer({ min: 1, max: 4 }).chain((n) => symmetricMatrices(n, entries));
  const minors = (a: Tensor<number>, keep: readonly number[]): Tensor<number> =>
    fromRows(
      toRows(a)
        .filter((_, i) => keep.includes(i))
        .map((row) => row.filter((_, j) => keep.includes(j))),
      keep.length,
    );
  const subsets = (n: number): number[][] =>
    Array.from({ length: 2 ** n - 1 }, (_, s) =>
      Array.from({ length: n }, (__, i) => i).filter((i) => ((s + 1) >> i) & 1),
    );

  test('psd: all principal minors are nonnegative; pd: the leading ones are positive', () => {
    fc.assert(
      fc.property(anySide(fc.integer({ min: -1, max: 3 })), (a) => {
        const n = a.shape[0] as number;
        const det = (keep: readonly number[]): number =>
          rationals.sign(determinant(rationals, minors(a, keep))) as number;
        const leading = Array.from({ length: n }, (_, k) =>
          Array.from({ length: k + 1 }, (__, i) => i),
        );
        return (
          isPositiveSemidefinite(rationals, a) === subsets(n).every((s) => det(s) >= 0) &&
          isPositiveDefinite(rationals, a) === leading.every((s) => det(s) > 0)
        );
      }),
      { numRuns: 400 },
    );
  });
  test("B B' is psd of the rank of B, and minus it is not unless it is zero", () => {
    fc.assert(
      fc.property(matrices(3, 2, smallIntegers), (b) => {
        const gram = matmul(rationals, b, transpose(b));
        const found = inertia(rationals, gram);
        return (
          isPositiveSemidefinite(rationals, gram) &&
          !isPositiveDefinite(rationals, gram) &&
          found.positive === rank(rationals, b) &&
          isPositiveSemidefinite(rationals, scale(rationals, -1, gram)) === (found.positive === 0)
        );
      }),
    );
  });
  test('a congruence keeps the inertia', () => {
    fc.assert(
      fc.property(symmetricMatrices(3, smallIntegers), matrices(3, 3, smallIntegers), (a, s) => {
        if (rationals.sign(determinant(rationals, s)) === 0) return true;
        expect(
          inertia(rationals, matmul(rationals, matmul(rationals, transpose(s), a), s)),
        ).toEqual(inertia(rationals, a));
        return true;
      }),
    );
  });
  test('a zero diagonal: the inertia is still read off the signs of the characteristic polynomial', () => {
    const hollow = fc.integer({ min: 3, max: 6 }).chain((n) =>
      symmetricMatrices(n, smallIntegers).map((a) =>
        tensor(
          a.shape,
          a.data.map((x, i) => (i % (n + 1) === 0 ? 0 : x)),
        ),
      ),
    );
    fc.assert(
      fc.property(hollow, (a) => {
        // all roots are real, so Descartes' rule counts the positive ones exactly
        const signs = characteristicPolynomial(rationals, a)
          .map((c) => rationals.sign(c))
          .filter((s) => s !== 0);
        const found = inertia(rationals, a);
        return (
          found.positive === signs.filter((s, i) => i > 0 && s !== signs[i - 1]).length &&
          found.zero === (a.shape[0] as number) - rank(rationals, a)
        );
      }),
      { numRuns: 300 },
    );
  });
  test('a zero diagonal hides signs', () => {
    expect(
      inertia(
        rationals,
        fromRows([
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toEqual({ positive: 1, negative: 1, zero: 0 });
    expect(
      inertia(
        rationals,
        fromRows([
          [0, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ]),
      ),
    ).toEqual({ positive: 0, negative: 0, zero: 3 });
    expect(
      inertia(
        rationals,
        fromRows([
          [0, 0, 2],
          [0, 0, 0],
          [2, 0, 0],
        ]),
      ),
    ).toEqual({ positive: 1, negative: 1, zero: 1 });
  });
  test('an order is needed, and a symmetric matrix', () => {
    expect(() => inertia(primeField(7), identity(primeField(7), 2))).toThrow(Unsupported);
    expect(() =>
      inertia(
        rationals,
        fromRows([
          [1, 2],
          [0, 1],
        ]),
      ),
    ).toThrow(RangeError);
    const f = brackets(30);
    const e = f.apply('exp', 1);
    expect(() => inertia(f, fromRows([[f.sub(e, e)]]))).toThrow(Unsettled);
    expect(
      isPositiveDefinite(
        f,
        fromRows([
          [e, 1],
          [1, e],
        ]),
      ),
    ).toBe(true);
    expect(() =>
      inertia(
        f,
        fromRows([
          [1, f.sub(e, e)],
          [0, 1],
        ]),
      ),
    ).toThrow(Unsettled);
    expect(
      inertia(
        f,
        fromRows([
          [1, e],
          [e, 1],
        ]),
      ),
    ).toEqual({ positive: 1, negative: 1, zero: 0 });
  });
  test('solutions that are equal are equal', () =>
    expect(equal(rationals.div(2, 4), rationals.div(1, 2))).toBe(true));
});
