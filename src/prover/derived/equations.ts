/**
 * Using equations: where one applies inside a monomial, and the ledger of uses from which the
 * kernel makes a theorem.
 */
import type { Monomial, Term } from '../../kernel/term.ts';
import { isZero, negative, one, plus, ratio, times, type Ratio } from '../../kernel/ratio.ts';
import { factorTerm, permute, scale, splice, variable, bareHead } from '../../kernel/graph.ts';
import { substitute } from '../../kernel/calculus.ts';
import { hole, linear, residue, type Theorem } from '../../kernel/theorem.ts';
import { writeHead, type Symmetries } from '../../kernel/write.ts';
import { canonical, type Canonical } from '../graphs/labelling.ts';
import { matches, type Match } from '../graphs/match.ts';
import { accumulate, difference, own, type Sum } from '../graphs/sum.ts';

export interface Equation {
  readonly theorem: Theorem;
  readonly left: Term;
  readonly right: Term;
  /** In the words of the claim, for the derivation that people read. */
  readonly name: string;
}

export function equation(theorem: Theorem, name: string): Equation {
  const f = theorem.conclusion;
  if (f.kind !== 'equal') throw new TypeError('an equation is wanted');
  return { theorem, left: f.left, right: f.right, name };
}

/**
 * An equation whose theorem is made when it is first asked for: most of what a search collects is
 * never used.
 */
export function promised(left: Term, right: Term, name: string, make: () => Theorem): Equation {
  let made: Theorem | null = null;
  return {
    left,
    right,
    name,
    get theorem(): Theorem {
      return (made ??= make());
    },
  };
}

/** The same equation under another name. */
export const renamed = (eq: Equation, name: string): Equation =>
  promised(eq.left, eq.right, name, () => eq.theorem);

/** A use of an equation: the difference of its sides, inside a context. */
export interface Used {
  readonly equation: Equation;
  readonly context: Term;
}

/** What may be swapped, with the theorems that say so. */
export interface SymmetryBook {
  readonly map: Symmetries;
  readonly theorems: readonly Theorem[];
}

export function symmetryBook(theorems: readonly Theorem[]): SymmetryBook {
  const map = new Map<string, 1n | -1n>();
  for (const t of theorems) {
    const f = t.conclusion;
    const head = f.kind === 'equal' ? bareHead(f.left) : null;
    if (f.kind !== 'equal' || head === null) throw new TypeError('a symmetry is wanted');
    const first = f.right.monomials[0];
    map.set(writeHead(head), first && first.coefficient.num < 0n ? -1n : 1n);
  }
  return { map: theSame(map), theorems };
}

const met = new Map<string, Symmetries>();
const most = 256;
/**
 * The map met before that says the same, so that graphs labelled under one are labelled under the
 * other.
 */
function theSame(map: Symmetries): Symmetries {
  const said = [...map]
    .map(([head, sign]) => `${sign} ${head}`)
    .sort()
    .join('\n');
  const known = met.get(said);
  if (known) return known;
  if (met.size >= most) met.clear();
  met.set(said, map);
  return map;
}
export { permute };

const minusOne = negative(one);

/**
 * The context in which an equation's monomial lies at a match, scaled so that the use removes
 * `coefficient · target`.
 */
export function contextAt(
  target: Monomial,
  match: Match,
  eq: Equation,
  pattern: Monomial,
  coefficient: Ratio,
): Term {
  const used = new Set(match.factors);
  const wires = [...target.wires];
  const image = match.wires.map((w, p) =>
    w >= 0 ? w : wires.push(pattern.wires[p] as string) - 1,
  );
  const on = pattern.free.map((w) => image[w] as number);
  const rest = target.factors.flatMap((f, i) =>
    used.has(i) ? [] : [{ term: factorTerm(f), on: f.slots }],
  );
  const powers: Record<string, number> = { ...target.powers };
  for (const [d, k] of Object.entries(pattern.powers)) powers[d] = (powers[d] ?? 0) - k;
  for (const d of Object.keys(powers)) if (powers[d] === 0) delete powers[d];
  const c = times(
    coefficient,
    ratio(pattern.coefficient.den * BigInt(match.sign), pattern.coefficient.num),
  );
  const pieces = [...rest, { term: variable(hole, eq.left.shape), on }];
  // wires inside the match are gone: kept, each would count as a loop
  const kept = [...new Set([...target.free, ...pieces.flatMap((p) => p.on)])];
  const place = new Map(kept.map((w, i) => [w, i]));
  const move = (ws: readonly number[]): number[] => ws.map((w) => place.get(w) as number);
  const skeleton = {
    wires: kept.map((w) => wires[w] as string),
    free: move(target.free),
    coefficient: c,
    powers,
  };
  return splice(
    skeleton,
    pieces.map((p) => ({ term: p.term, on: move(p.on) })),
  );
}

