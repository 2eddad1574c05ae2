/** The ordered field of the reals: squares, inequalities. */

import { equal, falsum, less, or } from '../formula.ts';
import { number, zeros } from '../graph.ts';
import { ratio } from '../ratio.ts';
import { Theorem, type Make } from '../sequent.ts';
import type { Term } from '../term.ts';
import { collect } from '../write.ts';
import { conclusion, expect, minus, same, squareOf, wants } from './tools.ts';

export const orderRules = (make: Make) => {
  /**
   * From Σ t² = 0 (over all indices of t): t = 0. A sum of squares of reals vanishes only if each
   * does.
   */
  function squares(term: Term, t: Theorem): Theorem {
    wants(
      same(equal(squareOf(term), number(ratio(0n))), conclusion(t)),
      'no sum of squares of this term',
    );
    return make('squares', [term], equal(term, zeros(term.shape)), { from: [t] });
  }

  /** a ≤ b ∨ b < a. */
  const comparable = (a: Term, b: Term): Theorem =>
    make('comparable', [a, b], or(less(a, b, false), less(b, a, true)));
  /** From a < a: false. */
  function asymmetry(t: Theorem): Theorem {
    const f = expect(t, 'less');
    wants(
      f.strict && collect(minus(f.right, f.left).monomials).size === 0,
      'no contradiction in this inequality',
    );
    return make('asymmetry', [], falsum, { from: [t] });
  }
  /** From a = b: a ≤ b. */
  function weak(t: Theorem): Theorem {
    const f = expect(t, 'equal');
    return make('weak', [], less(f.left, f.right, false), { from: [t] });
  }
  /** From a ≤ b and b ≤ a: a = b. */
  function antisymmetry(t: Theorem, u: Theorem): Theorem {
    const [f, g] = [expect(t, 'less'), expect(u, 'less')];
    wants(
      same(equal(f.left, f.right), equal(g.right, g.left)),
      'the second is not the converse of the first',
    );
    return make('antisymmetry', [], equal(f.left, f.right), { from: [t, u] });
  }

  return { squares, comparable, asymmetry, weak, antisymmetry };
};
