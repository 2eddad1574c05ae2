/** What is known under a condition, where the condition follows by the equations. */
import { write, type FormulaOf } from '../../kernel/formula.ts';
import { modusPonens } from '../../kernel/theorem.ts';
import type { Context, Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor } from '../known/strategy.ts';
import { byEquations } from '../rewriting/by-equations.ts';

/** P ⇒ Q with an equation P, where Q is not known. */
const conditional = (known: Context): Fact[] => {
  const said = new Set(known.facts.map(({ theorem }) => write(theorem.conclusion)));
  return known.facts.filter(({ theorem: { conclusion: f } }) =>
    f.kind === 'implies' && f.left.kind === 'equal' ? !said.has(write(f.right)) : false,
  );
};

export const implications = strategyFor('equal', {
  name: 'what follows from an equation',
  summary: 'P => Q is known and the equation P holds, so Q is known',
  promise: (_, known) => (conditional(known).length > 0 ? 0.3 : null),
  *prove(goal, known) {
    for (const { theorem, name } of conditional(known)) {
      const f = theorem.conclusion as FormulaOf<'implies'>;
      const antecedent =
        f.left.kind === 'equal' ? byEquations(f.left.left, f.left.right, known) : null;
      if (!antecedent) continue;
      const fact = { theorem: modusPonens(theorem, antecedent), name };
      return yield* assuming(known, [fact], (more) => ask(goal, more));
    }
    return null;
  },
});
