/** Derivatives of functions with a name, in the form that people write. */
import type { Expr } from '../language/ast.ts';
import { entrywise, product, quotient } from './build.ts';
import { sum } from './build-sums.ts';
import { call, constant, number, operation } from './build-atoms.ts';
import { type Fraction, fraction, fractionOf, plus } from './rational.ts';

const negative = fraction(-1n);

/** The number 1, or the vector or matrix of ones. */
export const onesLike = (e: Expr): Expr =>
  e.shape.length === 0 ? number(1n) : constant('ones', e.shape);

const minus = (a: Expr, b: Expr): Expr => sum([a, entrywise(number(negative), b)], a.shape);

/** φ'(u), with φ(u) where that is shorter; the bare φ'(u) where there is no shorter form. */
export function slope(fn: string, u: Expr): Expr {
  const value = call(fn, 0, u);
  switch (fn) {
    case 'identity':
      return onesLike(u);
    case 'square':
      return entrywise(number(2n), u);
    case 'tanh':
      return minus(onesLike(u), squared(value));
    case 'sigmoid':
      return entrywise(value, minus(onesLike(u), value));
    case 'softplus':
      return call('sigmoid', 0, u);
    default:
      return call(fn, 1, u);
  }
}

/**
 * φ'(u) and φ''(u) in other words, for a question that asks for them; null where there are none.
 */
export function slopeInWords(fn: string, order: number, u: Expr): Expr | null {
  const value = call(fn, 0, u);
  const one = onesLike(u);
  const sigma = call('sigmoid', 0, u);
  const times = (...factors: readonly Expr[]): Expr => factors.reduce((a, b) => entrywise(a, b));
  const plus2 = (a: Expr, b: Expr): Expr => sum([a, b], u.shape);
  const over = (e: Expr, by: Expr): Expr => quotient(e, by);
  const root = operation('sqrt', [number(2n)], []);
  const density = (c: Expr): Expr => operation('exp', [c], u.shape);
  const atZero = call('erf', 1, number(0n));
  if (order === 2) {
    switch (fn) {
      case 'tanh':
        return times(number(fraction(-2n)), value, minus(one, squared(value)));
      case 'sigmoid':
        return times(value, minus(one, value), minus(one, times(number(2n), value)));
      case 'softplus':
        return times(sigma, minus(one, sigma));
      case 'square':
        return times(number(2n), one);
      case 'silu':
        return times(
          sigma,
          minus(one, sigma),
          plus2(times(number(2n), one), times(u, minus(one, times(number(2n), sigma)))),
        );
      case 'relu':
      case 'leakyrelu':
      case 'identity':
        return times(number(0n), one);
      default:
        return null;
    }
  }
  if (order !== 1) return null;
  switch (fn) {
    case 'silu':
      return times(sigma, plus2(one, times(u, minus(one, sigma))));
    case 'relu':
      return over(plus2(one, operation('sign', [u], u.shape)), number(2n));
    case 'leakyrelu':
      return entryQuotient(value, u);
    case 'erf':
      return product(atZero, density(times(number(negative), squared(u))));
    case 'gelu':
      return plus2(
        over(plus2(one, call('erf', 0, over(u, root))), number(2n)),
        over(
          product(atZero, times(u, density(over(times(number(negative), squared(u)), number(2n))))),
          product(number(2n), root),
        ),
      );
    default:
      return null;
  }
}

const squared = (e: Expr): Expr =>
  e.shape.length === 0 ? operation('pow', [e, number(2n)], []) : entrywise(e, e);

/** a ./ b. */
export const entryQuotient = (a: Expr, b: Expr): Expr =>
  a.shape.length === 0 ? quotient(a, b) : operation('quotient', [a, b], a.shape);

/** The derivative of u .^ p by u: p u .^ (p − 1). */
export function entryPowerSlope(u: Expr, p: Expr): Expr {
  const less =
    p.kind === 'number' ? number(plus(fractionOf(p.value), negative)) : minus(p, number(1n));
  const isPlain = less.kind === 'number' && less.value === '1';
  return product(p, isPlain ? u : operation('entrypow', [u, less], u.shape));
}

/** The derivative of an operator that acts entry by entry: exp, log, sqrt, abs; null for others. */
export function entrywiseSlope(operator: string, u: Expr): Expr | null {
  const value = operation(operator, [u], u.shape);
  const over = (top: Expr, bottom: Expr): Expr =>
    u.shape.length === 0 ? quotient(top, bottom) : operation('quotient', [top, bottom], u.shape);
  // ones is a vector: of a matrix, write powers
  const isMatrix = u.shape.length > 1;
  const power = (p: Fraction): Expr => operation('entrypow', [u, number(p)], u.shape);
  switch (operator) {
    case 'exp':
      return value;
    case 'log':
      return isMatrix ? power(negative) : over(onesLike(u), u);
    case 'sqrt':
      if (isMatrix) return product(number(fraction(1n, 2n)), power(fraction(-1n, 2n)));
      return over(onesLike(u), entrywise(number(2n), value));
    case 'abs':
      return operation('sign', [u], u.shape);
    case 'sin':
      return operation('cos', [u], u.shape);
    case 'cos':
      return entrywise(number(negative), operation('sin', [u], u.shape));
    default:
      return null;
  }
}
