/** Natural deduction: implication, conjunction, disjunction. */
import { text } from '../entry.ts';
import { and, implies, or, type Formula } from '../formula.ts';
import type { Make, Theorem } from '../sequent.ts';
import { conclusion, expect, same, wants } from './tools.ts';

export const logicRules = (make: Make) => {
  /** φ ⊢ φ. */
  const assume = (f: Formula): Theorem => make('assume', [f], f, { extra: [f] });
  /** From Γ ⊢ ψ: Γ − φ ⊢ φ ⇒ ψ. */
  const discharge = (f: Formula, t: Theorem): Theorem =>
    make('discharge', [f], implies(f, conclusion(t)), { from: [t], drop: [f] });
  /** From φ ⇒ ψ and φ: ψ. */
  function modusPonens(implication: Theorem, t: Theorem): Theorem {
    const f = expect(implication, 'implies');
    wants(same(f.left, conclusion(t)), 'the antecedent is another statement');
    return make('modus ponens', [], f.right, { from: [implication, t] });
  }
  /** From φ and ψ: φ ∧ ψ. */
  const both = (a: Theorem, b: Theorem): Theorem =>
    make('and', [], and(conclusion(a), conclusion(b)), { from: [a, b] });
  /** From φ ∧ ψ: φ. */
  const first = (t: Theorem): Theorem =>
    make('and, left', [], expect(t, 'and').left, { from: [t] });
  /** From φ ∧ ψ: ψ. */
  const second = (t: Theorem): Theorem =>
    make('and, right', [], expect(t, 'and').right, { from: [t] });
  /** From φ: φ ∨ ψ, or ψ ∨ φ. */
  const either = (t: Theorem, other: Formula, side: 'left' | 'right'): Theorem =>
    make(
      'or',
      [other, text(side)],
      side === 'left' ? or(conclusion(t), other) : or(other, conclusion(t)),
      { from: [t] },
    );
  /** From φ ∨ ψ, φ ⊢ χ and ψ ⊢ χ: χ. */
  function cases(t: Theorem, left: Theorem, right: Theorem): Theorem {
    const f = expect(t, 'or');
    wants(same(conclusion(left), conclusion(right)), 'the cases end in different statements');
    return make('cases', [], conclusion(left), {
      from: [t, left, right],
      drop: [undefined, f.left, f.right],
    });
  }

  return {
    assume,
    discharge,
    modusPonens,
    both,
    first,
    second,
    either,
    cases,
  };
};
