/** A sum of products that is the square of the length of a sum of vectors: |x|^2 - 2 x'y + |y|^2. */
import { add, scale } from '../kernel/graph.ts';
import { negative, one, ratio, type Ratio } from '../kernel/ratio.ts';
import type { Monomial, Term } from '../kernel/term.ts';
import { squareOf } from '../prover/graphs/small-terms.ts';
import { cuts, subgraph } from '../prover/graphs/subgraph.ts';
import { difference } from '../prover/graphs/sum.ts';

const noSwaps = new Map<string, 1n>();
/** Summands of the vector: each has two signs. */
const mostVectors = 4;
/** Factors of one product: cuts are as many as its subsets. */
const mostFactors = 8;

function rootOf({ num, den }: Ratio): Ratio | null {
  const root = (n: bigint): bigint => BigInt(Math.round(Math.sqrt(Number(n))));
  if (num <= 0n) return null;
  const [p, q] = [root(num), root(den)];
  return p * p === num && q * q === den ? ratio(p, q) : null;
}

/** The v with m = |v|^2; null where there is none. */
function vectorOf(m: Monomial): Term | null {
  const root = rootOf(m.coefficient);
  const { factors } = m;
  const isSmall = factors.length >= 2 && factors.length <= mostFactors;
  if (root === null || !isSmall || Object.keys(m.powers).length > 0) return null;
  const whole: Term = { shape: [], monomials: [{ ...m, coefficient: one }] };
  for (const { chosen, free } of cuts(m)) {
    if (2 * chosen.length !== factors.length) continue;
    const half = subgraph(m, chosen, free);
    if (half.shape.length === 1 && difference(squareOf(half), whole, noSwaps).size === 0)
      return scale(root, half);
  }
  return null;
}

/** The vector whose length has this square; null where it is not a sum of at least two. */
export function lengthOfSum(under: Term): Term | null {
  if (under.shape.length > 0 || under.monomials.length < 3) return null;
  const vectors = under.monomials.flatMap((m) => vectorOf(m) ?? []);
  const [first, ...more] = vectors;
  if (first === undefined || vectors.length > mostVectors) return null;
  if (more.some((v) => v.shape.join() !== first.shape.join())) return null;
  let sums = [first];
  for (const v of more) sums = sums.flatMap((s) => [add(s, v), add(s, scale(negative(one), v))]);
  return sums.find((s) => difference(squareOf(s), under, noSwaps).size === 0) ?? null;
}
