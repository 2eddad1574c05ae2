/**
 * New equations from known ones: factors with one-sided inverses and scalars that are not 0 are
 * cancelled.
 */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { contract, factorTerm, inverse, variable, zeros } from '../../kernel/graph.ts';
import { hole, inverseOf } from '../../kernel/theorem.ts';
import { writeHead, writeTerm } from '../../kernel/write.ts';
import { rewrites } from './by-equations.ts';
import { addEquation, bookOf, type Canceller, type Context } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { combination, equation, Ledger, promised, type Equation } from '../derived/equations.ts';
import { letters } from '../graphs/indices.ts';
import { nonzero } from './invertible.ts';
import { simplify, type Rewrite } from '../derived/simplify.ts';
import { negated } from '../graphs/small-terms.ts';
import { difference, own, termOf, type Sum } from '../graphs/sum.ts';
import { termText } from '../derived/term-text.ts';

/** The equation with `by` contracted onto one axis, simplified. */
function multiplied(
  eq: Equation,
  axis: number,
  by: Term,
  side: 0 | 1,
  ctx: Context,
  name: string,
): Equation | null {
  const names = letters(eq.left.shape.length);
  const at = names[axis] as string;
  const other = 'z';
  const indices = side === 1 ? at + other : other + at;
  const out = names.replace(at, other);
  const context = contract([variable(hole, eq.left.shape), by], [names, indices], out);
  return transformed(eq, context, ctx, name);
}

/** The equation inside a context, both sides simplified by the structural rules. */
export function transformed(
  eq: Equation,
  context: Term,
  ctx: Context,
  name: string,
  rules?: readonly Rewrite[],
): Equation | null {
  const book = bookOf(ctx);
  const ledger = new Ledger(zeros(context.shape), zeros(context.shape), book);
  ledger.use(eq, context);
  // not by itself: an equation with 0 would rewrite every consequence of its own to 0
  simplify(
    ledger,
    rules ??
      rewrites(
        ctx.structural.filter((e) => e !== eq),
        ctx,
      ),
    60,
    ctx.deadline,
  );
  if (ledger.done) return null;
  // the rest is the negative of the new difference: its graphs go to the side where they are
  // positive
  const entries = [...ledger.rest];
  const positive = entries.filter(([, e]) => own(e).num > 0n);
  const right = termOf(new Map(positive), context.shape);
  const left = negated(
    termOf(new Map(entries.filter((e) => !positive.includes(e))), context.shape),
  );
  return promised(left, right, name, () => combination(left, right, ledger.uses, book));
}

/** Does every graph of the equation end, on this axis, in the factor that can be cancelled? */
function endsIn(sum: Sum, axis: number, head: string, slot: number): boolean {
  return [...sum.values()].every(({ monomial: m }) => {
    const wire = m.free[axis] as number;
    if (m.free.filter((w) => w === wire).length > 1) return false;
    const touching = m.factors.filter((f) => f.slots.includes(wire));
    const [only] = touching;
    if (!only || touching.length > 1 || only.slots.filter((w) => w === wire).length > 1)
      return false;
    return writeHead(only.head) === head && only.slots[slot] === wire;
  });
}

const cancelling = (eq: Equation, c: Canceller): string =>
  `${eq.name}, cancelling ${termText(c.matrix)}`;

/** Graphs of an equation's two sides, whatever stands before them. */
const graphsOf = (left: Term, right: Term, ctx: Context): string =>
  [...difference(left, right, bookOf(ctx).map).keys()].toSorted().join('\n');

/**
 * Cancels until an equation has come up that is made of the graphs of the one wanted, or until
 * there is nothing new.
 */
export function cancelledTo(
  left: Term,
  right: Term,
  ctx: Context,
): { readonly context: Context; readonly found: boolean } {
  const wanted = graphsOf(left, right, ctx);
  let before = ctx.equations.length;
  let found = false;
  const context = saturated(ctx, (next) => {
    for (; before < next.equations.length; before++) {
      const { left: l, right: r } = next.equations[before] as Equation;
      found ||= l.shape.length === left.shape.length && graphsOf(l, r, next) === wanted;
    }
    return found;
  });
  return { context, found };
}

/**
 * A matrix that is stated to be invertible and stands under an inverse too can be cancelled for two
 * reasons: one is enough.
 */
const different = (cancellers: readonly Canceller[]): Canceller[] => [
  ...new Map(cancellers.map((c) => [`${c.head} ${c.slot} ${writeTerm(c.by)}`, c])).values(),
];

/**
 * All equations that follow by cancelling factors with one-sided inverses, from what is known, or
 * until there are enough.
 */
export function saturated(ctx: Context, enough: (next: Context) => boolean = () => false): Context {
  let next = ctx;
  for (
    let i = 0;
    i < next.equations.length && i < 40 && !enough(next) && !passed(ctx.deadline);
    i++
  ) {
    const eq = next.equations[i] as Equation;
    const sum = difference(eq.left, eq.right, bookOf(next).map);
    if (sum.size === 0) continue;
    for (const c of different(next.cancellers)) {
      for (const axis of eq.left.shape.keys()) {
        if (c.head === null || !endsIn(sum, axis, c.head, c.slot)) continue;
        const result = multiplied(eq, axis, c.by, c.slot, next, cancelling(eq, c));
        if (!result) continue;
        const more = addEquation(next, result);
        if (more === next) continue;
        next = more;
        if (enough(next)) return next;
      }
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
  const shared = scalars(head.monomial).filter((f) =>
    rest.every((e) => scalars(e.monomial).some((g) => writeHead(g.head) === writeHead(f.head))),
  );
  for (const factor of new Map(shared.map((f) => [writeHead(f.head), f])).values()) {
    const s = factorTerm(factor);
    const known = nonzero(s, next);
    if (!known) continue;
    const inverseEq = equation(inverseOf(known), 'inverse');
    const names = letters(eq.left.shape.length);
    const context = contract([variable(hole, eq.left.shape), inverse(s)], [names, ''], names);
    const result = transformed(
      eq,
      context,
      { ...next, structural: [...next.structural, inverseEq] },
      eq.name,
    );
    if (result) next = addEquation(next, result);
  }
  return next;
}
