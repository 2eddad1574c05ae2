/**
 * What is known at a point of a proof: facts, equations, and the rewriting that follows from them.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { bareHead, contract, factorTerm, identity, permute, scale } from '../../kernel/graph.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { write, type Formula } from '../../kernel/formula.ts';
import { oneSided, type Theorem } from '../../kernel/theorem.ts';
import { writeTerm } from '../../kernel/write.ts';
import {
  equation,
  flipped,
  symmetryBook,
  type Equation,
  type SymmetryBook,
} from '../derived/equations.ts';
import { difference } from '../graphs/sum.ts';
import { type Deadline } from '../agenda/effort.ts';
import type { MeanFact } from '../lowering/mean-facts.ts';
import type { Purpose } from './purposes.ts';

export interface Fact {
  readonly theorem: Theorem;
  /** The hypothesis as the claim writes it, or the strategy that derived it. */
  readonly name: string;
}

/**
 * A one-sided inverse of a factor: contracting `by` with the factor's slot leaves a delta on the
 * other slot.
 */
export interface Canceller {
  /** Text of the factor's head; null where the matrix is not a single factor. */
  readonly head: string | null;
  /** 1: M R = I, R follows the column slot; 0: L M = I. */
  readonly slot: 0 | 1;
  readonly matrix: Term;
  readonly by: Term;
  readonly eq: Equation;
}

/** The whole prover, for side conditions that are settled on the spot. */
export type Prove = (goal: Formula, known: Context) => Theorem | null;

/** The search that a context belongs to, as strategies see it. */
export interface Prover {
  readonly prove: Prove;
}

export interface Context {
  readonly facts: readonly Fact[];
  readonly equations: readonly Equation[];
  /** Equations that rewrite to something simpler whatever the goal: inverses, orthogonality. */
  readonly structural: readonly Equation[];
  /**
   * Those of them that `ring` may use: equations of inverses and one-sided inverses, never a stated
   * equation.
   */
  readonly inverses: readonly Equation[];
  readonly symmetries: readonly Theorem[];
  readonly cancellers: readonly Canceller[];
  /**
   * Equations for all values of a variable, their derivatives included: ∀v (a = b), to be used at
   * the points that occur.
   */
  readonly schemas: readonly Fact[];
  /**
   * What describes sequences, as products over layers: the first member, and how each follows from
   * the one before.
   */
  readonly recursions: readonly Fact[];
  /** What is known of the means that the claim mentions, under conditions. */
  readonly means: readonly MeanFact[];
  /** What the goals around this one are asked for. */
  readonly purposes: readonly Purpose[];
  /**
   * Variables that have been replaced by what they are defined as, so that none is replaced twice.
   */
  readonly replaced: readonly string[];
  /**
   * Equality by everything that is tried without being asked, for strategies that come before it in
   * the house.
   */
  readonly equality: (left: Term, right: Term, ctx: Context) => Theorem | null;
  readonly search: Prover;
  /** The counted work at which the search stops. */
  readonly deadline: Deadline;
}

export const emptyContext = (
  deadline: Deadline,
  equality: Context['equality'],
  search: Prover,
): Context => ({
  facts: [],
  equations: [],
  structural: [],
  inverses: [],
  symmetries: [],
  cancellers: [],
  schemas: [],
  recursions: [],
  means: [],
  purposes: [],
  replaced: [],
  equality,
  search,
  deadline,
});

/** The same search with nothing known, for the same purposes. */
export const emptied = ({ deadline, equality, search, purposes }: Context): Context => ({
  ...emptyContext(deadline, equality, search),
  purposes,
});

/**
 * The context in which `ring` works: inverses cancel and symmetric factors swap, no stated equation
 * is used.
 */
export const ringContext = (ctx: Context): Context => ({
  ...ctx,
  equations: ctx.inverses,
  structural: ctx.inverses,
  schemas: [],
});

const books = new WeakMap<readonly Theorem[], SymmetryBook>();
export function bookOf(ctx: Context): SymmetryBook {
  let book = books.get(ctx.symmetries);
  if (!book) books.set(ctx.symmetries, (book = symmetryBook(ctx.symmetries)));
  return book;
}

const nameSets = new WeakMap<Theorem, ReadonlySet<string>>();

