/**
 * Inequalities between scalars: right − left as a sum, with positive coefficients, of quantities known to be positive,
 * products of two of them, values of definite forms, and sums of squares.
 */
import type { Term } from '../kernel/term.ts';
import { add, bareHead, contract, dimension, factorTerm, identity, inverse, number, permute, scale } from '../kernel/graph.ts';
import { type Formula, equal, less, not, write } from '../kernel/formula.ts';
import { type Summand, type Theorem, assume, asymmetry, cases, classical, comparable, explode, fact, fat, overBasis, weak } from '../kernel/theorem.ts';
import { negative as negativeOf, one, ratio } from '../kernel/ratio.ts';
import { absolute } from './absolute.ts';
import { tracesOfTwo } from './definite-bounds.ts';
import { usable } from './usable.ts';
import { appliedIn } from './congruence.ts';
import { ofSizes } from './dimension-signs.ts';
import { fromSquares, squareRootOf, times } from './lengths.ts';
import { nonnegativeCombination } from './linear-program.ts';
import { combinations } from './combination.ts';
import { combined, isCertain, valueOf, type Candidate } from './combined.ts';
import type { Context } from './context.ts';
import { rewritten } from './arguments.ts';
import { byEquations } from './by-equations.ts';
import { proveEqual } from './equality.ts';
import { flipped } from './equations.ts';
import { operationsIn } from './heads.ts';
import { nonzero } from './invertible.ts';
import { signsIn, withLaws, withRoots } from './laws.ts';
import { subgraph } from './subgraph.ts';
import { type Sum, difference } from './sum.ts';
import type { Prove } from './strategy.ts';
import { passed } from './effort.ts';
import { byFacts, negated, nothing, nought, orderBy } from './order-by.ts';
import { definiteForms, positivePowers, reciprocals, simplifiedSquares, relevant, squareTerms, strictFrom, vectorsIn } from './candidates.ts';
import { boundsOn } from './bounds.ts';

type Less = Formula & { kind: 'less' };
/** `unequal`: that the two sides are equal was tried before. */
export function proveOrder(goal: Less, given: Context, prove: Prove, unequal = false): Theorem | null {
  const { left, right, strict } = goal;
  const direct = combined(goal, given, false);
  if (direct) return direct;
  const ctx = withRoots(withLaws(given, left, right), prove, left, right);
  if (!strict && !unequal) {
    const same = proveEqual(left, right, ctx);
    if (same) return weak(same);
  }
  const counted = byDimensions(goal, ctx) ?? byDenial(goal, ctx);
  if (counted) return counted;
  return proveGap(goal, ctx, prove) ?? throughSimplerGap(goal, ctx, prove) ?? byBounds(goal, ctx, prove) ?? bySummation(goal, ctx) ?? (strict ? null : byRefutation(goal, ctx)) ?? (strict ? strictly(goal, ctx, prove) : null) ?? proveGap(goal, ctx, prove, true) ?? throughSimplerGap(goal, ctx, prove, true);
}

/** l ≤ r because r < l is denied. */
function byDenial(goal: Less, ctx: Context): Theorem | null {
  const converse = less(goal.right, goal.left, !goal.strict);
  const denied = ctx.facts.find(({ theorem: { conclusion: f } }) => f.kind === 'not' && write(f.body) === write(converse));
  if (!denied) return null;
  const split = goal.strict ? comparable(goal.right, goal.left) : comparable(goal.left, goal.right);
  const impossible = classical(goal, explode(assume(converse), denied.theorem));
  return goal.strict ? cases(split, impossible, assume(goal)) : cases(split, assume(goal), impossible);
}

