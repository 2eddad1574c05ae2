/** inv(A) is positive definite because A is, whatever A is a sum or a product of. */
import { bareHead } from '../../kernel/graph.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import { fact, modusPonens } from '../../kernel/theorem.ts';
import type { Term } from '../../kernel/term.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';

/** A where the matrix is inv(A). */
function inverted(t: Term): Term | null {
  const head = bareHead(t);
  return head?.kind === 'inverse' && head.matrix && head.params.length === 0 ? head.arg : null;
}

export const definiteInverses = strategyFor('is', {
  name: 'the inverse of a definite matrix',
  summary: 'inv(A) is pd, and so psd, because A is pd',
  promise: ({ predicate, subject }: FormulaOf<'is'>) =>
    (predicate === 'pd' || predicate === 'psd') && inverted(subject) ? 0.95 : null,
  *prove({ predicate, subject }, known): Attempt {
    const a = inverted(subject);
    const definite = a && (yield* ask(is('pd', a), known));
    if (!a || !definite) return null;
    const turned = modusPonens(fact('inverse of a definite matrix', a), definite);
    return predicate === 'pd' ? turned : modusPonens(fact('a pd matrix is psd', subject), turned);
  },
});