/** (context of left) − (context of right), as a sum. */
export function effect(eq: Equation, context: Term, symmetries: Symmetries): Sum {
  const sum: Sum = new Map();
  accumulate(sum, substitute(context, hole, { kind: 'term', term: eq.left }), one, symmetries);
  accumulate(
    sum,
    substitute(context, hole, { kind: 'term', term: eq.right }),
    minusOne,
    symmetries,
  );
  return sum;
}

/** left − right with the uses made so far taken away; becomes a theorem when nothing is left. */
export class Ledger {
  readonly left: Term;
  readonly right: Term;
  readonly book: SymmetryBook;
  readonly rest: Sum;
  readonly uses: Used[] = [];
  readonly names = new Set<string>();

  constructor(left: Term, right: Term, book: SymmetryBook) {
    [this.left, this.right, this.book] = [left, right, book];
    this.rest = difference(left, right, book.map);
  }
  get done(): boolean {
    return this.rest.size === 0;
  }
  /** Takes `factor · (context of the equation's difference)` away. */
  use(eq: Equation, context: Term, factor: Ratio = one): void {
    const scaled = scale(factor, context);
    if (scaled.monomials.length === 0) return;
    this.uses.push({ equation: eq, context: scaled });
    this.names.add(eq.name);
    for (const [sign, side] of [
      [minusOne, eq.left],
      [one, eq.right],
    ] as const) {
      accumulate(
        this.rest,
        substitute(scaled, hole, { kind: 'term', term: side }),
        sign,
        this.book.map,
      );
    }
  }
  /** The kernel's theorem left = right, on as few symmetries as it takes. */
  theorem(): Theorem {
    return combination(this.left, this.right, this.uses, this.book);
  }
}

/** The kernel's theorem that the uses make of left = right, on as few symmetries as it takes. */
export function combination(
  left: Term,
  right: Term,
  used: readonly Used[],
  book: SymmetryBook,
): Theorem {
  const uses = used.map(({ equation: eq, context }) => ({ equation: eq.theorem, context }));
  const rest = residue(left, right, uses);
  const attempt = (theorems: readonly Theorem[]): Theorem | null => {
    const read = rest.map((m) => canonical(m, symmetryBook(theorems).map));
    return addUpToNothing(rest, read)
      ? linear(
          left,
          right,
          uses,
          read.map(({ label }) => label),
          theorems,
        )
      : null;
  };
  let needed = book.theorems;
  const plain = attempt([]);
  if (plain) return plain;
  for (const t of book.theorems) {
    const fewer = needed.filter((x) => x !== t);
    if (needed.length > 1 && attempt(fewer)) needed = fewer;
  }
  return (
    attempt(needed) ??
    linear(
      left,
      right,
      uses,
      rest.map((m) => canonical(m, book.map).label),
      book.theorems,
    )
  );
}

/** Do the graphs cancel, read so? */
function addUpToNothing(graphs: readonly Monomial[], read: readonly Canonical[]): boolean {
  const sum = new Map<string, Ratio>();
  graphs.forEach(({ coefficient }, i) => {
    const { text, sign } = read[i] as Canonical;
    const before = sum.get(text);
    const here = sign === 1n ? coefficient : negative(coefficient);
    sum.set(text, before ? plus(before, here) : here);
  });
  return [...sum.values()].every(isZero);
}

/** From a = b: b = a. */
export function flipped(t: Theorem): Theorem {
  const { left, right } = equation(t, '');
  const ledger = new Ledger(right, left, symmetryBook([]));
  ledger.use(equation(t, ''), variable(hole, left.shape), minusOne);
  return ledger.theorem();
}

/**
 * Every way to use some monomial of an equation inside a target: contexts that turn `target` into
 * other monomials.
 */
export function occurrences(
  target: Monomial,
  eq: Equation,
  symmetries: Symmetries,
  limit = 16,
): { context: Term }[] {
  const sides = difference(eq.left, eq.right, symmetries);
  return [...sides.values()].flatMap((entry) => {
    const { monomial } = entry;
    const pattern = { ...monomial, coefficient: own(entry) };
    return matches(monomial, target, symmetries, limit).map((match) => ({
      context: contextAt(target, match, eq, pattern, one),
    }));
  });
}
