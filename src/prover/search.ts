/** Proving a statement: the connectives by their rules, and a strategy for each kind of atom. */
import type { Dim, Term } from '../kernel/term.ts';
import { add, bareHead, contract, dimension, identity, inverse, permute, scalarOf, scale, variable, zeros } from '../kernel/graph.ts';
import { equal, falsum, implies, is, less, substituteIn, write, type Formula } from '../kernel/formula.ts';
import {
  antisymmetry, assume, both, cases, classical, comparable, contradiction, definition, discharge, either, explode, fat, first, generalise, hole, instance, inverseOf, linear, modusPonens, order, orderResidue,
  rankByKernel, rankOnto, rankTranspose, replace, residue, second, specialise, unpack, weak, type Theorem,
} from '../kernel/theorem.ts';
import { negative, one } from '../kernel/ratio.ts';
import { canonical } from './labelling.ts';
import { byEquations, proveEqual, rewritten, saturated, withSquares } from './equality.ts';
import { bookOf, freshIn, withFact, type Context, type Fact } from './context.ts';
import { equation, Ledger } from './equations.ts';
import { absurd, alike, invertible, leftInverse, nonzero, ontoBy, restated, retell, transposedOnto } from './invertible.ts';
import { cuts, subgraph } from './subgraph.ts';
import { difference } from './sum.ts';

const nothing = new Map();
const late = (ctx: Context): boolean => performance.now() > ctx.deadline;

export function proveFormula(goal: Formula, ctx: Context, depth = 0): Theorem | null {
  if (late(ctx) || depth > 24) return null;
  const known = ctx.facts.find(({ theorem }) => write(theorem.conclusion) === write(goal));
  if (known) return known.theorem;
  switch (goal.kind) {
    case 'and': {
      const left = proveFormula(goal.left, ctx, depth + 1);
      const right = left && proveFormula(goal.right, ctx, depth + 1);
      return left && right && both(left, right);
    }
    case 'implies': {
      const t = withFact(ctx, { theorem: assume(goal.left), name: 'assumption' }, (c) => proveFormula(goal.right, c, depth + 1));
      return t && discharge(goal.left, t);
    }
    case 'forall': {
      const { bound } = goal;
      const name = bound.kind === 'tensor' ? bound.name : bound.fn.name;
      if (ctx.facts.some(({ theorem }) => theorem.hypotheses.some((h) => write(h).includes(`${name}:`)))) return null;
      const t = proveFormula(goal.body, ctx, depth + 1);
      return t && generalise(bound, t);
    }
    case 'exists':
      return proveExistence(goal as Formula & { kind: 'exists' }, ctx, depth);
    case 'or': {
      const left = proveFormula(goal.left, ctx, depth + 1);
      if (left) return either(left, goal.right, 'left');
      const right = proveFormula(goal.right, ctx, depth + 1);
      return right && either(right, goal.left, 'right');
    }
    case 'not': {
      const t = withFact(ctx, { theorem: assume(goal.body), name: 'assumption' }, (c) => proveFormula(falsum, c, depth + 1));
      return t && contradiction(goal.body, t);
    }
    case 'equal':
      return proveEquation(goal, ctx);
    case 'is':
      return provePredicate(goal, ctx, depth);
    case 'less':
      return proveOrder(goal, ctx);
    case 'false':
      return proveAbsurd(ctx, depth);
  }
}

function proveEquation(goal: Formula & { kind: 'equal' }, ctx: Context): Theorem | null {
  const direct = proveEqual(goal.left, goal.right, ctx);
  if (direct) return direct;
  return proveRank(goal, ctx) ?? throughImplications(goal, ctx);
}

