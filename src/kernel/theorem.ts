/**
 * The trusted core: the rules that make theorems, and nothing else makes one. A theorem `Γ ⊢ φ` says: for all sizes of
 * its dimensions and all values of its free names, if every formula of Γ holds, so does φ; an equation of tensors holds
 * when all entries agree. Matrices are real; inv, 1/s and derivatives are total functions with unspecified values where they are undefined,
 * and only rules that carry the hypothesis of definedness say anything about them.
 *
 *   logic        assume  discharge  modusPonens  both  first  second  either  cases  contradiction  classical  explode
 *   quantifiers  generalise  specialise  instance  unpack
 *   equations    linear  replace  differentiate  dims
 *   definitions  definition  inverseOf
 *   the reals    squares  order  comparable  asymmetry  weak  antisymmetry
 *   dimension    fat  oneSided  rankByKernel  rankOnto  rankTranspose
 *   functions    law  positiveValue  rootOf
 *   citations    cite
 */
import type { Dim, Term } from './term.ts';
import { negative, one, ratio, type Ratio } from './ratio.ts';
import { add, bareHead, contract, identity, inverse, number, permute, scale, scalarOf, variable, zeros } from './graph.ts';
import { derivative, occurs, occursRough, substitute, type Replacement } from './calculus.ts';
import {
  and, boundName, demandFormula, equal, exists, falsum, forall, free, implies, is, less, not, or, renameDimsIn, substituteIn, write,
  type Bound, type Formula, type Predicate,
} from './formula.ts';
import { demand, fail } from './seal.ts';
import { collect, writeHead, type Label, type Symmetries } from './write.ts';
import { citations } from './citations.ts';
import { lawsOf, logarithm, positiveValues, root, softmaxLaws, valueOf } from './laws.ts';

const minusOne = negative(one);
const minus = (a: Term, b: Term): Term => add(a, scale(minusOne, b));

export interface Derivation {
  readonly rule: string;
  readonly from: readonly Theorem[];
  /** For `linear`: its certificate, so that another program can check the step again. */
  readonly uses?: readonly Use[];
}

/** Opaque: the constructor refuses everybody but the rules below. */
export class Theorem {
  readonly #hypotheses: ReadonlyMap<string, Formula>;
  readonly #conclusion: Formula;
  readonly #axioms: ReadonlySet<string>;
  readonly #derivation: Derivation;

