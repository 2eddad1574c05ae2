/** What vanishes because a sum of its squares, or a definite form of it, does. */
import type { Dim, Monomial, Term } from '../../kernel/term.ts';
import { ratio } from '../../kernel/ratio.ts';
import { contract, factorTerm, number, variable, zeros } from '../../kernel/graph.ts';
import { equal, not, write } from '../../kernel/formula.ts';
import {
  assume,
  classical,
  definition,
  first,
  hole,
  modusPonens,
  second,
  specialise,
  squares,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { transformed } from '../rewriting/cancelling.ts';
import { addEquation, bookOf, type Context } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { equation, Ledger, type Equation } from '../derived/equations.ts';
import { halves } from './halves.ts';
import { letters } from '../graphs/indices.ts';
import { absurd } from '../derived/labelled.ts';
import { close } from '../derived/membership.ts';
import { difference, weight } from '../graphs/sum.ts';

/** From t'Ht = 0 with H positive definite: t = 0. */
export function vanishes(
  half: Term,
  form: { subject: Term; theorem: Theorem },
  zero: Theorem,
): Theorem {
  const goal = equal(half, zeros(half.shape));
  const values = second(modusPonens(first(definition('pd', form.subject)), form.theorem));
  const implication = specialise(values, { kind: 'term', term: half });
  // 0 < t'Ht and t'Ht = 0 give 0 < 0
  return classical(goal, absurd([modusPonens(implication, assume(not(goal))), weak(zero)]));
}
/** Vectors that vanish because a sum of their squares does: follows from A v = 0 by v'A v = 0. */
export function withSquares(ctx: Context): Context {
  let next = ctx;
  for (let i = 0; i < next.equations.length && i < 24 && !passed(ctx.deadline); i++) {
    const eq = next.equations[i] as Equation;
    const sum = difference(eq.left, eq.right, bookOf(next).map);
    if (sum.size !== 1 || eq.left.shape.length > 1) continue;
    const [entry] = [...sum.values()];
    if (!entry) continue;
    const contexts =
      eq.left.shape.length === 0 ? [variable(hole, [])] : closing(entry.monomial, eq.left.shape);
    for (const context of contexts) {
      const scalarEq = transformed(eq, context, next, eq.name);
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
export function closing(m: Monomial, shape: readonly Dim[]): Term[] {
  const wire = m.free[0];
  return m.factors.flatMap((f) => {
    if (
      f.head.kind !== 'variable' ||
      f.slots.length !== 1 ||
      f.head.shape[0] !== shape[0] ||
      f.slots[0] === wire
    )
      return [];
    return [contract([variable(hole, shape), factorTerm(f)], ['i', 'i'], '')];
  });
}

function withVanishing(
  ctx: Context,
  half: Term,
  form: { subject: Term; theorem: Theorem } | null,
  scalarEq: Equation,
): Context {
  const names = letters(half.shape.length);
  const square = form
    ? contract([half, form.subject, half], ['i', 'ij', 'j'], '')
    : contract([half, half], [names, names], '');
  const goal = equal(half, zeros(half.shape));
  if (ctx.equations.some((e) => write(e.theorem.conclusion) === write(goal))) return ctx;
  const ledger = new Ledger(square, number(ratio(0n)), bookOf(ctx));
  if (!close(ledger, [scalarEq])) return ctx;
  const theorem = form ? vanishes(half, form, ledger.theorem()) : squares(half, ledger.theorem());
  return addEquation(ctx, equation(theorem, form ? 'positive definiteness' : 'sum of squares'));
}
