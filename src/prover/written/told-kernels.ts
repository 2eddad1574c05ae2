/** A matrix that maps only 0 to 0, as a told proof states it, is one-to-one. */
import { equal, write, type Formula } from '../../kernel/formula.ts';
import { contract, zeros } from '../../kernel/graph.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import { assume, modusPonens, specialise, type Theorem } from '../../kernel/theorem.ts';
import { within } from '../agenda/effort.ts';
import { withFact } from '../known/facts.ts';
import { conjuncts } from '../known/usable.ts';
import { leftInverse } from '../rewriting/invertible.ts';
import { proveFormula } from '../search.ts';
import { forAllVectors } from './told-acts.ts';
import type { ToldState } from './told-statements.ts';

/** One-to-one or invertible, from `A v = 0 => v = 0` for every v; null where that is not stated. */
export function byOnlyZero(
  f: Formula,
  lines: readonly Theorem[],
  state: ToldState,
): Theorem | null {
  if (f.kind !== 'is' || !['one-to-one', 'invertible'].includes(f.predicate)) return null;
  const a = f.subject;
  const all = lines.flatMap(conjuncts).flatMap((t) => forAllVectors(t, state));
  const ctx = { ...state.ctx, deadline: within(state.patience) };
  const vanishing = (v: Term): Theorem | null => {
    const zero = equal(contract([a, v], ['ij', 'j'], 'i'), zeros([a.shape[0] as Dim]));
    const wanted = equal(v, zeros(v.shape));
    for (const t of all) {
      const g = t.conclusion;
      if (g.kind !== 'forall' || g.bound.kind !== 'tensor') continue;
      if (g.bound.shape.join() !== v.shape.join()) continue;
      const at = specialise(t, { kind: 'term', term: v });
      const h = at.conclusion;
      if (h.kind !== 'implies' || write(h.left) !== write(zero)) continue;
      const end = conjuncts(modusPonens(at, assume(zero))).find(
        (u) => write(u.conclusion) === write(wanted),
      );
      if (end) return end;
    }
    return null;
  };
  const oneToOne = leftInverse(a, ctx, vanishing);
  if (!oneToOne || f.predicate === 'one-to-one') return oneToOne;
  return withFact(ctx, { theorem: oneToOne, name: 'only 0 is mapped to 0' }, (c) =>
    proveFormula(f, c),
  );
}
