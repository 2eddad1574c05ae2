/** Means at their values: a statement with every mean worked out of its body and its laws. */
import { list } from '../entry.ts';
import { demandFormula, write, type Formula } from '../formula.ts';
import { unfoldedIn } from '../means.ts';
import { fail } from '../seal.ts';
import type { Make, Theorem } from '../sequent.ts';
import { conclusion, wants } from './tools.ts';

export const meanValueRules = (make: Make) => {
  /**
   * From Γ ⊢ φ: Γ' ⊢ φ', where both say the same with every mean at its value, which is worked out of
   * its body and its laws. Hypotheses that Γ does not have are left out.
   */
  function restate(t: Theorem, given: readonly Formula[], goal: Formula): Theorem {
    const hypotheses = list(given, (h) => h as Formula);
    [...hypotheses, goal].forEach(demandFormula);
    const value = (f: Formula): string => write(unfoldedIn(f));
    wants(value(goal) === value(conclusion(t)), 'the statement is another at its values');
    const known = new Map(hypotheses.map((h) => [value(h), h]));
    const used = t.hypotheses.map(
      (h) => known.get(value(h)) ?? fail('a hypothesis that is left out'),
    );
    return make('mean value', [goal, used], goal, { from: [t], instead: used });
  }

  return { restate };
};
