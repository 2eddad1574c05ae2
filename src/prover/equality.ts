/** Proving that two terms are equal: normal forms, rewriting by what is known, cancellation, sums of squares. */
import type { Dim, Factor, Monomial, Term } from '../kernel/term.ts';
import { negative, one, ratio } from '../kernel/ratio.ts';
import { add, contract, factorTerm, inverse, jet, number, scalarOf, scale, splice, variable, zeros } from '../kernel/graph.ts';
import { equal, not, write } from '../kernel/formula.ts';
import {
  assume, asymmetry, classical, definition, first, hole, inverseOf, modusPonens, order, orderResidue, second, specialise, squares, weak, type Theorem,
} from '../kernel/theorem.ts';
import { canonical } from './labelling.ts';
import { writeHead } from '../kernel/write.ts';
import { close, usual, type Effort } from './membership.ts';
import { Ledger, equation, type Equation } from './equations.ts';
import { orient, simplify, type Rewrite } from './simplify.ts';
import { narrate } from './narration.ts';
import { accumulate, difference, own, weight, type Sum } from './sum.ts';
import { addEquation, bookOf, withInstances, withInverse, type Canceller, type Context } from './context.ts';
import { invertible, nonzero } from './invertible.ts';
import { withLaws } from './laws.ts';
import { cuts, subgraph } from './subgraph.ts';
import { termText } from './term-text.ts';

const rewrites = (equations: readonly Equation[], ctx: Context): Rewrite[] =>
  equations.flatMap((eq) => orient(eq, bookOf(ctx)) ?? []);

/** Equations s · 1/s = 1 and A inv(A) = I for every inverse that occurs and is known to exist. */
export function withInverses(ctx: Context, ...terms: readonly Term[]): Context {
  let next = ctx;
  const seen = new Set<string>();
  const visit = (t: Term): void => {
    for (const m of t.monomials) {
      for (const { head } of m.factors) {
        if (head.kind === 'variable') continue;
        for (const inner of head.kind === 'jet' ? head.args : [head.arg]) visit(inner);
        if (head.kind !== 'inverse' || head.params.length > 0 || seen.has(writeHead(head))) continue;
        seen.add(writeHead(head));
        next = withOne(next, head.arg, head.matrix);
      }
    }
  };
  terms.forEach(visit);
  return next;
}

function withOne(ctx: Context, arg: Term, matrix: boolean): Context {
  if (matrix) {
    const known = invertible(arg, ctx);
    return known ? withInverse(ctx, { theorem: known, name: 'inverse' }) : ctx;
  }
  const known = nonzero(arg, ctx);
  if (!known) return ctx;
  const eq = equation(inverseOf(known), 'inverse');
  const c = addEquation(ctx, eq);
  return { ...c, structural: [...c.structural, eq], inverses: [...c.inverses, eq] };
}

/** left = right by normal forms and the given equations, or null. */
export function byEquations(left: Term, right: Term, given: Context, wanted: Effort = usual, hypotheses = true): Theorem | null {
  if (left.shape.join() !== right.shape.join() || performance.now() > given.deadline) return null;
  const effort = { ...wanted, deadline: given.deadline };
  const ctx = withLaws(withInverses(given, left, right), left, right);
  const structural = rewrites(ctx.structural, ctx);
  const ledger = new Ledger(left, right, bookOf(ctx));
  simplify(ledger, structural, 200, ctx.deadline);
  if (!ledger.done) close(ledger, hypotheses ? ctx.equations : ctx.structural, effort);
  if (ledger.done) return noted(ledger);
  if (!hypotheses) return null;
  if (ledger.uses.length > 0) {
    // simplified too early, a stated equation may have lost its place: once more as it stands
    const raw = new Ledger(left, right, bookOf(ctx));
    if (close(raw, ctx.equations, { ...effort, rounds: 2, rows: 120 })) return noted(raw);
  }
  const eager = new Ledger(left, right, bookOf(ctx));
  const shrinking = rewrites(ctx.equations, ctx).filter(({ eq, from }) => {
    const rest = [...difference(eq.left, eq.right, bookOf(ctx).map).values()].filter((e) => e !== from);
    return rest.filter((e) => weight(e.monomial) >= weight(from.monomial)).length <= 1;
  });
  simplify(eager, [...structural, ...shrinking], 60, ctx.deadline);
  if (!eager.done) close(eager, ctx.equations, effort);
  return eager.done ? noted(eager) : null;
}

