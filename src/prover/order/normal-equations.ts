/**
 * M x = b, from x = inv(M) b, and X M = B from X = B inv(M): what is known of the solution of a
 * linear system, without its inverse.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, variable } from '../../kernel/graph.ts';
import { hole } from '../../kernel/theorem.ts';
import { equation, type Equation } from '../derived/equations.ts';
import { linearBy } from '../derived/labelled.ts';
import { addEquation, type Context } from '../known/context.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { flipped } from '../derived/equations.ts';

/** The matrix whose inverse stands first, or last, in the one graph of a term. */
function invertedAt(t: Term, axis: 0 | 1): Term | null {
  const [m, ...more] = t.monomials;
  if (!m || more.length > 0 || axis >= t.shape.length) return null;
  const found = m.factors.find(
    (f) => f.head.kind === 'inverse' && f.head.matrix && f.slots[axis] === m.free[axis],
  );
  return found?.head.kind === 'inverse' && found.head.params.length === 0 ? found.head.arg : null;
}

const times = (m: Term, t: Term, axis: 0 | 1): Term => {
  const rest = t.shape.length === 1 ? '' : 'k';
  return axis === 0
    ? contract([m, t], ['ij', `j${rest}`], `i${rest}`)
    : contract([t, m], ['ij', 'jk'], 'ik');
};

/** With M x = b for every x = inv(M) b that is known. */
export function withNormalEquations(ctx: Context): Context {
  const found = ctx.equations.slice(0, 8).flatMap((eq): Equation[] =>
    ([0, 1] as const).flatMap((axis) => {
      const m = invertedAt(eq.right, axis);
      if (!m || eq.left.monomials.length !== 1) return [];
      const left = times(m, eq.left, axis);
      const right = times(m, eq.right, axis);
      const raw = linearBy(left, right, [
        { equation: eq.theorem, context: times(m, variable(hole, eq.left.shape), axis) },
      ]);
      const simpler = rewritten(right, { ...ctx, equations: ctx.structural });
      if (!simpler) return [];
      const both = linearBy(left, simpler.term, [
        { equation: raw, context: variable(hole, eq.left.shape) },
        { equation: flipped(simpler.equation), context: variable(hole, eq.left.shape) },
      ]);
      return [equation(both, 'normal equations')];
    }),
  );
  return found.reduce((c, eq) => addEquation(c, eq), ctx);
}
