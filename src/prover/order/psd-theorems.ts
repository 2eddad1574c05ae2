/**
 * Positive semidefinite matrices by cited theorems: products entry by entry, and square roots in
 * order.
 */
import type { Term } from '../../kernel/term.ts';
import { factorTerm, permute, scale, variable } from '../../kernel/graph.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import { cite, fact, first, hole, replace, second, type Theorem } from '../../kernel/theorem.ts';
import { ratio, times } from '../../kernel/ratio.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { alike, retell } from '../derived/labelled.ts';
import type { Strategy } from '../known/strategy.ts';
import { entrywiseOf } from '../bounds/invited.ts';
import { freedBy } from './form-sources.ts';

/** A and B where a matrix is A − B. */
function differenceOf(t: Term): readonly [Term, Term] | null {
  const bare = t.monomials.map((m) => {
    const [f, ...more] = m.factors;
    if (!f || more.length > 0 || f.slots.length !== 2 || Object.keys(m.powers).length > 0)
      return null;
    if (m.coefficient.den !== 1n) return null;
    const term = f.slots.join() === m.free.join() ? factorTerm(f) : permute(factorTerm(f), [1, 0]);
    return { sign: m.coefficient.num, term };
  });
  const [a, b] = [1n, -1n].map((sign) => bare.find((x) => x?.sign === sign)?.term);
  return bare.length === 2 && a && b ? [a, b] : null;
}

/** A where the term may be tr(A) I − A. */
const belowItsTrace = (t: Term): Theorem[] =>
  t.monomials.length !== 2
    ? []
    : t.monomials.flatMap((m) => {
        const [f, ...more] = m.factors;
        if (!f || more.length > 0 || f.slots.length !== 2 || m.free[0] === m.free[1]) return [];
        const a = factorTerm(f);
        return [fact('a psd matrix below its trace', a)];
      });

/** inv((A + B)/2), where the term may be (inv(A) + inv(B))/2 − inv((A + B)/2). */
const convexInverses = (t: Term): Theorem[] =>
  t.monomials.flatMap((m) => {
    const [f] = m.factors;
    if (f?.head.kind !== 'inverse' || !f.head.matrix || f.head.params.length > 0) return [];
    const { arg } = f.head;
    if (arg.monomials.length !== 2 || t.monomials.length !== 3) return [];
    const [a, b] = arg.monomials.map((p) =>
      scale(times(ratio(2n), p.coefficient), subgraph({ ...p, powers: {} }, p.factors, p.free)),
    ) as [Term, Term];
    return [fact('inverses are convex', a, b)];
  });

const candidates = ({ predicate, subject }: FormulaOf<'is'>): Theorem[] => {
  const each = entrywiseOf(subject);
  const ordered = predicate === 'psd' ? differenceOf(subject) : null;
  return [
    ...(each
      ? [(predicate === 'psd' ? first : second)(cite('Schur product theorem', ...each))]
      : []),
    ...(predicate === 'psd' ? [...belowItsTrace(subject), ...convexInverses(subject)] : []),
    ...(ordered ? [cite('Löwner and Heinz', ...ordered)] : []),
  ];
};

export const psdTheorems: Strategy = {
  name: 'cited theorems on definite matrices',
  summary: 'A .* B is psd because A and B are; A >>= B because A A >>= B B, of psd matrices',
  kinds: ['is'],
  cites: true,
  promise: (goal) =>
    goal.kind === 'is' &&
    (goal.predicate === 'psd' || goal.predicate === 'pd') &&
    candidates(goal).length > 0
      ? 0.5
      : null,
  *prove(goal, known) {
    const { predicate, subject } = goal as FormulaOf<'is'>;
    for (const t of candidates(goal as FormulaOf<'is'>)) {
      const free = yield* freedBy(t, known);
      const f = free.conclusion;
      if (f.kind === 'is' && alike(f.subject, subject))
        return replace(
          is(predicate, variable(hole, subject.shape)),
          retell(f.subject, subject),
          free,
        );
    }
    return null;
  },
};