function noted(ledger: Ledger): Theorem {
  const reasons = [...ledger.names].join(', ');
  return narrate(ledger.theorem(), `${termText(ledger.left)} = ${termText(ledger.right)}   by ${reasons === '' ? 'ring' : reasons}`);
}

/** The term that a sum stands for. */
export function termOf(sum: Sum, shape: readonly Dim[]): Term {
  const parts = [...sum.values()].map(({ coefficient, monomial, sign }) => {
    const c = sign === 1n ? coefficient : { num: -coefficient.num, den: coefficient.den };
    const pieces = monomial.factors.map((f) => ({ term: factorTerm(f), on: f.slots }));
    return splice({ wires: monomial.wires, free: monomial.free, coefficient: c, powers: monomial.powers }, pieces);
  });
  return parts.length === 0 ? zeros(shape) : add(...parts);
}

const letters = (k: number): string => Array.from({ length: k }, (_, i) => String.fromCharCode(97 + i)).join('');

/** The equation with `by` contracted onto one axis, simplified. */
function multiplied(eq: Equation, axis: number, by: Term, side: 0 | 1, ctx: Context, name: string): Equation | null {
  const names = letters(eq.left.shape.length);
  const at = names[axis] as string;
  const other = 'z';
  const indices = side === 1 ? at + other : other + at;
  const out = names.replace(at, other);
  const context = contract([variable(hole, eq.left.shape), by], [names, indices], out);
  return transformed(eq, context, ctx, name);
}

/** The equation inside a context, both sides simplified by the structural rules. */
function transformed(eq: Equation, context: Term, ctx: Context, name: string): Equation | null {
  const book = bookOf(ctx);
  const ledger = new Ledger(zeros(context.shape), zeros(context.shape), book);
  ledger.use(eq, context);
  // not by itself: an equation with 0 would rewrite every consequence of its own to 0
  simplify(ledger, rewrites(ctx.structural.filter((e) => e !== eq), ctx), 60, ctx.deadline);
  if (ledger.done) return null;
  // what is left is the negative of the new difference: its graphs are told on the side where they are positive
  const entries = [...ledger.rest];
  const positive = entries.filter(([, e]) => own(e).num > 0n);
  const right = termOf(new Map(positive), context.shape);
  const left = scale(negative(one), termOf(new Map(entries.filter((e) => !positive.includes(e))), context.shape));
  const whole = new Ledger(left, right, book);
  for (const use of ledger.uses) whole.use(equation(use.equation, name), use.context);
  return whole.done ? equation(narrate(whole.theorem(), `${termText(left)} = ${termText(right)}   by ${name}`), name) : null;
}

/** Does every graph of the equation end, on this axis, in the factor that can be cancelled? */
function endsIn(sum: Sum, axis: number, head: string, slot: number): boolean {
  return [...sum.values()].every(({ monomial: m }) => {
    const wire = m.free[axis] as number;
    if (m.free.filter((w) => w === wire).length > 1) return false;
    const touching = m.factors.filter((f) => f.slots.includes(wire));
    const [only] = touching;
    if (!only || touching.length > 1 || only.slots.filter((w) => w === wire).length > 1) return false;
    return writeHead(only.head) === head && only.slots[slot] === wire;
  });
}

const cancelling = (eq: Equation, c: Canceller): string => `${eq.name}, cancelling ${termText(c.matrix)}`;

