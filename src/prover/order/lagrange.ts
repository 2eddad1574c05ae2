/**
 * Lagrange's reduction: a quadratic form that is nowhere negative, as a sum of squares with positive
 * coefficients, which completes the square of one part after the other. Source: Horn and Johnson,
 * Matrix Analysis, theorem 4.5.8.
 */
import { add, scale, zeros } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { isZero, negative, plus, ratio, times, zero, type Ratio } from '../../kernel/ratio.ts';
import type { Summand, Theorem } from '../../kernel/theorem.ts';
import type { Term } from '../../kernel/term.ts';
import { passed, spend } from '../agenda/effort.ts';
import { nothing, orderBy, summand } from '../derived/labelled.ts';
import { difference, type Sum } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';

/** Σ c_ij t_i·t_j in numbers, vectors or matrices t; in polynomials the number 1 comes last. */
export interface Quadratic {
  readonly parts: readonly Term[];
  /** The symmetric matrix of the coefficients. */
  readonly matrix: readonly (readonly Ratio[])[];
}

export const noCoefficients = (n: number): Ratio[][] =>
  Array.from({ length: n }, () => Array<Ratio>(n).fill(zero));

/** c t_i·t_j, as half of it in either place. */
export function enter(matrix: Ratio[][], i: number, j: number, c: Ratio): void {
  const share = i === j ? c : times(c, ratio(1n, 2n));
  (matrix[i] as Ratio[])[j] = share;
  (matrix[j] as Ratio[])[i] = share;
}

/** Positive multiples of squares, which add up to the form; null where it is negative. */
function squaresOf({ parts, matrix }: Quadratic, known: Context): Summand[] | null {
  let left = matrix.map((row) => [...row]);
  const found: Summand[] = [];
  for (let i = 0; i < parts.length; i++) {
    spend(parts.length ** 2 / 32);
    if (passed(known.deadline)) return null;
    const row = left[i] as Ratio[];
    const pivot = row[i] as Ratio;
    if (isZero(pivot) && row.every(isZero)) continue;
    if (pivot.num <= 0n) return null;
    const shares = row.map((c) => (isZero(c) ? c : times(c, ratio(pivot.den, pivot.num))));
    const root = add(
      zeros((parts[i] as Term).shape),
      ...shares.flatMap((c, j) => (isZero(c) ? [] : [scale(c, parts[j] as Term)])),
    );
    // what is left of a polynomial is a number: a part that is certainly positive
    found.push(summand([], pivot, isPlain(root) ? [] : [root]));
    left = left.map((r, k) => {
      const c = row[k] as Ratio;
      return isZero(c)
        ? r
        : r.map((x, j) => {
            const share = shares[j] as Ratio;
            return isZero(share) ? x : plus(x, negative(times(c, share)));
          });
    });
  }
  return found;
}

/** Is it a number without names? */
const isPlain = (t: Term): boolean =>
  t.shape.length === 0 && t.monomials.every((m) => m.factors.length === 0);

export const gapOf = ({ left, right }: FormulaOf<'less'>): Sum => difference(right, left, nothing);

/** l ≤ r because r − l is the form; null where it is negative. */
export function bySquaresOf(
  goal: FormulaOf<'less'>,
  form: Quadratic,
  known: Context,
): Theorem | null {
  const summands = squaresOf(form, known);
  if (!summands) return null;
  if (goal.strict && !summands.some(({ squares }) => squares.length === 0)) return null;
  return orderBy(goal.left, goal.right, goal.strict, summands);
}
