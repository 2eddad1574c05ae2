/**
 * What the size of a rank says of its matrix, and back: full rank, rank below the number of rows or
 * columns, rank 0.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import {
  bareHead,
  contract,
  dimension,
  identity,
  inverse,
  permute,
  variable,
  zeros,
} from '../../kernel/graph.ts';
import { equal, is, less, not, type Formula } from '../../kernel/formula.ts';
import {
  antisymmetry,
  assume,
  both,
  cases,
  classical,
  comparable,
  contradiction,
  definition,
  explode,
  fact,
  first,
  hole,
  instance,
  inverseOf,
  linear,
  modusPonens,
  oneSided,
  rankOnto,
  rankTranspose,
  residue,
  second,
  unpack,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { bookOf, type Context } from '../known/context.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { det } from './det-expand.ts';
import { equation, flipped, Ledger } from '../derived/equations.ts';
import { operationsIn } from '../graphs/heads.ts';
import { ontoBy, transposedOnto } from '../rewriting/invertible.ts';
import { nothing, byFacts, absurd, alike, restated } from '../derived/labelled.ts';
import { canonical } from '../graphs/labelling.ts';
import { chained, rankOf } from './prove-rank.ts';
import { nought, negated } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';

type Equal = Formula & { readonly kind: 'equal' };
const turned = (t: Term): Term => permute(t, [1, 0]);
const rows = (a: Term): Term => dimension(a.shape[0] as Dim);
const columns = (a: Term): Term => dimension(a.shape[1] as Dim);
const order = (
  left: Term,
  right: Term,
  strict: boolean,
  ctx: Context,
  prove: Prove,
): Theorem | null => prove(less(left, right, strict), ctx);

/** Matrices whose rank is mentioned by what is known. */
const ranked = (ctx: Context): Term[] =>
  operationsIn(
    ctx.facts.flatMap(({ theorem: { conclusion: f } }) =>
      f.kind === 'less' || f.kind === 'equal' ? termsOf(f) : [],
    ),
    'rank',
  )
    .filter((o) => o.params.length === 0)
    .map((o) => o.arg);

/** rank a = its rows, where it is at least that. */
const fullRows = (a: Term, atLeast: Theorem): Theorem =>
  antisymmetry(second(first(fact('rank and shape', a))), atLeast);

/**
 * rows(a) ≤ rank a, for the matrix or its transpose, where ranks are mentioned and the bound
 * follows.
 */
function rowsAtMostRank(a: Term, ctx: Context, prove: Prove): Theorem | null {
  const all = ranked(ctx);
  const known = all.find((t) => alike(t, a) || alike(t, turned(a))) ?? (all.length > 0 ? a : null);
  if (!known) return null;
  const bound = order(rows(a), rankOf(known), false, ctx, prove);
  return (
    bound &&
    (alike(known, a)
      ? byFacts(rows(a), rankOf(a), false, [bound])
      : byFacts(rows(a), rankOf(a), false, [bound, weak(rankTranspose(a))]))
  );
}

/** a onto because its rank is at least the number of its rows. */
export function ontoByRank(a: Term, ctx: Context, prove: Prove): Theorem | null {
  const bound = rowsAtMostRank(a, ctx, prove);
  return bound && modusPonens(second(rankOnto(a)), fullRows(a, bound));
}

export function oneToOneByRank(a: Term, ctx: Context, prove: Prove): Theorem | null {
  const onto = ontoByRank(turned(a), ctx, prove);
  return onto && transposedOnto(a, onto);
}

/** A square matrix that is onto is invertible: its right inverse is its left one. */
export function ontoInvertible(a: Term, onto: Theorem): Theorem | null {
  const existence = modusPonens(first(definition('onto', a)), onto);
  const goal = second(definition('invertible', a)).conclusion;
  const f = existence.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor' || goal.kind !== 'implies') return null;
  const r = variable(f.bound.name, f.bound.shape);
  const eq = assume(f.body);
  return unpack(
    existence,
    modusPonens(
      second(definition('invertible', a)),
      instance(goal.left, r, both(eq, oneSided(a, r, eq))),
    ),
  );
}

/** From a' one-to-one, L a' = I: a L' = I, so a is onto. */
export function transposeOnto(a: Term, oneToOne: Theorem): Theorem {
  const existence = modusPonens(first(definition('one-to-one', turned(a))), oneToOne);
  const f = existence.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor')
    throw new TypeError('a definition is an implication');
  const r = turned(variable(f.bound.name, f.bound.shape));
  const m = a.shape[0] as Dim;
  const uses = [{ equation: assume(f.body), context: turned(variable(hole, [m, m])) }];
  const product = contract([a, r], ['ij', 'jk'], 'ik');
  const proof = linear(
    product,
    identity(m),
    uses,
    residue(product, identity(m), uses).map((x) => canonical(x, nothing).label),
  );
  return unpack(existence, ontoBy(a, r, proof));
}

/** An invertible matrix has rank n. */
function rankOfInvertible(a: Term, known: Theorem): Theorem {
  return modusPonens(first(rankOnto(a)), ontoBy(a, inverse(a), first(inverseOf(known))));
}

/** ¬(a invertible) because rank a < n. */
function singular(a: Term, below: Theorem): Theorem {
  const claim = is('invertible', a);
  return contradiction(claim, absurd([below, weak(flipped(rankOfInvertible(a, assume(claim))))]));
}

