/** Existence of a matrix that a root of a positive semidefinite one is: A = R R, R positive semidefinite. */
import type { Term } from '../kernel/term.ts';
import { bareHead, variable } from '../kernel/graph.ts';
import { free, is, substituteIn, type Formula, type FormulaOf } from '../kernel/formula.ts';
import { assume, fact, instance, modusPonens, second, unpack, type Theorem } from '../kernel/theorem.ts';
import { emptyContext, freshIn, type Context } from './context.ts';
import { soon } from './effort.ts';
import { renameExistence, withFacts } from './facts.ts';
import type { Prove } from './strategy.ts';

/** The root of a positive semidefinite matrix that the statement speaks of. */
export function byRoot(goal: FormulaOf<'exists'>, ctx: Context, depth: number, prove: Prove): Theorem | null {
  const { bound } = goal;
  if (bound.kind !== 'tensor' || bound.shape.length !== 2 || bound.shape[0] !== bound.shape[1]) return null;
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    const head = f.kind === 'is' && (f.predicate === 'psd' || f.predicate === 'pd') ? bareHead(f.subject) : null;
    if (f.kind !== 'is' || head?.kind !== 'variable' || head.shape.join() !== bound.shape.join() || !free(head.name, goal)) continue;
    const psd = f.predicate === 'psd' ? theorem : modusPonens(fact('a pd matrix is psd', f.subject), theorem);
    const existence = renameExistence(modusPonens(fact('square root', f.subject), psd), freshIn(ctx, 'R#', f.subject));
    const root = existence.conclusion;
    if (root.kind !== 'exists' || root.bound.kind !== 'tensor') continue;
    const r = variable(root.bound.name, root.bound.shape);
    const regular = f.predicate === 'pd' ? invertibleRoot(f.subject, r, root.body, ctx, prove) : null;
    const t = withFacts(ctx, [{ theorem: assume(root.body), name: 'root' }, ...(regular ? [{ theorem: regular, name: 'root' }] : [])], (c) => {
      const body = prove(substituteIn(goal.body, bound.name, { kind: 'term', term: r }), { ...c, deadline: soon(c.deadline, 200) }, depth + 1);
      return body && unpack(existence, instance(goal, r, body));
    });
    if (t) return t;
  }
  return null;
}

/** The root R of an invertible A is invertible, by R R = A and nothing else that is known. */
function invertibleRoot(a: Term, r: Term, body: Formula, ctx: Context, prove: Prove): Theorem | null {
  const regular = prove(is('invertible', a), { ...ctx, deadline: soon(ctx.deadline, 40) }, 4);
  if (!regular) return null;
  const facts = [{ theorem: regular, name: 'root' }, { theorem: second(assume(body)), name: 'root' }];
  return withFacts(emptyContext(soon(ctx.deadline, 40), ctx.equality), facts, (c) => prove(is('invertible', r), c, 4));
}
