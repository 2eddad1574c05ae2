/**
 * Pseudo-inverses: their equations wherever they occur, as rules that only shrink, and equality by
 * being the one solution.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, operation, permute, variable } from '../../kernel/graph.ts';
import {
  both,
  fact,
  first,
  hole,
  modusPonens,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { rewrites, withInverses } from '../rewriting/by-equations.ts';
import { transformed } from '../rewriting/cancelling.ts';
import { product } from '../graphs/chains.ts';
import { addEquation, bookOf, type Context, type Fact } from '../known/context.ts';
import { equation, flipped, Ledger, type Equation } from '../derived/equations.ts';
import { operationsIn } from '../graphs/heads.ts';
import { headText } from '../graphs/labelling.ts';
import { close } from '../derived/membership.ts';
import { withPairs } from '../known/pairs.ts';
import { candidates } from './pseudo-inverse-guess.ts';
import { ruleOf } from '../known/rules.ts';
import { simplify, type Rewrite } from '../derived/simplify.ts';
import { passed } from '../agenda/effort.ts';
import { alike } from '../derived/labelled.ts';

/** The four equations of every pseudo-inverse in the terms. */
export const pseudoInverseFacts = (terms: readonly Term[]): Fact[] =>
  operationsIn(terms, 'pinv')
    .filter((h) => h.params.length === 0)
    .map(({ arg }): Fact => ({ theorem: fact('Moore and Penrose', arg), name }));

const name = 'Moore and Penrose';
const flip = (t: Term): Term => permute(t, [1, 0]);
const parts = (a: Term): [Theorem, Theorem, Theorem, Theorem] => {
  const all = fact('Moore and Penrose', a);
  const three = first(all);
  const two = first(three);
  return [first(two), second(two), second(three), second(all)];
};

interface Learnt {
  readonly short: readonly Rewrite[];
  /** A P and P A are symmetric: these lead nowhere by themselves, so they are not rules. */
  readonly turns: readonly Equation[];
}

/** A P A, P A P, A'A P, P A A', P P'A' and A'P'P are shorter than they look. P is pinv(A). */
function rulesOf(a: Term, ctx: Context): Learnt {
  const p = operation('pinv', a);
  const [apa, pap, ap, pa] = parts(a);
  const known = [apa, pap, ap, pa].map((t) => equation(t, name));
  const short: readonly (readonly [Term, Term])[] = [
    [product(product(a, p), a), a],
    [product(product(p, a), p), p],
    [product(flip(a), product(a, p)), flip(a)],
    [product(product(p, a), flip(a)), flip(a)],
    [product(p, product(flip(p), flip(a))), p],
    [product(product(flip(a), flip(p)), p), p],
  ];
  const shorter = short.flatMap(([left, right]) => {
    const ledger = new Ledger(left, right, bookOf(ctx));
    return close(ledger, known, { rounds: 2, rows: 40, weight: 30, deadline: ctx.deadline })
      ? (ruleOf(ledger.theorem(), ctx, name) ?? [])
      : [];
  });
  return { short: shorter, turns: [ap, pa].map((t) => equation(t, name)) };
}

/** left = right by rewriting alone. */
function byRules(
  left: Term,
  right: Term,
  rules: readonly Rewrite[],
  turns: readonly Equation[],
  ctx: Context,
): Theorem | null {
  const ledger = new Ledger(left, right, bookOf(ctx));
  simplify(ledger, [...rules, ...rewrites(ctx.structural, ctx)], 60, ctx.deadline);
  if (!ledger.done && ledger.rest.size <= 4)
    close(ledger, turns, { rounds: 2, rows: 24, weight: 16, deadline: ctx.deadline });
  return ledger.done ? ledger.theorem() : null;
}

/** x solves the four equations for a, by rewriting; then x = pinv(a). */
function solves(
  a: Term,
  x: Term,
  rules: readonly Rewrite[],
  turns: readonly Equation[],
  ctx: Context,
): Theorem | null {
  const [ax, xa] = [product(a, x), product(x, a)];
  const wanted = [
    [product(ax, a), a],
    [product(xa, x), x],
    [flip(ax), ax],
    [flip(xa), xa],
  ] as const;
  const proofs: Theorem[] = [];
  for (const [left, right] of wanted) {
    const proof = byRules(left, right, rules, turns, ctx);
    if (!proof) return null;
    proofs.push(proof);
  }
  const [p, q, r, s] = proofs as [Theorem, Theorem, Theorem, Theorem];
  return modusPonens(fact('the pseudo-inverse is one', a, x), both(both(both(p, q), r), s));
}

/** Names that are given as an expression with a pseudo-inverse: P = W pinv(W). */
function definitions(ctx: Context): Rewrite[] {
  return ctx.equations.flatMap((e) => {
    for (const [left, right] of [
      [e.left, e.right],
      [e.right, e.left],
    ] as const) {
      const head = left.monomials[0]?.factors[0]?.head;
      if (
        left.monomials.length !== 1 ||
        left.monomials[0]?.factors.length !== 1 ||
        head?.kind !== 'variable' ||
        operationsIn([right], 'pinv').length === 0
      )
        continue;
      if (
        right.monomials.some((m) =>
          m.factors.some((f) => f.head.kind === 'variable' && f.head.name === head.name),
        )
      )
        continue;
      return ruleOf(left === e.left ? e.theorem : flipped(e.theorem), ctx, e.name) ?? [];
    }
    return [];
  });
}

