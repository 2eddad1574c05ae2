/**
 * Equations between lengths, |A x| = c |x|, squared: for all x they are differentiated, and roots
 * would lead nowhere.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, factorTerm, number, variable, zeros } from '../../kernel/graph.ts';
import { one, times } from '../../kernel/ratio.ts';
import { first, generalise, hole, rootOf, specialise, type Theorem } from '../../kernel/theorem.ts';
import { bookOf, freshIn, type Context } from './context.ts';
import { equation, Ledger, type Equation } from '../derived/equations.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { squareRootOf } from '../derived/lengths.ts';
import { orient, simplify } from '../derived/simplify.ts';
import { argumentOf } from '../graphs/named-functions.ts';

interface Squared {
  readonly value: Term;
  /** √p √p = p for each of its roots. */
  readonly roots: readonly Equation[];
}

/**
 * The square of c √p …, with p in the place of √p √p; null without a root, or for a root of
 * anything but a sum of squares.
 */
function squaredSide(side: Term): Squared | null {
  const [m, ...more] = side.monomials;
  if (!m) return { value: zeros([]), roots: [] };
  if (more.length > 0 || m.factors.some((f) => f.slots.length > 0)) return null;
  const roots: Equation[] = [];
  const parts = m.factors.flatMap((f) => {
    const plain = factorTerm(f);
    const p = argumentOf('sqrt', f.head);
    const t = p && squareRootOf(p);
    if (!p || !t) return [plain, plain];
    roots.push(
      equation(
        first(rootOf(orderBy(zeros([]), p, false, [summand([], one, [t])]))),
        'square of a length',
      ),
    );
    return [p];
  });
  const c = number(times(m.coefficient, m.coefficient));
  return Object.keys(m.powers).length > 0
    ? null
    : {
        value: contract(
          [c, ...parts],
          [c, ...parts].map(() => ''),
          '',
        ),
        roots,
      };
}

/** From l = r, of which one is a multiple of a length: l² = r², without the roots. */
export function squaredEquation(t: Theorem, ctx: Context): Theorem | null {
  const { left, right } = equation(t, '');
  const [l, r] = left.shape.length > 0 ? [null, null] : [squaredSide(left), squaredSide(right)];
  if (!l || !r || l.roots.length + r.roots.length === 0) return null;
  const ledger = new Ledger(l.value, r.value, bookOf(ctx));
  for (const side of [left, right])
    ledger.use(equation(t, 'squared'), contract([variable(hole, []), side], ['', ''], ''));
  simplify(
    ledger,
    [...l.roots, ...r.roots].flatMap((e) => orient(e, bookOf(ctx)) ?? []),
    20,
    ctx.deadline,
  );
  return ledger.done ? ledger.theorem() : null;
}

/** From ∀x (l = r) between lengths: ∀x (l² = r²). */
export function squaredForAll(t: Theorem, ctx: Context): Theorem | null {
  const f = t.conclusion;
  if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.body.kind !== 'equal') return null;
  const name = freshIn(ctx, f.bound.name);
  const squared = squaredEquation(
    specialise(t, { kind: 'term', term: variable(name, f.bound.shape) }),
    ctx,
  );
  return squared && generalise({ kind: 'tensor', name, shape: f.bound.shape }, squared);
}
