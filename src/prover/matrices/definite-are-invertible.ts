/** Goals about matrices that are known to be positive definite, with their inverses known too. */
import { is, type Formula } from '../../kernel/formula.ts';
import type { Term } from '../../kernel/term.ts';
import { bareHead } from '../../kernel/graph.ts';
import { free } from '../../kernel/binders.ts';
import type { Context, Fact } from '../known/context.ts';
import { alike } from '../derived/labelled.ts';
import { assuming } from '../known/facts.ts';
import { ask, type Strategy } from '../known/strategy.ts';

const mark = 'definite matrices are invertible';

/** Matrices with a name, pd by what is known, of which it is not yet known that they are invertible. */
function definiteIn(goal: Formula, known: Context): Term[] {
  const said = (predicate: string): Term[] =>
    known.facts.flatMap(({ theorem: { conclusion: f } }) =>
      f.kind === 'is' && f.predicate === predicate ? [f.subject] : [],
    );
  const invertible = said('invertible');
  return said('pd')
    .filter((a) => {
      const head = bareHead(a);
      return head?.kind === 'variable' && free(head.name, goal);
    })
    .filter((a) => !invertible.some((b) => alike(a, b)))
    .slice(0, 2);
}

export const definiteAreInvertible: Strategy = {
  name: mark,
  summary: 'products of pd matrices are pd or invertible, because pd matrices are invertible',
  kinds: ['is'],
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    !known.replaced.includes(mark) && definiteIn(goal, known).length > 0 ? 0.65 : null,
  *prove(goal, given) {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const found: Fact[] = [];
    for (const a of definiteIn(goal, known)) {
      const theorem = yield* ask(is('invertible', a), known, 100);
      if (theorem) found.push({ theorem, name: mark });
    }
    return found.length === 0 ? null : yield* assuming(known, found, (c) => ask(goal, c));
  },
};
