/** A quadratic polynomial in numbers that is nowhere negative. */
import { factorTerm, number } from '../../kernel/graph.ts';
import { one } from '../../kernel/ratio.ts';
import type { Monomial, Term } from '../../kernel/term.ts';
import { writeHead } from '../../kernel/write.ts';
import { own, type Sum } from '../graphs/sum.ts';
import { strategyFor } from '../known/strategy.ts';
import { bySquaresOf, enter, gapOf, noCoefficients, type Quadratic } from './lagrange.ts';

/** More numbers make certificates that take seconds to multiply out. */
const mostNumbers = 100;

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

export const quadraticForms = strategyFor('less', {
  name: 'a quadratic form',
  summary: 'a quadratic polynomial in numbers is a sum of squares: Lagrange reduction',
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (quadraticIn(gapOf(goal)) !== null ? 0.9 : null),
  prove(goal, known) {
    const form = quadraticIn(gapOf(goal));
    return form && bySquaresOf(goal, form, known);
  },
});
