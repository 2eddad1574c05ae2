/**
 * What is known not to be negative near a gap: squares, forms of definite matrices, reciprocals of
 * positive numbers.
 */
import { add, contract, dimension, scale, zeros } from '../../kernel/graph.ts';
import { type Ratio, negative } from '../../kernel/ratio.ts';
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { type Theorem, modusPonens, specialise, weak } from '../../kernel/theorem.ts';
import { passed } from '../agenda/effort.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { Ledger, flipped } from '../derived/equations.ts';
import { alike, byFacts, nothing } from '../derived/labelled.ts';
import { canonical, headText } from '../graphs/labelling.ts';
import { negated, nought } from '../graphs/small-terms.ts';
import { cuts, subgraph } from '../graphs/subgraph.ts';
import { type Sum, difference, weight } from '../graphs/sum.ts';
import { type Context, bookOf } from '../known/context.ts';
import type { Prove } from '../known/strategy.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { positiveReciprocal } from '../rewriting/reciprocal-signs.ts';

export const relevant = (value: Sum, gap: Sum): boolean =>
  [...value.keys()].some((k) => gap.has(k));

/** 0 < 1/s for each 1/s that stands in the gap and each s known positive: 1/s = s (1/s)². */
export function reciprocals(gap: Sum, bounds: readonly Theorem[], ctx: Context): Theorem[] {
  const heads = [...gap.values()]
    .flatMap(({ monomial }) => monomial.factors)
    .flatMap(({ head }) =>
      head.kind === 'inverse' && !head.matrix && head.params.length === 0 ? [head.arg] : [],
    );
  return heads.slice(0, 4).flatMap((s) => {
    const fact = bounds.find(
      ({ conclusion: f }) =>
        f.kind === 'less' && f.strict && f.left.monomials.length === 0 && alike(f.right, s),
    );
    return (fact && positiveReciprocal(s, fact, ctx)) ?? [];
  });
}

export const texts = (factors: readonly Factor[]): string =>
  factors
    .map((f) => headText(f, nothing))
    .sort()
    .join('\n');

/** The scalar that a graph is. */
export const termOfGraph = (m: Monomial): Term => subgraph(m, m.factors, m.free);

/**
 * The gap's graphs and, with them, the terms behind their scalar factors: c v'A v is a product of c
 * and v'A v.
 */
function behindScalars(gap: Sum): Sum {
  const all: Sum = new Map(gap);
  for (const { monomial: m } of gap.values()) {
    const factors = m.factors.filter((f) => f.slots.length > 0);
    if (factors.length === 0 || factors.length === m.factors.length) continue;
    for (const [text, entry] of difference(
      subgraph({ ...m, powers: {} }, factors, m.free),
      nought(),
      nothing,
    ))
      all.set(text, entry);
  }
  return all;
}

/**
 * Values t'Ht ≥ 0 (or > 0) of the definite matrices that are known, at the vectors t that stand in
 * the gap.
 */
export function definiteForms(gap: Sum, ctx: Context, prove: Prove, wide = false): Theorem[] {
  const found: Theorem[] = [];
  const near = behindScalars(gap);
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.bound.shape.length !== 1) continue;
    if (f.body.kind !== 'less' && !(f.body.kind === 'implies' && f.body.right.kind === 'less'))
      continue;
    for (const term of vectorsOf(gap, f.bound.shape[0] as string, wide)) {
      if (passed(ctx.deadline)) return found;
      const plain = formAt(specialise(theorem, { kind: 'term', term }), ctx, prove);
      const value = wide && plain ? aligned(plain, gap, ctx) : plain;
      const g = value?.conclusion;
      if (value && g?.kind === 'less' && relevant(difference(g.right, g.left, nothing), near))
        found.push(value);
    }
  }
  return found.slice(0, 12);
}

/**
 * 0 ≤ t with the graphs of t as they stand in the gap, where symmetric factors make them the same:
 * x'Ay for y'Ax.
 */
export function aligned(sign: Theorem, gap: Sum, ctx: Context): Theorem {
  const f = sign.conclusion;
  const book = bookOf(ctx);
  if (f.kind !== 'less' || book.theorems.length === 0) return sign;
  const standing = new Map(
    [...gap.values()].map(({ monomial }) => [canonical(monomial, book.map).text, monomial]),
  );
  const parts = f.right.monomials.map((m) => {
    const { text, sign: turned } = canonical(m, book.map);
    const other = standing.get(text);
    if (!other) return scaledGraph(m, m.coefficient);
    return scaledGraph(
      other,
      turned === canonical(other, book.map).sign ? m.coefficient : negative(m.coefficient),
    );
  });
  const next = parts.length === 0 ? f.right : add(...parts);
  const ledger = new Ledger(f.right, next, book);
  return ledger.done ? byFacts(f.left, next, f.strict, [sign, weak(ledger.theorem())]) : sign;
}
const scaledGraph = (m: Monomial, by: Ratio): Term => {
  const parts = [
    scale(by, termOfGraph({ ...m, powers: {} })),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
  ];
  return contract(
    parts,
    parts.map(() => ''),
    '',
  );
};

/**
 * The inequality that an instance of a definite form gives, its value simplified by what is known.
 */
function formAt(instance: Theorem, ctx: Context, prove: Prove): Theorem | null {
  const f = instance.conclusion;
  let bound: Theorem | null = instance;
  if (f.kind === 'implies') {
    const antecedent = prove(f.left, ctx);
    bound = antecedent && modusPonens(instance, antecedent);
  }
  const g = bound?.conclusion;
  if (!bound || g?.kind !== 'less') return bound;
  const simpler = rewritten(g.right, ctx);
  return simpler
    ? byFacts(g.left, simpler.term, g.strict, [bound, weak(flipped(simpler.equation))])
    : bound;
}

/**
 * Vectors of this dimension in the gap; if wanted, the differences and sums of the simplest of them
 * instead.
 */
export function vectorsOf(gap: Sum, dim: string, combinations: boolean): Term[] {
  const found = vectorsIn(gap, dim);
  if (!combinations) return found;
  const simplest = found.toSorted((a, b) => size(a) - size(b)).slice(0, 5);
  return simplest.flatMap((a, i) =>
    simplest.slice(i + 1).flatMap((b) => [add(a, negated(b)), add(a, b)]),
  );
}
const size = (t: Term): number => t.monomials.reduce((sum, m) => sum + weight(m), 0);

/** 0 < 1/N and its like, for the powers of dimensions that stand in the gap. */
export function positivePowers(gap: Sum): Theorem[] {
  const found = new Map<string, Term>();
  for (const {
    monomial: { powers },
  } of gap.values()) {
    const parts = Object.entries(powers).map(([d, k]) => dimension(d, k));
    if (parts.length > 0)
      found.set(
        JSON.stringify(powers),
        contract(
          parts,
          parts.map(() => ''),
          '',
        ),
      );
  }
  return [...found.values()].slice(0, 3).flatMap((t) => positiveSizes(t) ?? []);
}

/** Parts of the gap's graphs that are vectors of this dimension. */
export function vectorsIn(gap: Sum, dim: string): Term[] {
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