/** Facts P ⇒ Q whose antecedent is provable give Q. */
function throughImplications(goal: Formula, ctx: Context): Theorem | null {
  for (const { theorem, name } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'implies' || f.left.kind !== 'equal') continue;
    if (ctx.facts.some((x) => write(x.theorem.conclusion) === write(f.right))) continue;
    const antecedent = byEquations(f.left.left, f.left.right, ctx);
    if (!antecedent) continue;
    return withFact(ctx, { theorem: modusPonens(theorem, antecedent), name }, (c) => proveFormula(goal, c, 1));
  }
  return null;
}

/** The argument of a bare `rank`. */
function rankArgument(t: Term): Term | null {
  const head = bareHead(t);
  return head?.kind === 'scalar' && head.name === 'rank' && head.params.length === 0 ? head.arg : null;
}

function proveRank(goal: Formula & { kind: 'equal' }, ctx: Context): Theorem | null {
  const [a, b] = [rankArgument(goal.left), rankArgument(goal.right)];
  if (a && b) return sameRank(a, b, ctx);
  const [matrix, size, flip] = a ? [a, goal.right, false] : b ? [b, goal.left, true] : [null, null, false];
  if (!matrix || !size) return null;
  const full = fullRank(matrix, size, ctx);
  return full && flip ? restated(full, goal) : full;
}

/** rank A = its rows, or its columns. */
function fullRank(a: Term, size: Term, ctx: Context): Theorem | null {
  const [m, n] = a.shape as [Dim, Dim];
  const sizeOf = (d: Dim): Term => contract([], [], '', { i: d });
  if (alike(size, sizeOf(m))) {
    const onto = provePredicate(is('onto', a) as Formula & { kind: 'is' }, ctx, 1);
    if (onto) return restated(modusPonens(first(rankOnto(a)), onto), equal(rankOf(a), size));
  }
  if (!alike(size, sizeOf(n))) return null;
  const flipped = permute(a, [1, 0]);
  const onto = provePredicate(is('onto', flipped) as Formula & { kind: 'is' }, ctx, 1);
  if (!onto) return null;
  const uses = [rankTranspose(a), modusPonens(first(rankOnto(flipped)), onto)];
  return chained(rankOf(a), size, [{ t: uses[0] as Theorem, sign: -1n }, { t: uses[1] as Theorem, sign: 1n }]);
}
const rankOf = (t: Term): Term => scalarOf('rank', t);

/** left = right from scalar equations added with signs. */
function chained(left: Term, right: Term, parts: readonly { t: Theorem; sign: 1n | -1n }[]): Theorem {
  const uses = parts.map(({ t, sign }) => ({ equation: t, context: sign === 1n ? variable(hole, []) : negated(variable(hole, [])) }));
  return linear(left, right, uses, residue(left, right, uses).map((m) => canonical(m, nothing).label));
}
const negated = (t: Term): Term => scale(negative(one), t);

function sameRank(a: Term, b: Term, ctx: Context): Theorem | null {
  const flip = (t: Term): Term => permute(t, [1, 0]);
  for (const [fa, fb] of [[false, false], [true, true], [false, true], [true, false]] as const) {
    const [x, y] = [fa ? flip(a) : a, fb ? flip(b) : b];
    if (x.shape[1] !== y.shape[1]) continue;
    const t = byKernels(x, y, ctx);
    if (!t) continue;
    const parts: { t: Theorem; sign: 1n | -1n }[] = [{ t, sign: 1n }];
    if (fa) parts.push({ t: rankTranspose(a), sign: -1n });
    if (fb) parts.push({ t: rankTranspose(b), sign: 1n });
    return chained(rankOf(a), rankOf(b), parts);
  }
  return null;
}

function byKernels(a: Term, b: Term, ctx: Context): Theorem | null {
  const n = a.shape[1] as Dim;
  const name = freshIn(ctx, 'v#', a, b);
  const v = variable(name, [n]);
  const zeroOn = (t: Term): Formula => equal(contract([t, v], ['ij', 'j'], 'i'), zeros([t.shape[0] as Dim]));
  const inclusion = (x: Term, y: Term): Theorem | null => {
    const t = proveFormula(implies(zeroOn(x), zeroOn(y)), ctx, 1);
    return t && generalise({ kind: 'tensor', name, shape: [n] }, t);
  };
  const there = inclusion(a, b);
  const back = there && inclusion(b, a);
  return there && back && rankByKernel(a, b, there, back);
}

