/** Natural deduction: negation, proof by contradiction. */
import { falsum, not, type Formula } from '../formula.ts';
import type { Make, Theorem } from '../sequent.ts';
import { conclusion, expect, same, wants } from './tools.ts';

export const negationRules = (make: Make) => {
  /** From φ ⊢ false: ¬φ. */
  function contradiction(f: Formula, t: Theorem): Theorem {
    expect(t, 'false');
    return make('contradiction', [f], not(f), { from: [t], drop: [f] });
  }
  /** From ¬φ ⊢ false: φ. */
  function classical(f: Formula, t: Theorem): Theorem {
    expect(t, 'false');
    return make('classical', [f], f, { from: [t], drop: [not(f)] });
  }
  /** From φ and ¬φ: false. */
  function explode(t: Theorem, negation: Theorem): Theorem {
    wants(same(expect(negation, 'not').body, conclusion(t)), 'no contradiction between these two');
    return make('explode', [], falsum, { from: [t, negation] });
  }

  return { contradiction, classical, explode };
};
