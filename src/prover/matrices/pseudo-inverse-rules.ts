/**
 * The equations of Moore and Penrose for pseudo-inverses, as rewriting rules that only shrink: A P A,
 * P A P and their like, P = pinv(A).
 */
import type { Term } from '../../kernel/term.ts';
import { operation, permute } from '../../kernel/graph.ts';
import { fact, first, second, type Theorem } from '../../kernel/theorem.ts';
import { equation, Ledger, type Equation } from '../derived/equations.ts';
import { close } from '../derived/membership.ts';
import type { Rewrite } from '../derived/simplify.ts';
import { product } from '../graphs/chains.ts';
import { operationsIn } from '../graphs/heads.ts';
import { headText } from '../graphs/labelling.ts';
import { bookOf, type Context } from '../known/context.ts';
import { ruleOf } from '../known/rules.ts';

/** The name of these equations in a context. */
export const moorePenrose = 'Moore and Penrose';
export const flip = (t: Term): Term => permute(t, [1, 0]);
/** A P A = A, P A P = P, and A P and P A are symmetric. */
const parts = (a: Term): [Theorem, Theorem, Theorem, Theorem] => {
  const all = fact(moorePenrose, a);
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
  const known = [apa, pap, ap, pa].map((t) => equation(t, moorePenrose));
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
      ? (ruleOf(ledger.theorem(), ctx, moorePenrose) ?? [])
      : [];
  });
  return { short: shorter, turns: [ap, pa].map((t) => equation(t, moorePenrose)) };
}

/** A text for pinv(a) that is the same for terms that are the same. */
export const pseudoInverseText = (a: Term, ctx: Context): string =>
  headText(
    { head: { kind: 'operation', name: 'pinv', params: [], arg: a }, slots: [] },
    bookOf(ctx).map,
  );

/** The rules of the pseudo-inverses that were met in the terms of one goal. */
export class PseudoInverseRules {
  readonly #learnt = new Map<string, Learnt>();

  learn(terms: readonly Term[], ctx: Context): void {
    for (const { arg, params } of operationsIn(terms, 'pinv')) {
      const key = pseudoInverseText(arg, ctx);
      if (params.length === 0 && !this.#learnt.has(key)) this.#learnt.set(key, rulesOf(arg, ctx));
    }
  }
  get short(): Rewrite[] {
    return [...this.#learnt.values()].flatMap((r) => r.short);
  }
  get turns(): Equation[] {
    return [...this.#learnt.values()].flatMap((r) => r.turns);
  }
}