function proveExistence(goal: Formula & { kind: 'exists' }, ctx: Context, depth: number): Theorem | null {
  if (goal.bound.kind !== 'tensor') return null;
  for (const witness of witnesses(goal, ctx)) {
    const t = proveFormula(substituteIn(goal.body, goal.bound.name, { kind: 'term', term: witness }), ctx, depth + 1);
    if (t) return instance(goal, witness, t);
  }
  return null;
}

/** Terms that may be what exists: for A = cB the ratio of matching graphs; names and simple terms of the right shape. */
function witnesses(goal: Formula & { kind: 'exists' }, ctx: Context): Term[] {
  const { bound } = goal;
  if (bound.kind !== 'tensor') return [];
  const found: Term[] = [];
  if (bound.shape.length === 0) {
    found.push(contract([], [], ''));
    const scalars = ctx.facts.flatMap(({ theorem: { conclusion: f } }) => (f.kind === 'less' && f.strict && f.left.monomials.length === 0 ? [f.right] : []));
    for (const s of scalars) found.push(s, inverse(s));
    for (const s of scalars) for (const t of scalars) found.push(contract([s, t], ['', ''], ''), contract([s, inverse(t)], ['', ''], ''));
    const dims = new Set([...goalDims(goal.body)]);
    for (const d of dims) found.push(contract([], [], '', { i: d }), inverseSize(d));
  }
  const matrices = bound.shape.length === 2 && bound.shape[0] === bound.shape[1] ? [identity(bound.shape[0] as Dim)] : [];
  return [...found, ...matrices, zeros(bound.shape)].slice(0, 24);
}
const inverseSize = (d: Dim): Term => dimension(d, -1);
function goalDims(f: Formula): Dim[] {
  const text = write(f);
  return [...new Set([...text.matchAll(/ ([A-Za-z]\w*)\^-?\d+/g)].map((m) => m[1] as string))];
}

function provePredicate(goal: Formula & { kind: 'is' }, ctx: Context, depth: number): Theorem | null {
  const { predicate, subject: a } = goal;
  const [m, n] = a.shape as [Dim, Dim];
  const stated = ctx.facts.find(({ theorem: { conclusion: f } }) => f.kind === 'is' && f.predicate === predicate && alike(f.subject, a));
  if (stated) {
    const f = stated.theorem.conclusion as Formula & { kind: 'is' };
    return replace(is(predicate, variable(hole, a.shape)), retell(f.subject, a), stated.theorem);
  }
  switch (predicate) {
    case 'invertible':
      return invertible(a, ctx);
    case 'onto': {
      const square = invertibleSquare(a, ctx);
      if (square) return square;
      const rank = ctx.facts.find(({ theorem: { conclusion: f } }) => f.kind === 'equal' && rankArgument(f.left) !== null && alike(rankArgument(f.left) as Term, a) && alike(f.right, contract([], [], '', { i: m })));
      if (rank) return modusPonens(second(rankOnto(a)), restated(rank.theorem, equal(rankOf(a), contract([], [], '', { i: m }))));
      const flipped = leftInverse(permute(a, [1, 0]), ctx);
      return flipped && fromFlipped(a, flipped);
    }
    case 'one-to-one': {
      const direct = leftInverse(a, ctx);
      if (direct) return direct;
      const onto = provePredicate(is('onto', permute(a, [1, 0])) as Formula & { kind: 'is' }, ctx, depth + 1);
      return onto && depth < 3 ? transposedOnto(a, onto) : null;
    }
    case 'psd':
    case 'pd': {
      const unfolding = second(definition(predicate, a));
      const f = unfolding.conclusion;
      if (f.kind !== 'implies') return null;
      const t = proveFormula(f.left, ctx, depth + 1);
      void n;
      return t && modusPonens(unfolding, t);
    }
  }
}

