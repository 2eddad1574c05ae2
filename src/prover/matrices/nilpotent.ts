/** tr A = 0 because a power of A is 0. */
import type { Term } from '../../kernel/term.ts';
import { contract, factorTerm, number } from '../../kernel/graph.ts';
import { ratio } from '../../kernel/ratio.ts';
import { fact, modusPonens } from '../../kernel/theorem.ts';
import { restated } from '../derived/labelled.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { strategyFor } from '../known/strategy.ts';

/** A where the term is tr A, a product read from one of its factors on. */
function traced(t: Term): Term | null {
  const [m, ...others] = t.monomials;
  const [f] = m?.factors ?? [];
  if (!m || !f || others.length > 0 || t.shape.length > 0 || f.slots.length !== 2) return null;
  if (m.factors.length > 6 || m.factors.some((g) => g.slots.length !== 2)) return null;
  if (m.coefficient.num !== m.coefficient.den || Object.keys(m.powers).length > 0) return null;
  const front = factorTerm(f);
  const [from, to] = f.slots as [number, number];
  const rest = m.factors.slice(1);
  if (from === to) return rest.length === 0 ? front : null;
  return rest.length > 0
    ? contract([front, subgraph(m, rest, [to, from])], ['ij', 'jk'], 'ik')
    : null;
}

export const nilpotent = strategyFor('equal', {
  name: 'the trace of a nilpotent matrix',
  summary: 'tr(A) = 0 because A^2 = 0 or A^3 = 0',
  notFor: ['bounds'],
  promise: ({ left, right }) => (right.monomials.length === 0 && traced(left) ? 0.405 : null),
  *prove(goal, known) {
    const a = traced(goal.left);
    if (!a || a.shape[0] !== a.shape[1]) return null;
    for (const k of [2n, 3n, 4n]) {
      const t = fact('trace of a nilpotent matrix', number(ratio(k)), a);
      const f = t.conclusion;
      const zero = f.kind === 'implies' ? yield { goal: f.left, known, share: 60 } : null;
      if (zero) return restated(modusPonens(t, zero), goal);
    }
    return null;
  },
});
