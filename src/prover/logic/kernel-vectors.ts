/**
 * A vector that is not 0 and that a matrix of too small a rank sends to 0, where such a one is
 * asked for.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { add, contract, dimension, variable } from '../../kernel/graph.ts';
import { derivative } from '../../kernel/derivative.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { less, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { fact, modusPonens } from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { fromExistence } from '../known/from-existence.ts';
import { alike } from '../derived/labelled.ts';
import { rankOf } from '../matrices/prove-rank.ts';
import { negated } from '../graphs/small-terms.ts';
import type { Attempt } from '../known/strategy.ts';

/** A from an equation A v = 0 of the body, where it stands in a conjunction. */
function matricesOn(f: Formula, v: Term, name: string): Term[] {
  if (f.kind === 'and') return [...matricesOn(f.left, v, name), ...matricesOn(f.right, v, name)];
  const gap = f.kind === 'equal' && f.left.shape.length <= 1 ? add(f.left, negated(f.right)) : null;
  if (!gap || !occurs(name, gap)) return [];
  const row = gap.shape.length === 0 ? contract([gap], [''], 'a', { a: '1' }) : gap;
  const a = derivative(row, name, v.shape);
  return !occurs(name, a) && alike(row, contract([a, v], ['ij', 'j'], 'i')) ? [a] : [];
}

/** Does the goal ask for a vector with A v = 0? */
export const asksForKernel = ({ bound, body }: FormulaOf<'exists'>): boolean =>
  bound.kind === 'tensor' &&
  bound.shape.length === 1 &&
  matricesOn(body, variable(bound.name, bound.shape), bound.name).length > 0;

/**
 * ∃v φ(v) with A v = 0 in φ, because rank A < n: what more φ says follows from v ≠ 0 and A v = 0.
 */
export function* byKernelVector(goal: FormulaOf<'exists'>, ctx: Context): Attempt {
  const { bound } = goal;
  if (bound.kind !== 'tensor' || bound.shape.length !== 1) return null;
  const [n] = bound.shape as [Dim];
  for (const a of matricesOn(goal.body, variable(bound.name, [n]), bound.name)) {
    const below = yield { goal: less(rankOf(a), dimension(n), true), known: ctx };
    if (!below) continue;
    const existence = modusPonens(fact('a kernel that is not 0', a), below);
    const t = yield* fromExistence(goal, existence, 'kernel', ctx);
    if (t) return t;
  }
  return null;
}
