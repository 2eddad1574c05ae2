/**
 * Strategies for equations that need nothing of orders: rewriting, lengths, definitions, roots of
 * psd matrices.
 */
import type { FormulaOf } from '../../kernel/formula.ts';
import type { Context } from '../known/context.ts';
import { strategyFor, type Strategy } from '../known/strategy.ts';
import { withRoots } from '../rewriting/laws.ts';
import { byBothOrders } from './both-orders.ts';
import { byLength } from './by-length.ts';
import { slopeStrategy } from './by-slopes.ts';
import {
  decomposition,
  definedIn,
  definedInside,
  numberIn,
  throughDefinitions,
} from './definitions.ts';
import { proveEqual } from './equality.ts';
import { fixedSizes } from './fixed-sizes.ts';
import { psdIn, throughGramFactors } from './gram-factors.ts';
import { looseIn, withoutLooseWires } from './loose-wires.ts';

/** Inside a proof that opened a decomposition A = U D U', A is replaced by it. */
const isDecomposed = (known: Context): boolean => known.facts.some((f) => f.name === decomposition);

const definitions = (kind: 'equal' | 'is' | 'less' | 'exists'): Strategy =>
  strategyFor(kind, {
    name: `definitions (${kind})`,
    notFor: ['bounds', 'conditions', 'squares'],
    summary: 'a name with an equation is replaced by the other side',
    promise: (goal, known) => {
      if (!definedIn(goal, known)) return null;
      if (isDecomposed(known) || numberIn(goal, known)) return 0.9;
      return kind === 'equal' && definedInside(goal, known) ? 0.5 : 0.1;
    },
    prove: (goal, known) =>
      throughDefinitions(goal, known, kind === 'equal' && definedInside(goal, known)),
  });

const gramFactors = (kind: 'equal' | 'less'): Strategy =>
  strategyFor(kind, {
    name: `roots of psd matrices (${kind})`,
    notFor: ['bounds', 'conditions', 'squares'],
    summary: "a psd matrix A is replaced by R'R",
    promise: (goal, known) => (psdIn(goal, known) ? 0.05 : null),
    prove: (goal, known) => throughGramFactors(goal, known),
  });

export const equalityStrategies: readonly Strategy[] = [
  slopeStrategy,
  strategyFor('equal', {
    name: 'equations',
    summary:
      'a = b by rewriting with what is known, with inverses, determinants and pseudo-inverses',
    // with what is known of roots and logarithms at once: without it their derivatives lead
    // nowhere, slowly
    promise: 0.95,
    prove: ({ left, right }, known) =>
      proveEqual(left, right, withRoots(known, known.search.prove, left, right)),
  }),
  strategyFor('equal', {
    name: 'the square of a length',
    summary: "|t| = r because t't = r^2 and 0 <= r",
    notFor: ['bounds'],
    promise: 0.5,
    prove: (goal, known) => byLength(goal, known, known.search.prove),
  }),
  strategyFor('equal', {
    name: 'forms from both sides',
    summary: "A = B because u'A u <= u'B u <= u'A u for every u",
    notFor: ['bounds'],
    promise: ({ left }) => (left.shape.length === 2 ? 0.4 : null),
    prove: (goal, known) => byBothOrders(goal, known, known.search.prove),
  }),
  strategyFor('equal', {
    name: 'loose wires',
    summary: 'kron(A, I) = kron(B, I) from A = B',
    promise: (goal) => (looseIn(goal) ? 0.25 : null),
    prove: (goal: FormulaOf<'equal'>, known) => withoutLooseWires(goal, known),
  }),
  fixedSizes,
  definitions('equal'),
  definitions('is'),
  definitions('less'),
  definitions('exists'),
  gramFactors('equal'),
  gramFactors('less'),
];
