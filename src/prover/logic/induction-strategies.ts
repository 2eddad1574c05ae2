/**
 * Strategies for statements about layers: what is known of every index, and induction on the number
 * of layers.
 */
import { write, type Formula } from '../../kernel/formula.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Context, Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { indexInstances, withUnfolded } from '../known/sequences.ts';
import { ask, strategyFor, type Attempt, type Strategy } from '../known/strategy.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { alongSequences } from './prove-each.ts';

/** What is known of every index, at the indices that the goal mentions. */
function newInstances(goal: Formula, known: Context): Fact[] {
  if (known.schemas.length === 0) return [];
  const terms = [...termsOf(goal), ...known.equations.flatMap((e) => [e.left, e.right])];
  const said = new Set(known.facts.map(({ theorem }) => write(theorem.conclusion)));
  return indexInstances(known, terms).filter(
    ({ theorem: { conclusion: f } }) => f.kind !== 'equal' && !said.has(write(f)),
  );
}

/** Is something known of each layer, or of products over layers? */
const isLayered = (known: Context): boolean =>
  known.recursions.length > 0 ||
  known.schemas.some(({ theorem }) => theorem.conclusion.kind === 'each');

/** A statement about a product over layers or a power, by induction on the number of layers. */
const inductively = (goal: Formula, known: Context): Attempt =>
  alongSequences(goal, known, { base: unfolded, step: unfolded });

/** By equations alone, or else with the products over layers unfolded. */
export function* unfolded(goal: Formula, known: Context): Attempt {
  const direct = goal.kind === 'equal' ? byEquations(goal.left, goal.right, known) : null;
  return direct ?? (yield* withUnfolded(goal, known, (g) => ask(g, known)));
}

const forKind = <K extends 'equal' | 'is' | 'less'>(kind: K): readonly Strategy[] => [
  strategyFor<K>(kind, {
    name: `at the indices (${kind})`,
    summary: 'what is known of every index is used at the indices that the goal mentions',
    decides: true,
    promise: (goal, known) => (newInstances(goal, known).length > 0 ? 1 : null),
    *prove(goal, known) {
      const facts = newInstances(goal, known);
      return yield* assuming(known, facts, (more) => ask(goal, more));
    },
  }),
  strategyFor<K>(kind, {
    name: `induction on layers (${kind})`,
    summary: 'a statement about a product over layers or a power, by induction on their number',
    promise: (_, known) => (!isLayered(known) ? null : known.recursions.length > 0 ? 0.7 : 0.4),
    prove: inductively,
  }),
];

export const inductionStrategies: readonly Strategy[] = [
  ...forKind('equal'),
  ...forKind('is'),
  ...forKind('less'),
];
