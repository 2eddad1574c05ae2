/** Certificates of sign: an inequality as a sum of products of what is known to be ≥ 0, and squares. */
import { list, own, truth } from '../entry.ts';
import { less } from '../formula.ts';
import { contract, number, scale } from '../graph.ts';
import { copyRatio, one, type Ratio } from '../ratio.ts';
import { fail, sealedTerms } from '../seal.ts';
import { Theorem, type Make } from '../sequent.ts';
import type { Term } from '../term.ts';
import { collect, type Label } from '../write.ts';
import { expect, minus, minusOne, squareOf, wants } from './tools.ts';

/**
 * One summand of a certificate of sign: a positive number times theorems 0 ≤ a_j or 0 < a_j times
 * sums of squares.
 */
export interface Summand {
  readonly coefficient: Ratio;
  readonly facts: readonly Theorem[];
  readonly squares: readonly Term[];
}
/** Summands from outside, each part read once. */
const copySummands = (given: unknown): Summand[] =>
  list(
    given,
    (s): Summand => ({
      coefficient: copyRatio(own(s, 'coefficient')),
      facts: list(own(s, 'facts'), (t) => Theorem.demand(t as Theorem)),
      squares: sealedTerms(own(s, 'squares')),
    }),
  );

/**
 * The graphs that must cancel for a certificate of sign: right − left less the summands. The labels
 * of `order` are for these.
 */
export const orderResidue = (
  left: Term,
  right: Term,
  summands: readonly Summand[],
): Term['monomials'] => remainder(left, right, copySummands(summands));
function remainder(left: Term, right: Term, summands: readonly Summand[]): Term['monomials'] {
  const parts = summands.map(({ coefficient, facts, squares: terms }) => {
    wants(coefficient.num > 0n, 'a summand with a coefficient that is not positive');
    const factors = facts.map((t) => {
      const f = expect(t, 'less');
      return minus(f.right, f.left);
    });
    const all = [...factors, ...terms.map(squareOf)];
    return scale(
      coefficient,
      all.length === 0
        ? number(one)
        : contract(
            all,
            all.map(() => ''),
            '',
          ),
    );
  });
  return [right, scale(minusOne, left), ...parts.map((p) => scale(minusOne, p))].flatMap(
    (t) => t.monomials,
  );
}

export const certificateRules = (make: Make) => {
  /**
   * left ≤ right (or <), because right − left is a sum of products of quantities known to be ≥ 0
   * (or > 0).
   */
  function order(
    left: Term,
    right: Term,
    strict: boolean,
    given: readonly Summand[],
    labels: readonly Label[] = [],
  ): Theorem {
    const summands = copySummands(given);
    const certain = ({ facts, squares: terms }: Summand): boolean =>
      terms.length === 0 && facts.every((t) => expect(t, 'less').strict);
    wants(!truth(strict) || summands.some(certain), 'no summand is strictly positive');
    const rest = collect(remainder(left, right, summands), labels);
    if (rest.size > 0)
      fail(
        `the two sides differ from the certificate by ${[...rest.keys()].slice(0, 3).join(' and ')}`,
      );
    return make(
      'order',
      summands.map((s) => [s.coefficient, s.facts.length, s.squares]),
      less(left, right, strict),
      { from: summands.flatMap((s) => s.facts) },
    );
  }

  return { order };
};
