/** Equality by pseudo-inverses: their equations as rules, and being the one solution of them. */
import type { Term } from '../../kernel/term.ts';
import { contract, operation, variable } from '../../kernel/graph.ts';
import { both, fact, hole, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { rewrites, withInverses } from '../rewriting/by-equations.ts';
import { transformed } from '../rewriting/cancelling.ts';
import { product } from '../graphs/chains.ts';
import { addEquation, bookOf, type Context, type Fact } from '../known/context.ts';
import { equation, flipped, Ledger, type Equation } from '../derived/equations.ts';
import { operationsIn } from '../graphs/heads.ts';
import { close } from '../derived/membership.ts';
import { withPairs } from '../known/pairs.ts';
import { candidates } from './pseudo-inverse-guess.ts';
import {
  flip,
  moorePenrose,
  pseudoInverseText,
  PseudoInverseRules,
} from './pseudo-inverse-rules.ts';
import { ruleOf } from '../known/rules.ts';
import { simplify, type Rewrite } from '../derived/simplify.ts';
import { passed } from '../agenda/effort.ts';
import { alike } from '../derived/labelled.ts';

/** The four equations of every pseudo-inverse in the terms. */
export const pseudoInverseFacts = (terms: readonly Term[]): Fact[] =>
  operationsIn(terms, 'pinv')
    .filter((h) => h.params.length === 0)
    .map(({ arg }): Fact => ({ theorem: fact(moorePenrose, arg), name: moorePenrose }));

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

/** What one goal left = right knows of its pseudo-inverses. */
class Search {
  readonly #left: Term;
  readonly #right: Term;
  /** Names that the claim gives as an expression with a pseudo-inverse. */
  readonly #defined: readonly Rewrite[];
  readonly #rules = new PseudoInverseRules();
  /** Products that vanish, and expressions for pseudo-inverses. */
  readonly #found: Rewrite[] = [];
  /** The matrices whose pseudo-inverse was looked at. */
  readonly #seen = new Map<string, Term>();
  #ctx: Context;

  constructor(left: Term, right: Term, defined: readonly Rewrite[], ctx: Context) {
    this.#left = left;
    this.#right = right;
    this.#defined = defined;
    const others = ctx.structural.filter((e) => e.name !== moorePenrose);
    this.#ctx = withInverses(withPairs({ ...ctx, structural: others }, left, right), left, right);
  }

  #learn(terms: readonly Term[]): void {
    this.#rules.learn(terms, this.#ctx);
  }
  get #rewrites(): Rewrite[] {
    return [...this.#found, ...this.#defined, ...this.#rules.short];
  }

  /** The goal, from these matrices with a pseudo-inverse in it. */
  prove(matrices: readonly Term[]): Theorem | null {
    // of pinv(pinv(A)): A solves what the equations of pinv(A) say
    this.#learn(matrices);
    this.#learnZeros(matrices.filter((a) => a.monomials.length === 1));
    this.#learnSolutions(matrices);
    this.#learn([this.#left, this.#right, ...this.#defined.map((r) => r.eq.right)]);
    return this.#close();
  }

  /** pinv(A) X = 0 and X pinv(A) = 0. */
  #learnZeros(subjects: readonly Term[]): void {
    if (this.#ctx.equations.some((e) => e.right.monomials.length === 0))
      this.#learn(subjects.map((a) => operation('pinv', a)));
    for (const e of annihilated(this.#ctx, subjects.slice(0, 3), this.#rewrites)) {
      const zero = e.right.monomials.length === 0 ? e.theorem : flipped(e.theorem);
      const rule = ruleOf(zero, this.#ctx, moorePenrose);
      if (rule) this.#found.push(rule);
    }
  }

  /** x = pinv(a), where x solves the four equations of a; then the same for what occurs in x. */
  #learnSolutions(matrices: readonly Term[]): void {
    const queue = [...matrices];
    while (queue.length > 0 && this.#seen.size < 8 && !passed(this.#ctx.deadline)) {
      const a = queue.shift() as Term;
      const key = pseudoInverseText(a, this.#ctx);
      if (this.#seen.has(key)) continue;
      this.#seen.set(key, a);
      for (const x of [...otherSide(a, this.#left, this.#right), ...candidates(a, this.#ctx)]) {
        const solution = this.#solution(a, x);
        if (!solution) continue;
        queue.push(...operationsIn([x], 'pinv').map((h) => h.arg));
        if (solution === 'rewrites') break;
      }
    }
  }

  /** Is x = pinv(a)? Then it is known from here on: as an equation, or to rewrite with. */
  #solution(a: Term, x: Term): 'equation' | 'rewrites' | null {
    this.#ctx = withInverses(this.#ctx, x);
    this.#learn([x]);
    const one = solves(a, x, this.#rewrites, this.#rules.turns, this.#ctx);
    if (!one) return null;
    const symmetric = operationsIn([x], 'pinv').some((h) => h.arg === a);
    if (symmetric) this.#ctx = addEquation(this.#ctx, equation(one, moorePenrose));
    const back = symmetric ? null : ruleOf(flipped(one), this.#ctx, moorePenrose);
    if (back) this.#found.push(back);
    return back ? 'rewrites' : 'equation';
  }

  /** Both sides rewritten; what is left as a sum of what is known. */
  #close(): Theorem | null {
    const ctx = this.#ctx;
    const rules = this.#rewrites;
    const ledger = new Ledger(this.#left, this.#right, bookOf(ctx));
    simplify(ledger, [...rules, ...rewrites(ctx.structural, ctx)], 80, ctx.deadline);
    if (ledger.done) return ledger.theorem();
    const stated = ctx.equations.filter(
      (e) => e.name !== moorePenrose && !this.#defined.some((r) => r.eq.theorem === e.theorem),
    );
    const more = sandwiched(stated.slice(0, 8), [...this.#seen.values()], rules, ctx);
    const known = [...this.#rules.turns, ...more, ...stated];
    const limits = { rounds: 2, rows: 120, weight: 24, deadline: ctx.deadline };
    return close(ledger, known, limits) ? ledger.theorem() : null;
  }
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
  return new Search(left, right, defined, given).prove(heads.map((h) => h.arg));
}
