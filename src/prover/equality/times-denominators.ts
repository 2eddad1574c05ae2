/** a = c/b for numbers, because a b = c and b is not 0. */
import type { Factor, Term } from '../../kernel/term.ts';
import { contract, dimension, factorTerm, number, variable } from '../../kernel/graph.ts';
import { equal } from '../../kernel/formula.ts';
import { hole, inverseOf } from '../../kernel/theorem.ts';
import { linearBy } from '../derived/labelled.ts';
import { negated, times } from '../graphs/small-terms.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';
import { nonzero } from '../rewriting/invertible.ts';
import { appliedIn } from '../rewriting/congruence.ts';

interface Quotient {
  readonly above: Term;
  readonly below: Term;
  readonly over: Term;
}

const isReciprocal = ({ head }: Factor): boolean =>
  head.kind === 'inverse' && !head.matrix && head.params.length === 0;

/** c and b where the number is c/b, one graph of numbers. */
function quotientOf(t: Term): Quotient | null {
  const [m, ...more] = t.monomials;
  const f = m?.factors.find(isReciprocal);
  if (!m || !f || f.head.kind !== 'inverse' || t.shape.length > 0 || more.length > 0) return null;
  const rest = m.factors.filter((g) => g !== f);
  if (rest.some((g) => g.slots.length > 0)) return null;
  const sizes = Object.entries(m.powers).map(([d, k]) => dimension(d, k));
  const parts = [number(m.coefficient), ...sizes, ...rest.map(factorTerm)];
  const above = contract(
    parts,
    parts.map(() => ''),
    '',
  );
  return { above, below: f.head.arg, over: factorTerm(f) };
}

export const timesDenominators = strategyFor('equal', {
  name: 'times the denominator',
  summary: 'a = c/b because a b = c, for the norms, eigenvalues and other operations in a and b',
  notFor: ['bounds'],
  promise: ({ left, right }) =>
    appliedIn(left).length > 0 && quotientOf(right) !== null ? 0.5 : null,
  *prove({ left, right }, known): Attempt {
    const parts = quotientOf(right);
    const away = parts && nonzero(parts.below, known);
    if (!parts || !away) return null;
    const { above, below, over } = parts;
    const cleared = yield* ask(equal(times(left, below), above), known);
    return (
      cleared &&
      linearBy(left, right, [
        { equation: cleared, context: times(variable(hole, []), over) },
        { equation: inverseOf(away), context: negated(times(left, variable(hole, []))) },
      ])
    );
  },
});
