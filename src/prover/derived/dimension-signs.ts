/** What holds of all sizes: 0 < c m^j n^-k and c <= c n for a number c > 0. */
import type { Dim, Term } from '../../kernel/term.ts';
import { contract, dimension, number, variable } from '../../kernel/graph.ts';
import { less } from '../../kernel/formula.ts';
import {
  assume,
  asymmetry,
  cases,
  classical,
  comparable,
  fact,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { negative, plus, zero } from '../../kernel/ratio.ts';
import { orderBy, summand } from './labelled.ts';
import { nought } from '../graphs/small-terms.ts';

const strictly = (right: Term, summands: readonly Summand[]): Theorem =>
  orderBy(nought(), right, true, summands);
const least = (n: Dim): Theorem => fact('a dimension is at least 1', variable('x#', [n]));

/** left ≤ right, or <, where right is made of dimensions; null where this does not settle it. */
export function ofSizes(left: Term, right: Term, strict: boolean): Theorem | null {
  const positive = left.monomials.length === 0 ? positiveSizes(right) : null;
  if (positive) return strict ? positive : orderBy(left, right, false, [summand([positive])]);
  const [m, ...more] = right.monomials;
  const [[n, power] = [], ...others] = Object.entries(m?.powers ?? {});
  const isNumber = left.monomials.every(
    (x) => x.factors.length === 0 && Object.keys(x.powers).length === 0,
  );
  if (
    !m ||
    more.length > 0 ||
    m.factors.length > 0 ||
    n === undefined ||
    power !== 1 ||
    others.length > 0 ||
    m.coefficient.num <= 0n ||
    !isNumber
  )
    return null;
  const rest = plus(m.coefficient, negative(left.monomials[0]?.coefficient ?? zero));
  if (strict ? rest.num <= 0n : rest.num < 0n) return null;
  return orderBy(left, right, strict, [
    { coefficient: m.coefficient, facts: [least(n)], squares: [] },
    ...(rest.num > 0n ? [summand([], rest)] : []),
  ]);
}

/**
 * 0 < m + 2 n + 1: a sum of positive products of dimensions; null where the term is something else.
 */
export function positiveSizes(term: Term): Theorem | null {
  if (term.shape.length > 0 || term.monomials.length === 0) return null;
  const parts = term.monomials.map((m): Summand | null => {
    if (m.factors.length === 0 && Object.keys(m.powers).length === 0)
      return m.coefficient.num > 0n ? { coefficient: m.coefficient, facts: [], squares: [] } : null;
    const product =
      m.factors.length > 0
        ? null
        : positiveProduct(
            contract(
              Object.entries(m.powers)
                .map(([d, k]) => dimension(d, k))
                .concat(number(m.coefficient)),
              Object.keys(m.powers)
                .map(() => '')
                .concat(''),
              '',
            ),
          );
    return product && summand([product]);
  });
  return parts.includes(null) ? null : strictly(term, parts as Summand[]);
}

/** 0 < n. */
function ofDimension(n: Dim): Theorem {
  const f = least(n).conclusion;
  if (f.kind !== 'less') throw new TypeError('a bound is wanted');
  return strictly(f.right, [summand([]), summand([least(n)])]);
}

/** A claim with more factors than this is not about widths. */
const most = 8;

/**
 * 0 < the term, where it is a positive number times powers of dimensions; null where it is
 * something else.
 */
function positiveProduct(term: Term): Theorem | null {
  const [m, ...more] = term.monomials;
  if (
    !m ||
    more.length > 0 ||
    term.shape.length > 0 ||
    m.factors.length > 0 ||
    m.coefficient.num <= 0n
  )
    return null;
  const powers = Object.entries(m.powers);
  if (powers.length === 0 || powers.reduce((sum, [, k]) => sum + Math.abs(k), 0) > most)
    return null;
  const repeated = (sign: 1 | -1): Theorem[] =>
    powers.flatMap(([d, k]) => Array<Theorem>(Math.max(0, sign * k)).fill(ofDimension(d)));
  const [above, below] = [repeated(1), repeated(-1)];
  const direct: Summand = { coefficient: m.coefficient, facts: above, squares: [] };
  if (below.length === 0) return strictly(term, [direct]);
  // were c P / Q at most 0, so were Q times that, which is c P
  const goal = less(nought(), term, true);
  const split = comparable(term, nought());
  const f = split.conclusion;
  if (f.kind !== 'or') return null;
  const impossible = asymmetry(strictly(nought(), [direct, summand([...below, assume(f.left)])]));
  return cases(split, classical(goal, impossible), assume(f.right));
}
