/** When a matrix is invertible and a scalar not zero, from what is known. */
import type { Dim, Term } from '../../kernel/term.ts';
import {
  contract,
  dimension,
  identity,
  inverse,
  number,
  permute,
  operation,
  variable,
  zeros,
  factorTerm,
} from '../../kernel/graph.ts';
import { equal, is, not, write, type Formula } from '../../kernel/formula.ts';
import { negative, one, ratio } from '../../kernel/ratio.ts';
import {
  assume,
  both,
  contradiction,
  definition,
  discharge,
  first,
  generalise,
  hole,
  instance,
  modusPonens,
  oneSided,
  rankByKernel,
  rankOnto,
  rankTranspose,
  replace,
  second,
  unpack,
  weak,
  explode,
  inverseOf,
  type Theorem,
} from '../../kernel/theorem.ts';
import { bookOf, freshIn, type Context } from '../known/context.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { passed } from '../agenda/effort.ts';
import { Ledger, equation } from '../derived/equations.ts';
import { withFact } from '../known/facts.ts';
import { firstAskedFor } from '../known/purposes.ts';
import { withImplied } from './implied.ts';
import {
  orderBy,
  summand,
  absurd,
  linearBy,
  alike,
  retell,
  restated,
} from '../derived/labelled.ts';
import { close } from '../derived/membership.ts';
import { simplify, orient } from '../derived/simplify.ts';
import { nought } from '../graphs/small-terms.ts';

const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'jk'], 'ik');

/** `a` invertible, where it is stated. */
export function statedInvertible(a: Term, ctx: Context): Theorem | null {
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'is' || f.predicate !== 'invertible') continue;
    if (write(f) === write(is('invertible', a))) return theorem;
    if (alike(f.subject, a))
      return replace(is('invertible', variable(hole, a.shape)), retell(f.subject, a), theorem);
  }
  return null;
}

/** `a` invertible, stated or because only 0 is sent to 0. */
export const invertible = (a: Term, ctx: Context): Theorem | null =>
  statedInvertible(a, ctx) ?? (passed(ctx.deadline) ? null : fromTrivialKernel(a, ctx));

/** How v = 0 is shown where A v = 0 is known. */
export type Vanishing = (v: Term, ctx: Context) => Theorem | null;
const byEquality: Vanishing = (v, c) => withImplied(c, v, (d) => d.equality(v, zeros(v.shape), d));

/** A square matrix that sends only 0 to 0 is invertible. */
export function fromTrivialKernel(a: Term, ctx: Context, vanishing = byEquality): Theorem | null {
  const n = a.shape[0] as Dim;
  if (a.shape.length !== 2 || a.shape[1] !== n) return null;
  const left = leftInverse(a, ctx, vanishing);
  return (
    left &&
    withLeft(left, a, (l, eq) => {
      const backwards = oneSided(l, a, eq);
      const goal = second(definition('invertible', a));
      const f = goal.conclusion;
      if (f.kind !== 'implies' || f.left.kind !== 'exists') return null;
      return modusPonens(goal, instance(f.left, l, both(backwards, eq)));
    })
  );
}

/** Opens `one-to-one a` as L a = I. */
function withLeft(
  oneToOne: Theorem,
  a: Term,
  use: (l: Term, eq: Theorem) => Theorem | null,
): Theorem | null {
  const existence = modusPonens(first(definition('one-to-one', a)), oneToOne);
  const f = existence.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return null;
  const inner = use(variable(f.bound.name, f.bound.shape), assume(f.body));
  return inner && unpack(existence, inner);
}

/**
 * `a` one-to-one: its kernel is that of the identity, so its rank is the number of its columns.
 * Inside such a proof only stated inverses count.
 */
export function leftInverse(a: Term, ctx: Context, vanishing = byEquality): Theorem | null {
  const [m, n] = a.shape as [Dim, Dim];
  const inside = firstAskedFor(ctx, 'kernels');
  if (!inside) return null;
  const name = freshIn(ctx, 'v#', a);
  const v = variable(name, [n]);
  const zeroAt = equal(contract([a, v], ['ij', 'j'], 'i'), zeros([m]));
  const stays = equal(contract([identity(n), v], ['ij', 'j'], 'i'), zeros([n]));
  const there = withFact(inside, { theorem: assume(zeroAt), name: 'kernel' }, (c) =>
    vanishing(v, c),
  );
  if (!there) return null;
  const forwards = generalise(bound(name, n), discharge(zeroAt, restated(there, stays)));
  const ledger = new Ledger(contract([a, v], ['ij', 'j'], 'i'), zeros([m]), bookOf(ctx));
  if (!close(ledger, [equation(assume(stays), 'kernel')])) return null;
  const backwards = generalise(bound(name, n), discharge(stays, ledger.theorem()));
  const ranks = rankByKernel(a, identity(n), forwards, backwards);
  return fullColumnRank(a, ranks);
}
const bound = (name: string, n: Dim): { kind: 'tensor'; name: string; shape: Dim[] } => ({
  kind: 'tensor',
  name,
  shape: [n],
});

/** From rank a = rank I (n columns): a one-to-one. */
function fullColumnRank(a: Term, ranks: Theorem): Theorem | null {
  const n = a.shape[1] as Dim;
  const flipped = permute(a, [1, 0]);
  const rankOf = (t: Term): Term => operation('rank', t);
  const size = contract([], [], '', { i: n });
  const identityOnto = ontoBy(identity(n), identity(n));
  const full = modusPonens(first(rankOnto(identity(n))), identityOnto);
  const transposed = rankTranspose(a);
  const goal = equal(rankOf(flipped), size);
  const uses = [transposed, ranks, full].map((t) => ({ equation: t, context: variable(hole, []) }));
  const equalRank = linearBy(rankOf(flipped), size, uses);
  if (write(equalRank.conclusion) !== write(goal)) return null;
  const onto = modusPonens(second(rankOnto(flipped)), equalRank);
  return transposedOnto(a, onto);
}

