/**
 * Equations from inequalities that hold for every vector: x = 0, because x·y ≥ 0 also for y = −x.
 */
import type { Term } from '../../kernel/term.ts';
import { specialise } from '../../kernel/theorem.ts';
import type { Formula } from '../../kernel/formula.ts';
import { minus, negated } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor } from '../known/strategy.ts';

const mark = 'instances at the difference';

/** Is it an inequality for every tensor of this shape? */
const boundsAll = (f: Formula, like: Term): boolean =>
  f.kind === 'forall' &&
  f.bound.kind === 'tensor' &&
  f.bound.shape.join() === like.shape.join() &&
  f.body.kind === 'less';

export const oppositeInstances = strategyFor('equal', {
  name: mark,
  summary: 'x = 0, because dot(x, y) >= 0 for every y, so at y = -x',
  notFor: ['bounds', 'kernels', 'squares'],
  promise: ({ left }, known) =>
    left.shape.length > 0 &&
    !known.replaced.includes(mark) &&
    known.facts.some(({ theorem }) => boundsAll(theorem.conclusion, left))
      ? 0.4
      : null,
  *prove(goal, given) {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const gap = minus(goal.left, goal.right);
    const facts = known.facts
      .filter(({ theorem }) => boundsAll(theorem.conclusion, gap))
      .slice(0, 3)
      .flatMap(({ theorem, name }) =>
        [gap, negated(gap)].map((term) => ({
          theorem: specialise(theorem, { kind: 'term', term }),
          name,
        })),
      );
    return yield* assuming(known, facts, (c) => ask(goal, c));
  },
});