/** All equations that follow by cancelling factors with one-sided inverses, from what is known. */
export function saturated(ctx: Context): Context {
  let next = ctx;
  for (let i = 0; i < next.equations.length && i < 40 && performance.now() < ctx.deadline; i++) {
    const eq = next.equations[i] as Equation;
    const sum = difference(eq.left, eq.right, bookOf(next).map);
    if (sum.size === 0) continue;
    for (const c of next.cancellers) {
      eq.left.shape.forEach((_, axis) => {
        if (c.head === null || !endsIn(sum, axis, c.head, c.slot)) return;
        const result = multiplied(eq, axis, c.by, c.slot, next, cancelling(eq, c));
        if (result) next = addEquation(next, result);
      });
    }
    next = withScalarsCancelled(next, eq, sum);
  }
  return next;
}

/** Cancels a scalar that is known not to be zero and stands in every graph. */
function withScalarsCancelled(ctx: Context, eq: Equation, sum: Sum): Context {
  const scalars = (m: Monomial): Factor[] => m.factors.filter((f) => f.slots.length === 0);
  const [head, ...rest] = [...sum.values()];
  if (!head) return ctx;
  let next = ctx;
  const shared = scalars(head.monomial).filter((f) => rest.every((e) => scalars(e.monomial).some((g) => writeHead(g.head) === writeHead(f.head))));
  for (const factor of new Map(shared.map((f) => [writeHead(f.head), f])).values()) {
    const s = factorTerm(factor);
    const known = nonzero(s, next);
    if (!known) continue;
    const inverseEq = equation(inverseOf(known), 'inverse');
    const names = letters(eq.left.shape.length);
    const context = contract([variable(hole, eq.left.shape), inverse(s)], [names, ''], names);
    const result = transformed(eq, context, { ...next, structural: [...next.structural, inverseEq] }, eq.name);
    if (result) next = addEquation(next, result);
  }
  return next;
}

/** Terms t with m = t·t, or m = t'Ht: the halves of a scalar graph. */
function halves(m: Monomial, ctx: Context): { half: Term; form: { subject: Term; theorem: Theorem } | null }[] {
  const count = m.factors.length;
  if (m.free.length > 0 || count < 2 || count > 12) return [];
  const book = bookOf(ctx);
  const whole: Sum = new Map();
  accumulate(whole, termOf(new Map([['', { coefficient: one, monomial: m, sign: 1n as const }]]), []), one, book.map);
  const same = (t: Term): boolean => difference(t, termOf(whole, []), book.map).size === 0;
  const found: { half: Term; form: { subject: Term; theorem: Theorem } | null }[] = [];
  const definite = ctx.facts.flatMap(({ theorem }) => {
    const f = theorem.conclusion;
    return f.kind === 'is' && f.predicate === 'pd' ? [{ subject: f.subject, theorem }] : [];
  });
  for (const { chosen, free } of cuts(m)) {
    const size = chosen.length;
    if (2 * size !== count && !definite.some((d) => 2 * size + factorsOf(d.subject) === count)) continue;
    const half = subgraph(m, chosen, free);
    const names = letters(half.shape.length);
    if (2 * size === count && same(contract([half, half], [names, names], ''))) found.push({ half, form: null });
    for (const form of definite) {
      if (half.shape.length !== 1 || half.shape[0] !== form.subject.shape[0]) continue;
      if (same(contract([half, form.subject, half], ['i', 'ij', 'j'], ''))) found.push({ half, form });
    }
  }
  return found;
}
const factorsOf = (t: Term): number => (t.monomials.length === 1 ? (t.monomials[0] as Monomial).factors.length : 99);

/** From t'Ht = 0 with H positive definite: t = 0. */
function vanishes(half: Term, form: { subject: Term; theorem: Theorem }, zero: Theorem): Theorem {
  const goal = equal(half, zeros(half.shape));
  const values = second(modusPonens(first(definition('pd', form.subject)), form.theorem));
  const implication = specialise(values, { kind: 'term', term: half });
  const positive = modusPonens(implication, assume(not(goal)));
  const f = positive.conclusion;
  if (f.kind !== 'less') throw new TypeError('a definite form is positive');
  // 0 < t'Ht and t'Ht = 0 give 0 < 0
  const strict = rewriteOrder(positive, zero);
  return classical(goal, strict);
}
function rewriteOrder(positive: Theorem, zero: Theorem): Theorem {
  const f = positive.conclusion;
  const z = zero.conclusion;
  if (f.kind !== 'less' || z.kind !== 'equal') throw new TypeError('an inequality and an equation are wanted');
  const nought = number(ratio(0n));
  // 0 − 0 = (t'Ht − 0) + (0 − t'Ht)
  const summands = [positive, weak(zero)].map((fact) => ({ coefficient: one, facts: [fact], squares: [] }));
  const labels = orderResidue(nought, nought, summands).map((m) => canonical(m, new Map()).label);
  return asymmetry(order(nought, nought, true, summands, labels));
}

