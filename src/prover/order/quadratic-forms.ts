/**
 * A quadratic polynomial in numbers, vectors or matrices that is nowhere negative, as a sum of
 * squares with positive coefficients: Lagrange's reduction, which completes the square one number after the other.
 * Source: Horn and Johnson, Matrix Analysis, theorem 4.5.8.
 */
import { add, contract, factorTerm, number, scale, zeros } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { isZero, negative, one, plus, ratio, times, zero, type Ratio } from '../../kernel/ratio.ts';
import type { Summand, Theorem } from '../../kernel/theorem.ts';
import type { Monomial, Term } from '../../kernel/term.ts';
import { writeHead } from '../../kernel/write.ts';
import { passed, spend } from '../agenda/effort.ts';
import { nothing, orderBy, summand } from '../derived/labelled.ts';
import { letters } from '../graphs/indices.ts';
import { nought, squareOf } from '../graphs/small-terms.ts';
import { cuts, subgraph } from '../graphs/subgraph.ts';
import { difference, own, type Sum } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import { strategyFor } from '../known/strategy.ts';

/** More numbers make certificates that take seconds to multiply out. */
const mostNumbers = 100;

/** A symmetric matrix of coefficients; in polynomials the number 1 comes last. */
interface Quadratic {
  readonly parts: readonly Term[];
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
  const matrix = noCoefficients(last + 1);
  for (const e of gap.values()) {
    const [i = last, j = last] = e.monomial.factors
      .map((f) => place.get(writeHead(f.head)) as number)
      .sort((a, b) => a - b);
    enter(matrix, i, j, own(e));
  }
  return { parts: [...numbers.values(), number(one)], matrix };
}

const noCoefficients = (n: number): Ratio[][] =>
  Array.from({ length: n }, () => Array<Ratio>(n).fill(zero));

/** c t_i·t_j, as half of it in either place. */
function enter(matrix: Ratio[][], i: number, j: number, c: Ratio): void {
  const share = i === j ? c : times(c, ratio(1n, 2n));
  (matrix[i] as Ratio[])[j] = share;
  (matrix[j] as Ratio[])[i] = share;
}

/** The vectors and matrices whose squares stand in the gap, by their texts. */
function rootsIn(gap: Sum): Term[] {
  const found = new Map<string, Term>();
  for (const { monomial: m } of gap.values())
    for (const { chosen, free } of cuts(m, mostFactors)) {
      if (free.length === 0 || 2 * chosen.length !== m.factors.length) continue;
      const half = subgraph(m, chosen, free);
      const [square] = difference(squareOf(half), nought(), nothing).keys();
      const [text] = difference(half, zeros(half.shape), nothing).keys();
      if (square !== undefined && text !== undefined && gap.has(square)) found.set(text, half);
    }
  return [...found.values()];
}

/** Larger graphs are not products of two vectors that anybody writes. */
const mostFactors = 8;

/** Is every graph in it without sizes, and of an even number of factors? */
const mayBeForm = (gap: Sum): boolean =>
  gap.size > 2 &&
  [...gap.values()].every(
    ({ monomial: m }) =>
      m.wires.length > 0 &&
      m.factors.length > 1 &&
      m.factors.length <= mostFactors &&
      Object.keys(m.powers).length === 0,
  );

/** The gap as a form in vectors and matrices, Σ c_ij t_i·t_j; null where something is left. */
function formIn(gap: Sum): Quadratic | null {
  const parts = rootsIn(gap);
  if (parts.length < 2 || parts.length > mostVectors) return null;
  const matrix = noCoefficients(parts.length);
  const left = new Map(gap);
  parts.forEach((t, i) =>
    parts.slice(i).forEach((u, k) => {
      if (t.shape.join() !== u.shape.join()) return;
      const names = letters(t.shape.length);
      const product = contract([t, u], [names, names], '');
      const [[text, of] = []] = difference(product, nought(), nothing);
      const found = text === undefined ? undefined : left.get(text);
      if (text === undefined || !of || !found) return;
      left.delete(text);
      enter(matrix, i, i + k, times(found.coefficient, of.coefficient));
    }),
  );
  return left.size === 0 ? { parts, matrix } : null;
}

/** More vectors make more products than a claim has. */
const mostVectors = 12;

/** Positive multiples of squares, which add up to the polynomial; null where it is negative. */
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
    const root = shares.flatMap((c, j) => (isZero(c) ? [] : [scale(c, parts[j] as Term)]));
    const { shape } = parts[i] as Term;
    // what is left of the polynomial is a number: a part that is certainly positive
    const isNumber = parts[i] === parts.at(-1) && root.every(isPlain);
    found.push(
      isNumber ? summand([], pivot, []) : summand([], pivot, [add(zeros(shape), ...root)]),
    );
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
const isPlain = (t: Term): boolean => t.monomials.every((m) => m.factors.length === 0);

const gapOf = ({ left, right }: FormulaOf<'less'>): Sum => difference(right, left, nothing);

const bySquares = (
  goal: FormulaOf<'less'>,
  found: Quadratic | null,
  known: Context,
): Theorem | null => {
  const summands = found && squaresOf(found, known);
  if (!summands) return null;
  if (goal.strict && !summands.some(({ squares }) => squares.length === 0)) return null;
  return orderBy(goal.left, goal.right, goal.strict, summands);
};

export const quadraticForms = strategyFor('less', {
  name: 'a quadratic form',
  summary: 'a quadratic polynomial in numbers is a sum of squares: Lagrange reduction',
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (quadraticIn(gapOf(goal)) !== null ? 0.9 : null),
  prove: (goal, known) => bySquares(goal, quadraticIn(gapOf(goal)), known),
});

export const formsInVectors = strategyFor('less', {
  name: 'a quadratic form in vectors',
  summary: '|a - c|^2 <= 2 |a - b|^2 + 2 |b - c|^2 and the like as sums of squares of vectors',
  notFor: ['kernels'],
  promise: (goal) => (!goal.strict && mayBeForm(gapOf(goal)) ? 0.85 : null),
  prove: (goal, known) => bySquares(goal, formIn(gapOf(goal)), known),
});
