/**
 * Norms of products with their factors rotated: ‖A B‖ ≤ ‖B A‖ where A B is symmetric, and
 * ‖X' X‖ = ‖X‖² (Bhatia, Matrix Analysis, IX.1 and IX.2).
 */
import { equal, write } from '../../kernel/formula.ts';
import { variable } from '../../kernel/graph.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import {
  fact,
  first,
  hole,
  modusPonens,
  replace,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { alike, nothing } from '../derived/labelled.ts';
import { normOf, transposed } from '../derived/norm-parts.ts';
import { chainOf, product, productOf } from '../graphs/chains.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { textOf } from '../graphs/parts-of-graphs.ts';
import { times } from '../graphs/small-terms.ts';
import { bookOf, type Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor, type Ask, type Attempt } from '../known/strategy.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { isSymmetricAsWritten } from './written-symmetry.ts';

const mark = 'rotated products';
/** Factors of a product, and norms that are looked at. */
const [longest, mostNorms] = [16, 10];

type Links = readonly Term[];
type Asking = Generator<Ask, void, Theorem | null>;
interface Normed {
  readonly kind: 'norm' | 'nuclear';
  readonly links: Links;
}

/** The factors of a square matrix that is a product and nothing else. */
const linksOf = (t: Term): Links | null => {
  const [m, ...more] = t.monomials;
  if (!m || more.length > 0 || m.factors.length < 2 || m.factors.length > longest) return null;
  const chain = chainOf(m);
  return chain && chain.scalars.length === 0 ? chain.links : null;
};
const isSquare = (t: Term): boolean => t.shape.length === 2 && t.shape[0] === t.shape[1];
const whole = (links: Links): Term => productOf(links, links[0]?.shape[0] as Dim);

const nameOf = (kind: string, links: Links): string => `${kind} ${textOf(whole(links), nothing)}`;

/** The norms of products of a goal. */
const normed = (terms: readonly Term[]): Normed[] =>
  appliedIn(...terms).flatMap(({ symbol, argument }) => {
    if (symbol !== 'norm' && symbol !== 'nuclear') return [];
    const links = argument.shape.length === 2 ? linksOf(argument) : null;
    return links ? [{ kind: symbol, links }] : [];
  });

/** u where the links are u, u, … again and again. */
function period(links: Links): Links | null {
  for (let k = 1; k <= links.length / 2; k++)
    if (links.length % k === 0 && links.every((x, i) => alike(x, links[i % k] as Term)))
      return links.slice(0, k);
  return null;
}

/** Every product with its factors rotated: `front` is what moved to the end. */
const rotations = (links: Links): { readonly front: Links; readonly rest: Links }[] =>
  links.slice(1).map((_, i) => ({ front: links.slice(0, i + 1), rest: links.slice(i + 1) }));

/** Facts about the norm of one product. */
class Rotating {
  readonly facts = new Map<string, Theorem>();
  readonly next: Normed[] = [];
  private readonly known: Context;
  private readonly kind: Normed['kind'];
  constructor({ kind }: Normed, known: Context) {
    this.known = known;
    this.kind = kind;
  }

  isSymmetric(links: Links): boolean {
    return isSymmetricAsWritten(whole(links), bookOf(this.known).map);
  }

  private keep(t: Theorem, ...links: Links[]): void {
    this.facts.set(write(t.conclusion), t);
    this.next.push(...links.map((l) => ({ kind: this.kind, links: l })));
  }

  /** ‖A B‖ ≤ ‖B A‖ of an A B that is shown to be symmetric. */
  *turned(a: Links, b: Links): Asking {
    const stated = fact('norms of a symmetric product', whole(a), whole(b));
    if (stated.conclusion.kind !== 'implies') return;
    const same = yield* ask(stated.conclusion.left, this.known, 200);
    if (same === null) return;
    const half = this.kind === 'norm' ? first : second;
    this.keep(half(modusPonens(stated, same)), [...a, ...b], [...b, ...a]);
  }

