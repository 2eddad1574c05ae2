/** Derivatives of a polynomial map, monomial by monomial. */
import type { DerivativeKind } from '../language/ast.ts';
import type { Field } from '../numbers/field.ts';
import type { PolynomialMap, PolynomialTerm } from './assignment.ts';

/** Powers of the inputs, each multiplied out once. */
const powersOf = <T>(field: Field<T>, x: readonly T[]): ((i: number, k: number) => T) => {
  const known = x.map((value): T[] => [field.one, value]);
  return (i, k) => {
    const list = known[i] as T[];
    while (list.length <= k) list.push(field.mul(list.at(-1) as T, x[i] as T));
    return list[k] as T;
  };
};

/** The derivative of one monomial after another by the given inputs, summed. */
const summed = <T>(
  field: Field<T>,
  terms: readonly PolynomialTerm<T>[],
  power: (i: number, k: number) => T,
  by: readonly number[],
): T => {
  let sum: T | null = null;
  for (const { coefficient, powers } of terms) {
    let factor = 1;
    const left = [...powers];
    for (const i of by) {
      const k = left[i] ?? 0;
      factor *= k;
      left[i] = k - 1;
    }
    if (factor === 0) continue;
    let product = factor === 1 ? coefficient : field.mul(field.fromInteger(factor), coefficient);
    left.forEach((k, i) => {
      if (k > 0) product = field.mul(product, power(i, k));
    });
    sum = sum === null ? product : field.add(sum, product);
  }
  return sum ?? field.zero;
};

/**
 * Gradient, Jacobian (outputs × inputs) or Hessian of a polynomial map, monomial by monomial: what
 * jets compute, for a fraction of the work.
 */
export const polynomialDerivative = <T>(
  field: Field<T>,
  which: DerivativeKind,
  map: PolynomialMap<T>,
  x: readonly T[],
): readonly T[] => {
  const power = powersOf(field, x);
  const inputs = x.map((_, i) => i);
  if (which !== 'hess')
    return map.outputs.flatMap((terms) => inputs.map((i) => summed(field, terms, power, [i])));
  const [terms = []] = map.outputs;
  const upper = inputs.map((i) =>
    inputs.map((j) => (j < i ? null : summed(field, terms, power, [i, j]))),
  );
  return inputs.flatMap((i) => inputs.map((j) => upper[Math.min(i, j)]?.[Math.max(i, j)] as T));
};
