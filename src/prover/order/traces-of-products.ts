/** 0 ≤ tr(P M) because P ⪰ 0 and M ⪰ 0, with P any matrix that stands in each trace of the goal. */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { add, contract, dimension, factorTerm, identity, number } from '../../kernel/graph.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import { fact, modusPonens } from '../../kernel/theorem.ts';
import { alike, byFacts } from '../derived/labelled.ts';
import { minus } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';

/** M with the number tr(P M), P one of its factors; null where P does not stand between two others. */
function restOf(m: Monomial, p: Factor): Term | null {
  const rest = m.factors.filter((f) => f !== p);
  const [a, b] = p.slots as [number, number];
  const uses = (w: number): number => rest.flatMap((f) => f.slots).filter((s) => s === w).length;
  if (a === b ? uses(a) > 0 : uses(a) !== 1 || uses(b) !== 1) return null;
  const inner =
    a === b
      ? [subgraph({ ...m, powers: {} }, rest, []), identity(m.wires[a] as string)]
      : [subgraph({ ...m, powers: {} }, rest, [b, a])];
  const sizes = Object.entries(m.powers).map(([d, k]) => dimension(d, k));
  const parts = [number(m.coefficient), ...sizes, ...inner];
  return contract(
    parts,
    parts.map((t) => (t.shape.length === 2 ? 'ij' : '')),
    'ij',
  );
}

/** Square matrices that stand in a graph, each once. */
function matricesIn(m: Monomial | undefined): Factor[] {
  const found: Factor[] = [];
  for (const f of m?.factors ?? [])
    if (
      f.slots.length === 2 &&
      factorTerm(f).shape[0] === factorTerm(f).shape[1] &&
      !found.some((g) => alike(factorTerm(f), factorTerm(g)))
    )
      found.push(f);
  return found;
}

/** Each P and M with the gap tr(P M). */
function waysOf(goal: FormulaOf<'less'>): { p: Term; m: Term }[] {
  const gap = minus(goal.right, goal.left);
  const { monomials } = gap;
  const [first, ...more] = monomials;
  if (goal.strict || !first || monomials.length > 6) return [];
  if (more.length === 0 && first.factors.length < 3) return [];
  return matricesIn(first).flatMap((f) => {
    const p = factorTerm(f);
    const rests = monomials.map((m) => {
      const own = m.factors.find((g) => g.slots.length === 2 && alike(p, factorTerm(g)));
      return own ? restOf(m, own) : null;
    });
    if (rests.includes(null)) return [];
    const m = add(...(rests as Term[]));
    return m.monomials.every((x) => x.free[0] === x.free[1]) ? [] : [{ p, m }];
  });
}

export const tracesOfProducts = strategyFor('less', {
  name: 'traces of products of psd matrices',
  summary: '0 <= tr(P M) because P and M are psd, with P in every trace of the goal',
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (waysOf(goal).length > 0 ? 0.5 : null),
  *prove(goal, known): Attempt {
    const ways = waysOf(goal).slice(0, 4);
    for (const [i, { p, m }] of ways.entries()) {
      const share = i + 1 < ways.length ? 300 : undefined;
      const first = yield { goal: is('psd', p), known, share: 200 };
      if (!first) continue;
      const second = yield {
        goal: is('psd', m),
        known,
        ...(share === undefined ? {} : { share }),
      };
      if (!second) continue;
      const sign = fact('trace of a product of psd matrices', p, m);
      return byFacts(goal.left, goal.right, false, [modusPonens(modusPonens(sign, first), second)]);
    }
    return null;
  },
});
