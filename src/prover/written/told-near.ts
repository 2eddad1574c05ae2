/** A line of a told proof from the few facts that it names. */
import { is, less, write, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { permute, variable } from '../../kernel/graph.ts';
import type { Term } from '../../kernel/term.ts';
import {
  generalise,
  hole,
  instance,
  replace,
  specialise,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { soon } from '../agenda/effort.ts';
import { flipped } from '../derived/equations.ts';
import { alike, byFacts, linearBy } from '../derived/labelled.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Context, Fact } from '../known/context.ts';
import { withFacts } from '../known/facts.ts';
import { indexInstances } from '../known/sequences.ts';
import { safely } from '../known/strategy.ts';
import { conjuncts } from '../known/usable.ts';
import { combined } from '../order/combined.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { withCongruence } from '../rewriting/congruence.ts';
import { says } from './told-instances.ts';
import { byProducts } from './told-products.ts';

/** Work for one equation between a line and a fact, in milliseconds' worth. */
const shortTime = 60;

/** Null where none of these ways leads from the facts to the line. */
export function near(f: Formula, facts: readonly Fact[], ctx: Context): Theorem | null {
  const steps = f.kind === 'less' ? indexInstances(ctx, termsOf(f)) : [];
  const known = [...facts, ...steps].flatMap(({ theorem }) => conjuncts(theorem));
  return (
    stated(f, known) ??
    mirrored(f, known) ??
    (f.kind === 'less' ? withFacts(ctx, steps, (c) => combined(f, c)) : null) ??
    byProducts(f, known, ctx) ??
    congruent(f, ctx) ??
    restatedBy(f, known, ctx)
  );
}

/** What a fact states, or the same equation read backwards. */
function stated(f: Formula, known: readonly Theorem[]): Theorem | null {
  const t = known.find((u) => says(f)(u.conclusion));
  return t === undefined || write(t.conclusion) === write(f) ? (t ?? null) : flipped(t);
}

/** The transpose of an equation between matrices. */
function mirrored(f: Formula, known: readonly Theorem[]): Theorem | null {
  if (f.kind !== 'equal' || f.left.shape.length !== 2) return null;
  for (const equation of known) {
    const g = equation.conclusion;
    if (g.kind !== 'equal' || g.left.shape.toReversed().join() !== f.left.shape.join()) continue;
    const context = permute(variable(hole, g.left.shape), [1, 0]);
    const t = safely(() => linearBy(f.left, f.right, [{ equation, context }]));
    if (t) return t;
  }
  return null;
}

/** det A = det B because A = B. */
function congruent(f: Formula, ctx: Context): Theorem | null {
  if (f.kind !== 'equal') return null;
  const more = withCongruence(ctx, f.left, f.right);
  return more === ctx ? null : byEquations(f.left, f.right, more);
}

/** What a fact states, with equal things in the place of its own. */
function restatedBy(f: Formula, known: readonly Theorem[], ctx: Context): Theorem | null {
  const brief = { ...ctx, deadline: soon(ctx.deadline, shortTime) };
  const same = (a: Term, b: Term): Theorem | null =>
    a.shape.join() === b.shape.join() ? byEquations(a, b, brief) : null;
  if (f.kind === 'forall' && f.bound.kind === 'tensor') {
    const { name, shape } = f.bound;
    const term = variable(name, shape);
    const at = known.flatMap((t) => specialised(t, term));
    const body = at.length === 0 ? null : restatedBy(f.body, at, ctx);
    return body && safely(() => generalise(f.bound, body));
  }
  for (const t of known) {
    const g = t.conclusion;
    if (f.kind === 'is' && g.kind === 'is' && g.predicate === f.predicate) {
      const equal = same(g.subject, f.subject);
      const context = is(f.predicate, variable(hole, f.subject.shape));
      const found = equal && safely(() => replace(context, equal, t));
      if (found) return found;
    }
    if (f.kind === 'less' && g.kind === 'less' && (g.strict || !f.strict)) {
      const below = same(f.left, g.left);
      const above = below && same(g.right, f.right);
      if (below && above) return byFacts(f.left, f.right, f.strict, [weak(below), t, weak(above)]);
    }
  }
  return f.kind === 'less' ? bySide(f, known, ctx) : null;
}

/** 0 <= a because a = b and 0 <= b. */
function bySide(f: FormulaOf<'less'>, known: readonly Theorem[], ctx: Context): Theorem | null {
  for (const t of known.flatMap((u) => (u.conclusion.kind === 'equal' ? [u, flipped(u)] : []))) {
    const { left, right } = t.conclusion as FormulaOf<'equal'>;
    if (left.shape.length > 0 || !alike(left, f.right)) continue;
    const inner = ctx.search.prove(less(f.left, right, f.strict), ctx);
    if (inner) return byFacts(f.left, f.right, f.strict, [inner, weak(flipped(t))]);
  }
  return null;
}

function specialised(t: Theorem, term: Term): Theorem[] {
  const f = t.conclusion;
  if (f.kind !== 'forall' || f.bound.kind !== 'tensor') return [];
  return f.bound.shape.join() === term.shape.join() ? [specialise(t, { kind: 'term', term })] : [];
}

/** Something exists: it is one of the terms that were named for it. */
export function witnessed(
  f: Formula,
  terms: readonly Term[],
  prove: (f: Formula) => Theorem | null,
): Theorem | null {
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return null;
  const { name, shape } = f.bound;
  for (const term of terms.filter((t) => t.shape.join() === shape.join())) {
    const body = substituteIn(f.body, name, { kind: 'term', term });
    const t = witnessed(body, terms, prove) ?? prove(body);
    if (t) return instance(f, term, t);
  }
  return null;
}
