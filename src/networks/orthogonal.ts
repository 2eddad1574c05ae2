/** Draws rational orthogonal matrices: rotations, reflections, Cayley transforms. */
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { inverse } from '../numbers/elimination.ts';
import { once, pick, shuffled, type Dice } from './dice.ts';
import { fraction, isZero } from './fraction.ts';
import { entry, identity, matrixOf, product, type Matrix } from './matrix.ts';

const pythagorean: readonly (readonly [number, number, number])[] = [
  [3, 4, 5],
  [4, 3, 5],
  [5, 12, 13],
  [12, 5, 13],
  [8, 15, 17],
  [0, 1, 1],
];

/** A rotation by a rational angle (3/5, 4/5, …) in the plane of two coordinates. */
const rotation = (random: Dice, n: number): Matrix => {
  const [a, b, c] = pick(random, pythagorean);
  const [p, q] = shuffled(
    random,
    Array.from({ length: n }, (_, i) => i),
  );
  if (p === undefined || q === undefined) return identity(n);
  const cos = fraction(a, c);
  const sin = fraction(b, c);
  return matrixOf(n, n, (i, j) => {
    if (i === j) return i === p || i === q ? cos : fraction(1);
    if (i === p && j === q) return rationals.neg(sin);
    if (i === q && j === p) return sin;
    return fraction(0);
  });
};

/** The reflection I − 2vv'/v'v: rational for every integer v that is not zero. */
const householder = (v: readonly Q[]): Matrix => {
  const length = v.reduce((sum, x) => rationals.add(sum, rationals.mul(x, x)), rationals.zero);
  const two = fraction(2);
  return matrixOf(v.length, v.length, (i, j) => {
    const outer = rationals.div(
      rationals.mul(two, rationals.mul(v[i] ?? rationals.zero, v[j] ?? rationals.zero)),
      length,
    );
    return rationals.sub(fraction(i === j ? 1 : 0), outer);
  });
};

const reflection = (random: Dice, n: number): Matrix => {
  const v = Array.from({ length: n }, () => fraction(random.nextInt(-2, 2)));
  return v.every(isZero) ? identity(n) : householder(v);
};

export const signedPermutation = (random: Dice, n: number, signs: boolean): Matrix => {
  const order = shuffled(
    random,
    Array.from({ length: n }, (_, i) => i),
  );
  const sign = order.map(() => (signs ? pick(random, [1, -1]) : 1));
  return matrixOf(n, n, (i, j) => fraction(order[i] === j ? (sign[i] ?? 1) : 0));
};

/**
 * Cayley's transform (I − S)⁻¹(I + S) of a small antisymmetric S, which has no eigenvalue 1: turns
 * all planes at once.
 */
const cayley = (random: Dice, n: number): Matrix => {
  const above = matrixOf(n, n, (i, j) => fraction(i < j ? random.nextInt(-1, 1) : 0));
  const s = matrixOf(n, n, (i, j) => rationals.sub(entry(above, i, j), entry(above, j, i)));
  const shifted = (sign: 1 | -1): Matrix =>
    matrixOf(n, n, (i, j) =>
      rationals.add(
        fraction(i === j ? 1 : 0),
        sign === 1 ? entry(s, i, j) : rationals.neg(entry(s, i, j)),
      ),
    );
  return product(inverse(rationals, shifted(-1)), shifted(1));
};

/**
 * An orthogonal matrix with rational entries: signed permutations, Pythagorean rotations,
 * Householder reflections, Cayley transforms, products.
 */
export const drawOrthogonal = (random: Dice, n: number): Matrix => {
  if (n === 1) return matrixOf(1, 1, () => fraction(pick(random, [1, -1])));
  switch (random.nextInt(0, n <= 4 ? 4 : 3)) {
    case 0:
      return signedPermutation(random, n, true);
    case 1:
      return rotation(random, n);
    case 2:
      return reflection(random, n);
    case 4:
      return cayley(random, n);
    default:
      return product(
        rotation(random, n),
        once(random, 2) ? reflection(random, n) : signedPermutation(random, n, true),
      );
  }
};

/** A vector of rational length 1: e_i, −e_i, or the first column of a rotation or reflection. */
export const drawUnit = (random: Dice, n: number): Q[] => {
  const q = drawOrthogonal(random, n);
  const column = random.nextInt(0, n - 1);
  return Array.from({ length: n }, (_, i) => entry(q, i, column));
};
