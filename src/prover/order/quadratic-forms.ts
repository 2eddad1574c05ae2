/**
 * A quadratic polynomial in numbers that is nowhere negative, as a sum of squares with positive
 * coefficients: Lagrange's reduction, which completes the square one number after the other.
 * Source: Horn and Johnson, Matrix Analysis, theorem 4.5.8.
 */
import { add, factorTerm, number, scale, zeros } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { isZero, negative, one, plus, ratio, times, zero, type Ratio } from '../../kernel/ratio.ts';
import type { Summand } from '../../kernel/theorem.ts';
import type { Monomial, Term } from '../../kernel/term.ts';
import { writeHead } from '../../kernel/write.ts';
import { passed, spend } from '../agenda/effort.ts';
import { nothing, orderBy, summand } from '../derived/labelled.ts';
import { difference, own, type Sum } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import { strategyFor } from '../known/strategy.ts';

/** More numbers make certificates that take seconds to multiply out. */
const mostNumbers = 100;

/** A symmetric matrix of coefficients; the number 1 comes last. */
interface Quadratic {
  readonly numbers: readonly Term[];
  readonly matrix: readonly (readonly Ratio[])[];
}

/** The numbers that a monomial multiplies, by their texts; null where it is something else. */
function numbersIn({ factors, wires, powers }: Monomial): ReadonlyMap<string, Term> | null {
  if (wires.length > 0 || factors.length > 2 || Object.keys(powers).length > 0) return null;
  return new Map(factors.map((f) => [writeHead(f.head), factorTerm(f)]));
}

/** The gap as a quadratic polynomial; null where it is not quadratic in any number. */
function quadraticIn(gap: Sum): Quadratic | null {
  const numbers = new Map<string, Term>();
  let isSquared = false;
  for (const { monomial } of gap.values()) {
    const found = numbersIn(monomial);
    if (!found) return null;
    for (const [text, term] of found) numbers.set(text, term);
    isSquared ||= found.size === 1 && monomial.factors.length === 2;
  }
  if (!isSquared || numbers.size < 2 || numbers.size > mostNumbers) return null;
  const place = new Map([...numbers.keys()].map((text, i) => [text, i]));
  const last = numbers.size;
  const matrix = Array.from({ length: last + 1 }, () => Array<Ratio>(last + 1).fill(zero));
  for (const e of gap.values()) {
    const [i = last, j = last] = e.monomial.factors
      .map((f) => place.get(writeHead(f.head)) as number)
      .sort((a, b) => a - b);
    const c = i === j ? own(e) : times(own(e), ratio(1n, 2n));
    (matrix[i] as Ratio[])[j] = c;
    (matrix[j] as Ratio[])[i] = c;
  }
  return { numbers: [...numbers.values(), number(one)], matrix };
}

/** Positive multiples of squares, which add up to the polynomial; null where it is negative. */
function squaresOf({ numbers, matrix }: Quadratic, known: Context): Summand[] | null {
  let left = matrix.map((row) => [...row]);
  const found: Summand[] = [];
  const last = numbers.length - 1;
  for (let i = 0; i <= last; i++) {
    spend(numbers.length ** 2 / 32);
    if (passed(known.deadline)) return null;
    const row = left[i] as Ratio[];
    const pivot = row[i] as Ratio;
    if (isZero(pivot) && row.every(isZero)) continue;
    if (pivot.num <= 0n) return null;
    const shares = row.map((c) => (isZero(c) ? c : times(c, ratio(pivot.den, pivot.num))));
    const root = shares.flatMap((c, j) => (isZero(c) ? [] : [scale(c, numbers[j] as Term)]));
    // what is left of the polynomial is a number: a part that is certainly positive
    found.push(i === last ? summand([], pivot, []) : summand([], pivot, [add(zeros([]), ...root)]));
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

const quadratic = ({ left, right }: FormulaOf<'less'>): Quadratic | null =>
  quadraticIn(difference(right, left, nothing));

export const quadraticForms = strategyFor('less', {
  name: 'a quadratic form',
  summary: 'a quadratic polynomial in numbers is a sum of squares: Lagrange reduction',
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (quadratic(goal) !== null ? 0.9 : null),
  prove(goal, known) {
    const found = quadratic(goal);
    const summands = found && squaresOf(found, known);
    if (!summands) return null;
    if (goal.strict && !summands.some(({ squares }) => squares.length === 0)) return null;
    return orderBy(goal.left, goal.right, goal.strict, summands);
  },
});