/** m ≤ n because A R = I for some A m×n: counted where A B is a multiple of I by what is known. */
function byDimensions({ left, right, strict }: Less, ctx: Context): Theorem | null {
  const known = ofSizes(left, right, strict);
  if (known) return known;
  const [m, n] = [left, right].map(bareDimension);
  if (strict || !m || !n) return null;
  const [rows, inner] = [m, n];
  for (const { left: a, right: b } of ctx.equations) {
    if (a.shape.join() !== `${rows},${rows}`) continue;
    for (const [product, multiple] of [[a, b], [b, a]] as const) {
      const [unit] = multiple.monomials;
      const cut = product.monomials.length === 1 ? frontOf(product) : null;
      if (!unit || multiple.monomials.length > 1 || unit.free[0] !== unit.free[1] || unit.factors.some((f) => f.slots.length > 0) || cut?.front.shape[1] !== inner) continue;
      const scalars = unit.factors.map(factorTerm);
      const parts = [...scalars.map((s) => inverse(s)), number(ratio(unit.coefficient.den, unit.coefficient.num)), ...Object.entries(unit.powers).map(([d, k]) => dimension(d, -k))];
      const r = contract([cut.rest, ...parts], ['ij', ...parts.map(() => '')], 'ij');
      const proof = byEquations(contract([cut.front, r], ['ij', 'jk'], 'ik'), identity(rows), ctx);
      if (!proof) continue;
      const t = fat(cut.front, r, proof);
      const f = t.conclusion;
      if (f.kind === 'less' && write(f) === write(less(left, right, false))) return t;
      return byFacts(left, right, false, [t]);
    }
  }
  return null;
}

/** The dimension that a term is, and nothing else. */
function bareDimension({ monomials: [m, ...more] }: Term): string | null {
  if (!m || more.length > 0 || m.factors.length > 0 || m.coefficient.num !== m.coefficient.den) return null;
  const [power, ...others] = Object.entries(m.powers).filter(([, k]) => k !== 0);
  return power && others.length === 0 && power[1] === 1 ? power[0] : null;
}

/** A graph of two free wires behind its first factor. */
function frontOf(t: Term): { front: Term; rest: Term } | null {
  const [m] = t.monomials as [Term['monomials'][number]];
  const start = m.free[0] as number;
  const [f, ...more] = m.factors.filter((x) => x.slots.includes(start));
  if (!f || more.length > 0 || f.slots.length !== 2 || f.slots[0] === f.slots[1]) return null;
  const wire = f.slots[f.slots[0] === start ? 1 : 0] as number;
  const others = m.factors.filter((x) => x !== f);
  if (m.free.includes(wire) || !others.some((x) => x.slots.includes(wire))) return null;
  const powers = Object.entries(m.powers).map(([d, k]) => dimension(d, k));
  const rest = contract([scale(m.coefficient, subgraph(m, others, [wire, m.free[1] as number])), ...powers], ['ij', ...powers.map(() => '')], 'ij');
  return { front: f.slots[0] === start ? factorTerm(f) : permute(factorTerm(f), [1, 0]), rest };
}

/** By what holds for every vector or member of a family, summed. */
function bySummation(goal: Less, ctx: Context): Theorem | null {
  const root = goal.left.monomials.length === 0 && !goal.strict ? squareRootOf(goal.right) : null;
  if (root) return orderBy(goal.left, goal.right, false, [{ coefficient: one, facts: [], squares: [root] }]);
  const sums = summedOverBasis(ctx);
  const stated = sums.length > 0 || ctx.facts.some(({ theorem: { conclusion: f } }) => f.kind === 'less');
  return !stated ? null : combined(goal, { ...ctx, facts: [...sums.map((theorem) => ({ theorem, name: 'sum' })), ...ctx.facts] });
}

/** By what the norms, lengths, eigenvalues and ranks in the goal invite, as a combination of however many inequalities. */
function byBounds(goal: Less, given: Context, prove: Prove): Theorem | null {
  const { left, right, strict } = goal;
  if (given.bounding || passed(given.deadline) || (appliedIn(left, right).length === 0 && tracesOfTwo(left, right).length === 0)) return null;
  const ctx: Context = { ...given, bounding: true };
  const stated = ctx.facts.flatMap(({ theorem: { conclusion: f } }) => (f.kind === 'less' || (f.kind === 'equal' && f.left.shape.length === 0 && operationsIn([f.left, f.right], 'rank').length > 0) ? [f.left, f.right] : []));
  const bounds = [...boundsOn([left, right, ...stated], ctx, prove), ...formsOf(goal, ctx, prove)];
  const more: Context = { ...ctx, facts: [...ctx.facts, ...[...summedOverBasis(ctx), ...bounds].map((theorem) => ({ theorem, name: 'bounds' }))] };
  return combined(goal, more) ?? (strict ? null : byAbsolute(goal, more, prove) ?? bySquares(goal, more, prove));
}

