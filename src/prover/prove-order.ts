/**
 * Inequalities between scalars: right − left as a sum, with positive coefficients, of quantities known to be positive,
 * products of two of them, values of definite forms, and sums of squares.
 */
import type { Term } from '../kernel/term.ts';
import { add, contract, inverse, permute, scale, variable, zeros } from '../kernel/graph.ts';
import { equal, less, not, type Formula } from '../kernel/formula.ts';
import {
  antisymmetry, assume, cases, classical, comparable, explode, hole, inverseOf, modusPonens, order, orderResidue, specialise, weak, type Summand, type Theorem,
} from '../kernel/theorem.ts';
import { negative, one } from '../kernel/ratio.ts';
import { canonical } from './labelling.ts';
import { combinations } from './combination.ts';
import { bookOf, type Context } from './context.ts';
import { rewritten } from './arguments.ts';
import { proveEqual } from './equality.ts';
import { equation, flipped, Ledger } from './equations.ts';
import { alike, nonzero, restated } from './invertible.ts';
import { signsIn, withLaws, withRoots } from './laws.ts';
import { cuts, subgraph } from './subgraph.ts';
import { accumulate, difference, type Sum } from './sum.ts';
import type { Prove } from './strategy.ts';

type Less = Formula & { kind: 'less' };
const nothing = new Map();
const negated = (t: Term): Term => scale(negative(one), t);
const nought = (): Term => zeros([]);

/** The kernel's `order`, with its labels. */
export function orderBy(left: Term, right: Term, strict: boolean, summands: readonly Summand[]): Theorem {
  return order(left, right, strict, summands, orderResidue(left, right, summands).map((m) => canonical(m, nothing).label));
}
const byFacts = (left: Term, right: Term, strict: boolean, facts: readonly Theorem[]): Theorem =>
  orderBy(left, right, strict, facts.map((fact) => ({ coefficient: one, facts: [fact], squares: [] })));

export function proveOrder(goal: Less, given: Context, prove: Prove): Theorem | null {
  const { left, right, strict } = goal;
  const ctx = withRoots(withLaws(given, left, right), prove, left, right);
  if (!strict) {
    const same = proveEqual(left, right, ctx);
    if (same) return weak(same);
  }
  return proveGap(goal, ctx, prove) ?? throughSimplerGap(goal, ctx, prove) ?? (strict ? strictly(goal, ctx, prove) : null);
}

/** l < r because l ≤ r and r − l is not 0. */
function strictly(goal: Less, ctx: Context, prove: Prove): Theorem | null {
  const gap = add(goal.right, negated(goal.left));
  const weakly = proveGap(less(nought(), gap, false) as Less, ctx, prove);
  if (!weakly) return null;
  const known = nonzero(gap, ctx) ?? prove(not(equal(gap, nought())), ctx, 4);
  const positive = known && strictFrom(gap, weakly, known);
  return positive && byFacts(goal.left, goal.right, true, [positive]);
}

/** From 0 ≤ a and a ≠ 0: 0 < a. Either a ≤ 0, and then a is 0, or 0 < a. */
function strictFrom(a: Term, weakly: Theorem, known: Theorem): Theorem | null {
  const zero = nought();
  const split = comparable(a, zero);
  const f = split.conclusion;
  if (f.kind !== 'or') return null;
  const vanishing = antisymmetry(assume(f.left), weakly);
  const impossible = classical(less(zero, a, true), explode(restated(vanishing, equal(a, zero)), known));
  return cases(split, impossible, assume(f.right));
}

/** right − left rewritten by what is known, when that changes it: its sign decides. */
function throughSimplerGap(goal: Less, ctx: Context, prove: Prove): Theorem | null {
  const simpler = rewritten(add(goal.right, negated(goal.left)), ctx);
  if (!simpler) return null;
  const inner = less(nought(), simpler.term, goal.strict) as Less;
  const sign = proveGap(inner, ctx, prove) ?? (goal.strict ? strictly(inner, ctx, prove) : null);
  return sign && byFacts(goal.left, goal.right, goal.strict, [sign, weak(simpler.equation)]);
}

