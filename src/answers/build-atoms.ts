/** Smallest parts of an answer: numbers, zeros, identities, operations and calls. */
import type { Expr, Shape } from '../language/ast.ts';
import { type Fraction, fraction, fractionText, one, zero } from './rational.ts';

export const span = { start: 0, end: 0 };

/** Rows and columns; a scalar is 1×1, a vector n×1. */
export const grid = (shape: Shape): readonly [string, string] =>
  shape.length === 0 ? ['1', '1'] : shape.length === 1 ? [shape[0]!, '1'] : [shape[0]!, shape[1]!];
export const fromGrid = (rows: string, columns: string): Shape =>
  columns === '1' ? (rows === '1' ? [] : [rows]) : [rows, columns];

export const number = (value: Fraction | bigint): Expr => ({
  kind: 'number',
  value: fractionText(typeof value === 'bigint' ? fraction(value) : value),
  span,
  shape: [],
});
export const constant = (which: 'identity' | 'zero' | 'ones', shape: Shape): Expr => ({
  kind: 'constant',
  which,
  span,
  shape,
});
export const nothing = (shape: Shape): Expr =>
  shape.length === 0 ? number(zero) : constant('zero', shape);
export const identity = (n: string): Expr =>
  n === '1' ? number(one) : constant('identity', [n, n]);
export const operation = (operator: string, args: readonly Expr[], shape: Shape): Expr => ({
  kind: 'operator',
  operator,
  args,
  params: [],
  span,
  shape,
});
export const call = (fn: string, order: number, arg: Expr): Expr => ({
  kind: 'call',
  fn,
  builtin: true,
  index: null,
  order,
  args: [arg],
  span,
  shape: arg.shape,
});

export const isNothing = (e: Expr): boolean =>
  (e.kind === 'constant' && e.which === 'zero') || (e.kind === 'number' && /^0$/.test(e.value));
export const isIdentity = (e: Expr): boolean =>
  (e.kind === 'constant' && e.which === 'identity') || (e.kind === 'number' && e.value === '1');
export type Operation = Extract<Expr, { kind: 'operator' }>;
export const isOperation = <K extends string>(
  e: Expr,
  operator: K,
): e is Operation & { readonly operator: K } => e.kind === 'operator' && e.operator === operator;
