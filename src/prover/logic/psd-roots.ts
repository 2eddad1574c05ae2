/**
 * Existence of a matrix that a root of a positive semidefinite one is: A = R R, R positive
 * semidefinite.
 */
import type { Term } from '../../kernel/term.ts';
import { bareHead } from '../../kernel/graph.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import { free } from '../../kernel/binders.ts';
import { fact, modusPonens, second, type Theorem } from '../../kernel/theorem.ts';
import { emptied, type Context, type Fact } from '../known/context.ts';
import { soon } from '../agenda/effort.ts';
import { withFacts } from '../known/facts.ts';
import { fromExistence } from '../known/from-existence.ts';
import type { Attempt, Prove } from '../known/strategy.ts';

/** The root of a positive semidefinite matrix that the statement mentions. */
export function* byRoot(goal: FormulaOf<'exists'>, ctx: Context): Attempt {
  const { bound } = goal;
  if (bound.kind !== 'tensor' || bound.shape.length !== 2 || bound.shape[0] !== bound.shape[1])
    return null;
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    const head =
      f.kind === 'is' && (f.predicate === 'psd' || f.predicate === 'pd')
        ? bareHead(f.subject)
        : null;
    if (
      f.kind !== 'is' ||
      head?.kind !== 'variable' ||
      head.shape.join() !== bound.shape.join() ||
      !free(head.name, goal)
    )
      continue;
    const { subject, predicate } = f;
    const psd =
      predicate === 'psd' ? theorem : modusPonens(fact('a pd matrix is psd', subject), theorem);
    const invertible = (r: Term, said: Theorem): Fact[] =>
      predicate === 'pd' ? invertibleRoot(subject, r, second(said), ctx, ctx.search.prove) : [];
    const t = yield* fromExistence(
      goal,
      modusPonens(fact('square root', subject), psd),
      'root',
      ctx,
      { share: 200, more: invertible },
    );
    if (t) return t;
  }
  return null;
}

/** The root R of an invertible A is invertible, by R R = A and nothing else that is known. */
function invertibleRoot(a: Term, r: Term, square: Theorem, ctx: Context, prove: Prove): Fact[] {
  const regular = prove(is('invertible', a), { ...ctx, deadline: soon(ctx.deadline, 40) });
  if (!regular) return [];
  const facts = [regular, square].map((theorem): Fact => ({ theorem, name: 'root' }));
  const t = withFacts({ ...emptied(ctx), deadline: soon(ctx.deadline, 40) }, facts, (c) =>
    prove(is('invertible', r), c),
  );
  return t ? [{ theorem: t, name: 'root' }] : [];
}
