/**
 * Polynomials in numbers that are known not to be negative, as sums of products of these with
 * squares of differences: m (p − q)² with monomials m, p and q, found by a linear program. Source:
 * Schur and Muirhead for inequalities of means.
 */
import type { Monomial, Term } from '../../kernel/term.ts';
import { number, variable } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { passed } from '../agenda/effort.ts';
import { alike, nothing, orderBy } from '../derived/labelled.ts';
import { nonnegativeCombination } from '../derived/linear-program.ts';
import { minus, times } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import { strategyFor } from '../known/strategy.ts';
import { type Candidate, valueOf } from './combined.ts';

const mark = 'polynomials of nonnegative numbers';
const mostDegree = 4;
const mostCandidates = 260;

/** The names that a monomial multiplies; null where it is something else. */
function namesIn({ factors, wires, powers }: Monomial): readonly string[] | null {
  if (wires.length > 0 || Object.keys(powers).length > 0 || factors.length > mostDegree)
    return null;
  const names = factors.flatMap(({ head }) => (head.kind === 'variable' ? [head.name] : []));
  return names.length === factors.length ? names : null;
}

/** The numbers of a homogeneous polynomial, and its degree from 3 on; null for all else. */
function polynomialIn({ left, right }: FormulaOf<'less'>) {
  const names = new Set<string>();
  let degree: number | null = null;
  for (const m of minus(right, left).monomials) {
    const found = namesIn(m);
    if (!found || (degree !== null && degree !== found.length)) return null;
    degree = found.length;
    found.forEach((name) => names.add(name));
  }
  if (degree === null || degree < 3 || names.size < 2 || names.size > 4) return null;
  return { names: [...names], degree };
}

interface Product {
  readonly term: Term;
  /** 0 ≤ each of its factors; null where one is not known. */
  readonly signs: readonly Theorem[] | null;
}

/** All products of k of the numbers. */
function products(numbers: readonly Product[], k: number): Product[] {
  if (k === 0) return [{ term: number(one), signs: [] }];
  return numbers.flatMap((x, i) =>
    products(numbers.slice(i), k - 1).map((rest) => ({
      term: times(x.term, rest.term),
      signs: x.signs && rest.signs && [...x.signs, ...rest.signs],
    })),
  );
}

/** 0 ≤ s, as it is known. */
const signOf = (s: Term, known: Context): Theorem | undefined =>
  known.facts
    .map(({ theorem }) => theorem)
    .find(
      ({ conclusion: f }) =>
        f.kind === 'less' && f.left.monomials.length === 0 && alike(f.right, s),
    );

/** m (p − q)² and m alone, of the degree. */
function candidates(numbers: readonly Product[], degree: number): Candidate[] {
  const found: Candidate[] = [];
  for (let k = 0; 2 * k <= degree; k++) {
    const factors = products(numbers, degree - 2 * k).filter(({ signs }) => signs !== null);
    const bases = k === 0 ? [] : products(numbers, k);
    const pairs = bases.flatMap((p, i) => bases.slice(i + 1).map((q) => minus(p.term, q.term)));
    for (const { signs } of factors) {
      const facts = signs as readonly Theorem[];
      if (k === 0) found.push({ facts, squares: [] });
      else for (const d of pairs) found.push({ facts, squares: [d] });
    }
  }
  return found.slice(0, mostCandidates);
}

export const nonnegativePolynomials = strategyFor('less', {
  name: mark,
  summary: 'a^3 + b^3 + c^3 >= 3 a b c and the like, as sums of products with squares',
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (!goal.strict && polynomialIn(goal) ? 0.86 : null),
  prove(goal, known) {
    const found = polynomialIn(goal);
    if (!found || passed(known.deadline)) return null;
    const numbers = found.names.map((name): Product => {
      const term = variable(name, []);
      const sign = signOf(term, known);
      return { term, signs: sign ? [sign] : null };
    });
    const all = candidates(numbers, found.degree);
    const gap = difference(goal.right, goal.left, nothing);
    const parts = nonnegativeCombination(gap, all.map(valueOf), known.deadline);
    const summands = parts?.map(({ index, coefficient }) => ({
      coefficient,
      ...(all[index] as Candidate),
    }));
    return summands ? orderBy(goal.left, goal.right, false, summands) : null;
  },
});
