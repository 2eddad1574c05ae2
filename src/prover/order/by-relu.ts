/** Upper bounds on relu(s): of s and of 0. */
import { add, factorTerm } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import {
  assume,
  cases,
  comparable,
  fact,
  modusPonens,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { byFacts } from '../derived/labelled.ts';
import { nought, negated } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';

/** relu(s) + … ≤ r, or <, because s + … and 0 + … are: relu(s) is one of them. */
export function byRelu(goal: FormulaOf<'less'>, ctx: Context, prove: Prove): Theorem | null {
  const [found] = goal.left.monomials.flatMap((m) => {
    const [f, ...more] = m.factors;
    const [s] =
      f?.head.kind === 'jet' &&
      f.head.fn.name === 'relu' &&
      f.head.params.length === 0 &&
      f.head.orders[0] === 0
        ? f.head.args
        : [];
    const whole = m.coefficient.num === m.coefficient.den && Object.keys(m.powers).length === 0;
    return f && s && s.shape.length === 0 && more.length === 0 && whole
      ? [{ s, relu: factorTerm(f) }]
      : [];
  });
  if (!found) return null;
  const { s, relu } = found;
  const { strict } = goal;
  const r = add(goal.right, negated(goal.left), relu);
  const whole: Context = { ...ctx, bounding: false };
  const above = prove(less(nought(), r, strict), whole, 6);
  const up = above && prove(less(s, r, strict), whole, 6);
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
}
