/** Decides the sign of a quadratic polynomial by its bordered matrix. */
import {
  fromRows,
  isPositiveDefinite,
  isPositiveSemidefinite,
  rank,
  toRows,
} from '../numbers/linear-algebra.ts';
import type { Polynomial } from '../numbers/polynomial.ts';
import { add, ratio, mul, sign, type Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';

const half = ratio(1n, 2n);

/** The symmetric M with p(v) = (1, v)' M (1, v); null for a polynomial of higher degree. */
export const borderedMatrix = (p: Polynomial, k: number): Tensor<Q> | null => {
  const n = k + 1;
  const data: Q[] = Array.from({ length: n * n }, () => 0);
  for (const [key, value] of p.terms) {
    const places =
      key === ''
        ? []
        : key.split(',').flatMap((power, i) => Array.from({ length: Number(power) }, () => i + 1));
    if (places.length > 2) return null;
    const [i = 0, j = 0] = places;
    if (i === j) data[i * n + i] = add(data[i * n + i] as Q, value);
    else for (const at of [i * n + j, j * n + i]) data[at] = add(data[at] as Q, mul(half, value));
  }
  return tensor([n, n], data);
};

const withoutBorder = (m: Tensor<Q>): Tensor<Q> =>
  fromRows(
    toRows(m)
      .slice(1)
      .map((row) => row.slice(1)),
  );

/** p >= 0 everywhere: exactly where the bordered matrix is positive semidefinite. */
export const isNonnegative = (m: Tensor<Q>): boolean => isPositiveSemidefinite(rationals, m);

/**
 * p > 0 everywhere: semidefinite, and no (1, v) in its kernel, that is, the first unit vector in
 * its range.
 */
export const isPositive = (m: Tensor<Q>): boolean => {
  if (!isPositiveSemidefinite(rationals, m)) return false;
  const extended = fromRows(toRows(m).map((row, i) => [...row, i === 0 ? 1 : 0]));
  return rank(rationals, extended) === rank(rationals, m);
};

/** p has no constant and no linear part. */
export const isForm = (m: Tensor<Q>): boolean => toRows(m).every((row) => sign(row[0] as Q) === 0);

/** A form is positive for every v but 0. */
export const isPositiveForm = (m: Tensor<Q>): boolean =>
  isPositiveDefinite(rationals, withoutBorder(m));

/**
 * On vectors of length 1 the constant c is c v'v: the form that agrees with p there; null where p
 * has a linear part, for which that does not help.
 */
export const onUnitVectors = (m: Tensor<Q>): Tensor<Q> | null => {
  const rows = toRows(m);
  const [first = []] = rows;
  if (first.slice(1).some((x) => sign(x) !== 0)) return null;
  const c = first[0] as Q;
  return fromRows(rows.map((row, i) => row.map((x, j) => (i === 0 ? 0 : i === j ? add(x, c) : x))));
};
