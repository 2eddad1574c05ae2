/**
 * Homogeneous and scale-invariant functions: equations by what is known for all numbers c,
 * differentiated at c = 1.
 */
import { strategyFor, ask } from '../known/strategy.ts';
import { saysForNumbers, slopesOf } from '../known/euler.ts';
import { assuming } from '../known/facts.ts';
import type { Context } from '../known/context.ts';

const mark = 'slopes in a number';

export const eulerEquations = strategyFor('equal', {
  name: 'Euler for homogeneous functions',
  summary:
    'grad(f)(u) · u = k f(u), because f(c u) = c^k f(u) for every c, or every c > 0; J v = ' +
    '0, because F(u + c v) = F(u) for every c',
  notFor: ['bounds', 'kernels', 'squares'],
  promise: (_, known) =>
    !known.replaced.includes(mark) &&
    known.facts.some(({ theorem }) => saysForNumbers(theorem.conclusion))
      ? 0.7
      : null,
  *prove(goal, given) {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const facts = known.facts
      .filter(({ theorem }) => saysForNumbers(theorem.conclusion))
      .slice(0, 3)
      .flatMap(({ theorem, name }) =>
        slopesOf(theorem, known).map((slope) => ({ theorem: slope, name })),
      );
    if (facts.length === 0) return null;
    return yield* assuming(known, facts, (c) => ask(goal, c));
  },
});