/** What norms and largest eigenvalues say of the quadratic forms in the gap. */
function formsOf(goal: Less, ctx: Context, prove: Prove): Theorem[] {
  const gap = difference(goal.right, goal.left, nothing);
  const matrices = appliedIn(goal.left, goal.right).flatMap((a) => {
    const name = a.symbol === 'norm' ? 'the norm bounds a quadratic form' : a.symbol === 'lambda.1' ? 'the largest eigenvalue bounds' : null;
    return name !== null && a.argument.shape[0] === a.argument.shape[1] ? [{ name, of: a.argument }] : [];
  });
  return matrices.slice(0, 4).flatMap(({ name, of }) =>
    (passed(ctx.deadline) ? [] : vectorsIn(gap, of.shape[0] as string)).slice(0, 8).flatMap((v) => usable(fact(name, of, v), ctx, prove)).flatMap((t) => {
      const f = t.conclusion;
      if (f.kind !== 'less') return [];
      const simpler = [f.left, f.right].map((side) => rewritten(side, ctx));
      const [l, r] = simpler;
      if (!l && !r) return [t];
      const parts = [t, ...(l ? [weak(l.equation)] : []), ...(r ? [weak(flipped(r.equation))] : [])];
      return [byFacts(l?.term ?? f.left, r?.term ?? f.right, false, parts)];
    }));
}

/** Inequalities for every vector, or every member of a family, summed over the standard basis. */
function summedOverBasis(ctx: Context): Theorem[] {
  return ctx.facts.flatMap(({ theorem }) => {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.bound.shape.length !== 1) return [];
    const body = f.body.kind === 'implies' ? f.body.right : f.body;
    if (body.kind !== 'less') return [];
    try {
      return [overBasis(theorem)];
    } catch {
      // it holds under another condition than that of a coordinate vector
      return [];
    }
  }).slice(0, 8);
}

/** l ≤ r because r < l would make a sum of what is not negative negative. */
function byRefutation(goal: Less, ctx: Context): Theorem | null {
  const { left, right } = goal;
  if (passed(ctx.deadline)) return null;
  const beyond = assume(less(right, left, true));
  const scalars = scalarsIn(left, right);
  const bounds = ctx.facts.filter(({ theorem: { conclusion: f } }) => f.kind === 'less').map((f) => f.theorem).slice(0, 16);
  const squares = [...scalars, ...scalars.flatMap((s, i) => scalars.slice(i + 1).map((t) => times(s, t)))].slice(0, 10);
  const known = [beyond, ...bounds];
  const all: Candidate[] = [
    ...known.map((t) => ({ facts: [t], squares: [] })), ...known.flatMap((t) => squares.map((s) => ({ facts: [t], squares: [s] }))),
    ...known.slice(0, 8).flatMap((s, i) => known.slice(i, 8).map((t) => ({ facts: [s, t], squares: [] }))), ...squares.map((s) => ({ facts: [], squares: [s] })),
  ];
  for (const strict of [{ facts: [beyond], squares: [] }, { facts: [beyond, beyond], squares: [] }] satisfies Candidate[]) {
    const target: Sum = new Map([...valueOf(strict)].map(([text, e]) => [text, { ...e, coefficient: negativeOf(e.coefficient) }]));
    const found = nonnegativeCombination(target, all.map(valueOf), ctx.deadline);
    if (!found) continue;
    const summands: Summand[] = [{ coefficient: one, ...strict }, ...found.map(({ index, coefficient }) => ({ coefficient, ...(all[index] as Candidate) }))];
    const split = comparable(left, right);
    const f = split.conclusion;
    if (f.kind !== 'or') return null;
    return cases(split, assume(f.left), classical(less(left, right, false), asymmetry(orderBy(nought(), nought(), true, summands))));
  }
  return null;
}

/** Scalar names in the terms. */
const scalarsIn = (...terms: readonly Term[]): Term[] =>
  [...new Map(terms.flatMap((t) => t.monomials.flatMap((m) => m.factors.flatMap((f) => (f.slots.length === 0 && f.head.kind === 'variable' ? [[f.head.name, factorTerm(f)] as const] : []))))).values()].slice(0, 4);

