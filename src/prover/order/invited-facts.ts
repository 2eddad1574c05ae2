/**
 * Goals with norms, eigenvalues, softmax and their like, by the facts and cited theorems that these
 * invite.
 */
import { write, type Formula } from '../../kernel/formula.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { invitedBy } from '../bounds/invited.ts';
import type { Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, type Strategy } from '../known/strategy.ts';
import { conjuncts } from '../known/usable.ts';
import { freedBy } from './form-sources.ts';

const mark = 'facts are invited';

/** What is left of an implication once each of its hypotheses is shown. */
const conclusionOf = (f: Formula): Formula => (f.kind === 'implies' ? conclusionOf(f.right) : f);

/** Facts that end in the goal itself and rest on nothing that is cited. */
function sayingSo(goal: Formula): Theorem[] {
  const text = write(goal);
  return invitedBy(goal)
    .filter((t) => t.axioms.length === 0)
    .flatMap(conjuncts)
    .filter((t) => write(conclusionOf(t.conclusion)) === text);
}

export const statedFacts: Strategy = {
  name: 'a fact that says so',
  summary: 'the goal is what a fact of algebra states, and the hypotheses of the fact follow',
  kinds: ['less', 'equal'],
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (sayingSo(goal).length > 0 ? 0.9 : null),
  *prove(goal, known) {
    const text = write(goal);
    for (const t of sayingSo(goal)) {
      const free = yield* freedBy(t, known);
      if (write(free.conclusion) === text) return free;
    }
    return null;
  },
};

export const invitedFacts: Strategy = {
  name: 'facts about what stands in the goal',
  summary:
    'facts and cited theorems about the norms, eigenvalues and functions that stand in the goal',
  kinds: ['less', 'equal'],
  cites: true,
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    !known.replaced.includes(mark) && invitedBy(goal).length > 0 ? 0.45 : null,
  *prove(goal, given) {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const found: Theorem[] = [];
    const said = new Set(sayingSo(goal).map((t) => write(t.conclusion)));
    for (const t of invitedBy(goal)) {
      for (const part of conjuncts(t)) {
        if (said.has(write(part.conclusion))) continue;
        const free = yield* freedBy(part, known);
        if (free.conclusion.kind !== 'implies') found.push(...conjuncts(free));
      }
    }
    const texts = new Set(given.facts.map(({ theorem }) => write(theorem.conclusion)));
    const facts = found
      .filter(({ conclusion }) => !texts.has(write(conclusion)))
      .map((theorem) => ({ theorem, name: 'invited' }));
    if (facts.length === 0) return null;
    return yield* assuming(known, facts, (c) => ask(goal, c));
  },
};
