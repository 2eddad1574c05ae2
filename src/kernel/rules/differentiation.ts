/** The derivative of both sides of an equation. */
import { equal } from '../formula.ts';
import { derivative } from '../derivative.ts';
import { occursRough } from '../occurrence.ts';
import { texts } from '../entry.ts';
import { isName } from '../seal.ts';
import type { Make, Theorem } from '../sequent.ts';
import type { Dim } from '../term.ts';
import { closed, expect, wants } from './tools.ts';

export const differentiationRules = (make: Make) => {
  /**
   * From Γ ⊢ a = b with x not free in Γ: ∂a/∂x = ∂b/∂x. Both sides are functions of x that agree
   * everywhere, smooth because x stands in no inverse and in no function that may have kinks: x²·(1/x)
   * = x holds for every x, and its derivative at 0 is that of no formula. φ(t) − φ(−t) = t holds of
   * relu, and is not differentiable at 0.
   */
  function differentiate(t: Theorem, name: string, given: readonly Dim[]): Theorem {
    const f = expect(t, 'equal');
    const shape = texts(given);
    // W[l] and W[k] are one matrix where l = k, so neither is a variable to differentiate by
    wants(isName(name), `${name} is a member of a family, which nothing is differentiated by`);
    closed(name, t);
    wants(
      !occursRough(name, f.left, true) && !occursRough(name, f.right, true),
      `${name} stands in an inverse or in a function with kinks, which have no derivative everywhere`,
    );
    return make(
      'differentiate',
      [name, shape],
      equal(derivative(f.left, name, shape), derivative(f.right, name, shape)),
      { from: [t] },
    );
  }

  return { differentiate };
};
