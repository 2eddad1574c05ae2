/**
 * Definite matrices of blocks: a block, and the Schur complement of one, is psd where the whole is,
 * and the whole is where a block and its complement are. Each is T M T' of the other.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { add, contract, identity, inverse, permute, variable, zeros } from '../../kernel/graph.ts';
import { equal, is, less, not, type FormulaOf } from '../../kernel/formula.ts';
import { negative, one } from '../../kernel/ratio.ts';
import {
  assume,
  both,
  classical,
  contradiction,
  definition,
  discharge,
  explode,
  fact,
  first,
  generalise,
  hole,
  modusPonens,
  second,
  specialise,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { equation, flipped, Ledger } from '../derived/equations.ts';
import { byFacts } from '../derived/labelled.ts';
import { product } from '../graphs/chains.ts';
import { minus, nought } from '../graphs/small-terms.ts';
import { bookOf, type Context } from '../known/context.ts';
import { ask, strategyFor, type Attempt, type Strategy } from '../known/strategy.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { invertible } from '../rewriting/invertible.ts';
import { partsIn } from './block-determinants.ts';

type Definite = 'psd' | 'pd';
const name = 'blocks';
const turned = (t: Term): Term => permute(t, [1, 0]);
const form = (a: Term, x: Term): Term => contract([x, a, x], ['i', 'ij', 'j'], '');
const apply = (a: Term, x: Term): Term => contract([a, x], ['ij', 'j'], 'i');
const unit = (t: Term): Term => identity(t.shape[0] as Dim);
const effort = { rounds: 2, rows: 80, weight: 24 };

/** Without M = M', of which each graph would be rewritten into the others. */
const withoutWholes = (ctx: Context): Context => ({
  ...ctx,
  equations: ctx.equations.filter(
    (e) => e.left.monomials.length < 3 && e.right.monomials.length < 3,
  ),
});

/** T with a matrix R for which R T' = I. */
interface Turn {
  readonly by: Term;
  readonly back: Term;
}

/** T'x ≠ 0 where x ≠ 0, because R T'x = x. */
function notSentToZero({ by, back }: Turn, x: Term, ctx: Context): Theorem | null {
  const kept = byEquations(product(back, turned(by)), unit(by), ctx, effort);
  if (!kept) return null;
  const image = apply(turned(by), x);
  const [gone, none] = [equal(image, zeros(image.shape)), equal(x, zeros(x.shape))];
  const ledger = new Ledger(x, zeros(x.shape), bookOf(ctx));
  ledger.use(equation(flipped(kept), name), apply(variable(hole, unit(by).shape), x));
  ledger.use(equation(assume(gone), name), apply(back, variable(hole, image.shape)));
  return ledger.done ? contradiction(gone, explode(ledger.theorem(), assume(not(none)))) : null;
}

/** X = X' because X = T M T' and M = M'. */
function symmetryOf(same: Theorem, x: Term, { by }: Turn, of: Theorem, ctx: Context): Theorem {
  const ledger = new Ledger(x, turned(x), bookOf(ctx));
  const box = variable(hole, x.shape);
  ledger.use(equation(same, name), box);
  const m = of.conclusion.kind === 'equal' ? of.conclusion.left : x;
  ledger.use(equation(of, name), product(product(by, variable(hole, m.shape)), turned(by)));
  ledger.use(equation(same, name), turned(box), negative(one));
  return ledger.theorem();
}

/** X psd, or pd, because X = T M T' and M is. */
function byCongruence(
  { predicate, subject: x }: FormulaOf<'is'>,
  turn: Turn,
  known: Theorem,
  ctx: Context,
): Theorem | null {
  const m = known.conclusion.kind === 'is' ? known.conclusion.subject : null;
  const raw = m && product(product(turn.by, m), turned(turn.by));
  const same = raw && byEquations(x, raw, ctx, effort);
  const unfolding = second(definition(predicate, x));
  const f = unfolding.conclusion;
  if (!m || !same || f.kind !== 'implies' || f.left.kind !== 'and') return null;
  const said = modusPonens(first(definition(predicate, m)), known);
  const symmetric = symmetryOf(same, x, turn, first(said), ctx);
  const all = f.left.right;
  if (all.kind !== 'forall' || all.bound.kind !== 'tensor') return null;
  const u = variable(all.bound.name, all.bound.shape);
  const at = specialise(second(said), { kind: 'term', term: apply(turned(turn.by), u) });
  const ledger = new Ledger(form(raw as Term, u), form(x, u), bookOf(ctx));
  ledger.use(equation(flipped(same), name), form(variable(hole, x.shape), u));
  const told = (t: Theorem): Theorem =>
    byFacts(nought(), form(x, u), predicate === 'pd', [t, weak(ledger.theorem())]);
  const done = (t: Theorem): Theorem =>
    modusPonens(unfolding, both(symmetric, generalise(all.bound, t)));
  if (all.body.kind !== 'implies') return done(told(at));
  const given = notSentToZero(turn, u, ctx);
  return given && done(discharge(all.body.left, told(modusPonens(at, given))));
}

