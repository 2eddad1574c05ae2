/**
 * Known inequalities between numbers times the squares of vectors that stand in the goal, next to
 * Cauchy and Schwarz for each two vectors: (k·v)² ≤ |k|² |v|² ≤ c |v|².
 */
import type { Term } from '../../kernel/term.ts';
import { contract } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { nothing, orderBy, summand } from '../derived/labelled.ts';
import { partsIn } from '../graphs/parts-of-graphs.ts';
import { minus, nought, squareOf, times } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import { strategyFor } from '../known/strategy.ts';
import { byTheseAlone } from './sums-of-signs.ts';

/** The most known inequalities that are used, and vectors. */
const most = { stated: 8, parts: 4 };

const statedIn = (known: Context): Theorem[] =>
  known.facts
    .map(({ theorem }) => theorem)
    .filter(({ conclusion: f }) => f.kind === 'less')
    .slice(0, most.stated);

const vectorsIn = ({ left, right }: FormulaOf<'less'>): Term[] =>
  partsIn(difference(right, left, nothing), nothing)
    .filter((t) => t.shape.length === 1)
    .slice(0, most.parts);

/** 0 ≤ (b − a) |t|². */
function timesSquare(known: Theorem, t: Term): Theorem[] {
  const f = known.conclusion;
  if (f.kind !== 'less') return [];
  const gap = times(minus(f.right, f.left), squareOf(t));
  return [orderBy(nought(), gap, false, [summand([known], one, [t])])];
}

/** 0 ≤ |u v' − v u'|². */
function wedge(u: Term, v: Term): Theorem {
  const t = minus(contract([u, v], ['i', 'j'], 'ij'), contract([v, u], ['i', 'j'], 'ij'));
  return orderBy(nought(), squareOf(t), false, [summand([], one, [t])]);
}

/** 0 ≤ (b − a) (d − c) for each two. */
export function products(all: readonly Theorem[]): Theorem[] {
  const gaps = all.flatMap((t) => {
    const f = t.conclusion;
    return f.kind === 'less' ? [{ t, gap: minus(f.right, f.left) }] : [];
  });
  return gaps.flatMap((a, i) =>
    gaps.slice(i).map((b) => orderBy(nought(), times(a.gap, b.gap), false, [summand([a.t, b.t])])),
  );
}

export const timesSquares = strategyFor('less', {
  name: 'known inequalities times squares',
  summary: "(k' v)^2 <= c |v|^2 because |k|^2 <= c: what is known, times squares of vectors",
  notFor: ['bounds', 'conditions', 'kernels'],
  promise: (goal, known) =>
    statedIn(known).length > 0 && vectorsIn(goal).length > 0 ? 0.12 : null,
  prove(goal, known) {
    const vectors = vectorsIn(goal);
    const stated = statedIn(known);
    const pairs = vectors.flatMap((u, i) =>
      vectors.slice(i + 1).flatMap((v) => (u.shape.join() === v.shape.join() ? [[u, v]] : [])),
    );
    const both = [...stated, ...products(stated.slice(0, 6))];
    return byTheseAlone(goal, known, [
      ...both,
      ...vectors.flatMap((v) => both.flatMap((t) => timesSquare(t, v))),
      ...pairs.map(([u, v]) => wedge(u as Term, v as Term)),
    ]);
  },
});
