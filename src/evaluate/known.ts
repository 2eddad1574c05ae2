/** Evaluates an exponent or factor that depends only on numbers, dimensions and indices. */
import type { Expr } from '../language/ast.ts';
import { Unsupported } from '../numbers/field.ts';
import { add, denominator, div, mul, neg, numerator, sub, type Q } from '../numbers/rational.ts';
import { parseRational } from '../numbers/rational-text.ts';
import { compileDim, type Indices } from './sizes.ts';
import { positionOf } from './scope.ts';

type Known = (dims: ReadonlyMap<string, number>, indices: Indices) => Q;

const operations: Readonly<Record<string, (...args: Q[]) => Q>> = {
  add: (a = 0, b = 0) => add(a, b),
  sub: (a = 0, b = 0) => sub(a, b),
  mul: (a = 0, b = 0) => mul(a, b),
  div: (a = 0, b = 0) => div(a, b),
  neg: (a = 0) => neg(a),
};

const compile = (expr: Expr): Known => {
  if (expr.kind === 'number') {
    const value = parseRational(expr.value);
    return () => value;
  }
  if (expr.kind === 'dimension') return compileDim(expr.dim);
  if (expr.kind === 'index')
    return (_, indices) => positionOf({ name: expr.name, offset: 0 }, indices);
  const operation = expr.kind === 'operator' ? operations[expr.operator] : undefined;
  if (expr.kind !== 'operator' || !operation) {
    return () => {
      throw new Unsupported(
        'an exponent is a whole number or a half, made of numbers, dimensions and indices',
      );
    };
  }
  const args = expr.args.map(compile);
  return (dims, indices) => operation(...args.map((a) => a(dims, indices)));
};

/**
 * Numerator and denominator of an expression of numbers, dimensions and indices alone;
 * `Unsupported` for any other.
 */
export const compileKnown = (
  expr: Expr,
): ((dims: ReadonlyMap<string, number>, indices: Indices) => readonly [number, number]) => {
  const known = compile(expr);
  return (dims, indices) => {
    const value = known(dims, indices);
    return [Number(numerator(value)), Number(denominator(value))];
  };
};
