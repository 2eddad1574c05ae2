/** What a told line makes of others: an equation at all entries, or a sum over the standard basis. */
import { free } from '../../kernel/binders.ts';
import {
  definition,
  eachOfBasis,
  first,
  generalise,
  modusPonens,
  overBasis,
  type Theorem,
} from '../../kernel/theorem.ts';
import type { Fact } from '../known/context.ts';
import { safely } from '../known/strategy.ts';
import { conjuncts } from '../known/usable.ts';
import type { Act } from './told-reasons.ts';
import type { ToldState } from './told-statements.ts';

/** What is stated of every vector: as it is, by its word, or of one that is arbitrary here. */
export function forAllVectors(t: Theorem, { lets }: ToldState): Theorem[] {
  const f = t.conclusion;
  if (f.kind === 'forall') return [t];
  if (f.kind === 'is') {
    const meaning = modusPonens(first(definition(f.predicate, f.subject)), t);
    return conjuncts(meaning).filter((u) => u.conclusion.kind === 'forall');
  }
  return lets
    .filter(({ name }) => free(name, f) && !t.hypotheses.some((h) => free(name, h)))
    .map((bound) => generalise(bound, t));
}

export const acted = (
  acts: readonly Act[],
  sources: readonly Theorem[],
  state: ToldState,
): Fact[] =>
  acts.flatMap((act) =>
    sources.flatMap(conjuncts).flatMap((t) =>
      forAllVectors(t, state).flatMap((all): Fact[] => {
        const theorem = safely(() => (act === 'each' ? eachOfBasis(all) : overBasis(all)));
        return theorem === null ? [] : [{ theorem, name: 'the standard basis' }];
      }),
    ),
  );
