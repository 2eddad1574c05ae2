/** Inequalities between traces of matrices: tr M ≤ tr N because N − M ⪰ 0. */
import type { Monomial, Term } from '../../kernel/term.ts';
import { add, factorTerm, scale } from '../../kernel/graph.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import { definition, fact, first, modusPonens, overBasis, second } from '../../kernel/theorem.ts';
import { byFacts } from '../derived/labelled.ts';
import { minus } from '../graphs/small-terms.ts';
import type { Strategy } from '../known/strategy.ts';

/** A where a number is a multiple of tr A, A a single matrix. */
function tracedIn(m: Monomial): Term | null {
  const [f, ...more] = m.factors;
  if (!f || more.length > 0 || f.slots.length !== 2 || f.slots[0] !== f.slots[1]) return null;
  return Object.keys(m.powers).length > 0 ? null : scale(m.coefficient, factorTerm(f));
}

/** M with tr M the number; null where some summand is not a trace of a single matrix. */
function matrixOf(gap: Term): Term | null {
  const parts = gap.monomials.map(tracedIn);
  const [some] = parts;
  const isPlain = gap.monomials.every((m) => m.factors[0]?.head.kind === 'variable');
  if (
    !some ||
    (parts.length < 2 && isPlain) ||
    parts.some((t) => t?.shape.join() !== some.shape.join())
  )
    return null;
  return add(...(parts as Term[]));
}

export const traces: Strategy = {
  name: 'traces of matrices in order',
  summary: 'tr M <= tr N because N - M is psd, tr M < tr N because N - M is pd',
  kinds: ['less'],
  promise: (goal) =>
    goal.kind === 'less' && matrixOf(minus(goal.right, goal.left))
      ? goal.strict
        ? 0.8
        : 0.5
      : null,
  *prove(goal, known) {
    const { left, right, strict } = goal as FormulaOf<'less'>;
    const m = matrixOf(minus(right, left));
    if (strict) {
      const definite = m && (yield { goal: is('pd', m), known });
      if (!definite) return null;
      const positive = modusPonens(fact('trace of a definite matrix', m), definite);
      return byFacts(left, right, true, [positive]);
    }
    const psd = m && (yield { goal: is('psd', m), known });
    if (!m || !psd) return null;
    const forms = second(modusPonens(first(definition('psd', m)), psd));
    return byFacts(left, right, false, [overBasis(forms)]);
  },
};
