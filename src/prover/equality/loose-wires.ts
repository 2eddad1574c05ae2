/**
 * a ⊗ I = b ⊗ I follows from a = b: free wires on which nothing stands, alike in every graph of
 * both sides, are taken off.
 */
import type { Monomial, Term } from '../../kernel/term.ts';
import { add, factorTerm, splice, variable, zeros } from '../../kernel/graph.ts';
import { equal, type FormulaOf } from '../../kernel/formula.ts';
import { hole } from '../../kernel/theorem.ts';
import { bookOf, type Context } from '../known/context.ts';
import type { Attempt } from '../known/strategy.ts';
import { equation, Ledger } from '../derived/equations.ts';

/**
 * For each free place whose wire does not meet a factor: the first place with that wire; −1 for any
 * other.
 */
const patternOf = (m: Monomial): readonly number[] => {
  const touched = new Set(m.factors.flatMap((f) => f.slots));
  return m.free.map((w) => (touched.has(w) ? -1 : m.free.indexOf(w)));
};

function without(t: Term, pattern: readonly number[]): Term {
  const kept = (w: unknown, place: number): boolean => pattern[place] === -1;
  const parts = t.monomials.map((m) => {
    const free = m.free.filter(kept);
    const wires = [...m.wires.keys()].filter(
      (w) => free.includes(w) || m.factors.some((f) => f.slots.includes(w)),
    );
    const on = (ws: readonly number[]): number[] => ws.map((w) => wires.indexOf(w));
    return splice(
      {
        wires: wires.map((w) => m.wires[w] as string),
        free: on(free),
        coefficient: m.coefficient,
        powers: m.powers,
      },
      m.factors.map((f) => ({ term: factorTerm(f), on: on(f.slots) })),
    );
  });
  return parts.length === 0 ? zeros(t.shape.filter(kept)) : add(...parts);
}

/**
 * Where the wires on which nothing stands are, where they are alike in every graph of both sides.
 */
function patternIn({ left, right }: FormulaOf<'equal'>): readonly number[] | null {
  const [first, ...more] = [...left.monomials, ...right.monomials].map(patternOf);
  const none = !first || first.every((p) => p === -1);
  return none || more.some((p) => p.join() !== first.join()) ? null : first;
}
export const looseIn = (goal: FormulaOf<'equal'>): boolean => patternIn(goal) !== null;

/** left = right by the equation without the loose wires; null where there are none. */
export function* withoutLooseWires(goal: FormulaOf<'equal'>, ctx: Context): Attempt {
  const { left, right } = goal;
  const first = patternIn(goal);
  if (!first) return null;
  const t = yield { goal: equal(without(left, first), without(right, first)), known: ctx };
  if (!t) return null;
  const on = first.flatMap((p, place) => (p === -1 ? [place] : []));
  const free = first.map((p, place) => (p === -1 ? place : p));
  const used = [...new Set(free)];
  const context = splice(
    { wires: used.map((w) => left.shape[w] as string), free: free.map((w) => used.indexOf(w)) },
    [
      {
        term: variable(
          hole,
          on.map((w) => left.shape[w] as string),
        ),
        on: on.map((w) => used.indexOf(w)),
      },
    ],
  );
  const ledger = new Ledger(left, right, bookOf(ctx));
  ledger.use(equation(t, 'ring'), context);
  return ledger.done ? ledger.theorem() : null;
}