  constructor(key: symbol, derivation: Derivation, hypotheses: ReadonlyMap<string, Formula>, conclusion: Formula, axioms: Iterable<string>) {
    if (key !== secret) fail('only the rules of the kernel make theorems');
    this.#hypotheses = hypotheses;
    this.#conclusion = conclusion;
    this.#axioms = new Set(axioms);
    this.#derivation = Object.freeze({ ...derivation, from: Object.freeze([...derivation.from]) });
    Object.freeze(this);
  }
  /** Throws for anything that is no theorem, however it looks. */
  static demand(theorem: Theorem): Theorem {
    return typeof theorem === 'object' && theorem !== null && #conclusion in theorem ? theorem : fail('not a theorem');
  }
  get hypotheses(): readonly Formula[] {
    return [...this.#hypotheses.values()];
  }
  get conclusion(): Formula {
    return this.#conclusion;
  }
  /** Cited theorems it rests on, its premises' included. */
  get axioms(): readonly string[] {
    return [...this.#axioms];
  }
  get derivation(): Derivation {
    return this.#derivation;
  }
  static gamma(theorem: Theorem): ReadonlyMap<string, Formula> {
    return new Map(Theorem.demand(theorem).#hypotheses);
  }
}
const secret = Symbol('kernel');
Object.freeze(Theorem);
Object.freeze(Theorem.prototype);

/** `drop[i]` is discharged from the hypotheses of `from[i]`. */
function make(rule: string, from: readonly Theorem[], conclusion: Formula, drop: readonly (Formula | undefined)[] = [], extra: readonly Formula[] = [], uses?: readonly Use[]): Theorem {
  const hypotheses = new Map<string, Formula>();
  from.forEach((premise, i) => {
    const gone = drop[i];
    const text = gone && write(gone);
    for (const [key, formula] of Theorem.gamma(premise)) if (key !== text) hypotheses.set(key, formula);
  });
  for (const formula of extra) hypotheses.set(write(formula), formula);
  const derivation: Derivation = uses ? { rule, from, uses: Object.freeze(uses.map((u) => Object.freeze({ ...u }))) } : { rule, from };
  return new Theorem(secret, derivation, hypotheses, conclusion, from.flatMap((premise) => premise.axioms));
}

const same = (a: Formula, b: Formula): boolean => write(a) === write(b);
const wants = (ok: boolean, message: string): void => void (ok || fail(message));
const conclusion = (t: Theorem): Formula => Theorem.demand(t).conclusion;
function expect<K extends Formula['kind']>(t: Theorem, kind: K): Formula & { kind: K } {
  const f = conclusion(t);
  return f.kind === kind ? (f as Formula & { kind: K }) : fail(`a theorem of kind ${kind} is wanted, not ${f.kind}`);
}
const closed = (name: string, t: Theorem): void =>
  wants(!t.hypotheses.some((h) => free(name, h)), `${name} is free in a hypothesis`);

// ── logic ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** φ ⊢ φ. */
export const assume = (f: Formula): Theorem => make('assume', [], f, [], [f]);
/** From Γ ⊢ ψ: Γ − φ ⊢ φ ⇒ ψ. */
export const discharge = (f: Formula, t: Theorem): Theorem => make('discharge', [t], implies(f, conclusion(t)), [f]);
/** From φ ⇒ ψ and φ: ψ. */
export function modusPonens(implication: Theorem, t: Theorem): Theorem {
  const f = expect(implication, 'implies');
  wants(same(f.left, conclusion(t)), 'the antecedent is another statement');
  return make('modus ponens', [implication, t], f.right);
}
/** From φ and ψ: φ ∧ ψ. */
export const both = (a: Theorem, b: Theorem): Theorem => make('and', [a, b], and(conclusion(a), conclusion(b)));
/** From φ ∧ ψ: φ. */
export const first = (t: Theorem): Theorem => make('and, left', [t], expect(t, 'and').left);
/** From φ ∧ ψ: ψ. */
export const second = (t: Theorem): Theorem => make('and, right', [t], expect(t, 'and').right);
/** From φ: φ ∨ ψ, or ψ ∨ φ. */
export const either = (t: Theorem, other: Formula, side: 'left' | 'right'): Theorem =>
  make('or', [t], side === 'left' ? or(conclusion(t), other) : or(other, conclusion(t)));
/** From φ ∨ ψ, φ ⊢ χ and ψ ⊢ χ: χ. */
export function cases(t: Theorem, left: Theorem, right: Theorem): Theorem {
  const f = expect(t, 'or');
  wants(same(conclusion(left), conclusion(right)), 'the cases end in different statements');
  return make('cases', [t, left, right], conclusion(left), [undefined, f.left, f.right]);
}
/** From φ ⊢ false: ¬φ. */
export function contradiction(f: Formula, t: Theorem): Theorem {
  expect(t, 'false');
  return make('contradiction', [t], not(f), [f]);
}
/** From ¬φ ⊢ false: φ. */
export function classical(f: Formula, t: Theorem): Theorem {
  expect(t, 'false');
  return make('classical', [t], f, [not(f)]);
}
/** From φ and ¬φ: false. */
export function explode(t: Theorem, negation: Theorem): Theorem {
  wants(same(expect(negation, 'not').body, conclusion(t)), 'no contradiction between these two');
  return make('explode', [t, negation], falsum);
}

// ── quantifiers ────────────────────────────────────────────────────────────────────────────────────────────────────

/** From Γ ⊢ φ with x not free in Γ: Γ ⊢ ∀x φ. */
export function generalise(bound: Bound, t: Theorem): Theorem {
  const goal = forall(bound, conclusion(t)) as Formula & { kind: 'forall' };
  closed(boundName(goal.bound), t);
  return make('generalise', [t], goal);
}
/** Read once: an object from outside may answer differently the second time. */
const fixed = (by: Replacement): Replacement =>
  by.kind === 'term' ? { kind: 'term', term: by.term } : { kind: 'function', x: [...by.x], body: by.body };
const fits = (bound: Bound, by: Replacement): void => {
  if (bound.kind === 'tensor') {
    wants(by.kind === 'term' && by.term.shape.join() === bound.shape.join(), `${bound.name} is replaced by a term of another shape`);
    return;
  }
  wants(by.kind === 'function' && by.body.shape.join() === (bound.fn.output ?? '') && bound.fn.family.length === 0, `${bound.fn.name} is replaced by a function of another shape`);
};
/** From ∀x φ: φ with x replaced. */
export function specialise(t: Theorem, given: Replacement): Theorem {
  const f = expect(t, 'forall');
  const by = fixed(given);
  demand(by.kind === 'term' ? by.term : by.body);
  fits(f.bound, by);
  return make('specialise', [t], substituteIn(f.body, boundName(f.bound), by));
}
/** From φ with x replaced by a term: ∃x φ, where `claim` is ∃x φ. */
export function instance(claim: Formula, term: Term, t: Theorem): Theorem {
  demandFormula(claim);
  if (claim.kind !== 'exists') return fail('an instance proves an existence');
  demand(term);
  fits(claim.bound, { kind: 'term', term });
  wants(same(substituteIn(claim.body, boundName(claim.bound), { kind: 'term', term }), conclusion(t)), 'the instance is another statement');
  return make('instance', [t], claim);
}
/** From ∃x φ and Γ, φ ⊢ ψ, with x free neither in Γ nor in ψ: Γ ⊢ ψ. */
export function unpack(existence: Theorem, t: Theorem): Theorem {
  const f = expect(existence, 'exists');
  const name = boundName(f.bound);
  wants(!free(name, conclusion(t)), `${name} is free in the conclusion`);
  const key = write(f.body);
  for (const [text, h] of Theorem.gamma(t)) wants(text === key || !free(name, h), `${name} is free in a hypothesis`);
  return make('unpack', [existence, t], conclusion(t), [undefined, f.body]);
}

// ── equations ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** One use of an equation a = b: inside `context`, a term in which the variable named `hole` stands where a and b go. */
export interface Use {
  readonly equation: Theorem;
  readonly context: Term;
}
export const hole = '□';

/** What is left of `left - right` once each use has been taken away: the labels of `linear` are for these monomials. */
export function residue(left: Term, right: Term, uses: readonly Use[]): Term['monomials'] {
  const fill = (context: Term, term: Term): Term => substitute(context, hole, { kind: 'term', term });
  const differences = uses.flatMap(({ equation, context }) => {
    demand(context);
    const { left: a, right: b } = expect(equation, 'equal');
    wants(!occurs(hole, a) && !occurs(hole, b), 'a hole inside an equation');
    return [scale(minusOne, fill(context, a)), fill(context, b)];
  });
  return [left, scale(minusOne, right), ...differences].flatMap((t) => t.monomials);
}

/** Facts F = F' (or F = -F') about single factors, that let a labelling swap the two slots. */
function readSymmetries(theorems: readonly Theorem[]): Symmetries {
  const map = new Map<string, 1n | -1n>();
  for (const t of theorems) {
    const { left, right } = expect(t, 'equal');
    const head = bareHead(left);
    const r = left.shape.length;
    if (head === null || r < 2) return fail('a symmetry is said of a single factor');
    const swapped = permute(left, left.shape.map((_, i) => (i === r - 1 ? r - 2 : i === r - 2 ? r - 1 : i)));
    const sign = same(equal(left, right), equal(left, swapped)) ? 1n : same(equal(left, right), equal(left, scale(minusOne, swapped))) ? -1n : fail('no symmetry');
    map.set(writeHead(head), sign);
  }
  return map;
}

/**
 * left = right, because left − right is, graph by graph, the sum of the uses' (context of a) − (context of b), each of
 * which is 0. The labels exhibit the isomorphisms; swaps of slots need their symmetry.
 */
export function linear(left: Term, right: Term, given: readonly Use[], labels: readonly Label[], swaps: readonly Theorem[] = []): Theorem {
  const uses = [...given].map(({ equation, context }) => ({ equation, context }));
  const symmetries = [...swaps];
  const goal = equal(left, right);
  const rest = collect(residue(left, right, uses), labels, readSymmetries(symmetries));
  if (rest.size > 0) fail(`the two sides differ by ${[...rest.keys()].slice(0, 3).join(' and ')}`);
  return make(uses.length === 0 && symmetries.length === 0 ? 'ring' : 'linear', [...uses.map((u) => u.equation), ...symmetries], goal, [], [], uses);
}

/** From a = b and φ with a in the hole: φ with b in the hole. */
export function replace(context: Formula, eq: Theorem, t: Theorem): Theorem {
  demandFormula(context);
  const { left, right } = expect(eq, 'equal');
  const fill = (term: Term): Formula => substituteIn(context, hole, { kind: 'term', term });
  wants(same(fill(left), conclusion(t)), 'the context with the left side is another statement');
  return make('replace', [eq, t], fill(right));
}

/**
 * From Γ ⊢ a = b with x not free in Γ: ∂a/∂x = ∂b/∂x. Both sides are functions of x that agree everywhere, smooth because
 * x stands in no inverse and in no function with kinks: x²·(1/x) = x holds for every x, and its derivative at 0 is that
 * of no formula.
 */
export function differentiate(t: Theorem, name: string, given: readonly Dim[]): Theorem {
  const f = expect(t, 'equal');
  const shape = [...given];
  closed(name, t);
  wants(!occursRough(name, f.left) && !occursRough(name, f.right), `${name} stands in an inverse or in a function with kinks, which have no derivative everywhere`);
  return make('differentiate', [t], equal(derivative(f.left, name, shape), derivative(f.right, name, shape)));
}

/** What holds for every size holds with dimensions renamed, made equal or made numbers. */
export function dims(t: Theorem, given: ReadonlyMap<Dim, Dim>): Theorem {
  const map = new Map(given);
  const hypotheses = new Map(Theorem.demand(t).hypotheses.map((h) => renameDimsIn(h, map)).map((h) => [write(h), h]));
  return new Theorem(secret, { rule: 'dimensions', from: [t] }, hypotheses, renameDimsIn(t.conclusion, map), t.axioms);
}

// ── definitions ────────────────────────────────────────────────────────────────────────────────────────────────────

/** A name that none of the terms uses. */
export function freshName(stem: string, ...terms: readonly Term[]): string {
  for (let k = 0; ; k++) {
    const name = k === 0 ? stem : `${stem}${k}`;
    if (!terms.some((t) => occurs(name, t))) return name;
  }
}

function unfolded(p: Predicate, a: Term): Formula {
  const [m, n] = a.shape as [Dim, Dim];
  const other = (name: string, rows: Dim, columns: Dim): { bound: Bound; term: Term } => {
    const free = freshName(name, a);
    return { bound: { kind: 'tensor', name: free, shape: [rows, columns] }, term: variable(free, [rows, columns]) };
  };
  const times = (x: Term, y: Term): Term => contract([x, y], ['ij', 'jk'], 'ik');
  const form = (u: Term): Term => contract([u, a, u], ['i', 'ij', 'j'], '');
  switch (p) {
    case 'onto': {
      const r = other('R#', n, m);
      return exists(r.bound, equal(times(a, r.term), identity(m)));
    }
    case 'one-to-one': {
      const l = other('L#', n, m);
      return exists(l.bound, equal(times(l.term, a), identity(n)));
    }
    case 'invertible': {
      const b = other('B#', n, m);
      return exists(b.bound, and(equal(times(a, b.term), identity(m)), equal(times(b.term, a), identity(n))));
    }
    case 'psd':
    case 'pd': {
      const name = freshName('u#', a);
      const u = variable(name, [n]);
      const value = p === 'pd' ? implies(not(equal(u, zeros([n]))), less(number(ratio(0n)), form(u), true)) : less(number(ratio(0n)), form(u), false);
      return and(equal(a, permute(a, [1, 0])), forall({ kind: 'tensor', name, shape: [n] }, value));
    }
  }
}

/** A predicate is equivalent to what it abbreviates: (P ⇒ D) ∧ (D ⇒ P). */
export function definition(p: Predicate, subject: Term): Theorem {
  const [f, d] = [is(p, subject), unfolded(p, subject)];
  return make('definition', [], and(implies(f, d), implies(d, f)));
}

/** From A invertible: A inv(A) = I ∧ inv(A) A = I. From s ≠ 0: s · 1/s = 1. */
export function inverseOf(t: Theorem): Theorem {
  const f = conclusion(t);
  if (f.kind === 'is' && f.predicate === 'invertible') {
    const [a, b, n] = [f.subject, inverse(f.subject), f.subject.shape[0] as Dim];
    const product = (x: Term, y: Term): Formula => equal(contract([x, y], ['ij', 'jk'], 'ik'), identity(n));
    return make('inverse', [t], and(product(a, b), product(b, a)));
  }
  const nonzero = f.kind === 'not' && f.body.kind === 'equal' ? f.body : fail('an inverse needs an invertible matrix or a scalar that is not 0');
  const s = nonzero.left;
  wants(s.shape.length === 0 && nonzero.right.monomials.length === 0, 'a reciprocal needs s ≠ 0');
  return make('inverse', [t], equal(contract([s, inverse(s)], ['', ''], ''), number(one)));
}

// ── the reals ──────────────────────────────────────────────────────────────────────────────────────────────────────

const squareOf = (t: Term): Term => {
  const all = t.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
  return contract([t, t], [all, all], '');
};
/** From Σ t² = 0 (over all indices of t): t = 0. A sum of squares of reals vanishes only if each does. */
export function squares(term: Term, t: Theorem): Theorem {
  wants(same(equal(squareOf(term), number(ratio(0n))), conclusion(t)), 'no sum of squares of this term');
  return make('squares', [t], equal(term, zeros(term.shape)));
}

/** One summand of a certificate of sign: a positive number times theorems 0 ≤ a_j or 0 < a_j times sums of squares. */
export interface Summand {
  readonly coefficient: Ratio;
  readonly facts: readonly Theorem[];
  readonly squares: readonly Term[];
}
/** The graphs that must cancel for a certificate of sign: right − left less the summands. The labels of `order` are for these. */
export function orderResidue(left: Term, right: Term, summands: readonly Summand[]): Term['monomials'] {
  const parts = summands.map(({ coefficient: given, facts, squares: terms }) => {
    const coefficient = ratio(given.num, given.den);
    wants(coefficient.num > 0n, 'a summand with a coefficient that is not positive');
    const factors = facts.map((t) => {
      const f = expect(t, 'less');
      return minus(f.right, f.left);
    });
    const all = [...factors, ...terms.map(squareOf)];
    return scale(coefficient, all.length === 0 ? number(one) : contract(all, all.map(() => ''), ''));
  });
  return [right, scale(minusOne, left), ...parts.map((p) => scale(minusOne, p))].flatMap((t) => t.monomials);
}
/** left ≤ right (or <), because right − left is a sum of products of quantities known to be ≥ 0 (or > 0). */
export function order(left: Term, right: Term, strict: boolean, given: readonly Summand[], labels: readonly Label[] = []): Theorem {
  const summands = [...given].map((s) => ({ coefficient: s.coefficient, facts: [...s.facts], squares: [...s.squares] }));
  const certain = ({ facts, squares: terms }: Summand): boolean => terms.length === 0 && facts.every((t) => expect(t, 'less').strict);
  wants(!strict || summands.some(certain), 'no summand is strictly positive');
  const rest = collect(orderResidue(left, right, summands), labels);
  if (rest.size > 0) fail(`the two sides differ from the certificate by ${[...rest.keys()].slice(0, 3).join(' and ')}`);
  return make('order', summands.flatMap((s) => s.facts), less(left, right, strict));
}
/** a ≤ b ∨ b < a. */
export const comparable = (a: Term, b: Term): Theorem => make('comparable', [], or(less(a, b, false), less(b, a, true)));
/** From a < a: false. */
export function asymmetry(t: Theorem): Theorem {
  const f = expect(t, 'less');
  wants(f.strict && collect(minus(f.right, f.left).monomials).size === 0, 'no contradiction in this inequality');
  return make('asymmetry', [t], falsum);
}
/** From a = b: a ≤ b. */
export function weak(t: Theorem): Theorem {
  const f = expect(t, 'equal');
  return make('weak', [t], less(f.left, f.right, false));
}
/** From a ≤ b and b ≤ a: a = b. */
export function antisymmetry(t: Theorem, u: Theorem): Theorem {
  const [f, g] = [expect(t, 'less'), expect(u, 'less')];
  wants(same(equal(f.left, f.right), equal(g.right, g.left)), 'the second is not the converse of the first');
  return make('antisymmetry', [t, u], equal(f.left, f.right));
}

// ── dimension ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Reads A B = I off a theorem: both factors' shapes. */
function productIsIdentity(a: Term, b: Term, t: Theorem): { rows: Dim; inner: Dim } {
  const [rows, inner] = a.shape as [Dim, Dim];
  wants(a.shape.length === 2 && b.shape.length === 2 && b.shape[0] === inner && b.shape[1] === rows, 'A B = I wants A m×n and B n×m');
  wants(same(conclusion(t), equal(contract([a, b], ['ij', 'jk'], 'ik'), identity(rows))), 'this theorem is not A B = I');
  return { rows, inner };
}
const size = (d: Dim): Term => contract([], [], '', { i: d });
/** From A B = I with A m×n: m ≤ n. The identity of rank m factors through n dimensions. */
export function fat(a: Term, b: Term, t: Theorem): Theorem {
  const { rows, inner } = productIsIdentity(a, b, t);
  return make('rank of the identity', [t], less(size(rows), size(inner), false));
}
/** From A B = I with square A: B A = I. A one-sided inverse of a square matrix is two-sided. */
export function oneSided(a: Term, b: Term, t: Theorem): Theorem {
  const { rows, inner } = productIsIdentity(a, b, t);
  wants(rows === inner, 'only a square matrix has its one-sided inverses two-sided');
  return make('one-sided inverse', [t], equal(contract([b, a], ['ij', 'jk'], 'ik'), identity(rows)));
}
const rank = (a: Term): Term => scalarOf('rank', a);
const applied = (a: Term, v: Term): Formula => equal(contract([a, v], ['ij', 'j'], 'i'), zeros([a.shape[0] as Dim]));
/** From ∀v (A v = 0 ⇒ B v = 0) and ∀v (B v = 0 ⇒ A v = 0): rank A = rank B. Source: rank plus nullity. */
export function rankByKernel(a: Term, b: Term, there: Theorem, back: Theorem): Theorem {
  const [f, g] = [expect(there, 'forall'), expect(back, 'forall')];
  wants(a.shape.length === 2 && b.shape.length === 2 && a.shape[1] === b.shape[1], 'kernels of matrices with different numbers of columns');
  const wanted = (x: Term, y: Term, bound: Bound): Formula => {
    const name = boundName(bound);
    wants(!occurs(name, a) && !occurs(name, b), `${name} is free in the matrices`);
    const v = variable(name, [a.shape[1] as Dim]);
    return forall({ kind: 'tensor', name, shape: v.shape }, implies(applied(x, v), applied(y, v)));
  };
  wants(same(f, wanted(a, b, f.bound)) && same(g, wanted(b, a, g.bound)), 'these are no inclusions of the kernels');
  return make('rank by kernels', [there, back], equal(rank(a), rank(b)));
}
/** (A onto ⇒ rank A = m) ∧ (rank A = m ⇒ A onto), A m×n. */
export function rankOnto(a: Term): Theorem {
  const full = equal(rank(a), size(a.shape[0] as Dim));
  return make('rank of an onto matrix', [], and(implies(is('onto', a), full), implies(full, is('onto', a))));
}
/** rank A' = rank A. */
export function rankTranspose(a: Term): Theorem {
  wants(a.shape.length === 2, 'the rank is said of matrices');
  return make('rank of the transpose', [], equal(rank(permute(a, [1, 0])), rank(a)));
}

// ── named functions ────────────────────────────────────────────────────────────────────────────────────────────────

/** The k-th law of a named function at an argument, as tanh' = 1 − tanh²: see laws.ts. */
export function law(name: string, argument: Term, k: number): Theorem {
  demand(argument);
  const laws = name === 'softmax' ? softmaxLaws(argument) : lawsOf(name, argument);
  const [left, right] = laws[k] ?? fail(`no law ${k} of ${name}`);
  return make(`law of ${name}`, [], equal(left, right));
}
/** exp(s) > 0, |s| ≥ 0 and their like. */
export function positiveValue(name: string, s: Term): Theorem {
  demand(s);
  const strict = Object.hasOwn(positiveValues, name) ? positiveValues[name] : undefined;
  if (strict === undefined || s.shape.length > 0) return fail(`nothing is known of the sign of ${name}`);
  return make(`sign of ${name}`, [], less(number(ratio(0n)), valueOf(name, s), strict));
}
/** From 0 ≤ s: √s √s = s ∧ 0 ≤ √s. From 0 < s: (√'s = ½ 1/√s ∧ log's = 1/s) ∧ 0 < √s. */
export function rootOf(t: Theorem): Theorem {
  const f = expect(t, 'less');
  wants(f.left.monomials.length === 0, 'a root is taken of a number known to be at least 0');
  const s = f.right;
  const product = (...terms: readonly Term[]): Term => contract(terms, terms.map(() => ''), '');
  if (!f.strict) return make('root', [t], and(equal(product(root(s), root(s)), s), less(number(ratio(0n)), root(s), false)));
  const slopes = and(equal(root(s, 1), scale(ratio(1n, 2n), inverse(root(s)))), equal(logarithm(s, 1), inverse(s)));
  return make('root', [t], and(slopes, less(number(ratio(0n)), root(s), true)));
}

// ── citations ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** A theorem of the literature from the one table, as an axiom that every theorem resting on it names. */
export function cite(name: string, ...terms: readonly Term[]): Theorem {
  const entry = citations.get(name) ?? fail(`no cited theorem named ${name}`);
  return new Theorem(secret, { rule: `cite ${name}`, from: [] }, new Map(), entry.statement(...terms), [name]);
}