/** A onto because A A' is invertible: R = A' inv(A A'). */
function invertibleSquare(a: Term, ctx: Context): Theorem | null {
  const gram = contract([a, a], ['ij', 'kj'], 'ik');
  const known = ctx.facts.some(({ theorem: { conclusion: f } }) => f.kind === 'is' && f.predicate === 'invertible' && alike(f.subject, gram));
  if (!known) return null;
  const r = contract([a, inverse(gram)], ['ji', 'jk'], 'ik');
  const proof = byEquations(contract([a, r], ['ij', 'jk'], 'ik'), identity(a.shape[0] as Dim), ctx);
  return proof && ontoBy(a, r, proof);
}

/** From A' one-to-one, L A' = I: A L' = I. */
function fromFlipped(a: Term, oneToOne: Theorem): Theorem | null {
  const existence = modusPonens(first(definition('one-to-one', permute(a, [1, 0]))), oneToOne);
  const f = existence.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return null;
  const l = variable(f.bound.name, f.bound.shape);
  const r = permute(l, [1, 0]);
  const m = a.shape[0] as Dim;
  const uses = [{ equation: assume(f.body), context: permute(variable(hole, [m, m]), [1, 0]) }];
  const product = contract([a, r], ['ij', 'jk'], 'ik');
  const proof = linear(product, identity(m), uses, residue(product, identity(m), uses).map((x) => canonical(x, nothing).label));
  return unpack(existence, ontoBy(a, r, proof));
}

/** Scalars compared: certificates from the facts 0 ≤ a and 0 < a, products of two of them, and visible squares. */
function proveOrder(goal: Formula & { kind: 'less' }, ctx: Context): Theorem | null {
  const { left, right, strict } = goal;
  if (!strict) {
    const same = proveEqual(left, right, ctx);
    if (same) return weak(same);
  }
  return proveGap(goal, ctx) ?? throughSimplerGap(goal, ctx) ?? (strict ? strictly(goal, ctx) : null);
}

/** l < r because l ≤ r and r − l is not 0. */
function strictly(goal: Formula & { kind: 'less' }, ctx: Context): Theorem | null {
  const gap = add(goal.right, negated(goal.left));
  const known = nonzero(gap, ctx);
  if (!known) return null;
  const zero = zeros([]);
  const weakly = proveGap(less(zero, gap, false) as Formula & { kind: 'less' }, ctx);
  if (!weakly) return null;
  const positive = strictFrom(gap, weakly, known);
  if (!positive) return null;
  const summands = [{ coefficient: one, facts: [positive], squares: [] }];
  return order(goal.left, goal.right, true, summands, orderResidue(goal.left, goal.right, summands).map((m) => canonical(m, nothing).label));
}


/** From 0 ≤ a and a ≠ 0: 0 < a. Either a ≤ 0, and then a is 0, or 0 < a. */
function strictFrom(a: Term, weakly: Theorem, known: Theorem): Theorem | null {
  const zero = zeros([]);
  const split = comparable(a, zero);
  const f = split.conclusion;
  if (f.kind !== 'or') return null;
  const vanishing = antisymmetry(assume(f.left), weakly);
  const impossible = classical(less(zero, a, true), explode(restated(vanishing, equal(a, zero)), known));
  return cases(split, impossible, assume(f.right));
}

