/** Upper bounds on relu(s): of s and of 0. */
import type { Term } from '../../kernel/term.ts';
import { add, factorTerm } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { assume, cases, comparable, fact, modusPonens, weak } from '../../kernel/theorem.ts';
import { byFacts } from '../derived/labelled.ts';
import { nought, negated } from '../graphs/small-terms.ts';
import type { Strategy } from '../known/strategy.ts';

/** The first graph of the left side that is relu(s) and nothing else, as relu(s) and s. */
function reluIn({ left }: FormulaOf<'less'>): { readonly s: Term; readonly relu: Term } | null {
  for (const m of left.monomials) {
    const [f, ...more] = m.factors;
    const [s] =
      f?.head.kind === 'jet' &&
      f.head.fn.name === 'relu' &&
      f.head.params.length === 0 &&
      f.head.orders[0] === 0
        ? f.head.args
        : [];
    const whole = m.coefficient.num === m.coefficient.den && Object.keys(m.powers).length === 0;
    if (f && s && s.shape.length === 0 && more.length === 0 && whole)
      return { s, relu: factorTerm(f) };
  }
  return null;
}

/** relu(s) + … ≤ r, or <, because s + … and 0 + … are: relu(s) is one of them. */
export const byRelu: Strategy = {
  name: 'both values of relu',
  summary: 'relu(s) <= r because 0 <= r and s <= r',
  kinds: ['less'],
  promise: (goal) => (goal.kind === 'less' && reluIn(goal) ? 0.4 : null),
  *prove(goal, known) {
    const found = goal.kind === 'less' ? reluIn(goal) : null;
    if (goal.kind !== 'less' || !found) return null;
    const { s, relu } = found;
    const { strict } = goal;
    const r = add(goal.right, negated(goal.left), relu);
    const above = yield { goal: less(nought(), r, strict), known };
    const up = above && (yield { goal: less(s, r, strict), known });
    const split = comparable(nought(), s);
    const f = split.conclusion;
    if (!above || !up || f.kind !== 'or') return null;
    const same = modusPonens(fact('relu of what is not negative', s), assume(f.left));
    const nothing = modusPonens(
      fact('relu of what is not positive', s),
      byFacts(nought(), negated(s), false, [assume(f.right)]),
    );
    const bounded = cases(
      split,
      byFacts(relu, r, strict, [weak(same), up]),
      byFacts(relu, r, strict, [weak(nothing), above]),
    );
    return byFacts(goal.left, goal.right, strict, [bounded]);
  },
};
