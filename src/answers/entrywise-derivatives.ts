/** Expressions that act entry by entry on one part of them, with their derivative by that part. */
import type { Expr } from '../language/ast.ts';
import { isOperation } from './build-atoms.ts';
import {
  entrywiseSlope,
  entryPowerSlope,
  entryQuotient,
  onesLike,
  slope,
} from './known-derivatives.ts';
import type { Target } from './target.ts';

/** φ(u): the part u, and φ'(u). */
export interface Entrywise {
  readonly part: Expr;
  readonly slope: Expr;
}

/** Null where the expression does not act entry by entry, or has no known derivative. */
export function entrywiseDerivative(e: Expr, by: Target): Entrywise | null {
  if (e.kind === 'operator') return ofOperator(e);
  const [part, ...more] = e.kind === 'call' ? e.args : [];
  if (e.kind !== 'call' || part === undefined || more.length > 0 || !actsEntrywise(e, by))
    return null;
  const known = e.order === 0 && e.builtin;
  return { part, slope: known ? slope(e.fn, part) : { ...e, order: e.order + 1 } };
}

function ofOperator(e: Extract<Expr, { kind: 'operator' }>): Entrywise | null {
  const [a, b] = e.args as [Expr, Expr];
  const size = sizeInside(e);
  // log|s| has the slope 1/s
  if (size !== null) return { part: size, slope: entryQuotient(onesLike(size), size) };
  if (e.operator === 'entrypow') return { part: a, slope: entryPowerSlope(a, b) };
  const known = entrywiseSlope(e.operator, a);
  return known && { part: a, slope: known };
}

/** An activation acts on each entry; a function of a number with a number as value does too. */
const actsEntrywise = (e: Extract<Expr, { kind: 'call' }>, { activations }: Target): boolean =>
  e.fn !== 'softmax' &&
  (e.builtin || activations.has(e.fn) || (e.shape.length === 0 && e.args[0]?.shape.length === 0));

/** s where the expression is log|s|; null elsewhere. */
function sizeInside(e: Expr): Expr | null {
  const a = isOperation(e, 'log') ? e.args[0]! : null;
  if (a === null) return null;
  const isSize = isOperation(a, 'abs') || (isOperation(a, 'bars') && a.args[0]!.shape.length === 0);
  return isSize ? (a as Extract<Expr, { kind: 'operator' }>).args[0]! : null;
}
