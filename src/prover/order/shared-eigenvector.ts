/**
 * A unit eigenvector v of H, by which matrices made of H become numbers: v'p(H) v = p(h). What is
 * known of such matrices becomes what is known of numbers.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, inverse, number, variable, zeros } from '../../kernel/graph.ts';
import { equal, is, less, write, type Formula } from '../../kernel/formula.ts';
import { negative, one } from '../../kernel/ratio.ts';
import {
  assume,
  contradiction,
  first,
  hole,
  inverseOf,
  modusPonens,
  second,
  specialise,
  unpack,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { bookOf, freshIn, type Context } from '../known/context.ts';
import { equation, flipped, Ledger } from '../derived/equations.ts';
import { alike, byFacts, orderBy, summand } from '../derived/labelled.ts';
import { simplify, type Rewrite } from '../derived/simplify.ts';
import { nought, squareOf } from '../graphs/small-terms.ts';
import { difference, termOf } from '../graphs/sum.ts';
import { renameExistence } from '../known/rename-existence.ts';
import type { Ask, Attempt } from '../known/strategy.ts';
import { nonzero, oneIsNotZero } from '../rewriting/invertible.ts';

const name = 'a shared eigenvector';
const apply = (a: Term, v: Term): Term => contract([a, v], ['ij', 'j'], 'i');
const stretched = (s: Term, v: Term): Term => contract([s, v], ['', 'i'], 'i');
const form = (a: Term, v: Term): Term => contract([v, a, v], ['i', 'ij', 'j'], '');

/** What is known of v: v'v = 1, H v = h v, and that no vector has a smaller form of B. */
export interface Shared {
  readonly v: Term;
  readonly unit: Theorem;
  readonly eigen: Theorem;
  readonly least: Theorem;
}

/** Names h and v, proves under these names, and takes the names back. */
export function* opened(
  existence: Theorem,
  around: readonly Term[],
  known: Context,
  prove: (shared: Shared) => Attempt,
): Attempt {
  const outer = renameExistence(existence, freshIn(known, 'h#', ...around));
  const f = outer.conclusion;
  if (f.kind !== 'exists') return null;
  const inner = renameExistence(assume(f.body), freshIn(known, 'v#', ...around));
  const g = inner.conclusion;
  if (g.kind !== 'exists' || g.bound.kind !== 'tensor') return null;
  const said = assume(g.body);
  const t = yield* prove({
    v: variable(g.bound.name, g.bound.shape),
    unit: first(first(said)),
    eigen: second(first(said)),
    least: second(said),
  });
  return t && unpack(outer, unpack(inner, t));
}

/** A term, and the equation of what it was before with it. */
interface Told {
  readonly term: Term;
  readonly equation: Theorem;
}

/** Does nothing stand here that has an axis? */
export const isNumber = (t: Term): boolean =>
  t.shape.length === 0 && t.monomials.every((m) => m.factors.every((f) => f.slots.length === 0));

