/**
 * Goals made simpler by a factor that can be taken back: denominators cleared, known inverses,
 * scalars that are not 0.
 */
import type { Factor, Term } from '../../kernel/term.ts';
import { negative, one } from '../../kernel/ratio.ts';
import { add, contract, inverse, variable, zeros } from '../../kernel/graph.ts';
import { first, hole, inverseOf, second, type Theorem } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { byEquations, withInverses } from './by-equations.ts';
import { bookOf, type Context } from '../known/context.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { letters } from '../graphs/indices.ts';
import { invertible, nonzero } from './invertible.ts';
import { negated, minus } from '../graphs/small-terms.ts';
import { usual } from '../derived/membership.ts';

/**
 * Denominators cleared: where inv(T) stands at the end of an axis, T (left − right) = 0 suffices,
 * because left − right = inv(T) T (left − right).
 */
export function byClearing(left: Term, right: Term, ctx: Context, depth: number): Theorem | null {
  if (depth === 0) return null;
  const gap = minus(left, right);
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
    ledger.use(
      equation(inner, 'clearing'),
      contract(
        [variable(hole, cleared.shape), inverse(head.arg)],
        [names.replace(at, 'z'), back],
        names,
      ),
    );
    if (ledger.done) return ledger.theorem();
  }
  return null;
}

function proveZero(term: Term, ctx: Context, depth: number): Theorem | null {
  const nothing = zeros(term.shape);
  return byEquations(term, nothing, ctx) ?? byClearing(term, nothing, ctx, depth);
}

/** Where L M = I is known, M (left − right) = 0 suffices. */
export function byMultiplying(left: Term, right: Term, ctx: Context): Theorem | null {
  const gap = minus(left, right);
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
      const around = contract(
        [variable(hole, c.eq.left.shape), gap],
        [c.slot === 0 ? `${at}y` : `y${at}`, names.replace(at, 'y')],
        names,
      );
      ledger.use(c.eq, around, negative(one));
      ledger.use(
        equation(inner, 'cancelling'),
        contract([variable(hole, smaller.shape), c.by], [names.replace(at, 'z'), back], names),
      );
      if (ledger.done) return ledger.theorem();
    }
  }
  return null;
}

/** Where s ≠ 0 is known of a scalar s, s (left − right) = 0 suffices. */
export function byScalar(left: Term, right: Term, ctx: Context): Theorem | null {
  const gap = minus(left, right);
  const names = letters(gap.shape.length);
  const differences = ctx.facts
    .flatMap(({ theorem: { conclusion: f } }) =>
      f.kind === 'not' && f.body.kind === 'equal' && f.body.left.shape.length === 0
        ? [add(f.body.left, negated(f.body.right))]
        : [],
    )
    .filter((s) => s.monomials.length > 1);
  for (const s of [...dividedBy(gap), ...differences]) {
    const known = nonzero(s, ctx);
    if (!known) continue;
    const times = contract([gap, s], [names, ''], names);
    const inner = byEquations(times, zeros(times.shape), ctx);
    if (!inner) continue;
    const ledger = new Ledger(left, right, bookOf(ctx));
    ledger.use(
      equation(inverseOf(known), 'inverse'),
      contract([variable(hole, []), gap], ['', names], names),
      negative(one),
    );
    ledger.use(
      equation(inner, 'a factor that is not 0'),
      contract([variable(hole, times.shape), inverse(s)], [names, ''], names),
    );
    if (ledger.done) return ledger.theorem();
  }
  return null;
}

/** The scalars that the term is divided by. */
const dividedBy = (t: Term): Term[] =>
  [
    ...new Map(
      t.monomials.flatMap((m) =>
        m.factors.flatMap(({ head }) =>
          head.kind === 'inverse' &&
          !head.matrix &&
          head.params.length === 0 &&
          head.arg.monomials.length > 0
            ? [[writeHead(head), head.arg] as const]
            : [],
        ),
      ),
    ).values(),
  ].slice(0, 4);

/** Inverses whose row (slot 0) or column (slot 1) is a free axis of some graph of the term. */
function endingInverses(
  t: Term,
): { axis: number; slot: 0 | 1; head: Factor['head'] & { kind: 'inverse' } }[] {
  const found = new Map<
    string,
    { axis: number; slot: 0 | 1; head: Factor['head'] & { kind: 'inverse' } }
  >();
  for (const m of t.monomials) {
    m.free.forEach((wire, axis) => {
      for (const { head, slots } of m.factors) {
        if (head.kind !== 'inverse' || !head.matrix || head.params.length > 0) continue;
        for (const slot of [0, 1] as const)
          if (slots[slot] === wire)
            found.set(`${axis} ${slot} ${writeHead(head)}`, { axis, slot, head });
      }
    });
  }
  return [...found.values()].slice(0, 6);
}