/** The blocks of a matrix by its parts, simplified. */
function blocksOf(m: Term, ctx: Context) {
  const parts = partsIn(m);
  if (!parts) return null;
  const [p, q] = parts;
  const block = (x: Term, y: Term): Term => {
    const raw = product(product(x, m), turned(y));
    return rewritten(raw, ctx)?.term ?? raw;
  };
  return { p, q, a: block(p, p), b: block(p, q), d: block(q, q) };
}

/** p − B inv(D) q, where D is invertible: what is left of the first block. */
function behind(p: Term, q: Term, b: Term, d: Term, ctx: Context): Turn | null {
  if (b.monomials.length === 0 || !invertible(d, ctx)) return null;
  return { by: minus(p, product(product(b, inverse(d)), q)), back: p };
}
const hasInverse = (t: Term): boolean =>
  t.monomials.some((m) => m.factors.some((f) => f.head.kind === 'inverse'));

/** X = T M T' of a known M of blocks. */
function ofTheWhole(goal: FormulaOf<'is'>, known: Context): Theorem | null {
  const ctx = withoutWholes(known);
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'is' || f.predicate !== goal.predicate) continue;
    const all = blocksOf(f.subject, ctx);
    if (!all) continue;
    const { p, q, a, b, d } = all;
    const plain = !hasInverse(goal.subject);
    const turns: readonly (() => Turn | null)[] = plain
      ? [() => ({ by: p, back: p }), () => ({ by: q, back: q })]
      : [() => behind(p, q, b, d, ctx), () => behind(q, p, turned(b), a, ctx)];
    for (const make of turns) {
      const turn = make();
      if (turn?.by.shape[0] !== goal.subject.shape[0]) continue;
      const t = byCongruence(goal, turn as Turn, theorem, ctx);
      if (t) return t;
    }
  }
  return null;
}

/** The block that a part takes out, and that it is definite. */
interface Diagonal {
  readonly part: Term;
  readonly of: Term;
  readonly definite: Theorem;
}
const placed = ({ part, of }: Diagonal): Term => product(product(turned(part), of), part);

/** 0 ≤ (p x)'A (p x), or 0 < where p x ≠ 0. */
function formOn({ part, of, definite }: Diagonal, x: Term, predicate: Definite): Theorem {
  const said = second(modusPonens(first(definition(predicate, of)), definite));
  return specialise(said, { kind: 'term', term: apply(part, x) });
}
const weaker = (d: Diagonal): Diagonal => ({
  ...d,
  definite: modusPonens(fact('a pd matrix is psd', d.of), d.definite),
});

/** 0 < x'N x where x ≠ 0: were it not so, both parts of x would vanish. */
function positiveForm(two: readonly [Diagonal, Diagonal], x: Term, n: Term, ctx: Context) {
  const goal = less(nought(), form(n, x), true);
  const denied = assume(not(goal));
  const vanishing = two.map((d, k) => {
    const other = weaker(two[1 - k] as Diagonal);
    const none = equal(apply(d.part, x), zeros([d.part.shape[0] as Dim]));
    const strict = modusPonens(formOn(d, x, 'pd'), assume(not(none)));
    const sum = byFacts(nought(), form(n, x), true, [strict, formOn(other, x, 'psd')]);
    return classical(none, explode(sum, denied));
  });
  const [p, q] = two.map((d) => d.part) as [Term, Term];
  const apart = add(product(turned(p), p), product(turned(q), q));
  const whole = byEquations(unit(apart), apart, ctx, effort);
  if (!whole) return null;
  const ledger = new Ledger(x, zeros(x.shape), bookOf(ctx));
  ledger.use(equation(whole, name), apply(variable(hole, apart.shape), x));
  vanishing.forEach((t, k) => {
    const part = two[k]?.part as Term;
    ledger.use(equation(t, name), apply(turned(part), variable(hole, [part.shape[0] as Dim])));
  });
  if (!ledger.done) return null;
  const nothing = assume(not(equal(x, zeros(x.shape))));
  return classical(goal, explode(ledger.theorem(), nothing));
}

