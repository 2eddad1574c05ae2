/**
 * A positive semidefinite matrix that the claim names, replaced by a Gram matrix: A = R'R, with R a
 * root of A.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { bareHead, contract, variable } from '../../kernel/graph.ts';
import { equal, exists, type Formula } from '../../kernel/formula.ts';
import { free, substituteIn } from '../../kernel/binders.ts';
import {
  assume,
  definition,
  fact,
  first,
  hole,
  instance,
  modusPonens,
  replace,
  second,
  unpack,
  type Theorem,
} from '../../kernel/theorem.ts';
import {
  bookOf,
  addEquation,
  emptied,
  freshIn,
  type Context,
  type Fact,
} from '../known/context.ts';
import { equation, flipped, Ledger } from '../derived/equations.ts';
import { assuming } from '../known/facts.ts';
import { renameExistence } from '../known/rename-existence.ts';
import { ask, type Attempt } from '../known/strategy.ts';
import { close } from '../derived/membership.ts';

/** ∃R (A = R'R), from A ⪰ 0: the root is symmetric. */
function gramFactor(psd: Theorem, a: Term, ctx: Context): Theorem | null {
  const [n] = a.shape as [Dim];
  const root = renameExistence(modusPonens(fact('square root', a), psd), freshIn(ctx, 'R#', a));
  const f = root.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return null;
  const r = variable(f.bound.name, [n, n]);
  const both = assume(f.body);
  const symmetric = addEquation(
    ctx,
    equation(first(modusPonens(first(definition('psd', r)), first(both))), 'root'),
  );
  const gram = contract([r, r], ['ki', 'kj'], 'ij');
  const ledger = new Ledger(a, gram, bookOf(symmetric));
  const wanted = exists({ kind: 'tensor', name: f.bound.name, shape: [n, n] }, equal(a, gram));
  return close(ledger, [equation(second(both), 'root')])
    ? unpack(root, instance(wanted, r, ledger.theorem()))
    : null;
}

/**
 * The first matrix with a name that is known to be psd, stands in the goal, and was not replaced
 * yet.
 */
function psdFor(
  goal: Formula,
  ctx: Context,
): { theorem: Theorem; subject: Term; name: string; shape: readonly Dim[] } | null {
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    const head = f.kind === 'is' && f.predicate === 'psd' ? bareHead(f.subject) : null;
    if (f.kind !== 'is' || head?.kind !== 'variable') continue;
    const { name, shape } = head;
    if (!ctx.replaced.includes(name) && free(name, goal))
      return { theorem, subject: f.subject, name, shape };
  }
  return null;
}

export const psdIn = (goal: Formula, ctx: Context): boolean => psdFor(goal, ctx) !== null;

/** The goal and the known facts, with a Gram matrix in place of one such matrix. */
export function* throughGramFactors(goal: Formula, ctx: Context): Attempt {
  const found = psdFor(goal, ctx);
  const existence = found && gramFactor(found.theorem, found.subject, ctx);
  const g = existence?.conclusion;
  if (!existence || g?.kind !== 'exists' || g.body.kind !== 'equal') return null;
  const { name, shape } = found;
  const same = assume(g.body);
  const gram = g.body.right;
  const open = (h: Formula): Formula =>
    substituteIn(h, name, { kind: 'term', term: variable(hole, shape) });
  const told = ctx.facts
    .filter(
      (x) =>
        !['is', 'forall'].includes(x.theorem.conclusion.kind) && free(name, x.theorem.conclusion),
    )
    .map(
      (x): Fact => ({
        name: x.name,
        theorem: replace(open(x.theorem.conclusion), same, x.theorem),
      }),
    );
  const without = ctx.facts.filter((x) => !free(name, x.theorem.conclusion));
  const empty: Context = {
    ...emptied(ctx),
    replaced: [...ctx.replaced, name],
  };
  const plain = substituteIn(open(goal), hole, { kind: 'term', term: gram });
  const t = yield* assuming(empty, [...without, ...told], (more) => ask(plain, more));
  return t && unpack(existence, replace(open(goal), flipped(same), t));
}
