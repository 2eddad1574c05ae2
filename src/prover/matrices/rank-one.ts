/** Matrices whose rank is at most 1: A is u v', and what is asked of A is asked of u v'. */
import type { Term } from '../../kernel/term.ts';
import { substituteIn } from '../../kernel/binders.ts';
import type { Formula } from '../../kernel/formula.ts';
import { bareHead, number, variable } from '../../kernel/graph.ts';
import { one } from '../../kernel/ratio.ts';
import {
  assume,
  fact,
  hole,
  modusPonens,
  replace,
  unpack,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { alike } from '../derived/labelled.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { freshIn, type Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { renameExistence } from '../known/rename-existence.ts';
import { ask, type Attempt, type Strategy } from '../known/strategy.ts';
import { rankArgument } from './prove-rank.ts';

const name = 'rank at most one';

/** rank A ≤ 1 of a matrix with a name, as it is known. */
function statedIn(known: Context): { a: Term; below: Theorem } | null {
  for (const { theorem } of known.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'equal' && f.kind !== 'less') continue;
    const a = rankArgument(f.left);
    if (!a || bareHead(a)?.kind !== 'variable' || !alike(f.right, number(one))) continue;
    if (f.kind === 'equal' || !f.strict)
      return { a, below: f.kind === 'equal' ? weak(theorem) : theorem };
  }
  return null;
}

/** The goal, with u v' in place of A, where A stands inside something. */
function* putInto(goal: Formula, a: Term, same: Theorem, known: Context): Attempt {
  const head = bareHead(a);
  const f = same.conclusion;
  if (head?.kind !== 'variable' || f.kind !== 'equal') return null;
  const put = (term: Term): Formula => substituteIn(goal, head.name, { kind: 'term', term });
  const t = yield* ask(put(f.right), known);
  return t && replace(put(variable(hole, a.shape)), flipped(same), t);
}
const isInside = (goal: Formula): boolean =>
  termsOf(goal).some((t) =>
    t.monomials.some((m) => m.factors.some((f) => f.head.kind !== 'variable')),
  );

export const rankOne: Strategy = {
  name,
  summary: "A = u v' for a matrix A with rank(A) <= 1",
  kinds: ['equal', 'exists', 'less', 'is'],
  notFor: ['bounds', 'kernels'],
  promise: (_, known) =>
    !known.replaced.includes(name) &&
    !known.facts.some((f) => f.name === name) &&
    statedIn(known) !== null
      ? 0.6
      : null,
  *prove(goal, known): Attempt {
    const said = statedIn(known);
    if (!said) return null;
    const existence = modusPonens(fact(name, said.a), said.below);
    const outer = renameExistence(existence, freshIn(known, 'u#', ...termsOf(goal)));
    const f = outer.conclusion;
    if (f.kind !== 'exists') return null;
    const inner = renameExistence(assume(f.body), freshIn(known, 'v#', ...termsOf(goal)));
    const g = inner.conclusion;
    if (g.kind !== 'exists') return null;
    const same = assume(g.body);
    // A = u v' would turn u v' into A again
    const t = isInside(goal)
      ? yield* putInto(goal, said.a, same, { ...known, replaced: [...known.replaced, name] })
      : yield* assuming(known, [{ theorem: same, name }], (c) => ask(goal, c));
    return t && unpack(outer, unpack(inner, t));
  },
};
