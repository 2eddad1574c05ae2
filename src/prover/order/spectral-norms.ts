/**
 * Inequalities between spectral, nuclear and Frobenius norms: ‖A‖² ≤ ‖A‖_F² ≤ ‖A‖_*² at the matrices
 * whose norms stand in the goal.
 */
import { fact } from '../../kernel/theorem.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { assuming } from '../known/facts.ts';
import { ask, type Strategy } from '../known/strategy.ts';
import { conjuncts } from '../known/usable.ts';
import { appliedIn } from '../rewriting/congruence.ts';

const factOf: Readonly<Record<string, string>> = {
  norm: 'norm and Frobenius norm',
  nuclear: 'nuclear norm and Frobenius norm',
};
const mark = 'bounded by its Frobenius norm';

export const spectralNorms: Strategy = {
  name: 'spectral and Frobenius norms',
  summary:
    'norm(A)^2 <= normF(A)^2 <= rank(A) norm(A)^2, and normF(A)^2 <= nuclear(A)^2 <= rank(A) normF(A)^2',
  kinds: ['less'],
  notFor: ['bounds'],
  promise: (goal, known) =>
    !known.facts.some((f) => f.name === mark) &&
    appliedIn(...termsOf(goal)).some((a) => a.symbol in factOf)
      ? 0.3
      : null,
  *prove(goal, known) {
    const norms = appliedIn(...termsOf(goal)).filter((a) => a.symbol in factOf);
    const facts = norms
      .slice(0, 4)
      .flatMap((a) => conjuncts(fact(factOf[a.symbol] as string, a.argument)))
      .map((theorem) => ({ theorem, name: mark }));
    return yield* assuming(known, facts, (more) => ask(goal, more));
  },
};