/** p'A p + q'S q is psd, or pd, where A and S are. */
function diagonalBlocks(
  two: readonly [Diagonal, Diagonal],
  predicate: Definite,
  ctx: Context,
): Theorem | null {
  const n = add(...two.map(placed));
  const unfolding = second(definition(predicate, n));
  const f = unfolding.conclusion;
  if (f.kind !== 'implies' || f.left.kind !== 'and' || f.left.right.kind !== 'forall') return null;
  const { bound, body } = f.left.right;
  if (bound.kind !== 'tensor') return null;
  const ledger = new Ledger(n, turned(n), bookOf(ctx));
  for (const d of two) {
    const own = first(modusPonens(first(definition(predicate, d.of)), d.definite));
    ledger.use(equation(own, name), placed({ ...d, of: variable(hole, d.of.shape) }));
  }
  const x = variable(bound.name, bound.shape);
  const forms = (): Theorem[] => two.map((d) => formOn(d, x, 'psd'));
  const sum =
    predicate === 'psd'
      ? byFacts(nought(), form(n, x), false, forms())
      : positiveForm(two, x, n, ctx);
  if (!ledger.done || !sum) return null;
  const at = body.kind === 'implies' ? discharge(body.left, sum) : sum;
  return modusPonens(unfolding, both(ledger.theorem(), generalise(bound, at)));
}

/** M = L'(p'A p + q'S q) L with L = I + p'inv(A) B q and S the complement of A. */
function* fromBlocks(goal: FormulaOf<'is'>, ctx: Context): Attempt {
  const { predicate, subject: m } = goal;
  const all = blocksOf(m, ctx);
  if (!all || (predicate !== 'psd' && predicate !== 'pd')) return null;
  const { p, q, a, b, d } = all;
  for (const [x, y, of, beside, last] of [
    [p, q, a, b, d],
    [q, p, d, turned(b), a],
  ] as const) {
    const alone = beside.monomials.length === 0;
    if (!alone && !invertible(of, ctx)) continue;
    const factor = product(inverse(of), beside);
    const rest = alone ? last : minus(last, product(turned(beside), factor));
    const own = yield* ask(is(predicate, of), ctx);
    const complement = own && (yield* ask(is(predicate, rest), ctx));
    if (!own || !complement) continue;
    const two = [
      { part: x, of, definite: own },
      { part: y, of: rest, definite: complement },
    ] as const;
    const diagonal = diagonalBlocks(two, predicate, ctx);
    const shift = product(product(turned(x), factor), y);
    const turn = alone
      ? { by: unit(m), back: unit(m) }
      : { by: turned(add(unit(m), shift)), back: minus(unit(m), shift) };
    const t = diagonal && byCongruence(goal, turn, diagonal, ctx);
    if (t) return t;
  }
  return null;
}

export const blockForms: readonly Strategy[] = [
  strategyFor('is', {
    name: 'blocks of a definite matrix',
    summary: "A and A - B inv(D) B' are psd because [A, B; B', D] is",
    notFor: ['bounds', 'kernels'],
    promise: (goal, known) =>
      (goal.predicate === 'psd' || goal.predicate === 'pd') &&
      known.facts.some(
        ({ theorem: { conclusion: f } }) =>
          f.kind === 'is' && f.predicate === goal.predicate && partsIn(f.subject) !== null,
      )
        ? 0.86
        : null,
    prove: ofTheWhole,
  }),
  strategyFor('is', {
    name: 'a definite matrix by its blocks',
    summary: "[A, B; B', D] is psd because A and D - B' inv(A) B are",
    notFor: ['bounds', 'kernels'],
    promise: (goal) =>
      (goal.predicate === 'psd' || goal.predicate === 'pd') && partsIn(goal.subject) !== null
        ? 0.86
        : null,
    prove: fromBlocks,
  }),
];