/** Vectors that vanish because a sum of their squares does: follows from A v = 0 by v'A v = 0. */
export function withSquares(ctx: Context): Context {
  let next = ctx;
  for (let i = 0; i < next.equations.length && i < 24 && performance.now() < ctx.deadline; i++) {
    const eq = next.equations[i] as Equation;
    const sum = difference(eq.left, eq.right, bookOf(next).map);
    if (sum.size !== 1 || eq.left.shape.length > 1) continue;
    const [entry] = [...sum.values()];
    if (!entry) continue;
    const contexts = eq.left.shape.length === 0 ? [variable(hole, [])] : closing(entry.monomial, eq.left.shape);
    for (const context of contexts) {
      const scalarEq = transformedTo(eq, context, next);
      if (!scalarEq) continue;
      const [only] = [...difference(scalarEq.left, scalarEq.right, bookOf(next).map).values()];
      if (!only) continue;
      for (const { half, form } of halves(only.monomial, next)) {
        if (half.shape.length > 0 && half.monomials[0] && weight(half.monomials[0]) === 0) continue;
        next = withVanishing(next, half, form, scalarEq);
      }
    }
  }
  return next;
}

/** Contexts that close a vector equation with a part of itself: v'(A v), (Jv)'(…). */
function closing(m: Monomial, shape: readonly Dim[]): Term[] {
  const wire = m.free[0];
  return m.factors.flatMap((f) => {
    if (f.head.kind !== 'variable' || f.slots.length !== 1 || f.head.shape[0] !== shape[0] || f.slots[0] === wire) return [];
    return [contract([variable(hole, shape), factorTerm(f)], ['i', 'i'], '')];
  });
}

function transformedTo(eq: Equation, context: Term, ctx: Context): Equation | null {
  return transformed(eq, context, ctx, eq.name);
}

function withVanishing(ctx: Context, half: Term, form: { subject: Term; theorem: Theorem } | null, scalarEq: Equation): Context {
  const names = letters(half.shape.length);
  const square = form ? contract([half, form.subject, half], ['i', 'ij', 'j'], '') : contract([half, half], [names, names], '');
  const goal = equal(half, zeros(half.shape));
  if (ctx.equations.some((e) => write(e.theorem.conclusion) === write(goal))) return ctx;
  const ledger = new Ledger(square, number(ratio(0n)), bookOf(ctx));
  if (!close(ledger, [scalarEq])) return ctx;
  const theorem = form ? vanishes(half, form, ledger.theorem()) : squares(half, ledger.theorem());
  narrate(theorem, `${termText(half)} = 0   by ${form ? 'positive definiteness' : 'a vanishing sum of squares'}`);
  return addEquation(ctx, equation(theorem, form ? 'positive definiteness' : 'sum of squares'));
}

/**
 * Denominators cleared: where inv(T) stands at the end of an axis, T (left − right) = 0 suffices, because
 * left − right = inv(T) T (left − right).
 */
