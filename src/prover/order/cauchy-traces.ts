/**
 * Traces of products by Cauchy and Schwarz: tr(A B)² ≤ |A|_F² |B|_F², wherever a closed chain of
 * matrices in the goal is cut in two.
 */
import type { Factor, Term } from '../../kernel/term.ts';
import { contract } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { alike, orderBy, summand } from '../derived/labelled.ts';
import { cauchySchwarz, lengthOf, squareRootOf } from '../derived/lengths.ts';
import { components } from '../graphs/components.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { inner, minus, negated, squareOf, times } from '../graphs/small-terms.ts';
import { cuts, subgraph } from '../graphs/subgraph.ts';
import { strategyFor } from '../known/strategy.ts';
import { byTheseAlone } from './sums-of-signs.ts';
import { near } from './order-strategies.ts';

type Pair = readonly [Term, Term];

/** P and Q for each way to read a closed chain of two to four matrices as tr(P Q'). */
export function pairsIn({ left }: FormulaOf<'less'>): Pair[] {
  const found: Pair[] = [];
  const take = (p: Term, q: Term): void => {
    const isKnown = (a: Term, b: Term): boolean => alike(a, p) && alike(b, q);
    const swapped = ([a, b]: Pair): boolean => isKnown(a, b) || isKnown(b, a);
    if (!alike(p, q) && !found.some(swapped)) found.push([p, q]);
  };
  for (const m of left.monomials)
    for (const places of components(m)) {
      const factors = places.map((i) => m.factors[i] as Factor);
      if (factors.length < 2 || factors.length > 4) continue;
      if (factors.some((f) => f.slots.length !== 2 || f.slots[0] === f.slots[1])) continue;
      const own = { ...m, factors, powers: {} };
      for (const { chosen, free } of cuts(own, 4)) {
        const rest = factors.filter((f) => !chosen.includes(f));
        if (free.length === 2 && rest.length > 0)
          take(subgraph(own, chosen, free), subgraph(own, rest, free));
      }
    }
  return found.slice(0, 4);
}

/** (P·Q)² ≤ |P|² |Q|², by Lagrange's identity. */
function squared([p, q]: Pair): Theorem {
  const wedge = minus(
    contract([p, q], ['ij', 'kl'], 'ijkl'),
    contract([p, q], ['kl', 'ij'], 'ijkl'),
  );
  const product = inner(p, q);
  return orderBy(times(product, product), times(squareOf(p), squareOf(q)), false, [
    summand([], ratio(1n, 2n), [wedge]),
  ]);
}

/** ±P·Q ≤ |P| |Q|. */
const plain = ([p, q]: Pair): Theorem[] =>
  [p, negated(p)].map((t) => cauchySchwarz(lengthOf(t), lengthOf(q)));

const hasLength = ({ right }: FormulaOf<'less'>): boolean =>
  right.monomials.some((m) =>
    m.factors.some(({ head }) => {
      const s = argumentOf('sqrt', head);
      return s?.shape.length === 0 && squareRootOf(s)?.shape.length === 2;
    }),
  );

export const cauchyTraces = strategyFor('less', {
  name: 'Cauchy and Schwarz for traces',
  summary: "tr(A B)^2 <= tr(A' A) tr(B' B) and tr(A B) <= normF(A) normF(B)",
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (pairsIn(goal).length > 0 ? 0.55 : null),
  prove(goal, known) {
    const pairs = pairsIn(goal);
    const found = hasLength(goal) ? pairs.flatMap(plain) : pairs.map(squared);
    return byTheseAlone(goal, near(goal, known), found);
  },
});
