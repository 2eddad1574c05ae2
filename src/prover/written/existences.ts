/** What a written step names: terms, and matrices that exist. */
import { occurs } from '../../kernel/occurrence.ts';
import { type Formula, exists } from '../../kernel/formula.ts';
import { bareHead } from '../../kernel/graph.ts';
import { type Theorem, definition, first, instance, modusPonens } from '../../kernel/theorem.ts';
import type { Reason } from '../../language/index.ts';
import { retell } from '../derived/labelled.ts';
import { ProofError } from './proof-error.ts';
import { type State, entryOf } from './reasons.ts';

/** `take Y such that Y = t by definition`: there is something equal to t, which is t. */
export function namedTerm(such: Formula, name: string): Theorem[] {
  const head = such.kind === 'equal' ? bareHead(such.left) : null;
  if (
    such.kind !== 'equal' ||
    head?.kind !== 'variable' ||
    head.name !== name ||
    occurs(name, such.right)
  )
    return [];
  return [
    instance(
      exists({ kind: 'tensor', name, shape: such.right.shape }, such),
      such.right,
      retell(such.right, such.right),
    ),
  ];
}

/** What is known to exist, by the reason given: any hypothesis, or those that are named. */
export function existencesBy(reason: Reason, state: State): Theorem[] {
  if (reason.name === 'definition' || (reason.name === 'hypothesis' && reason.target === null))
    return existences(state.ctx.facts.map((f) => f.theorem));
  const entry = entryOf(reason, state);
  if (entry) return existences([entry.theorem]);
  const names =
    reason.name === 'hypothesis' ? (reason.target ?? '').split(/\s*,\s*/) : [reason.name];
  return existences(
    names.map((name) => {
      const theorem = state.named.get(name);
      if (!theorem)
        throw new ProofError(`nothing is called ${name}`, reason.span, [
          'take … by hypothesis, by hypothesis NAME, or by the name of a fact',
        ]);
      return theorem;
    }),
  );
}

function existences(theorems: readonly Theorem[]): Theorem[] {
  return theorems.flatMap((theorem) => {
    const f = theorem.conclusion;
    if (f.kind === 'exists') return [theorem];
    return f.kind === 'is' && ['onto', 'one-to-one', 'invertible'].includes(f.predicate)
      ? [modusPonens(first(definition(f.predicate, f.subject)), theorem)]
      : [];
  });
}
