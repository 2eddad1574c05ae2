/**
 * The covariance diag p − p p' of p = softmax(u), also written as a second derivative of
 * log Σ exp(u), and M (diag p − p p') M': Hessians of log-sum-exp behind linear maps.
 */
import type { Dim, Monomial, Term } from '../../kernel/term.ts';
import { add, contract, identity, permute, scale, variable } from '../../kernel/graph.ts';
import { plus, ratio, type Ratio } from '../../kernel/ratio.ts';
import { equal, is } from '../../kernel/formula.ts';
import {
  both,
  definition,
  fact,
  first,
  generalise,
  hole,
  modusPonens,
  replace,
  second,
  specialise,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { alike, orderBy, retell, summand } from '../derived/labelled.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { subgraph } from '../graphs/subgraph.ts';
import type { Context } from '../known/context.ts';
import type { Prove } from '../known/strategy.ts';

/** The psd matrix, where the other one is the same. */
function retold(known: Theorem, t: Term, ctx: Context, prove: Prove): Theorem | null {
  const f = known.conclusion;
  const same = f.kind === 'is' ? prove(equal(f.subject, t), ctx) : null;
  return same && replace(is('psd', variable(hole, t.shape)), same, known);
}

/** What wires join to the first axis of a graph without passing the given wire. */
function frontOf(m: Monomial, wire: number): Term | null {
  const [start] = m.free;
  if (start === undefined || start === wire) return null;
  const reached = new Set([start]);
  let chosen: Monomial['factors'] = [];
  for (;;) {
    const more = m.factors.filter((f) => f.slots.some((s) => s !== wire && reached.has(s)));
    if (more.length === chosen.length) break;
    chosen = more;
    for (const s of more.flatMap((f) => f.slots)) if (s !== wire) reached.add(s);
  }
  if (!chosen.some((f) => f.slots.includes(wire)) || m.free.slice(1).some((w) => reached.has(w)))
    return null;
  return subgraph({ ...m, powers: {} }, chosen, [start, wire]);
}

/** Matrices M for which the matrix may be M C M', with an index of C for each entry of u. */
function frontsOf(t: Term, size: string): Term[] {
  const found: Term[] = [];
  for (const m of t.monomials)
    for (const { head, slots } of m.factors) {
      const entry = head.kind === 'jet' && (head.fn.name === 'exp' || head.fn.name === 'softmax');
      const wire = slots.find((s) => m.wires[s] === size);
      const front = entry && wire !== undefined ? frontOf(m, wire) : null;
      if (front && !found.some((f) => alike(f, front))) found.push(front);
    }
  return found.slice(0, 2);
}

/**
 * A ⪰ 0 from C ⪰ 0, because v'A v is w'C w and what is added to it, for each v and the w that
 * belongs to it.
 */
function psdThrough(
  a: Term,
  known: Theorem,
  vector: (v: Term) => Term,
  added: (v: Term) => readonly Summand[],
): Theorem | null {
  const f = known.conclusion;
  const unfolding = second(definition('psd', a));
  const g = unfolding.conclusion;
  if (f.kind !== 'is' || g.kind !== 'implies' || g.left.kind !== 'and') return null;
  const { left: symmetric, right: form } = g.left;
  if (symmetric.kind !== 'equal' || form.kind !== 'forall' || form.bound.kind !== 'tensor')
    return null;
  const { bound, body } = form;
  if (body.kind !== 'less') return null;
  const v = variable(bound.name, bound.shape);
  const at = specialise(second(modusPonens(first(definition('psd', f.subject)), known)), {
    kind: 'term',
    term: vector(v),
  });
  const here = orderBy(body.left, body.right, false, [summand([at]), ...added(v)]);
  const same = retell(symmetric.left, symmetric.right);
  return modusPonens(unfolding, both(same, generalise(bound, here)));
}

/** From C ⪰ 0: M C M' ⪰ 0. */
const congruent = (m: Term, known: Theorem): Theorem | null =>
  known.conclusion.kind === 'is'
    ? psdThrough(
        contract([m, known.conclusion.subject, m], ['ij', 'jk', 'lk'], 'il'),
        known,
        (v) => contract([permute(m, [1, 0]), v], ['ij', 'j'], 'i'),
        () => [],
      )
    : null;

/** The multiple of I among the graphs of a matrix. */
const shareOfIdentity = (t: Term): Ratio =>
  t.monomials
    .filter((m) => m.factors.length === 0 && m.free[0] === m.free[1])
    .reduce((sum, m) => plus(sum, m.coefficient), ratio(0n));

/** Does diag p stand in the matrix with a minus? */
const isTakenAway = (t: Term): boolean =>
  t.monomials.some(
    (m) => m.factors.length > 0 && m.free[0] === m.free[1] && m.coefficient.num < 0n,
  );

/** c I − C ⪰ 0 for the covariance C and ½ ≤ c, from ½ I − C ⪰ 0; or c I + C ⪰ 0 for 0 ≤ c. */
function farAbove(argument: Term, t: Term): Theorem | null {
  const c = shareOfIdentity(t);
  const below = isTakenAway(t);
  const near = fact(
    below ? 'softmax varies by at most a half' : 'softmax has a covariance',
    argument,
  );
  const rest = below ? plus(c, ratio(-1n, 2n)) : c;
  const f = near.conclusion;
  if (f.kind !== 'is' || rest.num < 0n) return null;
  if (rest.num === 0n) return near;
  const eye = identity(f.subject.shape[0] as Dim);
  return psdThrough(
    add(f.subject, scale(rest, eye)),
    near,
    (v) => v,
    (v) => [summand([], rest, [v])],
  );
}

/** M (diag p − p p') M' ⪰ 0 for p = softmax(u), also where it is written as a derivative. */
export function bySoftmax(t: Term, ctx: Context, prove: Prove): Theorem | null {
  for (const { name, argument } of namedIn([t])) {
    const [size] = argument.shape;
    if ((name !== 'softmax' && name !== 'exp') || argument.shape.length !== 1 || !size) continue;
    const above = size === t.shape[0] ? farAbove(argument, t) : null;
    const bounded = above && retold(above, t, ctx, prove);
    if (bounded) return bounded;
    if (shareOfIdentity(t).num !== 0n) continue;
    const known = fact('softmax has a covariance', argument);
    const plain = size === t.shape[0] ? retold(known, t, ctx, prove) : null;
    if (plain) return plain;
    for (const m of frontsOf(t, size)) {
      const around = congruent(m, known);
      const same = around && retold(around, t, ctx, prove);
      if (same) return same;
    }
  }
  return null;
}
