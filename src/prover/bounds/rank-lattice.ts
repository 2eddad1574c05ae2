/**
 * What holds between the ranks of matrices, of their factors and of their summands: Sylvester,
 * Frobenius, subadditivity, products that vanish, factors of full rank, Gram matrices. A linear
 * program makes the rest of it.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import {
  add,
  bareHead,
  contract,
  identity,
  inverse,
  operation,
  permute,
  zeros,
} from '../../kernel/graph.ts';
import { equal } from '../../kernel/formula.ts';
import {
  fact,
  inverseOf,
  modusPonens,
  rankOnto,
  rankTranspose,
  second,
  weak,
  first,
  type Theorem,
} from '../../kernel/theorem.ts';
import { passed, soon } from '../agenda/effort.ts';
import { flipped } from '../derived/equations.ts';
import { alike, nothing, restated } from '../derived/labelled.ts';
import { parts } from '../derived/norm-parts.ts';
import { cutAcross, projected } from './rank-cuts.ts';
import { isOfMatrices, rankOfZeros } from './rank-sources.ts';
import { rankDeficits } from './rank-deficits.ts';
import { product, scaledBy } from '../graphs/chains.ts';
import { textOf } from '../graphs/parts-of-graphs.ts';
import { negated, minus } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { conjuncts } from '../known/usable.ts';
import { factored, isMultipleOfIdentity, rankBy } from '../matrices/factored.ts';
import { proveRank, rankOf } from '../matrices/prove-rank.ts';
import { fullRanks } from '../matrices/rank-counting.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { invertible, nonzero, ontoBy } from '../rewriting/invertible.ts';

const flip = (t: Term): Term => permute(t, [1, 0]);
const [mostLinks, mostMatrices] = [4, 24];
const brief = { rounds: 1, rows: 24, weight: 24 };

export class RankLattice {
  readonly facts: Theorem[] = [];
  /** Those of the facts that are equations. */
  readonly equations: Theorem[] = [];
  readonly #ctx: Context;
  readonly #seen = new Map<string, Term>();
  readonly #queue: Term[] = [];
  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  get matrices(): readonly Term[] {
    return [...this.#seen.values()];
  }

  /** A matrix whose rank matters; false where it is known already, or too many are. */
  meet(t: Term): boolean {
    const [text, turned] = [t, flip(t)].map((x) => `${x.shape.join('×')} ${textOf(x, nothing)}`);
    const known = this.#seen.get(text as string);
    if (known || this.#seen.size >= mostMatrices || t.monomials.length > 6) return false;
    const other = this.#seen.get(turned as string);
    this.#seen.set(text as string, t);
    if (other) this.equal(rankTranspose(t));
    else this.#queue.push(t);
    return true;
  }
  use(name: string, ...given: readonly Term[]): void {
    this.facts.push(...conjuncts(fact(name, ...given)));
  }
  equal(t: Theorem | null): void {
    if (!t) return;
    this.equations.push(t);
    this.facts.push(weak(t), weak(flipped(t)));
  }

  /** Follows what was met down to its factors and summands. */
  grow(): void {
    for (let t = this.#queue.shift(); t && !passed(this.#ctx.deadline); t = this.#queue.shift()) {
      if (t.monomials.length === 0) {
        this.facts.push(...rankOfZeros(t.shape));
        continue;
      }
      this.use('rank and shape', t);
      this.#full(t);
      if (t.monomials.length > 1) this.#summed(t);
      else this.#multiplied(t);
    }
  }

  #full(t: Term): void {
    const ctx = this.#ctx;
    for (const known of fullRanks(t, ctx)) this.equal(known);
    this.facts.push(...rankDeficits(t, ctx));
    const head = bareHead(t) ?? bareHead(flip(t));
    if (head?.kind === 'inverse' && head.matrix && head.params.length === 0) {
      const known = invertible(head.arg, ctx);
      const of = head.arg;
      if (!known || bareHead(t) === null) return;
      this.equal(modusPonens(first(rankOnto(t)), ontoBy(t, of, second(inverseOf(known)))));
    }
    if (head?.kind === 'variable')
      for (const side of [t, flip(t)])
        for (const e of ctx.structural) {
          if (
            !alike(e.left, product(side, flip(side))) ||
            !alike(e.right, identity(side.shape[0] as Dim))
          )
            continue;
          const onto = ontoBy(
            side,
            flip(side),
            restated(e.theorem, equal(product(side, flip(side)), e.right)),
          );
          this.equal(modusPonens(first(rankOnto(side)), onto));
          if (side !== t) this.equal(rankTranspose(t));
          return;
        }
    if (isMultipleOfIdentity(t))
      this.equal(
        proveRank(
          equal(rankOf(t), contract([], [], '', { i: t.shape[0] as Dim })),
          ctx,
          ctx.search.prove,
        ),
      );
  }

  #summed(t: Term): void {
    const [head, ...more] = parts(t);
    if (!head || more.length === 0) return;
    const rest = more.length === 1 ? (more[0] as Term) : add(...more);
    this.use('rank of a sum', head, rest);
    this.meet(head);
    this.meet(rest);
    const found = projected(t, this.#ctx);
    if (!found) return;
    this.equal(found.rank);
    this.#scaled(t, found.projector, [found.scalar]);
  }

  /** t = L R over several wires at once. */
  #across(t: Term): void {
    const cut = cutAcross(t);
    if (!cut) return;
    this.equal(rankBy(t, product(cut.left, cut.right), cut.same));
    this.use('rank of a product', cut.left, cut.right);
    this.use('rank and shape', cut.left);
  }

  /** Matrices that are equal have one rank. */
  stated(): void {
    for (const e of this.#ctx.equations.filter(isOfMatrices).slice(0, 4)) {
      this.equal(rankBy(e.left, e.right, e.theorem));
      [e.left, e.right].forEach((t) => this.meet(t));
    }
  }

  #multiplied(t: Term): void {
    const found = factored(t);
    if (!found) return this.#across(t);
    const { scalars, links } = found;
    const core = links.reduce(product);
    if (scalars.length > 0) {
      this.meet(core);
      this.#scaled(t, core, scalars);
      return;
    }
    if (links.length > mostLinks || links.length < 2) return;
    for (let size = 2; size <= links.length; size++)
      for (let from = 0; from + size <= links.length; from++)
        this.#cut(links.slice(from, from + size));
    links.forEach((x) => this.meet(x));
    const [front, back] = [links[0] as Term, links.at(-1) as Term];
    if (!alike(flip(front), back)) return;
    const half = links.slice(Math.floor(links.length / 2)).reduce(product);
    const ctx: Context = { ...this.#ctx, deadline: soon(this.#ctx.deadline, 60) };
    this.equal(proveRank(equal(rankOf(t), rankOf(half)), ctx, ctx.search.prove));
    this.meet(half);
  }

  /** rank s A ≤ rank A, and the same the other way round where s ≠ 0. */
  #scaled(t: Term, core: Term, scalars: readonly Term[]): void {
    const s = contract(
      scalars,
      scalars.map(() => ''),
      '',
    );
    const eye = identity(t.shape[0] as Dim);
    this.facts.push(second(fact('rank of a product', scaledBy(s, eye), core)));
    const known = nonzero(s, this.#ctx);
    if (!known) return;
    const over = inverse(s);
    const back = product(scaledBy(over, eye), t);
    const same = byEquations(back, core, this.#ctx, brief);
    if (!same) return;
    this.facts.push(second(fact('rank of a product', scaledBy(over, eye), t)));
    this.equal(rankBy(back, core, same));
  }

  #cut(links: readonly Term[]): void {
    for (let i = 1; i < links.length; i++) {
      const [a, b] = [links.slice(0, i).reduce(product), links.slice(i).reduce(product)];
      this.use('rank of a product', a, b);
      this.use('rank inequality of Sylvester', a, b);
      this.meet(a);
      this.meet(b);
      for (let j = i + 1; j < links.length; j++)
        this.use(
          'rank inequality of Frobenius',
          a,
          links.slice(i, j).reduce(product),
          links.slice(j).reduce(product),
        );
    }
  }

  /** Products that are said to vanish, each cut in two. */
  vanishing(): void {
    for (const e of this.#ctx.equations.slice(0, 8)) {
      const [zero, t] =
        e.right.monomials.length === 0 ? [e.theorem, e.left] : [flipped(e.theorem), e.right];
      if (t.shape.length !== 2 || e.left.monomials.length * e.right.monomials.length > 0) continue;
      if (t.monomials.length !== 1) continue;
      this.facts.push(...rankOfZeros(t.shape));
      this.equal(rankBy(t, zeros(t.shape), zero));
      this.meet(t);
    }
  }

  /** Of two of the matrices: sums that are a third one, products that vanish by what is known. */
  pairs(given: readonly Term[]): void {
    const all = given.filter((t) => t.monomials.length > 0).slice(0, 5);
    for (const [i, x] of all.entries())
      for (const y of all.slice(i + 1)) {
        if (passed(this.#ctx.deadline)) return;
        this.#added(x, y);
        if (x.monomials.length > 1 && y.monomials.length > 1) this.#product(x, y);
      }
  }

  #product(x: Term, y: Term): void {
    if (x.shape[1] !== y.shape[0]) return;
    const whole = product(x, y);
    const zero = byEquations(whole, zeros(whole.shape), this.#ctx, brief);
    if (!zero) return;
    this.use('rank inequality of Sylvester', x, y);
    this.equal(rankBy(whole, zeros(whole.shape), zero));
    this.facts.push(...rankOfZeros(whole.shape));
  }

  #added(x: Term, y: Term): void {
    if (x.shape.join() !== y.shape.join()) return;
    for (const other of [y, negated(y)]) {
      const sum = add(x, other);
      const third = this.matrices.find((z) => alike(z, sum) || alike(z, negated(sum)));
      if (!third && !isMultipleOfIdentity(sum)) continue;
      this.use('rank of a sum', x, other);
      for (const [a, b] of [
        [sum, negated(other)],
        [sum, negated(x)],
      ] as const)
        this.use('rank of a sum', a, b);
      [sum, negated(x), negated(y), negated(sum)].forEach((t) => this.meet(t));
      this.#orthogonal(x, other, sum);
    }
  }

  /**
   * rank(X + Y) = rank X + rank Y where X'Y = 0 and X Y' = 0, by Frobenius: (I − X X⁺)(X + Y) X⁺X =
   * 0.
   */
  #orthogonal(x: Term, y: Term, sum: Term): void {
    const ctx: Context = { ...this.#ctx, deadline: soon(this.#ctx.deadline, 120) };
    const [columns, rows] = [product(flip(x), y), product(x, flip(y))];
    const vanishes = (t: Term): boolean => byEquations(t, zeros(t.shape), ctx, brief) !== null;
    if (!vanishes(columns) || !vanishes(rows)) return;
    const inv = operation('pinv', x);
    const away = minus(identity(x.shape[0] as Dim), product(x, inv));
    const onto = product(inv, x);
    const [left, right] = [product(away, sum), product(sum, onto)];
    const [toY, toX] = [ctx.equality(left, y, ctx), ctx.equality(right, x, ctx)];
    const none = toY && toX && ctx.equality(product(left, onto), zeros(x.shape), ctx);
    if (!toY || !toX || !none) return;
    this.use('rank inequality of Frobenius', away, sum, onto);
    this.equal(rankBy(left, y, toY));
    this.equal(rankBy(right, x, toX));
    this.equal(rankBy(product(left, onto), zeros(x.shape), none));
    this.facts.push(...rankOfZeros(x.shape));
  }
}
