/**
 * Norms of symmetric matrices: ‖A‖ ≤ c because −c I ⪯ A ⪯ c I, and ‖A‖ < c because every eigenvalue
 * lies strictly between.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { add, bareHead, contract, identity, operation } from '../../kernel/graph.ts';
import { is, less, type FormulaOf } from '../../kernel/formula.ts';
import { assume, cases, fact, modusPonens, weak, type Theorem } from '../../kernel/theorem.ts';
import { freed } from '../derived/known.ts';
import { byFacts } from '../derived/labelled.ts';
import { minus, negated } from '../graphs/small-terms.ts';
import { bookOf, type Context } from '../known/context.ts';
import { isSymmetricAsWritten } from './written-symmetry.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';

/** A where the goal is ‖A‖ ≤ c, or ‖A‖ < c, and A is symmetric as it is written. */
function boundedIn({ left }: FormulaOf<'less'>, known: Context): Term | null {
  const head = bareHead(left);
  const a = head?.kind === 'operation' && head.name === 'norm' ? head.arg : null;
  return a && isSymmetricAsWritten(a, bookOf(known).map) ? a : null;
}

export const definiteNorms = strategyFor('less', {
  name: 'norms between definite bounds',
  summary: 'norm(A) <= c because c I - A and c I + A are psd',
  notFor: ['bounds'],
  promise: (goal, known) => (!goal.strict && boundedIn(goal, known) ? 0.75 : null),
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

export const strictNorms = strategyFor('less', {
  name: 'a norm as a largest eigenvalue',
  summary: 'norm(A) < c for a symmetric A because lambda_max(A) < c and lambda_max(-A) < c',
  notFor: ['bounds'],
  promise: (goal, known) => (goal.strict && boundedIn(goal, known) ? 0.75 : null),
  *prove(goal, known): Attempt {
    const a = boundedIn(goal, known);
    if (!a) return null;
    const either = freed(fact('norm of a symmetric matrix', a), (f) =>
      known.search.prove(f, known),
    );
    if (either.conclusion.kind !== 'or') return null;
    const parts: Theorem[] = [];
    for (const [of, same] of [
      [a, either.conclusion.left],
      [negated(a), either.conclusion.right],
    ] as const) {
      const below = yield { goal: less(operation('lambda.1', of), goal.right, true), known };
      if (!below) return null;
      parts.push(byFacts(goal.left, goal.right, true, [weak(assume(same)), below]));
    }
    return cases(either, parts[0] as Theorem, parts[1] as Theorem);
  },
});
