/**
 * Norms of inverses next to other inverses: inv(A) - inv(B) = inv(A) (B - A) inv(B), and inv(I - Q) =
 * I + Q inv(I - Q), times vectors or matrices. Source: the resolvent identities.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { add, identity, variable } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { fact, first, hole, inverseOf, weak, type Theorem } from '../../kernel/theorem.ts';
import { headsIn } from '../bounds/heads.ts';
import { alike, linearBy, orderBy, summand } from '../derived/labelled.ts';
import { lengthOf, triangle } from '../derived/lengths.ts';
import { parts } from '../derived/norm-parts.ts';
import { normBound } from '../derived/norms.ts';
import { minus, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor, type Ask, type Attempt } from '../known/strategy.ts';
import { ofDifference } from './differences-of-inverses.ts';
import {
  behindIt,
  isInverse,
  productBelow,
  regular,
  signOfSize,
  size,
  solvedIn,
  told,
} from './inverse-fronts.ts';

const mark = 'norms of inverses';

/** |x| ≤ |R| + ‖Q‖ |x| where x = inv(I − Q) R. */
function* ofShift(t: Term, known: Context): Generator<Ask, Theorem[], Theorem | null> {
  const [m, ...more] = t.monomials;
  const solved = m && more.length === 0 ? solvedIn(m) : null;
  if (!solved || m?.coefficient.num !== 1n || m.coefficient.den !== 1n) return [];
  const unit = identity(solved.of.shape[0] as Dim);
  if (solved.of.monomials.length < 2 || !parts(solved.of).some((p) => alike(p, unit))) return [];
  const q = minus(unit, solved.of);
  const inverts = yield* regular(solved.of, known);
  if (!inverts) return [];
  const { behind } = solved;
  const moved = behindIt(q, t);
  const same = linearBy(t, add(behind, moved), [
    {
      equation: first(inverseOf(inverts)),
      context: behindIt(variable(hole, unit.shape), behind),
    },
  ]);
  const sum =
    t.shape.length === 1
      ? triangle(lengthOf(behind), lengthOf(moved)).theorem
      : fact('norm of a sum', behind, moved);
  const { bound, theorem } = normBound(q);
  const unitNorm = alike(behind, unit) ? [summand([weak(fact('norm of the identity', unit))])] : [];
  const right = add(unitNorm.length > 0 ? times() : size(behind), times(bound, size(t)));
  return [
    told(
      orderBy(size(add(behind, moved)), right, false, [
        summand([sum]),
        summand([productBelow(q, t)]),
        summand([theorem, signOfSize(t)]),
        ...unitNorm,
      ]),
      add(behind, moved),
      t,
      same,
    ),
  ];
}

const sizedIn = ({ left, right }: FormulaOf<'less'>): Term[] => {
  const heads = headsIn(left, right);
  const lengths = heads.lengths.map((l) => l.of).filter((t) => t.shape.length === 1);
  return [...heads.of('norm'), ...lengths].filter((t) =>
    t.monomials.some((m) => m.factors.some(isInverse)),
  );
};
const mayApply = (t: Term): boolean => t.monomials.every((m) => solvedIn(m) !== null);

export const normsOfInverses = strategyFor('less', {
  name: mark,
  summary:
    'norms of inv(A) - inv(B) by that of A - B, and of inv(I - A) by 1 + norm(A) norm(inv(I - A))',
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    !known.replaced.includes(mark) && sizedIn(goal).some(mayApply) ? 0.6 : null,
  *prove(goal, given): Attempt {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const found: Theorem[] = [];
    for (const t of sizedIn(goal).filter(mayApply).slice(0, 3))
      found.push(...(yield* ofDifference(t, known)), ...(yield* ofShift(t, known)));
    const facts = found.map((theorem) => ({ theorem, name: mark }));
    return facts.length === 0 ? null : yield* assuming(known, facts, (c) => ask(goal, c));
  },
});
