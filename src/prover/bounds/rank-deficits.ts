/**
 * Ranks below the number of columns or rows: by a vector that is not 0 and is sent to 0; and by 1
 * at least, for ranks are whole numbers.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { contract, identity, permute, zeros } from '../../kernel/graph.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import {
  assume,
  contradiction,
  explode,
  fact,
  first,
  modusPonens,
  rankOnto,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { alike, byFacts } from '../derived/labelled.ts';
import type { Context } from '../known/context.ts';
import { withFact } from '../known/facts.ts';
import { rankOf } from '../matrices/prove-rank.ts';
import { rankBelow } from '../matrices/rank-counting.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { ontoBy } from '../rewriting/invertible.ts';

const brief = { rounds: 1, rows: 24, weight: 24 };

/** ¬(a one-to-one) because a v = 0 for some v ≠ 0. */
function manyToOne(a: Term, ctx: Context): Theorem | null {
  const [m, n] = a.shape as [Dim, Dim];
  for (const { theorem: denied } of ctx.facts) {
    const f = denied.conclusion;
    if (f.kind !== 'not' || f.body.kind !== 'equal' || f.body.left.shape.join() !== n) continue;
    const v = f.body.left;
    if (f.body.right.monomials.length > 0) continue;
    const sent = byEquations(contract([a, v], ['ij', 'j'], 'i'), zeros([m]), ctx, brief);
    if (!sent) continue;
    const claim = is('one-to-one', a);
    const none = withFact(ctx, { theorem: assume(claim), name: 'assumption' }, (c) => {
      const zero = c.equality(v, zeros([n]), c);
      return zero && explode(zero, denied);
    });
    if (none) return contradiction(claim, none);
  }
  return null;
}

const size = (t: Theorem): Dim | null => {
  const f = t.conclusion;
  const [m, ...more] = f.kind === 'less' && f.strict ? f.right.monomials : [];
  const [dim, ...others] = Object.keys(m?.powers ?? {});
  return m && more.length + m.factors.length + others.length === 0 ? (dim ?? null) : null;
};

/** rank a < n as 1 + rank a ≤ rank I, with rank I = n. */
function byOne(a: Term, below: Theorem): Theorem[] {
  const dim = size(below);
  if (dim === null || !a.shape.includes(dim)) return [];
  const eye = identity(dim);
  const full = modusPonens(first(rankOnto(eye)), ontoBy(eye, eye));
  const f = below.conclusion as FormulaOf<'less'>;
  const less = byFacts(f.left, rankOf(eye), true, [below, weak(flipped(full))]);
  return [
    weak(full),
    weak(flipped(full)),
    modusPonens(fact('rank above a rank', a, eye), byFacts(rankOf(a), rankOf(eye), true, [less])),
  ];
}

/** What is known of the rank of a matrix that is not of full rank. */
export function rankDeficits(a: Term, ctx: Context): Theorem[] {
  const spoken = ctx.facts.some(({ theorem: { conclusion: f } }) => f.kind === 'not');
  const denied = spoken ? [a, permute(a, [1, 0])].flatMap((t) => manyToOne(t, ctx) ?? []) : [];
  const facts = denied.map((theorem) => ({ theorem, name: 'kernel' }));
  const below = rankBelow(a, { ...ctx, facts: [...ctx.facts, ...facts] });
  const stated = ctx.facts.flatMap(({ theorem: t }) =>
    t.conclusion.kind === 'less' && alike(t.conclusion.left, rankOf(a)) ? [t] : [],
  );
  return [...below, ...stated].flatMap((t) => [t, ...byOne(a, t)]);
}