function byClearing(left: Term, right: Term, ctx: Context, depth: number): Theorem | null {
  if (depth === 0) return null;
  const gap = add(left, scale(negative(one), right));
  const names = letters(gap.shape.length);
  for (const { axis, slot, head } of endingInverses(gap)) {
    const at = names[axis] as string;
    const indices = slot === 0 ? `z${at}` : `${at}z`;
    const cleared = contract([gap, head.arg], [names, indices], names.replace(at, 'z'));
    const back = slot === 0 ? `${at}z` : `z${at}`;
    const inner = proveZero(cleared, withInverses(ctx, left, right), depth - 1);
    if (!inner) continue;
    const known = invertible(head.arg, ctx);
    if (!known) continue;
    const pair = inverseOf(known);
    // inv(T) T = I for an axis of rows, T inv(T) = I for one of columns
    const cancel = equation(slot === 0 ? second(pair) : first(pair), 'inverse');
    const ledger = new Ledger(left, right, bookOf(ctx));
    const rest = names.replace(at, 'y');
    const on = slot === 0 ? `${at}y` : `y${at}`;
    const around = contract([variable(hole, cancel.left.shape), gap], [on, rest], names);
    ledger.use(cancel, around, negative(one));
    ledger.use(equation(inner, 'clearing'), contract([variable(hole, cleared.shape), inverse(head.arg)], [names.replace(at, 'z'), back], names));
    if (ledger.done) return noted(ledger);
  }
  return null;
}

function proveZero(term: Term, ctx: Context, depth: number): Theorem | null {
  const nothing = zeros(term.shape);
  return byEquations(term, nothing, ctx) ?? byClearing(term, nothing, ctx, depth);
}

/** Where L M = I is known, M (left − right) = 0 suffices. */
function byMultiplying(left: Term, right: Term, ctx: Context): Theorem | null {
  const gap = add(left, scale(negative(one), right));
  if (gap.shape.length === 0 || gap.shape.length > 2) return null;
  const names = letters(gap.shape.length);
  for (const c of ctx.cancellers.slice(0, 12)) {
    const side = c.eq.right.shape[0];
    for (let axis = 0; axis < gap.shape.length; axis++) {
      if (gap.shape[axis] !== side) continue;
      const at = names[axis] as string;
      const [onto, back] = c.slot === 0 ? [`z${at}`, `${at}z`] : [`${at}z`, `z${at}`];
      const smaller = contract([gap, c.matrix], [names, onto], names.replace(at, 'z'));
      const inner = byEquations(smaller, zeros(smaller.shape), ctx, { ...usual, rounds: 2 });
      if (!inner) continue;
      const ledger = new Ledger(left, right, bookOf(ctx));
      const around = contract([variable(hole, c.eq.left.shape), gap], [c.slot === 0 ? `${at}y` : `y${at}`, names.replace(at, 'y')], names);
      ledger.use(c.eq, around, negative(one));
      ledger.use(equation(inner, 'cancelling'), contract([variable(hole, smaller.shape), c.by], [names.replace(at, 'z'), back], names));
      if (ledger.done) return noted(ledger);
    }
  }
  return null;
}

/** Where s ≠ 0 is known of a scalar s, s (left − right) = 0 suffices. */
function byScalar(left: Term, right: Term, ctx: Context): Theorem | null {
  const gap = add(left, scale(negative(one), right));
  const names = letters(gap.shape.length);
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'not' || f.body.kind !== 'equal' || f.body.left.shape.length > 0) continue;
    const s = add(f.body.left, scale(negative(one), f.body.right));
    if (s.monomials.length < 2) continue;
    const known = nonzero(s, ctx);
    if (!known) continue;
    const times = contract([gap, s], [names, ''], names);
    const inner = byEquations(times, zeros(times.shape), ctx);
    if (!inner) continue;
    const ledger = new Ledger(left, right, bookOf(ctx));
    ledger.use(equation(inverseOf(known), 'inverse'), contract([variable(hole, []), gap], ['', names], names), negative(one));
    ledger.use(equation(inner, 'a factor that is not 0'), contract([variable(hole, times.shape), inverse(s)], [names, ''], names));
    if (ledger.done) return noted(ledger);
  }
  return null;
}