/** From a' onto: a one-to-one. */
export function transposedOnto(a: Term, onto: Theorem): Theorem | null {
  const [m, n] = a.shape as [Dim, Dim];
  const existence = modusPonens(first(definition('onto', permute(a, [1, 0]))), onto);
  const f = existence.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return null;
  const r = variable(f.bound.name, f.bound.shape);
  const l = permute(r, [1, 0]);
  const eq = assume(f.body);
  const uses = [{ equation: eq, context: permute(variable(hole, [n, n]), [1, 0]) }];
  const left = linearBy(product(l, a), identity(n), uses);
  const goal = second(definition('one-to-one', a));
  const g = goal.conclusion;
  if (g.kind !== 'implies') return null;
  void m;
  return unpack(existence, modusPonens(goal, instance(g.left, l, left)));
}

/** `a` onto because a r = I, provable by ring. */
export function ontoBy(a: Term, r: Term, proof?: Theorem): Theorem {
  const goal = second(definition('onto', a));
  const f = goal.conclusion;
  if (f.kind !== 'implies' || f.left.kind !== 'exists')
    throw new TypeError('a definition is an implication');
  const eq = proof ?? retell(product(a, r), identity(a.shape[0] as Dim));
  return modusPonens(goal, instance(f.left, r, eq));
}

/** s ≠ 0, stated, or because 0 < s, or because its factors are not 0. */
export function nonzero(s: Term, ctx: Context): Theorem | null {
  const zero = equal(s, zeros([]));
  const goal = not(zero);
  const assumed = assume(zero);
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (write(f) === write(goal)) return theorem;
    if (f.kind === 'less' && f.strict && f.left.monomials.length === 0 && alike(f.right, s))
      return contradiction(zero, absurd([theorem, weak(assumed)]));
    if (f.kind === 'not' && f.body.kind === 'equal') {
      if (f.body.left.shape.length > 0) continue;
      const ledger = new Ledger(f.body.left, f.body.right, bookOf(ctx));
      if (close(ledger, [equation(assumed, 'assumption')], { rounds: 1, rows: 8, weight: 24 }))
        return contradiction(zero, explode(ledger.theorem(), theorem));
    }
  }
  const size = positiveSizes(s);
  return size
    ? contradiction(zero, absurd([size, weak(assumed)]))
    : nonzeroProduct(s, ctx, zero, assumed);
}

function nonzeroProduct(s: Term, ctx: Context, zero: Formula, assumed: Theorem): Theorem | null {
  const [m] = s.monomials;
  if (s.monomials.length !== 1 || !m || m.factors.some((f) => f.slots.length > 0)) return null;
  const factors = m.factors.map(factorTerm);
  const single =
    factors.length === 1 &&
    m.coefficient.num === 1n &&
    m.coefficient.den === 1n &&
    Object.keys(m.powers).length === 0;
  if (single) return nonzeroReciprocal(factors[0] as Term, ctx, zero, assumed);
  const known = factors.map((f) => nonzero(f, ctx));
  if (known.some((k) => k === null)) return null;
  const inverses = (known as Theorem[]).map((k) => equation(inverseOf(k), 'inverse'));
  const ledger = new Ledger(number(one), nought(), bookOf(ctx));
  const all = factors.map((f) => inverse(f));
  const scalars = [
    variable(hole, []),
    number(ratio(m.coefficient.den, m.coefficient.num)),
    ...all,
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, -k)),
  ];
  ledger.use(
    equation(assumed, 'assumption'),
    contract(
      scalars,
      scalars.map(() => ''),
      '',
    ),
  );
  simplify(
    ledger,
    inverses.flatMap((e) => orient(e, bookOf(ctx)) ?? []),
  );
  return ledger.done ? contradiction(zero, oneIsNotZero(ledger.theorem())) : null;
}

/** 1/s ≠ 0 where s ≠ 0. */
function nonzeroReciprocal(s: Term, ctx: Context, zero: Formula, assumed: Theorem): Theorem | null {
  const head = s.monomials[0]?.factors[0]?.head;
  if (head?.kind !== 'inverse' || head.matrix) return null;
  const known = nonzero(head.arg, ctx);
  if (!known) return null;
  const ledger = new Ledger(number(one), nought(), bookOf(ctx));
  return close(ledger, [equation(inverseOf(known), 'inverse'), equation(assumed, 'assumption')]) ||
    closeByProduct(ledger, known, assumed, head.arg)
    ? contradiction(zero, oneIsNotZero(ledger.theorem()))
    : null;
}
function closeByProduct(ledger: Ledger, known: Theorem, assumed: Theorem, arg: Term): boolean {
  ledger.use(equation(inverseOf(known), 'inverse'), variable(hole, []), negative(one));
  ledger.use(equation(assumed, 'assumption'), contract([variable(hole, []), arg], ['', ''], ''));
  return ledger.done;
}

/** From 1 = 0: false. */
export function oneIsNotZero(t: Theorem): Theorem {
  const positive = orderBy(nought(), number(one), true, [summand([])]);
  return absurd([positive, weak(t)]);
}
