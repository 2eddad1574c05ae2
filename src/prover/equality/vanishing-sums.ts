/**
 * What vanishes because a sum of quantities that are not negative does: v'v + v'A v = 0 with A psd,
 * |A|² + s |B|² = 0 with s > 0.
 */
import type { Term } from '../../kernel/term.ts';
import { add, bareHead, contract, inverse, number, variable } from '../../kernel/graph.ts';
import { negative, one } from '../../kernel/ratio.ts';
import {
  antisymmetry,
  fact,
  first,
  hole,
  inverseOf,
  modusPonens,
  rootOf,
  squares,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { transformed } from '../rewriting/cancelling.ts';
import { addEquation, bookOf, type Context } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { equation, Ledger, type Equation } from '../derived/equations.ts';
import { letters } from '../graphs/indices.ts';
import { nonzero } from '../rewriting/invertible.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { squareRootOf } from '../derived/lengths.ts';
import { close } from '../derived/membership.ts';
import { definite, partOf, type Part } from './nonnegative-parts.ts';
import { nought, minus, times } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { difference, own } from '../graphs/sum.ts';
import { vanishes, closing } from './vanishing-squares.ts';

/**
 * The parts of a scalar equation whose graphs are all of one sign; those that vanish by themselves
 * are left out.
 */
function partsOf(eq: Equation, ctx: Context): { parts: Part[]; absent: Equation[] } | null {
  const entries = [...difference(eq.left, eq.right, bookOf(ctx).map).values()];
  if (entries.length === 0 || entries.length > 4) return null;
  const parts: Part[] = [];
  const absent: Equation[] = [];
  const flip = own(entries[0] as (typeof entries)[number]).num < 0n;
  for (const e of entries) {
    const coefficient = flip ? negative(own(e)) : own(e);
    const part = coefficient.num > 0n ? partOf(e.monomial, coefficient, ctx) : null;
    if (part) {
      parts.push(part);
      continue;
    }
    const graph = subgraph(e.monomial, e.monomial.factors, []);
    const zero =
      Object.keys(e.monomial.powers).length === 0
        ? byEquations(graph, nought(), ctx, { rounds: 2, rows: 40, weight: 24 })
        : null;
    if (!zero) return null;
    absent.push(equation(zero, 'a form that vanishes'));
  }
  return { parts, absent };
}

/** Each half of the sum that vanishes: t = 0 of a square, A t = 0 of a form. */
function withParts(given: Context, eq: Equation): Context {
  const found = partsOf(eq, given);
  if (!found || found.parts.length === 0) return given;
  const { parts, absent } = found;
  const whole = new Ledger(add(...parts.map((p) => p.term)), nought(), bookOf(given));
  if (!close(whole, [eq, ...absent])) return given;
  const zero = weak(whole.theorem());
  let ctx = given;
  for (const part of parts) {
    const others = parts.filter((p) => p !== part).map((p) => p.summand);
    const below = orderBy(part.term, nought(), false, [...others, summand([zero])]);
    const vanished = without(
      part,
      equation(antisymmetry(below, orderBy(nought(), part.term, false, [part.summand])), eq.name),
      ctx,
    );
    if (!vanished) continue;
    ctx = addEquation(ctx, equation(halfOf(part, vanished), 'a sum that vanishes'));
  }
  return ctx;
}

/** t = 0 from t't = 0 or t'H t = 0 with H pd, H t = 0 where H is psd alone. */
function halfOf({ half, form }: Part, vanished: Theorem): Theorem {
  if (!form) return squares(half, vanished);
  if (form.strict) return vanishes(half, { subject: form.subject, theorem: form.strict }, vanished);
  return modusPonens(
    modusPonens(fact('a form that vanishes', form.subject, half), form.theorem),
    vanished,
  );
}

/** The square or form alone, without the scalars before it. */
function without(
  { term, scalars, half, form }: Part,
  zero: Equation,
  ctx: Context,
): Theorem | null {
  const names = letters(half.shape.length);
  const bare = form
    ? contract([half, form.subject, half], ['i', 'ij', 'j'], '')
    : contract([half, half], [names, names], '');
  const [m] = term.monomials;
  const ledger = new Ledger(bare, nought(), bookOf(ctx));
  if (!m) return null;
  const all = times(number(m.coefficient), ...scalars);
  const known = scalars.length === 0 ? null : nonzero(all, ctx);
  if (scalars.length > 0 && !known) return null;
  if (known)
    ledger.use(
      equation(inverseOf(known), 'inverse'),
      times(variable(hole, []), bare),
      negative(one),
    );
  const before = known ? inverse(all) : number({ num: m.coefficient.den, den: m.coefficient.num });
  ledger.use(zero, times(variable(hole, []), before));
  return ledger.done ? ledger.theorem() : null;
}

/** Scalar equations that an equation gives: closed with vectors that stand in it, or its trace. */
function scalarsOf(eq: Equation, ctx: Context): Equation[] {
  const { shape } = eq.left;
  const entries = [...difference(eq.left, eq.right, bookOf(ctx).map).values()];
  if (shape.length === 0) return [withoutRoot(eq, ctx) ?? eq];
  const contexts =
    shape.length === 1
      ? entries.length < 2 && definite(ctx).length === 0
        ? []
        : entries.flatMap((e) => closing(e.monomial, shape))
      : shape.length === 2 && shape[0] === shape[1]
        ? [contract([variable(hole, shape)], ['ii'], '')]
        : [];
  return contexts.slice(0, 4).flatMap((context) => transformed(eq, context, ctx, eq.name) ?? []);
}

/** |t| = 0 as t't = 0. */
function withoutRoot(eq: Equation, ctx: Context): Equation | null {
  const head = eq.right.monomials.length === 0 ? bareHead(eq.left) : null;
  if (head?.kind !== 'jet' || head.fn.name !== 'sqrt' || head.orders[0] !== 0 || !head.args[0])
    return null;
  const [s] = head.args;
  const t = squareRootOf(s);
  if (!t) return null;
  const root = rootOf(orderBy(nought(), s, false, [summand([], one, [t])]));
  const ledger = new Ledger(s, nought(), bookOf(ctx));
  ledger.use(equation(first(root), 'root'), variable(hole, []), negative(one));
  ledger.use(eq, times(variable(hole, []), eq.left));
  return ledger.done ? equation(ledger.theorem(), eq.name) : null;
}

/** left = right because |left − right|² = 0. */
export function bySquare(left: Term, right: Term, ctx: Context): Theorem | null {
  const gap = minus(left, right);
  if (
    gap.shape.length === 0 ||
    gap.monomials.length > 2 ||
    gap.monomials.some((m) => m.factors.length > 4)
  )
    return null;
  const names = letters(gap.shape.length);
  const zero = byEquations(contract([gap, gap], [names, names], ''), nought(), ctx, {
    rounds: 3,
    rows: 120,
    weight: 24,
  });
  if (!zero) return null;
  const ledger = new Ledger(left, right, bookOf(ctx));
  ledger.use(equation(squares(gap, zero), 'a square that vanishes'), variable(hole, gap.shape));
  return ledger.done ? ledger.theorem() : null;
}

/** What the equations so far say by sums that vanish. */
export function withVanishingSums(given: Context): Context {
  let ctx = given;
  for (const eq of given.equations.slice(0, 16)) {
    if (passed(given.deadline)) break;
    if (difference(eq.left, eq.right, bookOf(ctx).map).size > 4) continue;
    for (const scalar of scalarsOf(eq, ctx))
      if (!passed(given.deadline)) ctx = withParts(ctx, scalar);
  }
  return ctx;
}
