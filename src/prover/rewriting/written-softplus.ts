/** log(1 + exp(u)) in an inequality is replaced by softplus(u), of which more is known. */
import { logarithmIsSoftplus, softplusArgument } from '../derived/softplus.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Formula } from '../../kernel/formula.ts';
import type { Term } from '../../kernel/term.ts';
import { ruleOf } from '../known/rules.ts';
import type { Strategy } from '../known/strategy.ts';
import { rewriteTerm, throughRewriting } from './rewritten-goal.ts';

/** The numbers u with log(1 + exp(u)) in the goal. */
const argumentsIn = (goal: Formula): Term[] =>
  namedIn(termsOf(goal)).flatMap(({ name, order, argument }) => {
    const isLog = name === 'log' && order === 0 && argument.shape.length === 0;
    const u = isLog ? softplusArgument(argument) : null;
    return u ? [u] : [];
  });

export const writtenSoftplus: Strategy = {
  name: 'softplus written out',
  summary: 'log(1 + exp(u)) is replaced by softplus(u)',
  kinds: ['less'],
  notFor: ['bounds'],
  promise: (goal) => (argumentsIn(goal).length > 0 ? 0.97 : null),
  prove(goal, known) {
    const rules = argumentsIn(goal).flatMap(
      (u) => ruleOf(logarithmIsSoftplus(u), known, 'softplus') ?? [],
    );
    return rules.length === 0
      ? null
      : throughRewriting(goal, known, (t) => rewriteTerm(t, rules, known));
  },
};
