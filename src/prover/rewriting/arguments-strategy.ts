/** Values of a function are equal where its arguments are. */
import { variable } from '../../kernel/graph.ts';
import { equal, type FormulaOf } from '../../kernel/formula.ts';
import { hole } from '../../kernel/theorem.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { bookOf } from '../known/context.ts';
import { strategyFor } from '../known/strategy.ts';
import { appliedIn } from './congruence.ts';

/** The only operation on either side, where both are the same. */
function sidesOf({ left, right }: FormulaOf<'equal'>) {
  const [a, ...more] = appliedIn(left);
  const [b, ...others] = appliedIn(right);
  return a &&
    b &&
    more.length + others.length === 0 &&
    a.symbol === b.symbol &&
    a.argument.shape.join() === b.argument.shape.join()
    ? { a, b }
    : null;
}

export const sameArguments = strategyFor('equal', {
  name: 'equal arguments',
  summary: 'f(u) = f(v) from u = v',
  notFor: ['bounds'],
  promise: (goal, known) =>
    known.recursions.length + known.schemas.length > 0 && sidesOf(goal) ? 0.33 : null,
  *prove(goal, known) {
    const sides = sidesOf(goal);
    if (!sides) return null;
    const { a, b } = sides;
    const same = yield { goal: equal(a.argument, b.argument), known };
    const ledger = new Ledger(goal.left, goal.right, bookOf(known));
    if (same) ledger.use(equation(same, 'equal arguments'), a.at(variable(hole, a.argument.shape)));
    return ledger.done ? ledger.theorem() : null;
  },
});
