/**
 * Ranks compared by all that holds between those of factors, products and sums: one linear program
 * over ranks.
 */
import type { Term } from '../../kernel/term.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { antisymmetry, type Theorem } from '../../kernel/theorem.ts';
import { RankLattice } from '../bounds/rank-lattice.ts';
import { isOfMatrices } from '../bounds/rank-sources.ts';
import { operationsIn } from '../graphs/heads.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { addEquation, type Context } from '../known/context.ts';
import { equation } from '../derived/equations.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { strategyFor, type Strategy } from '../known/strategy.ts';
import { combined } from './combined.ts';
import { askedFor } from '../known/purposes.ts';

const ranksIn = (terms: readonly Term[]): Term[] =>
  operationsIn(terms, 'rank')
    .filter((o) => o.params.length === 0)
    .map((o) => o.arg);

const stated = (known: Context): Term[] =>
  known.facts.flatMap(({ theorem: { conclusion: f } }) =>
    f.kind === 'less' || f.kind === 'equal' ? termsOf(f) : [],
  );

interface Known {
  readonly more: Context;
  readonly equations: readonly Theorem[];
}

/** What is known of the ranks in the goal. */
function lattice(terms: readonly Term[], known: Context): Known {
  const ctx = askedFor(known, 'bounds');
  const found = new RankLattice(ctx);
  const own = ranksIn([...terms, ...stated(known)]);
  own.forEach((t) => found.meet(t));
  found.vanishing();
  found.stated();
  found.grow();
  found.pairs(own);
  found.grow();
  const facts = found.facts.map((theorem) => ({ theorem, name: 'ranks' }));
  return { more: { ...ctx, facts: [...ctx.facts, ...facts] }, equations: found.equations };
}

/** Numbers made of dimensions alone, where a known equation has a product and a sum. */
const speaksOfSizes = ({ left, right }: FormulaOf<'less'>, known: Context): boolean =>
  [left, right].every((t) => t.monomials.every((m) => m.factors.length === 0)) &&
  [left, right].some((t) => t.monomials.some((m) => Object.keys(m.powers).length > 0)) &&
  known.equations.some(isOfMatrices);

const speaksOfRanks = ({ left, right }: FormulaOf<'less'> | FormulaOf<'equal'>): boolean =>
  left.shape.length === 0 && ranksIn([left, right]).length > 0;

export const rankArithmetic: readonly Strategy[] = [
  strategyFor('less', {
    name: 'ranks of factors and sums',
    summary:
      'a <= b between ranks, by the ranks of factors, products and sums: Sylvester, Frobenius, subadditivity',
    notFor: ['bounds'],
    promise: (goal) => (speaksOfRanks(goal) ? 0.9 : null),
    prove: (goal, known) => combined(goal, lattice([goal.left, goal.right], known).more, false),
  }),
  strategyFor('less', {
    name: 'ranks behind dimensions',
    summary: "K - 1 <= d because M' M has rank K - 1 and M has d rows",
    notFor: ['bounds', 'conditions'],
    promise: (goal, known) => (!speaksOfSizes(goal, known) ? null : 0.25),
    prove: (goal, known) => combined(goal, lattice([goal.left, goal.right], known).more, false),
  }),
  strategyFor('equal', {
    name: 'ranks of factors and sums (equal)',
    summary: 'a = b between ranks, because a <= b and b <= a by the ranks of factors and sums',
    notFor: ['bounds'],
    promise: (goal) => (speaksOfRanks(goal) ? 0.44 : null),
    prove: (goal, known) => {
      const { more, equations } = lattice([goal.left, goal.right], known);
      const near = equations.reduce((c, t) => addEquation(c, equation(t, 'ranks')), known);
      const direct = byEquations(goal.left, goal.right, near, { rounds: 2, rows: 40, weight: 24 });
      if (direct) return direct;
      const below: Theorem | null = combined(less(goal.left, goal.right, false), more, false);
      const above = below && combined(less(goal.right, goal.left, false), more, false);
      return below && above && antisymmetry(below, above);
    },
  }),
];
