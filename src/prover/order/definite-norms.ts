/** Norms of symmetric matrices between definite bounds: ‖A‖ ≤ c because −c I ⪯ A ⪯ c I. */
import type { Dim, Term } from '../../kernel/term.ts';
import { add, bareHead, contract, identity } from '../../kernel/graph.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import { fact, modusPonens } from '../../kernel/theorem.ts';
import { minus } from '../graphs/small-terms.ts';
import { bookOf, type Context } from '../known/context.ts';
import { isSymmetricAsWritten } from './written-symmetry.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';

/** A where the goal is ‖A‖ ≤ c and A is symmetric as it is written. */
function boundedIn({ left, strict }: FormulaOf<'less'>, known: Context): Term | null {
  const head = strict ? null : bareHead(left);
  const a = head?.kind === 'operation' && head.name === 'norm' ? head.arg : null;
  return a && isSymmetricAsWritten(a, bookOf(known).map) ? a : null;
}

export const definiteNorms = strategyFor('less', {
  name: 'norms between definite bounds',
  summary: 'norm(A) <= c because c I - A and c I + A are psd',
  notFor: ['bounds'],
  promise: (goal, known) => (boundedIn(goal, known) ? 0.75 : null),
  *prove(goal, known): Attempt {
    const a = boundedIn(goal, known);
    if (!a) return null;
    const ball = contract([goal.right, identity(a.shape[0] as Dim)], ['', 'ij'], 'ij');
    const above = yield { goal: is('psd', minus(ball, a)), known };
    const below = above && (yield { goal: is('psd', add(ball, a)), known });
    return above && below
      ? modusPonens(modusPonens(fact('norm between definite bounds', goal.right, a), above), below)
      : null;
  },
});