export class Eigenvalues {
  readonly shared: Shared;
  readonly #known: Context;
  readonly #rules: Rewrite[] = [];
  constructor(shared: Shared, known: Context) {
    [this.shared, this.#known] = [shared, known];
    this.#add(shared.unit);
    this.#add(shared.eigen);
  }
  /** The one graph of the left side is rewritten into the right side. */
  #add(t: Theorem): void {
    const eq = equation(t, name);
    const { map } = bookOf(this.#known);
    const [text] = difference(eq.left, zeros(eq.left.shape), map).keys();
    const from = difference(eq.left, eq.right, map).get(text ?? '');
    if (from) this.#rules.push({ eq, from });
  }
  #rewritten(t: Term): Told {
    const book = bookOf(this.#known);
    const ledger = new Ledger(t, zeros(t.shape), book);
    simplify(ledger, this.#rules, 80, this.#known.deadline);
    const term = termOf(ledger.rest, t.shape);
    const proof = new Ledger(t, term, book);
    for (const use of ledger.uses) proof.use(use.equation, use.context);
    return { term, equation: proof.theorem() };
  }

  /** v'A v as a number; null where A is not made of H. */
  valueOf(a: Term): Told | null {
    const told = this.#rewritten(form(a, this.shared.v));
    return isNumber(told.term) ? told : null;
  }

  /** v ≠ 0, because v'v = 1. */
  get nonzero(): Theorem {
    const { v, unit } = this.shared;
    const nothing = equal(v, zeros(v.shape));
    const ledger = new Ledger(number(one), nought(), bookOf(this.#known));
    ledger.use(equation(flipped(unit), name), variable(hole, []));
    ledger.use(
      equation(assume(nothing), name),
      contract([v, variable(hole, v.shape)], ['i', 'i'], ''),
    );
    return contradiction(nothing, oneIsNotZero(ledger.theorem()));
  }

  /** What a fact says of numbers, at v. */
  at(fact: Theorem): Theorem | null {
    const f = fact.conclusion;
    const { v } = this.shared;
    if (f.kind === 'forall') {
      if (f.bound.kind !== 'tensor' || f.bound.shape.join() !== v.shape.join()) return null;
      const here = specialise(fact, { kind: 'term', term: v });
      const g = here.conclusion;
      if (g.kind === 'less') return this.#asNumbers(here);
      if (g.kind !== 'implies' || g.right.kind !== 'less') return null;
      const { nonzero: given } = this;
      return write(given.conclusion) === write(g.left)
        ? this.#asNumbers(modusPonens(here, given))
        : null;
    }
    if (f.kind === 'less')
      return isNumber(f.left) && isNumber(f.right) ? fact : this.#asNumbers(fact);
    if (f.kind !== 'equal') return null;
    if (f.left.shape.length === 0) return isNumber(f.left) && isNumber(f.right) ? fact : null;
    if (f.left.shape.join() !== [...v.shape, ...v.shape].join()) return null;
    const [left, right] = [form(f.left, v), form(f.right, v)];
    const ledger = new Ledger(left, right, bookOf(this.#known));
    ledger.use(equation(fact, name), form(variable(hole, f.left.shape), v));
    return this.#asNumbers(ledger.theorem());
  }

  #asNumbers(t: Theorem): Theorem | null {
    const f = t.conclusion;
    if (f.kind !== 'less' && f.kind !== 'equal') return null;
    const [l, r] = [this.#rewritten(f.left), this.#rewritten(f.right)];
    if (!isNumber(l.term) || !isNumber(r.term) || alike(l.term, r.term)) return null;
    if (f.kind === 'less')
      return byFacts(l.term, r.term, f.strict, [weak(flipped(l.equation)), t, weak(r.equation)]);
    const ledger = new Ledger(l.term, r.term, bookOf(this.#known));
    const here = variable(hole, []);
    ledger.use(equation(flipped(l.equation), name), here);
    ledger.use(equation(t, name), here);
    ledger.use(equation(r.equation, name), here);
    return ledger.theorem();
  }

  /** 0 ≤ |W v|² of a W that H is made of, where it is a number. */
  atSquare(w: Term): Theorem | null {
    const image = apply(w, this.shared.v);
    return this.#asNumbers(orderBy(nought(), squareOf(image), false, [summand([], one, [image])]));
  }

  /** From now on inv(G) v = v/g, where G v = g v and g is not 0. */
  *withInverse(
    g: Term,
    known: Context,
    ofNumbers: (goal: Formula) => Attempt,
  ): Generator<Ask, boolean, Theorem | null> {
    const { v } = this.shared;
    const value = this.valueOf(g);
    const effect = this.#rewritten(apply(g, v));
    if (!value || !alike(effect.term, stretched(value.term, v))) return false;
    const positive = yield* ofNumbers(less(nought(), value.term, true));
    const regular = positive && (yield { goal: is('invertible', g), known, share: 400 });
    if (!positive || !regular) return false;
    const facts = [{ theorem: positive, name }];
    const given = nonzero(value.term, { ...known, facts });
    if (!given) return false;
    const over = inverse(value.term);
    const turned = inverse(g);
    const ledger = new Ledger(apply(turned, v), stretched(over, v), bookOf(this.#known));
    ledger.use(
      equation(second(inverseOf(regular)), name),
      contract([over, variable(hole, g.shape), v], ['', 'ij', 'j'], 'i'),
    );
    ledger.use(
      equation(effect.equation, name),
      contract([over, turned, variable(hole, v.shape)], ['', 'ij', 'j'], 'i'),
      negative(one),
    );
    ledger.use(
      equation(inverseOf(given), name),
      contract([variable(hole, []), turned, v], ['', 'ij', 'j'], 'i'),
      negative(one),
    );
    if (!ledger.done) return false;
    this.#add(ledger.theorem());
    return true;
  }
}
