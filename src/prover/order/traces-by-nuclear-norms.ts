/** Traces by nuclear norms: ±tr(U A) ≤ ‖U‖ ‖A‖_*, with what is known of ‖U‖. Source: von Neumann. */
import type { Term } from '../../kernel/term.ts';
import { number, operation, permute } from '../../kernel/graph.ts';
import { equal, less, type FormulaOf } from '../../kernel/formula.ts';
import { fact, weak, type Theorem } from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { alike, byFacts, orderBy, summand } from '../derived/labelled.ts';
import { normOf } from '../derived/norm-parts.ts';
import { inner, negated, nought, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { strategyFor, type Ask } from '../known/strategy.ts';
import { one } from '../../kernel/ratio.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { pairsIn } from './cauchy-traces.ts';
import { byTheseAlone } from './sums-of-signs.ts';

const nuclearOf = (t: Term): Term => operation('nuclear', t);

interface Dual {
  readonly u: Term;
  readonly a: Term;
  /** ‖A‖_* is at most what stands in the goal. */
  readonly told: Theorem | null;
}

/** U and A of each trace U·A in the goal, where the nuclear norm of A or of A' stands there too. */
function dualsIn(goal: FormulaOf<'less'>): Dual[] {
  const stated = appliedIn(goal.right)
    .filter((x) => x.symbol === 'nuclear')
    .map((x) => x.argument);
  return pairsIn(goal)
    .flatMap(([p, q]) => [
      [p, q],
      [q, p],
    ])
    .flatMap(([u, a]): Dual[] => {
      if (!u || !a) return [];
      if (stated.some((t) => alike(t, a))) return [{ u, a, told: null }];
      const turned = permute(a, [1, 0]);
      return stated.some((t) => alike(t, turned))
        ? [{ u, a, told: weak(flipped(fact('nuclear norm of the transpose', a))) }]
        : [];
    });
}

/** ‖U‖ ≤ 1, of an isometry or by what else is known. */
function* atMostOne(u: Term, known: Context): Generator<Ask, Theorem | null, Theorem | null> {
  const unit = yield { goal: equal(normOf(u), number(one)), known, share: 200 };
  return unit ? weak(unit) : yield { goal: less(normOf(u), number(one), false), known, share: 200 };
}

/** ±U·A ≤ ‖U‖ ‖A‖_*, and ≤ ‖A‖_* where ‖U‖ ≤ 1. */
function boundsOf({ u, a, told }: Dual, short: Theorem | null): Theorem[] {
  const sign = fact('the nuclear norm is not negative', a);
  const whole = told ? nuclearOf(permute(a, [1, 0])) : nuclearOf(a);
  return [u, negated(u)].flatMap((t) => {
    const opposite = t === u ? [] : [summand([weak(fact('norm of the negative', u)), sign])];
    const below = told ? [summand([fact('the norm is not negative', u), told])] : [];
    const dual = orderBy(inner(t, a), times(normOf(u), whole), false, [
      summand([fact('nuclear duality', t, a)]),
      ...opposite,
      ...below,
    ]);
    if (!short) return [dual];
    const positive = told ? byFacts(nought(), whole, false, [sign, told]) : sign;
    return [orderBy(inner(t, a), whole, false, [summand([dual]), summand([short, positive])])];
  });
}

export const tracesByNuclearNorms = strategyFor('less', {
  name: 'traces by nuclear norms',
  summary: 'tr(U A) <= norm(U) nuclear(A), and <= nuclear(A) where norm(U) <= 1',
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (dualsIn(goal).length > 0 ? 0.7 : null),
  *prove(goal, known) {
    const found: Theorem[] = [];
    const normed = appliedIn(goal.right).filter((x) => x.symbol === 'norm');
    for (const dual of dualsIn(goal).slice(0, 3)) {
      const isStated = normed.some((x) => alike(x.argument, dual.u));
      found.push(...boundsOf(dual, isStated ? null : yield* atMostOne(dual.u, known)));
    }
    return byTheseAlone(goal, known, found);
  },
});
