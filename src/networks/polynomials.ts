/** Draws polynomials; lists monomials and edge cases. */
import type { PolynomialMap, PolynomialTerm } from '../evaluate/assignment.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { once, pick, type Dice } from './dice.ts';
import { drawNonzero, type Style } from './entries.ts';
import { fraction, isZero } from './fraction.ts';

/**
 * The exponents of all monomials in `inputs` variables of at most the given degree, low degrees
 * first.
 */
export const monomials = (inputs: number, degree: number): number[][] => {
  const all: number[][] = [];
  const fill = (powers: number[], left: number): void => {
    if (powers.length === inputs) {
      all.push(powers);
      return;
    }
    for (let p = 0; p <= left; p++) fill([...powers, p], left - p);
  };
  fill([], degree);
  const total = (powers: readonly number[]): number => powers.reduce((a, b) => a + b, 0);
  return all.toSorted((a, b) => total(a) - total(b));
};

const term = (coefficient: Q, powers: readonly number[]): PolynomialTerm<Q> => ({
  coefficient,
  powers,
});

/** A monomial of at most the given degree, each degree equally often. */
const drawMonomial = (random: Dice, inputs: number, degree: number): number[] => {
  const powers = Array.from({ length: inputs }, () => 0);
  const total = inputs === 0 ? 0 : random.nextInt(0, degree);
  for (let i = 0; i < total; i++) {
    const at = random.nextInt(0, inputs - 1);
    powers[at] = (powers[at] ?? 0) + 1;
  }
  return powers;
};

/**
 * Edge cases of one output: 0, a constant, a coordinate, x², xy, x²+1, a product of all, the sum of
 * squares.
 */
const edgeOutput = (random: Dice, inputs: number, output: number): PolynomialTerm<Q>[] => {
  const unit = (...at: number[]): number[] => {
    const powers = Array.from({ length: inputs }, () => 0);
    for (const i of at)
      powers[i % Math.max(inputs, 1)] = (powers[i % Math.max(inputs, 1)] ?? 0) + 1;
    return inputs === 0 ? [] : powers;
  };
  const one = fraction(1);
  const i = output % Math.max(inputs, 1);
  switch (random.nextInt(0, 7)) {
    case 0:
      return [];
    case 1:
      return [term(one, unit())];
    case 2:
      return [term(one, unit(i))];
    case 3:
      return [term(one, unit(i, i))];
    case 4:
      return [term(one, unit(i, i + 1))];
    case 5:
      return [term(one, unit(i, i)), term(one, unit())];
    case 6:
      return [term(one, unit(...Array.from({ length: inputs }, (_, j) => j)))];
    default:
      return Array.from({ length: inputs }, (_, j) => term(one, unit(j, j)));
  }
};

/** Adds up equal monomials and drops zero coefficients; the order of first appearance stays. */
export const gathered = (terms: readonly PolynomialTerm<Q>[]): PolynomialTerm<Q>[] => {
  const sums = new Map<string, PolynomialTerm<Q>>();
  for (const t of terms) {
    const key = t.powers.join(',');
    const old = sums.get(key);
    sums.set(key, old ? term(rationals.add(old.coefficient, t.coefficient), t.powers) : t);
  }
  return [...sums.values()].filter((t) => !isZero(t.coefficient));
};

/**
 * A random polynomial map of degree at most 3 with few, mostly small integer coefficients, or an
 * edge case.
 */
export const drawPolynomial = (
  random: Dice,
  inputs: number,
  outputs: number,
  style: Style,
): PolynomialMap<Q> => {
  const edge = once(random, 4);
  const degree = pick(random, [1, 2, 2, 2, 3]);
  const list = Array.from({ length: outputs }, (_, o) => {
    if (edge) return edgeOutput(random, inputs, o);
    const terms = Array.from({ length: random.nextInt(1, 2 + Math.min(inputs, 3)) }, () =>
      term(drawNonzero(random, style), drawMonomial(random, inputs, degree)),
    );
    return gathered(terms);
  });
  return { kind: 'polynomial', inputs, outputs: list };
};