/** right − left rewritten by what is known, when that changes it: its sign decides. */
function throughSimplerGap(goal: Formula & { kind: 'less' }, ctx: Context): Theorem | null {
  const gap = add(goal.right, negated(goal.left));
  const simpler = rewritten(gap, ctx);
  if (!simpler) return null;
  const inner = less(zeros([]), simpler.term, goal.strict) as Formula & { kind: 'less' };
  const sign = proveGap(inner, ctx);
  if (!sign) return null;
  const summands = [sign, weak(simpler.equation)].map((fact) => ({ coefficient: one, facts: [fact], squares: [] }));
  return order(goal.left, goal.right, goal.strict, summands, orderResidue(goal.left, goal.right, summands).map((m) => canonical(m, nothing).label));
}

function proveGap(goal: Formula & { kind: 'less' }, ctx: Context): Theorem | null {
  const { left, right, strict } = goal;
  const gap = difference(right, left, nothing);
  const bounds = ctx.facts.filter(({ theorem: { conclusion: f } }) => f.kind === 'less').map((f) => f.theorem);
  const forms = definiteForms(gap, ctx);
  const all = [...bounds, ...forms, ...reciprocals(gap, bounds, ctx)];
  const products = all.flatMap((s, i) => all.slice(i).map((t) => [s, t])).slice(0, 40);
  const candidates: { facts: Theorem[]; squares: Term[] }[] = [
    { facts: [], squares: [] }, ...all.map((t) => ({ facts: [t], squares: [] })), ...products.map((facts) => ({ facts, squares: [] })),
    ...squareTerms(gap).flatMap((t) => [{ facts: [], squares: [t] }, ...all.slice(0, 6).map((f) => ({ facts: [f], squares: [t] }))]),
  ];
  for (const pick of subsets(candidates)) {
    const summands = pick.map((c) => ({ coefficient: one, ...c }));
    try {
      return order(left, right, strict, summands, orderResidue(left, right, summands).map((m) => canonical(m, nothing).label));
    } catch {
      if (late(ctx)) return null;
    }
  }
  return null;
}
function* subsets<T>(items: readonly T[]): Generator<T[]> {
  for (const a of items) yield [a];
  for (let i = 0; i < items.length && i < 30; i++) for (let j = i; j < items.length && j < 30; j++) yield [items[i] as T, items[j] as T];
}

/** 0 < 1/s for each 1/s that stands in the gap and each s known positive: 1/s = s (1/s)². */
function reciprocals(gap: ReturnType<typeof difference>, bounds: readonly Theorem[], ctx: Context): Theorem[] {
  const heads = [...gap.values()].flatMap(({ monomial }) => monomial.factors).flatMap(({ head }) => (head.kind === 'inverse' && !head.matrix && head.params.length === 0 ? [head.arg] : []));
  return heads.slice(0, 4).flatMap((s) => {
    const fact = bounds.find(({ conclusion: f }) => f.kind === 'less' && f.strict && f.left.monomials.length === 0 && alike(f.right, s));
    const known = fact && nonzero(s, ctx);
    const alsoInverse = known && nonzero(inverse(s), ctx);
    if (!fact || !known || !alsoInverse) return [];
    const r = inverse(s);
    const scalars = contract([s, r, r], ['', '', ''], '');
    const same = new Ledger(scalars, r, bookOf(ctx));
    same.use(equation(inverseOf(known), 'inverse'), contract([variable(hole, []), r], ['', ''], ''));
    if (!same.done) return [];
    const summands = [{ coefficient: one, facts: [fact], squares: [r] }, { coefficient: one, facts: [weak(same.theorem())], squares: [] }];
    const zero = zeros([]);
    const weakly = order(zero, r, false, summands, orderResidue(zero, r, summands).map((m) => canonical(m, nothing).label));
    return [strictFrom(r, weakly, alsoInverse)].flatMap((t) => t ?? []);
  });
}

/** Terms whose squares are graphs of the gap. */
function squareTerms(gap: ReturnType<typeof difference>): Term[] {
  const found: Term[] = [];
  for (const { monomial: m } of gap.values()) {
    for (const { chosen, free } of cuts(m, 10)) {
      if (chosen.length * 2 !== m.factors.length) continue;
      const half = subgraph(m, chosen, free);
      const names = half.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
      const [only] = [...difference(contract([half, half], [names, names], ''), zeros([]), nothing).keys()];
      if (only !== undefined && gap.has(only)) found.push(half);
    }
  }
  return withDifferences(found.slice(0, 8));
}

