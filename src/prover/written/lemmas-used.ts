/**
 * Which lemmas a theorem really rests on: read off its derivation, not off what was written behind
 * `by`.
 */
import type { Theorem } from '../../kernel/theorem.ts';
import type { Lemma } from './lemma.ts';

/**
 * Ids of the lemmas whose theorems are among the premises, sorted; what a lemma itself rests on is
 * the lemma's own matter.
 */
export const lemmasUsed = (theorem: Theorem, lemmas: ReadonlyMap<string, Lemma>): string[] => {
  const ids = new Map([...lemmas].map(([id, lemma]) => [lemma.theorem, id]));
  const seen = new Set<Theorem>();
  const used = new Set<string>();
  const stack: Theorem[] = [theorem];
  while (stack.length > 0) {
    const t = stack.pop() as Theorem;
    if (seen.has(t)) continue;
    seen.add(t);
    const id = ids.get(t);
    if (id === undefined) stack.push(...t.derivation.from);
    else used.add(id);
  }
  return [...used].toSorted();
};