/** Equations between factors whose arguments are rewritten: from u = v follows f(u) = f(v). */
function withArguments(given: Context, ...terms: readonly Term[]): Context {
  let ctx = given;
  const seen = new Set<string>();
  const visit = (t: Term): void => {
    for (const m of t.monomials) {
      for (const factor of m.factors) {
        const { head } = factor;
        if (head.kind === 'variable' || seen.has(writeHead(head))) continue;
        seen.add(writeHead(head));
        const args = head.kind === 'jet' ? head.args : [head.arg];
        args.forEach((arg, j) => {
          visit(arg);
          const simpler = rewrittenArgument(arg, ctx);
          if (!simpler) return;
          const place = (x: Term): Term => headWith(head, j, x);
          const ledger = new Ledger(place(arg), place(simpler.term), bookOf(ctx));
          ledger.use(simpler.eq, place(variable(hole, arg.shape)));
          if (ledger.done) ctx = addEquation(ctx, equation(ledger.theorem(), simpler.eq.name));
        });
      }
    }
  };
  terms.forEach(visit);
  return ctx;
}

function headWith(head: Factor['head'], j: number, arg: Term): Term {
  if (head.kind === 'jet') return jet(head.fn, head.orders, head.args.map((a, i) => (i === j ? arg : a)), head.params);
  if (head.kind === 'inverse') return inverse(arg, head.params);
  if (head.kind === 'scalar') return scalarOf(head.name, arg, head.params);
  throw new TypeError('a variable has no argument');
}

/** An argument in simplest form by what is known, with the equation that says so. */
function rewrittenArgument(arg: Term, ctx: Context): { term: Term; eq: Equation } | null {
  const ledger = new Ledger(arg, zeros(arg.shape), bookOf(ctx));
  simplify(ledger, rewrites(ctx.equations.filter((e) => e.left.monomials.length + e.right.monomials.length <= 4), ctx), 12);
  if (ledger.uses.length === 0) return null;
  const term = termOf(ledger.rest, arg.shape);
  const proof = new Ledger(arg, term, bookOf(ctx));
  for (const use of ledger.uses) proof.use(equation(use.equation, [...ledger.names].join(', ')), use.context);
  return proof.done && proof.uses.length > 0 ? { term, eq: equation(proof.theorem(), [...ledger.names].join(', ')) } : null;
}

/** A term rewritten by all that is known and shrinks it, with `simpler = term`; null where nothing applies. */
export function rewritten(term: Term, given: Context): { term: Term; equation: Theorem } | null {
  const ctx = withInverses(given, term);
  const ledger = new Ledger(term, zeros(term.shape), bookOf(ctx));
  simplify(ledger, rewrites(ctx.equations, ctx), 60);
  if (ledger.uses.length === 0) return null;
  const simpler = termOf(ledger.rest, term.shape);
  const proof = new Ledger(simpler, term, bookOf(ctx));
  for (const use of ledger.uses) proof.use(equation(use.equation, 'rewriting'), scale(negative(one), use.context));
  return proof.done ? { term: simpler, equation: noted(proof) } : null;
}

/** Inverses whose row (slot 0) or column (slot 1) is a free axis of some graph of the term. */
function endingInverses(t: Term): { axis: number; slot: 0 | 1; head: Factor['head'] & { kind: 'inverse' } }[] {
  const found = new Map<string, { axis: number; slot: 0 | 1; head: Factor['head'] & { kind: 'inverse' } }>();
  for (const m of t.monomials) {
    m.free.forEach((wire, axis) => {
      for (const { head, slots } of m.factors) {
        if (head.kind !== 'inverse' || !head.matrix || head.params.length > 0) continue;
        for (const slot of [0, 1] as const) if (slots[slot] === wire) found.set(`${axis} ${slot} ${writeHead(head)}`, { axis, slot, head });
      }
    });
  }
  return [...found.values()].slice(0, 6);
}

/** left = right by everything that is tried unasked. */
export function proveEqual(left: Term, right: Term, given: Context): Theorem | null {
  const near = withInstances(given, left, right);
  const ctx = withArguments(near, left, right, ...near.equations.slice(0, 16).flatMap((e) => [e.left, e.right]));
  const direct = byEquations(left, right, ctx) ?? byClearing(left, right, ctx, 2);
  if (direct) return direct;
  const more = saturated(withSquares(saturated(withInverses(ctx, left, right, ...ctx.equations.flatMap((e) => [e.left, e.right])))));
  const later = more.equations.length > ctx.equations.length ? byEquations(left, right, more) : null;
  return later ?? byMultiplying(left, right, more) ?? byScalar(left, right, more);
}
