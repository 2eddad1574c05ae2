/** Sample values at which a quantifier is tried, the same in every run. */
import type { Rational } from '../numbers/field.ts';

const whole = (value: number): Rational => ({ num: BigInt(value), den: 1n });

/** The most parameter vectors that are tried. */
const most = 200;

/** All of {-1, 0, 1}^k, fewest nonzero entries first. */
const grid = (k: number): number[][] => {
  let points: number[][] = [[]];
  for (let i = 0; i < k; i++)
    points = points.flatMap((p) => [
      [...p, 0],
      [...p, 1],
      [...p, -1],
    ]);
  const weight = (p: readonly number[]): number => p.reduce((sum, x) => sum + Math.abs(x), 0);
  return points.toSorted((p, q) => weight(p) - weight(q));
};

const unitVector = (k: number, i: number, value = 1): number[] =>
  Array.from({ length: k }, (_, j) => (j === i ? value : 0));

/**
 * Unit vectors and sums and differences of two of them, then all ones: where a quadratic form shows
 * its entries.
 */
const sparse = (k: number): number[][] => {
  const points = [
    unitVector(k, -1),
    Array.from({ length: k }, () => 1),
    Array.from({ length: k }, (_, i) => i + 1),
  ];
  for (let i = 0; i < k; i++) points.push(unitVector(k, i), unitVector(k, i, -1));
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k && points.length < most; j++) {
      for (const s of [1, -1]) points.push(unitVector(k, i).with(j, s));
    }
  }
  return points.slice(0, most);
};

/** Values for k bound parameters that a quantifier is tried on: small, and the same at each run. */
export const samples = (k: number): readonly (readonly Rational[])[] => {
  const points: Rational[][] = (3 ** k <= most ? grid(k) : sparse(k)).map((p) => p.map(whole));
  // lengths other than those of small whole vectors, and a vector of length 1 that is not a unit
  // vector
  for (const value of [2, -2, 3, 5])
    points.push(Array.from({ length: k }, (_, i) => whole(i === 0 ? value : 1)));
  points.push(Array.from({ length: k }, () => ({ num: 1n, den: 2n })));
  if (k > 1)
    points.push(
      Array.from({ length: k }, (_, i) => ({ num: i === 0 ? 3n : i === 1 ? 4n : 0n, den: 5n })),
    );
  return points;
};
