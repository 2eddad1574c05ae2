/** Inequalities that the ranks standing in a goal invite. */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { add, contract, dimension, number, scale, zeros } from '../../kernel/graph.ts';
import { equal, less, not } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import {
  assume,
  cases,
  classical,
  comparable,
  explode,
  fact,
  modusPonens,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { flipped } from '../derived/equations.ts';
import { byFacts, alike, retell } from '../derived/labelled.ts';
import { cutBehindFirst, parts } from '../derived/norm-parts.ts';
import { rankOf } from '../matrices/prove-rank.ts';
import { nought } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { usable } from '../known/usable.ts';
import { rankBelow, fullRanks } from '../matrices/rank-counting.ts';

/** Inequalities for the ranks of these matrices, and of the factors and summands that they show. */
export function rankBounds(ranked: readonly Term[], ctx: Context, prove: Prove): Theorem[] {
  const found: Theorem[] = [];
  const use = (name: string, ...given: readonly Term[]): void =>
    void found.push(...usable(fact(name, ...given), ctx, prove));
  const all = ranked.slice(0, 5);
  for (const t of all) {
    use('rank and shape', t);
    found.push(...atLeastOne(t, ctx, prove));
    found.push(
      ...rankBelow(t, ctx),
      ...fullRanks(t, ctx).flatMap((u) => [weak(u), weak(flipped(u))]),
    );
    for (const summand of parts(t).slice(0, 4)) {
      const [x, y] = outerFactors(summand) ?? [];
      if (!x || !y) continue;
      use('rank of a product', x, y);
      use('rank and shape', x);
    }
    if (t.monomials.length > 1) {
      const [head, ...more] = parts(t);
      if (head && more.length > 0)
        use('rank of a sum', head, more.length === 1 ? (more[0] as Term) : add(...more));
    }
    const cut = t.monomials.length === 1 ? cutBehindFirst(t) : null;
    if (cut && cut.rest.shape.length === 2) {
      use('rank of a product', cut.front, cut.rest);
      use('rank inequality of Sylvester', cut.front, cut.rest);
      use('rank and shape', cut.front);
      use('rank and shape', cut.rest);
    }
  }
  for (const a of all)
    for (const b of all)
      if (a !== b && a.shape[1] === b.shape[1] && !alike(a, b)) use('rank by a kernel', a, b);
  return found;
}

/** 1 ≤ rank t because t is not 0: ranks are whole numbers, and what has rank 0 is 0. */
function atLeastOne(t: Term, ctx: Context, prove: Prove): Theorem[] {
  if (
    !ctx.facts.some(
      ({ theorem: { conclusion: f } }) =>
        f.kind === 'not' && f.body.kind === 'equal' && f.body.left.shape.length > 0,
    )
  )
    return [];
  const vanishes = equal(t, zeros(t.shape));
  const away = prove(not(vanishes), ctx);
  if (!away) return [];
  const positive = less(nought(), rankOf(t), true);
  const none = assume(less(rankOf(t), nought(), false));
  const split = cases(
    comparable(rankOf(t), nought()),
    classical(positive, explode(modusPonens(fact('rank zero', t), none), away)),
    assume(positive),
  );
  const small = zeros(['1', '1']);
  const rankOfZero = modusPonens(
    fact('rank of a projector', small),
    retell(contract([small, small], ['ij', 'jk'], 'ik'), small),
  );
  const next = fact('rank above a rank', small, t);
  const step = modusPonens(
    next,
    byFacts(rankOf(small), rankOf(t), true, [split, weak(rankOfZero)]),
  );
  return [split, byFacts(number(one), rankOf(t), false, [step, weak(flipped(rankOfZero))])];
}

/** x y' as a column before a row. */
function outerFactors(t: Term): readonly [Term, Term] | null {
  const [m] = t.monomials;
  const [from, to] = m?.free ?? [];
  if (!m || from === undefined || to === undefined || from === to) return null;
  const pieces = connected(m);
  const front = pieces.find((p) => p.some((f) => f.slots.includes(from)));
  if (
    !front ||
    front.some((f) => f.slots.includes(to)) ||
    !m.factors.some((f) => f.slots.includes(to))
  )
    return null;
  const rest = m.factors.filter((f) => !front.includes(f));
  const powers = Object.entries(m.powers).map(([d, k]) => dimension(d, k));
  const row = contract(
    [scale(m.coefficient, subgraph(m, rest, [to])), ...powers],
    ['j', ...powers.map(() => '')],
    'kj',
    { k: '1' },
  );
  return [contract([subgraph(m, front, [from])], ['i'], 'ik', { k: '1' }), row];
}

/** The factors that hang together over wires. */
function connected(m: Monomial): Factor[][] {
  const found: Factor[][] = [];
  for (const f of m.factors) {
    const near = found.filter((p) => p.some((g) => g.slots.some((w) => f.slots.includes(w))));
    for (const p of near) found.splice(found.indexOf(p), 1);
    found.push([f, ...near.flat()]);
  }
  return found;
}