interface Candidate {
  readonly facts: readonly Theorem[];
  readonly squares: readonly Term[];
}

function proveGap(goal: Less, ctx: Context, prove: Prove): Theorem | null {
  const { left, right, strict } = goal;
  const gap = difference(right, left, nothing);
  const bounds = ctx.facts.filter(({ theorem: { conclusion: f } }) => f.kind === 'less').map((f) => f.theorem);
  const known = [...bounds, ...definiteForms(gap, ctx, prove), ...reciprocals(gap, bounds, ctx), ...simplifiedSquares(gap, ctx), ...signsIn(ctx, prove, left, right)].slice(0, 24);
  const squares = squareTerms(gap);
  const products = known.slice(0, 8).flatMap((s, i) => known.slice(i, 8).map((t): Candidate => ({ facts: [s, t], squares: [] })));
  const candidates: Candidate[] = [
    { facts: [], squares: [] }, ...known.map((t) => ({ facts: [t], squares: [] })),
    ...squares.flatMap((t) => [{ facts: [], squares: [t] }, ...known.slice(0, 4).map((f) => ({ facts: [f], squares: [t] }))]), ...products,
  ].filter((c) => relevant(valueOf(c), gap));
  for (const combination of combinations(gap, candidates.map(valueOf))) {
    const summands = combination.map(({ index, coefficient }): Summand => ({ coefficient, ...(candidates[index] as Candidate) }));
    const certain = summands.some((s) => s.squares.length === 0 && s.facts.every(({ conclusion: f }) => f.kind === 'less' && f.strict));
    if (!strict || certain) return orderBy(left, right, strict, summands);
    if (performance.now() > ctx.deadline) return null;
  }
  return null;
}

const relevant = (value: Sum, gap: Sum): boolean => [...value.keys()].some((k) => gap.has(k));

/** What a candidate adds to right − left. */
function valueOf({ facts, squares }: Candidate): Sum {
  const factors = facts.map(({ conclusion: f }) => (f.kind === 'less' ? add(f.right, negated(f.left)) : nought()));
  const all = [...factors, ...squares.map(squareOf)];
  const sum: Sum = new Map();
  accumulate(sum, contract(all, all.map(() => ''), ''), one, nothing);
  return sum;
}
function squareOf(t: Term): Term {
  const names = t.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
  return contract([t, t], [names, names], '');
}

/** 0 < 1/s for each 1/s that stands in the gap and each s known positive: 1/s = s (1/s)². */
function reciprocals(gap: Sum, bounds: readonly Theorem[], ctx: Context): Theorem[] {
  const heads = [...gap.values()].flatMap(({ monomial }) => monomial.factors).flatMap(({ head }) => (head.kind === 'inverse' && !head.matrix && head.params.length === 0 ? [head.arg] : []));
  return heads.slice(0, 4).flatMap((s) => {
    const fact = bounds.find(({ conclusion: f }) => f.kind === 'less' && f.strict && f.left.monomials.length === 0 && alike(f.right, s));
    const known = fact && nonzero(s, ctx);
    const alsoInverse = known && nonzero(inverse(s), ctx);
    if (!fact || !known || !alsoInverse) return [];
    const r = inverse(s);
    const same = new Ledger(contract([s, r, r], ['', '', ''], ''), r, bookOf(ctx));
    same.use(equation(inverseOf(known), 'inverse'), contract([variable(hole, []), r], ['', ''], ''));
    if (!same.done) return [];
    const weakly = orderBy(nought(), r, false, [{ coefficient: one, facts: [fact], squares: [r] }, { coefficient: one, facts: [weak(same.theorem())], squares: [] }]);
    return [strictFrom(r, weakly, alsoInverse)].flatMap((t) => t ?? []);
  });
}