/** Every name that a theorem mentions, bound or free. */
function namesOf(theorem: Theorem): ReadonlySet<string> {
  let names = nameSets.get(theorem);
  if (!names) {
    const texts = [...theorem.hypotheses, theorem.conclusion].map(write);
    nameSets.set(
      theorem,
      (names = new Set(texts.flatMap((t) => t.match(/[^\s:,;(){}<>|[\]+^!~]+/gu) ?? []))),
    );
  }
  return names;
}

/** A name that no fact mentions. */
export function freshIn(ctx: Context, stem: string, ...terms: readonly Term[]): string {
  const used = [...ctx.facts, ...ctx.equations].map(({ theorem }) => namesOf(theorem));
  for (let k = 0; ; k++) {
    const name = k === 0 ? stem : `${stem}${k}`;
    if (!used.some((names) => names.has(name)) && !terms.some((t) => occurs(name, t))) return name;
  }
}

/**
 * Is it F = F' of a single factor with two slots last? (F = -F' stays an equation: x'Fx = 0 needs
 * it as one.)
 */
function isSymmetry(f: Pick<Equation, 'left' | 'right'>): boolean {
  if (bareHead(f.left) === null || f.left.shape.length < 2) return false;
  const r = f.left.shape.length;
  if (f.left.shape[r - 1] !== f.left.shape[r - 2]) return false;
  const swapped = permute(
    f.left,
    f.left.shape.map((_, i) => (i === r - 1 ? r - 2 : i === r - 2 ? r - 1 : i)),
  );
  return f.right.monomials.length > 0 && difference(f.right, swapped, new Map()).size === 0;
}

/**
 * Does one side consist of constants alone while the other is one graph of two factors or more?
 * Then it simplifies.
 */
function isStructural(eq: Equation): boolean {
  const bare = (t: Term): boolean =>
    t.monomials.length <= 1 && t.monomials.every((m) => m.factors.length === 0);
  return (
    (bare(eq.right) && eq.left.monomials.length === 1) ||
    (bare(eq.left) && eq.right.monomials.length === 1)
  );
}

const saysTheSame = (a: Pick<Equation, 'left' | 'right'>, b: Equation): boolean =>
  writeTerm(a.left) === writeTerm(b.left) && writeTerm(a.right) === writeTerm(b.right);

export function addEquation(ctx: Context, eq: Equation): Context {
  if (isSymmetry(eq)) return { ...ctx, symmetries: [...ctx.symmetries, eq.theorem] };
  // A' = A is A = A'
  if (bareHead(eq.left) === null && isSymmetry({ left: eq.right, right: eq.left }))
    return { ...ctx, symmetries: [...ctx.symmetries, flipped(eq.theorem)] };
  if (ctx.equations.some((e) => saysTheSame(e, eq))) return ctx;
  const next = { ...ctx, equations: [...ctx.equations, eq] };
  if (!isStructural(eq)) return next;
  const known = { ...next, structural: [...ctx.structural, eq] };
  const swapped = swappedProduct(eq);
  return swapped ? addEquation(known, swapped) : known;
}

/** Adds an equation that rewrites to something simpler whatever the goal. */
export function addRule(ctx: Context, eq: Equation): Context {
  const c = addEquation(ctx, eq);
  return { ...c, structural: [...c.structural, eq], inverses: [...c.inverses, eq] };
}

/** From c A B = I with square factors A and B: c B A = I. */
function swappedProduct(eq: Equation): Equation | null {
  const [m] = eq.left.monomials;
  if (!m || eq.left.monomials.length !== 1 || m.factors.length !== 2 || eq.left.shape.length !== 2)
    return null;
  const [n] = eq.left.shape as [Dim];
  const [x, y] = m.factors.map(factorTerm) as [Term, Term];
  if ([...x.shape, ...y.shape].some((d) => d !== n) || x.shape.length !== 2 || y.shape.length !== 2)
    return null;
  const right = identity(n);
  if (writeTerm(eq.right) !== writeTerm(right)) return null;
  const front = (t: Term): Term => scale(m.coefficient, t);
  for (const a of [x, permute(x, [1, 0]), y, permute(y, [1, 0])].map(front)) {
    for (const b of [x, permute(x, [1, 0]), y, permute(y, [1, 0])]) {
      if (saysTheSame({ left: contract([a, b], ['ij', 'jk'], 'ik'), right }, eq))
        return equation(oneSided(a, b, eq.theorem), eq.name);
    }
  }
  return null;
}