/** Equations of square matrices between pseudo-inverses, or between the matrices themselves. */
function sandwiched(
  given: readonly Equation[],
  subjects: readonly Term[],
  rules: readonly Rewrite[],
  ctx: Context,
): Equation[] {
  return given.flatMap((e) =>
    subjects.flatMap((a) =>
      [a, flip(a), operation('pinv', a), flip(operation('pinv', a))].flatMap((x) => {
        if (
          e.left.shape.length !== 2 ||
          e.left.shape[0] !== x.shape[0] ||
          e.left.shape[1] !== x.shape[0]
        )
          return [];
        const context = contract([x, variable(hole, e.left.shape), x], ['pi', 'pq', 'qj'], 'ij');
        return (
          transformed(e, context, ctx, e.name, [
            ...rules,
            ...rewrites(
              ctx.structural.filter((s) => s !== e),
              ctx,
            ),
          ]) ?? []
        );
      }),
    ),
  );
}

/** What the claim says pinv(A) is. */
const otherSide = (a: Term, left: Term, right: Term): Term[] =>
  a.monomials.length < 2
    ? []
    : [
        [left, right],
        [right, left],
      ].flatMap(([own, other]) =>
        own && other && alike(own, operation('pinv', a)) ? [other] : [],
      );

/** P X = 0 from A'X = 0, and X P = 0 from X A' = 0, P the pseudo-inverse of A. */
function annihilated(
  ctx: Context,
  subjects: readonly Term[],
  rules: readonly Rewrite[],
): Equation[] {
  const zero = ctx.equations
    .filter((e) => e.right.monomials.length === 0 && e.left.shape.length === 2)
    .slice(0, 4);
  const both = zero.flatMap((e) =>
    [variable(hole, e.left.shape), flip(variable(hole, e.left.shape))].map((box) => ({ e, box })),
  );
  return both.flatMap(({ e, box }) =>
    subjects.flatMap((a) => {
      const p = operation('pinv', a);
      const [rows, columns] = [product(flip(p), p), product(p, flip(p))];
      return [
        ...(box.shape[0] === columns.shape[1] ? [product(columns, box)] : []),
        ...(box.shape[1] === rows.shape[0] ? [product(box, rows)] : []),
      ].flatMap((context) => transformed(e, context, ctx, e.name, rules) ?? []);
    }),
  );
}

/** left = right by the rules of the pseudo-inverses that occur, or null. */
export function byPseudoInverses(left: Term, right: Term, given: Context): Theorem | null {
  if (left.shape.join() !== right.shape.join()) return null;
  const defined = definitions(given);
  const heads = operationsIn(
    [left, right, ...defined.map((r) => r.eq.right), ...defined.map((r) => r.eq.left)],
    'pinv',
  ).filter((h) => h.params.length === 0);
  if (heads.length === 0) return null;
  let ctx: Context = withInverses(
    withPairs(
      { ...given, structural: given.structural.filter((e) => e.name !== name) },
      left,
      right,
    ),
    left,
    right,
  );
  const rules = new Map<string, Learnt>();
  const learn = (terms: readonly Term[]): void => {
    for (const head of operationsIn(terms, 'pinv')) {
      const key = headText({ head, slots: [] }, bookOf(ctx).map);
      if (head.params.length === 0 && !rules.has(key)) rules.set(key, rulesOf(head.arg, ctx));
    }
  };
  const all = (): Rewrite[] => [...defined, ...[...rules.values()].flatMap((r) => r.short)];
  const turns = (): Equation[] => [...rules.values()].flatMap((r) => r.turns);
  const found: Rewrite[] = [];
  const queue = heads.map((h) => h.arg);
  // of pinv(pinv(A)): A solves what the equations of pinv(A) say
  learn(queue);
  const subjects = heads.map((h) => h.arg).filter((a) => a.monomials.length === 1);
  if (ctx.equations.some((e) => e.right.monomials.length === 0))
    learn(subjects.map((a) => operation('pinv', a)));
  for (const e of annihilated(ctx, subjects.slice(0, 3), all())) {
    const zero = e.right.monomials.length === 0 ? e.theorem : flipped(e.theorem);
    const rule = ruleOf(zero, ctx, name);
    if (rule) found.push(rule);
  }
  const seen = new Map<string, Term>();
  for (let a = queue.shift(); a && seen.size < 8 && !passed(ctx.deadline); a = queue.shift()) {
    const key = headText(
      { head: { kind: 'operation', name: 'pinv', params: [], arg: a }, slots: [] },
      bookOf(ctx).map,
    );
    if (seen.has(key)) continue;
    seen.set(key, a);
    for (const x of [...otherSide(a, left, right), ...candidates(a, ctx)]) {
      ctx = withInverses(ctx, x);
      learn([x]);
      const one = solves(a, x, [...found, ...all()], turns(), ctx);
      if (!one) continue;
      const symmetric = operationsIn([x], 'pinv').some((h) => h.arg === a);
      if (symmetric) ctx = addEquation(ctx, equation(one, name));
      const back = symmetric ? null : ruleOf(flipped(one), ctx, name);
      if (back) found.push(back);
      queue.push(...operationsIn([x], 'pinv').map((h) => h.arg));
      if (back) break;
    }
  }
  learn([left, right, ...defined.map((r) => r.eq.right)]);
  const rewriting = [...found, ...all()];
  const ledger = new Ledger(left, right, bookOf(ctx));
  simplify(ledger, [...rewriting, ...rewrites(ctx.structural, ctx)], 80, ctx.deadline);
  if (ledger.done) return ledger.theorem();
  const stated = ctx.equations.filter(
    (e) => e.name !== name && !defined.some((r) => r.eq.theorem === e.theorem),
  );
  const more = sandwiched(stated.slice(0, 8), [...seen.values()], rewriting, ctx);
  if (
    close(ledger, [...turns(), ...more, ...stated], {
      rounds: 2,
      rows: 120,
      weight: 24,
      deadline: ctx.deadline,
    })
  )
    return ledger.theorem();
  return null;
}
