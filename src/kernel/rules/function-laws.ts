/** Laws of named functions: derivatives, signs, square roots and logarithms. */
import { text, whole } from '../entry.ts';
import { and, equal, less } from '../formula.ts';
import { contract, inverse, number, scale } from '../graph.ts';
import { lawsOf, logarithm, root, signOf, softmaxLaws, valueOf } from '../laws.ts';
import { ratio } from '../ratio.ts';
import { demand, fail } from '../seal.ts';
import type { Make, Theorem } from '../sequent.ts';
import type { Term } from '../term.ts';
import { expect, wants } from './tools.ts';

export const functionRules = (make: Make) => {
  /** The k-th law of a named function at an argument, as tanh' = 1 − tanh²: see laws.ts. */
  function law(name: string, argument: Term, k: number): Theorem {
    demand(argument);
    const laws = text(name) === 'softmax' ? softmaxLaws(argument) : lawsOf(name, argument);
    const none = (): never => fail(`no law ${k} of ${name}`);
    const [left, right] = (whole(k) < 0 ? undefined : laws.at(k)) ?? none();
    return make('law', [name, argument, k], equal(left, right));
  }
  /** exp(s) > 0, |s| ≥ 0 and their like. */
  function positiveValue(name: string, s: Term): Theorem {
    demand(s);
    const strict = signOf(text(name));
    if (strict === undefined || s.shape.length > 0)
      return fail(`nothing is known of the sign of ${name}`);
    return make('sign', [name, s], less(number(ratio(0n)), valueOf(name, s), strict));
  }
  /**
   * From 0 ≤ s: √s √s = s ∧ 0 ≤ √s. From 0 < s: ((√'s = ½ 1/√s ∧ log's = 1/s) ∧ (√''s = −¼ (1/√s)³
   * ∧ log''s = −(1/s)²)) ∧ 0 < √s.
   */
  function rootOf(t: Theorem): Theorem {
    const f = expect(t, 'less');
    wants(f.left.monomials.length === 0, 'a root is taken of a number known to be at least 0');
    const s = f.right;
    const product = (...terms: readonly Term[]): Term =>
      contract(
        terms,
        terms.map(() => ''),
        '',
      );
    if (!f.strict)
      return make(
        'root',
        [],
        and(equal(product(root(s), root(s)), s), less(number(ratio(0n)), root(s), false)),
        { from: [t] },
      );
    const [overRoot, over] = [inverse(root(s)), inverse(s)];
    const slopes = and(
      equal(root(s, 1), scale(ratio(1n, 2n), overRoot)),
      equal(logarithm(s, 1), over),
    );
    const curvatures = and(
      equal(root(s, 2), scale(ratio(-1n, 4n), product(overRoot, overRoot, overRoot))),
      equal(logarithm(s, 2), scale(ratio(-1n), product(over, over))),
    );
    return make('root', [], and(and(slopes, curvatures), less(number(ratio(0n)), root(s), true)), {
      from: [t],
    });
  }

  return { law, positiveValue, rootOf };
};
