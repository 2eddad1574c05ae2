/**
 * Ranks told by traces: where a trace in an equation is that of a projector X, rank X = tr X, and
 * rank X is the rank of A where their kernels are one.
 */
import type { Monomial, Term } from '../../kernel/term.ts';
import { factorTerm, splice } from '../../kernel/graph.ts';
import { equal, type Formula } from '../../kernel/formula.ts';
import { fact, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { writeTerm } from '../../kernel/write.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { product } from '../graphs/chains.ts';
import { addEquation, type Context } from '../known/context.ts';
import { equation } from '../derived/equations.ts';
import { operationsIn } from '../graphs/heads.ts';
import { proveRank, rankOf } from './prove-rank.ts';
import type { Prove } from '../known/strategy.ts';
import { passed } from '../agenda/effort.ts';

type Equal = Formula & { readonly kind: 'equal' };

/** The matrices whose trace the closed graph is, one for each of its wires between two slots. */
function opened(m: Monomial): Term[] {
  const found = new Map<string, Term>();
  m.wires.forEach((dim, w) => {
    const on = m.factors.flatMap((f, i) =>
      f.slots.flatMap((s, k) => (s === w ? [[i, k] as const] : [])),
    );
    const [from, to] = on;
    if (!from || !to || on.length > 2) return;
    const fresh = m.wires.length;
    for (const [i, k] of [from, to]) {
      const pieces = m.factors.map((f, j) => ({
        term: factorTerm(f),
        on: f.slots.map((s, l) => (j === i && l === k ? fresh : s)),
      }));
      const t = splice({ wires: [...m.wires, dim], free: [w, fresh] }, pieces);
      found.set(writeTerm(t), t);
    }
  });
  return [...found.values()].slice(0, 8);
}

export function byTraces(goal: Equal, ctx: Context, prove: Prove): Theorem | null {
  const ranks = operationsIn([goal.left, goal.right], 'rank')
    .filter((o) => o.params.length === 0)
    .map((o) => o.arg)
    .slice(0, 3);
  if (ranks.length === 0 || goal.left.shape.length > 0) return null;
  const closed = [goal.left, goal.right]
    .flatMap((t) => t.monomials)
    .filter((m) => m.factors.length >= 2 && m.factors.every((f) => f.slots.length === 2))
    .slice(0, 3);
  const found = closed.flatMap((m) =>
    firstOf(opened(m), (x) => {
      const idempotent = passed(ctx.deadline) ? null : ctx.equality(product(x, x), x, ctx);
      if (!idempotent) return [];
      const same = ranks.flatMap(
        (a) => proveRank(equal(rankOf(a), rankOf(x)) as Equal, ctx, prove) ?? [],
      );
      return same.length === 0
        ? []
        : [modusPonens(fact('rank of a projector', x), idempotent), ...same];
    }),
  );
  const next = found.reduce((c, t) => addEquation(c, equation(t, 'rank of a projector')), ctx);
  return found.length === 0 ? null : byEquations(goal.left, goal.right, next);
}

/** What the first of the matrices gives that gives anything. */
function firstOf(all: readonly Term[], attempt: (x: Term) => Theorem[]): Theorem[] {
  for (const x of all) {
    const found = attempt(x);
    if (found.length > 0) return found;
  }
  return [];
}
