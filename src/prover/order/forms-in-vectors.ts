/** Sums of products t_i·t_j of vectors or matrices that are nowhere negative: |a − 2b + c|² ≥ 0. */
import { contract, zeros } from '../../kernel/graph.ts';
import { times } from '../../kernel/ratio.ts';
import type { Term } from '../../kernel/term.ts';
import { nothing } from '../derived/labelled.ts';
import { letters } from '../graphs/indices.ts';
import { nought, squareOf } from '../graphs/small-terms.ts';
import { cuts, subgraph } from '../graphs/subgraph.ts';
import { difference, type Sum } from '../graphs/sum.ts';
import { strategyFor } from '../known/strategy.ts';
import { bySquaresOf, enter, gapOf, noCoefficients, type Quadratic } from './lagrange.ts';

/** Larger graphs are not products of two vectors that anybody writes. */
const mostFactors = 8;
/** More vectors make more products than a claim has. */
const mostVectors = 12;

/** The vectors and matrices whose squares stand in the gap. */
function rootsIn(gap: Sum): Term[] {
  const found = new Map<string, Term>();
  for (const { monomial: m } of gap.values())
    for (const { chosen, free } of cuts(m, mostFactors)) {
      if (free.length === 0 || 2 * chosen.length !== m.factors.length) continue;
      const half = subgraph(m, chosen, free);
      const [square] = difference(squareOf(half), nought(), nothing).keys();
      const [text] = difference(half, zeros(half.shape), nothing).keys();
      if (square !== undefined && text !== undefined && gap.has(square)) found.set(text, half);
    }
  return [...found.values()];
}

/** Is every graph in it joined by wires, and without sizes? */
const mayBeForm = (gap: Sum): boolean =>
  gap.size > 2 &&
  [...gap.values()].every(
    ({ monomial: m }) =>
      m.wires.length > 0 &&
      m.factors.length > 1 &&
      m.factors.length <= mostFactors &&
      Object.keys(m.powers).length === 0,
  );

/** The gap as such a sum; null where a graph is left. */
function formIn(gap: Sum): Quadratic | null {
  const parts = rootsIn(gap);
  if (parts.length < 2 || parts.length > mostVectors) return null;
  const matrix = noCoefficients(parts.length);
  const left = new Map(gap);
  parts.forEach((t, i) =>
    parts.slice(i).forEach((u, k) => {
      if (t.shape.join() !== u.shape.join()) return;
      const names = letters(t.shape.length);
      const product = contract([t, u], [names, names], '');
      const [[text, of] = []] = difference(product, nought(), nothing);
      const found = text === undefined ? undefined : left.get(text);
      if (text === undefined || !of || !found) return;
      left.delete(text);
      enter(matrix, i, i + k, times(found.coefficient, of.coefficient));
    }),
  );
  return left.size === 0 ? { parts, matrix } : null;
}

export const formsInVectors = strategyFor('less', {
  name: 'a quadratic form in vectors',
  summary: '|a - c|^2 <= 2 |a - b|^2 + 2 |b - c|^2 and the like as sums of squares of vectors',
  notFor: ['kernels'],
  promise: (goal) => (!goal.strict && mayBeForm(gapOf(goal)) ? 0.85 : null),
  prove(goal, known) {
    const form = formIn(gapOf(goal));
    return form && bySquaresOf(goal, form, known);
  },
});
