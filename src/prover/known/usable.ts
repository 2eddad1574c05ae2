/** Facts as inequalities, where their hypotheses follow. */
import { first, second, weak, type Theorem } from '../../kernel/theorem.ts';
import type { Context } from './context.ts';
import { passed } from '../agenda/effort.ts';
import { flipped } from '../derived/equations.ts';
import { freed } from '../derived/known.ts';
import type { Prove } from './strategy.ts';

/** A and B as A and as B. */
export const conjuncts = (t: Theorem): Theorem[] =>
  t.conclusion.kind === 'and' ? [...conjuncts(first(t)), ...conjuncts(second(t))] : [t];

/** Facts whose hypotheses follow here, as inequalities; an equation gives both. */
export function usable(t: Theorem, ctx: Context, prove: Prove): Theorem[] {
  const last = freed(t, (f) => (passed(ctx.deadline) ? null : prove(f, ctx)));
  return conjuncts(last).flatMap((u) => {
    const { kind } = u.conclusion;
    if (kind === 'less') return [u];
    return kind === 'equal' && u.conclusion.left.shape.length === 0
      ? [weak(u), weak(flipped(u))]
      : [];
  });
}
