/** Derivatives of functions with a name, in the form that people write. */
import type { Expr } from '../language/ast.ts';
import { entrywise, product, quotient } from './build.ts';
import { sum } from './build-sums.ts';
import { call, constant, number, operation } from './build-atoms.ts';
import { fraction, fractionOf, plus } from './rational.ts';

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
  const over = (top: Expr, bottom: Expr): Expr | null =>
    u.shape.length === 0 ? quotient(top, bottom) : operation('quotient', [top, bottom], u.shape);
  switch (operator) {
    case 'exp':
      return value;
    case 'log':
      return over(onesLike(u), u);
    case 'sqrt':
      return over(onesLike(u), entrywise(number(2n), value));
    case 'abs':
      return u.shape.length === 0 ? quotient(u, value) : null;
    case 'sin':
      return operation('cos', [u], u.shape);
    case 'cos':
      return entrywise(number(negative), operation('sin', [u], u.shape));
    default:
      return null;
  }
}