/** Sums and differences of two terms of one shape beside the terms: 2ab ≤ a² + b² comes from (a − b)². */
function withDifferences(terms: readonly Term[]): Term[] {
  const pairs = terms.flatMap((a, i) => terms.slice(i + 1).filter((b) => a.shape.join() === b.shape.join()).flatMap((b) => [add(a, negated(b)), add(a, b)]));
  return [...terms, ...pairs].slice(0, 16);
}

/** 0 ≤ t'Ht for the definite matrices H that are known and the vectors t that stand around them. */
function definiteForms(gap: ReturnType<typeof difference>, ctx: Context): Theorem[] {
  const found: Theorem[] = [];
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.bound.shape.length !== 1 || f.body.kind !== 'less') continue;
    for (const { monomial: m } of gap.values()) {
      for (const { chosen, free } of cuts(m, 8)) {
        if (free.length !== 1 || m.wires[free[0] as number] !== f.bound.shape[0]) continue;
        const t = specialise(theorem, { kind: 'term', term: subgraph(m, chosen, free) });
        const g = t.conclusion;
        if (g.kind === 'less' && [...difference(g.right, g.left, nothing).keys()].some((k) => gap.has(k))) found.push(t);
      }
    }
  }
  return found.slice(0, 12);
}

function proveAbsurd(ctx: Context, depth: number): Theorem | null {
  const grown = saturated(withSquares(saturated(ctx)));
  for (const { theorem } of grown.facts) {
    const f = theorem.conclusion;
    if (f.kind === 'false') return theorem;
    if (f.kind === 'not' && depth < 6 && !grown.facts.some((x) => x.theorem === theorem && x.name === 'tried')) {
      const facts = grown.facts.map((x): Fact => (x.theorem === theorem ? { ...x, name: 'tried' } : x));
      const t = proveFormula(f.body, { ...grown, facts }, depth + 1);
      if (t) return explode(t, theorem);
    }
  }
  return absurdOrder(grown) ?? absurdDimensions(grown);
}

/** 0 < s and s ≤ 0, or 0 < 0 with an equation. */
function absurdOrder(ctx: Context): Theorem | null {
  const bounds = ctx.facts.filter(({ theorem: { conclusion: f } }) => f.kind === 'less').map((f) => f.theorem);
  const zeros_ = ctx.equations.filter((e) => e.left.shape.length === 0).map((e) => weak(e.theorem));
  for (const a of bounds) {
    for (const b of [...bounds, ...zeros_]) {
      try {
        return absurd([a, b]);
      } catch {
        // this pair is no contradiction
      }
    }
  }
  return null;
}

/** A one-sided inverse bounds dimensions: A R = I with A m×n gives m ≤ n. */
function absurdDimensions(ctx: Context): Theorem | null {
  const bounds = ctx.facts.filter(({ theorem: { conclusion: f } }) => f.kind === 'less').map((f) => f.theorem);
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'is' || (f.predicate !== 'onto' && f.predicate !== 'one-to-one')) continue;
    const existence = modusPonens(first(definition(f.predicate, f.subject)), theorem);
    const g = existence.conclusion;
    if (g.kind !== 'exists' || g.bound.kind !== 'tensor') continue;
    const x = variable(g.bound.name, g.bound.shape);
    const inside = assume(g.body);
    const bound = unpack(existence, f.predicate === 'onto' ? fat(f.subject, x, inside) : fat(x, f.subject, inside));
    for (const b of bounds) {
      try {
        return absurd([bound, b]);
      } catch {
        // this inequality does not contradict the bound
      }
    }
  }
  return null;
}