/** det a = 0 because rank a < n. */
export function zeroDeterminant(goal: Equal, ctx: Context, prove: Prove): Theorem | null {
  const head = bareHead(goal.left);
  if (
    goal.right.monomials.length > 0 ||
    head?.kind !== 'operation' ||
    head.name !== 'det' ||
    head.params.length > 0
  )
    return null;
  const a = head.arg;
  const below = order(rankOf(a), rows(a), true, ctx, prove);
  if (!below) return null;
  const away = assume(not(equal(det(a), nought())));
  return classical(
    equal(det(a), nought()),
    explode(modusPonens(second(fact('det and inverse', a)), away), singular(a, below)),
  );
}

/** Matrices that are singular because their determinant is 0. */
const singularIn = (ctx: Context): Theorem[] =>
  ctx.equations.flatMap(({ theorem, left, right }) => {
    const head = right.monomials.length === 0 ? bareHead(left) : null;
    if (head?.kind !== 'operation' || head.name !== 'det' || head.params.length > 0) return [];
    const claim = is('invertible', head.arg);
    return [
      contradiction(
        claim,
        explode(theorem, modusPonens(first(fact('det and inverse', head.arg)), assume(claim))),
      ),
    ];
  });

/** rank a < m because a is not onto, not one-to-one or not invertible. */
export function rankBelow(a: Term, ctx: Context): Theorem[] {
  return [...ctx.facts.map((x) => x.theorem), ...singularIn(ctx)].flatMap((denied): Theorem[] => {
    const f = denied.conclusion;
    if (f.kind !== 'not' || f.body.kind !== 'is') return [];
    const { predicate, subject } = f.body;
    if (
      (!alike(subject, a) && !alike(subject, turned(a))) ||
      !['onto', 'one-to-one', 'invertible'].includes(predicate)
    )
      return [];
    const m = predicate === 'one-to-one' ? columns(subject) : rows(subject);
    const goal = less(rankOf(subject), m, true);
    const beyond = assume(less(m, rankOf(subject), false));
    const onto = predicate === 'one-to-one' ? turned(subject) : subject;
    const bound =
      predicate === 'one-to-one'
        ? byFacts(m, rankOf(onto), false, [beyond, weak(flipped(rankTranspose(subject)))])
        : beyond;
    const full = modusPonens(second(rankOnto(onto)), fullRows(onto, bound));
    const reached =
      predicate === 'onto'
        ? full
        : predicate === 'one-to-one'
          ? transposedOnto(subject, full)
          : ontoInvertible(subject, full);
    if (!reached) return [];
    const below = cases(
      comparable(m, rankOf(subject)),
      classical(goal, explode(reached, denied)),
      assume(goal),
    );
    return [
      alike(subject, a)
        ? below
        : byFacts(rankOf(a), m, true, [below, weak(rankTranspose(subject))]),
    ];
  });
}

/** rank a = its rows or columns because a is onto, one-to-one or invertible. */
export function fullRanks(a: Term, ctx: Context): Theorem[] {
  return ctx.facts.flatMap(({ theorem }): Theorem[] => {
    const f = theorem.conclusion;
    if (f.kind !== 'is' || f.subject.shape.length !== 2) return [];
    const b = f.subject;
    const transposed = !alike(b, a);
    if (transposed && !alike(b, turned(a))) return [];
    const rowwise =
      f.predicate === 'invertible'
        ? rankOfInvertible(b, theorem)
        : f.predicate === 'onto'
          ? modusPonens(first(rankOnto(b)), theorem)
          : null;
    const columnwise =
      f.predicate === 'one-to-one'
        ? modusPonens(first(rankOnto(turned(b))), transposeOnto(turned(b), theorem))
        : null;
    const known = rowwise ?? columnwise;
    if (!known) return [];
    // of b or of its transpose, while what is wanted is of a
    const direct = (rowwise !== null) !== transposed;
    const size = (known.conclusion as Equal).right;
    return [
      direct
        ? restated(known, equal(rankOf(a), size))
        : chained(rankOf(a), size, [
            { t: rankTranspose(a), sign: -1n },
            { t: known, sign: 1n },
          ]),
    ];
  });
}

/** Equations of full rank for the matrices whose rank is mentioned. */
export const spokenRanks = (ctx: Context): Theorem[] =>
  ranked(ctx)
    .slice(0, 6)
    .flatMap((a) => fullRanks(a, ctx));

/** A = B because rank(A − B) is at most 0. */
export function equalByRank(goal: Equal, ctx: Context, prove: Prove): Theorem | null {
  if (goal.left.shape.length !== 2) return null;
  for (const a of ranked(ctx)) {
    const plain = variable(hole, a.shape);
    for (const context of [plain, turned(plain)].flatMap((t) => [t, negated(t)])) {
      if (context.shape.join() !== goal.left.shape.join()) continue;
      const concluded = (zero: Theorem): Ledger => {
        const ledger = new Ledger(goal.left, goal.right, bookOf(ctx));
        ledger.use(equation(zero, 'rank 0'), context);
        return ledger;
      };
      if (!concluded(assume(equal(a, zeros(a.shape)))).done) continue;
      const bound = order(rankOf(a), nought(), false, ctx, prove);
      return bound && concluded(modusPonens(fact('rank zero', a), bound)).theorem();
    }
  }
  return null;
}