  /** ‖X' X‖ = ‖X‖² where X' X is the product of these links, X their second half. */
  *gram(links: Links): Asking {
    const x = links.slice(links.length / 2);
    const [t, made] = [whole(links), product(transposed(whole(x)), whole(x))];
    const same = yield* ask(equal(made, t), this.known, 200);
    const squared = times(normOf(whole(x)), normOf(whole(x)));
    const pattern = equal(normOf(variable(hole, t.shape)), squared);
    if (same) this.keep(replace(pattern, same, fact('norm of a Gram matrix', whole(x))), x);
  }

  /** ‖X'‖ = ‖X‖, with X' as the product of the links from the last to the first. */
  *reversed(links: Links): Asking {
    const { map } = bookOf(this.known);
    const back = links
      .toReversed()
      .map((x) => (isSquare(x) && isSymmetricAsWritten(x, map) ? x : transposed(x)));
    const t = whole(links);
    const same = yield* ask(equal(transposed(t), whole(back)), this.known, 200);
    const pattern = equal(normOf(variable(hole, whole(back).shape)), normOf(t));
    if (same) this.keep(replace(pattern, same, fact('norm of the transpose', t)));
  }

  /** ‖u u …‖ ≤ ‖u‖ ‖u …‖ */
  power(u: Links, links: Links): void {
    this.keep(fact('norm of a product', whole(u), whole(links.slice(u.length))), u);
  }
}

/** Facts about one norm; `stood` has the names of those in the goal. */
function* about(
  n: Normed,
  stood: ReadonlySet<string>,
  known: Context,
): Generator<Ask, Rotating, Theorem | null> {
  const here = new Rotating(n, known);
  const spectral = n.kind === 'norm';
  const turns = isSquare(whole(n.links)) ? rotations(n.links) : [];
  if (turns.length > 0 && here.isSymmetric(n.links)) {
    if (spectral && n.links.length % 2 === 0) yield* here.gram(n.links);
    // it lies below a rotated one, which is of use where that is a power
    for (const { front, rest } of turns) {
      const links = [...rest, ...front];
      const u = spectral ? period(links) : null;
      if (!u || !isSquare(whole(u))) continue;
      yield* here.turned(front, rest);
      here.power(u, links);
      break;
    }
  } else if (spectral) yield* here.reversed(n.links);
  const isAsked = stood.has(nameOf(n.kind, n.links));
  for (const { front, rest } of turns) {
    const links = [...rest, ...front];
    if (here.isSymmetric(links) || (isAsked && stood.has(nameOf(n.kind, links))))
      yield* here.turned(rest, front);
  }
  return here;
}

export const rotatedProducts = strategyFor('less', {
  name: mark,
  summary: "norm(A B) <= norm(B A) where A B is symmetric, and norm(A' A) = norm(A)^2",
  notFor: ['bounds'],
  promise: (goal, known) =>
    !known.replaced.includes(mark) &&
    normed([goal.right]).some(({ links }) => links.length > 2 || normed([goal.left]).length > 0)
      ? 0.6
      : null,
  *prove(goal, given): Attempt {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const found = new Map<string, Theorem>();
    const met = new Set<string>();
    const waiting = normed(termsOf(goal));
    const stood = new Set(waiting.map(({ kind, links }) => nameOf(kind, links)));
    for (let n = waiting.shift(); n && met.size < mostNorms; n = waiting.shift()) {
      const name = nameOf(n.kind, n.links);
      if (met.has(name)) continue;
      met.add(name);
      const { facts, next } = yield* about(n, stood, known);
      waiting.push(...next);
      for (const [text, t] of facts) found.set(text, t);
    }
    if (found.size === 0) return null;
    const facts = [...found.values()].map((theorem) => ({ theorem, name: mark }));
    return yield* assuming(known, facts, (more) => ask(goal, more));
  },
});