/** |s| ≤ r because s ≤ r and −s ≤ r: then s² ≤ r². */
function byAbsolute(goal: Less, ctx: Context, prove: Prove): Theorem | null {
  const head = bareHead(goal.left);
  const [s] = head?.kind === 'jet' && head.fn.name === 'abs' && head.params.length === 0 && head.orders[0] === 0 ? head.args : [];
  if (!s) return null;
  const { right: r } = goal;
  const up = prove(less(s, r, false), { ...ctx, bounding: false }, 6);
  const down = up && prove(less(negated(s), r, false), { ...ctx, bounding: false }, 6);
  if (!up || !down) return null;
  const sign = orderBy(nought(), r, false, [up, down].map((fact) => ({ coefficient: ratio(1n, 2n), facts: [fact], squares: [] })));
  const size = absolute(s);
  const squares = orderBy(times(size.value, size.value), times(r, r), false, [{ coefficient: one, facts: [up, down], squares: [] }, { coefficient: one, facts: [weak(size.square)], squares: [] }]);
  return fromSquares(goal.left, r, sign, squares);
}

/** l ≤ r because 0 ≤ r and l² ≤ r²: where roots stand, their squares are simpler. */
function bySquares(goal: Less, ctx: Context, prove: Prove): Theorem | null {
  const { left, right } = goal;
  const sign = combined(less(nought(), right, false) as Less, ctx);
  if (!sign) return null;
  const squared = less(times(left, left), times(right, right), false) as Less;
  const squares = combined(squared, ctx) ?? proveGap(squared, ctx, prove) ?? throughSimplerGap(squared, ctx, prove) ?? proveGap(squared, ctx, prove, true) ?? throughSimplerGap(squared, ctx, prove, true);
  return squares && fromSquares(left, right, sign, squares);
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

/** right − left rewritten by what is known, when that changes it: its sign decides. */
function throughSimplerGap(goal: Less, ctx: Context, prove: Prove, wide = false): Theorem | null {
  const simpler = rewritten(add(goal.right, negated(goal.left)), ctx);
  if (!simpler) return null;
  const inner = less(nought(), simpler.term, goal.strict) as Less;
  const sign = proveGap(inner, ctx, prove, wide) ?? (goal.strict ? strictly(inner, ctx, prove) : null);
  return sign && byFacts(goal.left, goal.right, goal.strict, [sign, weak(simpler.equation)]);
}

/** `wide`: forms and squares are taken at sums and differences of vectors too. */
function proveGap(goal: Less, ctx: Context, prove: Prove, wide = false): Theorem | null {
  const { left, right, strict } = goal;
  const gap = difference(right, left, nothing);
  const bounds = ctx.facts.filter(({ theorem: { conclusion: f } }) => f.kind === 'less').map((f) => f.theorem);
  const known = [...bounds, ...definiteForms(gap, ctx, prove, wide), ...reciprocals(gap, bounds, ctx), ...simplifiedSquares(gap, ctx, wide), ...signsIn(ctx, prove, left, right)].slice(0, 24);
  const squares = squareTerms(gap);
  const sizes = positivePowers(gap);
  const products = known.slice(0, 8).flatMap((s, i) => known.slice(i, 8).map((t): Candidate => ({ facts: [s, t], squares: [] })));
  const candidates: Candidate[] = [
    { facts: [], squares: [] }, ...known.map((t) => ({ facts: [t], squares: [] })),
    ...squares.flatMap((t) => sizes.map((f) => ({ facts: [f], squares: [t] }))), ...known.slice(0, 8).flatMap((t) => sizes.map((f) => ({ facts: [f, t], squares: [] }))),
    ...squares.flatMap((t) => [{ facts: [], squares: [t] }, ...known.slice(0, 4).map((f) => ({ facts: [f], squares: [t] }))]), ...products,
  ].filter((c) => relevant(valueOf(c), gap));
  for (const combination of combinations(gap, candidates.map(valueOf))) {
    const summands = combination.map(({ index, coefficient }): Summand => ({ coefficient, ...(candidates[index] as Candidate) }));
    if (!strict || summands.some(isCertain)) return orderBy(left, right, strict, summands);
    if (passed(ctx.deadline)) return null;
  }
  return null;
}
