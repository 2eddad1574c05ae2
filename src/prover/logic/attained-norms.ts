/**
 * Existence of a unit vector at which the norm, or the smallest singular value, of a matrix is
 * attained.
 */
import type { Term } from '../../kernel/term.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { fact } from '../../kernel/theorem.ts';
import { freed } from '../derived/known.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { type Context } from '../known/context.ts';
import { fromExistence } from '../known/from-existence.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';
import { appliedIn } from '../rewriting/congruence.ts';

const attained: Readonly<Record<string, string>> = {
  norm: 'the norm is attained',
  sigma_min: 'sigma_min is attained',
};

/** The matrices whose norms the statement mentions, with the fact about each. */
const spokenOf = ({ bound, body }: FormulaOf<'exists'>): { name: string; of: Term }[] =>
  bound.kind !== 'tensor' || bound.shape.length !== 1
    ? []
    : appliedIn(...termsOf(body)).flatMap(({ symbol, argument }) => {
        const name = attained[symbol];
        return name !== undefined && argument.shape[1] === bound.shape[0]
          ? [{ name, of: argument }]
          : [];
      });

function* atItsVector(goal: FormulaOf<'exists'>, known: Context): Attempt {
  for (const { name, of } of spokenOf(goal).slice(0, 2)) {
    const said = freed(fact(name, of), (f) => known.search.prove(f, known));
    const t = yield* fromExistence(goal, said, name, known, { share: 400 });
    if (t) return t;
  }
  return null;
}

export const attainedNorms = strategyFor('exists', {
  name: 'where a norm is attained',
  summary: 'exists v of length 1 with |A v| = norm(A), or with |A v| = sigma_min(A)',
  promise: (goal) => (spokenOf(goal).length > 0 ? 0.9 : null),
  prove: atItsVector,
});
