/** Symmetric matrices of brackets as a middle and a radius, and back. */
import { isPoint, lowerEnd, upperEnd, type Bracket } from '../numbers/bracket.ts';
import { enclose } from '../numbers/interval.ts';
import { add, max, mul, ratio, sub, type Q } from '../numbers/rational.ts';
import type { Ball } from '../numbers/symmetric-functions.ts';
import type { Tensor } from '../numbers/tensor.ts';
import { extent } from './entries.ts';

const half = ratio(1n, 2n);

/**
 * A ball around all symmetric matrices whose entries lie in the brackets. An entry and its mirror image
 * are one number: it lies within the mean of both radii of the mean of both middles.
 */
export const ballOf = (a: Tensor<Bracket>): Ball => {
  const [n] = extent(a.shape);
  const middle = a.data.map((x): Q => (isPoint(x) ? x : mul(half, add(lowerEnd(x), upperEnd(x)))));
  const radii = a.data.map((x): Q => (isPoint(x) ? 0 : mul(half, sub(upperEnd(x), lowerEnd(x)))));
  const mirrored = (list: readonly Q[]): Q[] =>
    list.map((x, k) => mul(half, add(x, list[(k % n) * n + Math.floor(k / n)] as Q)));
  const wide = mirrored(radii);
  // of a symmetric matrix of numbers >= 0 the largest row sum bounds the norm
  const radius = Array.from({ length: n }, (_, i) =>
    wide.slice(i * n, (i + 1) * n).reduce<Q>(add, 0),
  ).reduce<Q>(max, 0);
  return { n, mid: mirrored(middle), radius };
};

/** The entries of the matrices in a ball; an entry and its mirror image are one object. */
export const bracketsOf = ({ n, mid, radius }: Ball, bits: number): readonly Bracket[] => {
  const entry = (k: number): Bracket => {
    const x = mid[k] as Q;
    if (radius === 0) return x;
    return { lo: enclose(sub(x, radius), bits).lo, hi: enclose(add(x, radius), bits).hi };
  };
  const upper = Array.from({ length: n * n }, (_, k) =>
    Math.floor(k / n) <= k % n ? entry(k) : null,
  );
  return upper.map((x, k) => x ?? (upper[(k % n) * n + Math.floor(k / n)] as Bracket));
};