/** Terms whose squares have graphs of the gap, and their sums and differences: 2ab ≤ a² + b² comes from (a − b)². */
function squareTerms(gap: Sum): Term[] {
  const found = new Map<string, Term>();
  for (const { monomial: m } of gap.values()) {
    for (const { chosen, free } of cuts(m, 10)) {
      if (chosen.length * 2 !== m.factors.length) continue;
      const half = subgraph(m, chosen, free);
      const [only] = [...difference(squareOf(half), nought(), nothing).keys()];
      const [own] = [...difference(half, zeros(half.shape), nothing).keys()];
      if (only !== undefined && own !== undefined && gap.has(only)) found.set(own, half);
    }
  }
  const terms = [...found.values()].slice(0, 8);
  const mirrored = terms.filter((t) => t.shape.length === 2 && t.shape[0] === t.shape[1]).map((t) => permute(t, [1, 0]));
  const all = [...terms, ...mirrored];
  const pairs = all.flatMap((a, i) => all.slice(i + 1).filter((b) => a.shape.join() === b.shape.join()).flatMap((b) => [add(a, negated(b)), add(a, b)]));
  return [...terms, ...pairs].slice(0, 24);
}

/** Values t'Ht ≥ 0 (or > 0) of the definite matrices that are known, at the vectors t that stand in the gap. */
function definiteForms(gap: Sum, ctx: Context, prove: Prove): Theorem[] {
  const found: Theorem[] = [];
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.bound.shape.length !== 1) continue;
    if (f.body.kind !== 'less' && !(f.body.kind === 'implies' && f.body.right.kind === 'less')) continue;
    for (const term of vectorsIn(gap, f.bound.shape[0] as string)) {
      const value = formAt(specialise(theorem, { kind: 'term', term }), ctx, prove);
      const g = value?.conclusion;
      if (value && g?.kind === 'less' && relevant(difference(g.right, g.left, nothing), gap)) found.push(value);
    }
  }
  return found.slice(0, 12);
}

/** The inequality that an instance of a definite form gives, its value simplified by what is known. */
function formAt(instance: Theorem, ctx: Context, prove: Prove): Theorem | null {
  const f = instance.conclusion;
  let bound: Theorem | null = instance;
  if (f.kind === 'implies') {
    const antecedent = prove(f.left, ctx, 4);
    bound = antecedent && modusPonens(instance, antecedent);
  }
  const g = bound?.conclusion;
  if (!bound || g?.kind !== 'less') return bound;
  const simpler = rewritten(g.right, ctx);
  return simpler ? byFacts(g.left, simpler.term, g.strict, [bound, weak(flipped(simpler.equation))]) : bound;
}

/** 0 ≤ |t|² in a simpler form by what is known: u'Pu = |Pu|² for a symmetric projector P. */
function simplifiedSquares(gap: Sum, ctx: Context): Theorem[] {
  const dims = new Set([...gap.values()].flatMap(({ monomial }) => monomial.wires));
  return [...dims].flatMap((d) => vectorsIn(gap, d)).slice(0, 8).flatMap((t) => {
    const square = squareOf(t);
    const simpler = rewritten(square, ctx);
    if (!simpler || !relevant(difference(simpler.term, nought(), nothing), gap)) return [];
    const positive = orderBy(nought(), square, false, [{ coefficient: one, facts: [], squares: [t] }]);
    return [byFacts(nought(), simpler.term, false, [positive, weak(flipped(simpler.equation))])];
  });
}

/** Parts of the gap's graphs that are vectors of this dimension. */
function vectorsIn(gap: Sum, dim: string): Term[] {
  const found = new Map<string, Term>();
  for (const { monomial: m } of gap.values()) {
    for (const { chosen, free } of cuts(m, 8)) {
      if (free.length !== 1 || m.wires[free[0] as number] !== dim) continue;
      const t = subgraph(m, chosen, free);
      const [text] = [...difference(t, zeros(t.shape), nothing).keys()];
      if (text !== undefined) found.set(text, t);
    }
  }
  return [...found.values()].slice(0, 16);
}
