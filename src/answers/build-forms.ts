/**
 * Transposes, diagonals, inner products and traces of expressions, in the form that people write.
 */
import type { Expr } from '../language/ast.ts';
import {
  fromGrid,
  grid,
  identity,
  isNothing,
  isOperation,
  nothing,
  number,
  operation,
  span,
} from './build-atoms.ts';
import { product, quotient } from './build.ts';
import { multiple, scaled, sum } from './build-sums.ts';
import { fraction, zero } from './rational.ts';

/** e', moved to the single factors. */
export function transposed(e: Expr): Expr {
  const [rows, columns] = grid(e.shape);
  const shape = columns === '1' && rows !== '1' ? ['1', rows] : fromGrid(columns, rows);
  if (e.shape.length === 0) return e;
  if (isNothing(e)) return nothing(shape);
  if (e.kind === 'constant') return e.which === 'identity' ? e : operation('transpose', [e], shape);
  if (e.kind === 'operator') {
    const [a, b] = e.args as [Expr, Expr];
    switch (e.operator) {
      case 'transpose':
        return a;
      case 'neg':
        return multiple(fraction(-1n), transposed(a));
      case 'add':
        return sum([transposed(a), transposed(b)], shape);
      case 'sub':
        return sum([transposed(a), multiple(fraction(-1n), transposed(b))], shape);
      case 'mul':
        return a.shape.length === 0
          ? product(a, transposed(b))
          : b.shape.length === 0
            ? product(b, transposed(a))
            : product(transposed(b), transposed(a));
      case 'div':
        return quotient(transposed(a), b);
      case 'diag':
        if (a.shape.length === 1) return e;
    }
  }
  return operation('transpose', [e], shape);
}

/** diag(v) of a vector. */
export function diagonal(v: Expr): Expr {
  const [n] = grid(v.shape);
  if (v.shape.length === 0) return v;
  const { by, rest } = scaled(v);
  if (rest?.kind === 'constant' && rest.which === 'ones') return multiple(by, identity(n));
  if (rest === null || isNothing(v)) return nothing([n, n]);
  if (isOperation(rest, 'div'))
    return multiple(by, quotient(diagonal(rest.args[0]!), rest.args[1]!));
  if (isOperation(rest, 'mul') && rest.args[0]!.shape.length === 0)
    return multiple(by, product(rest.args[0]!, diagonal(rest.args[1]!)));
  return multiple(by, operation('diag', [rest], [n, n]));
}

/** The inner product of two vectors, or of two matrices as a trace. */
export function inner(a: Expr, b: Expr): Expr {
  if (a.shape.length === 0) return product(a, b);
  if (a.shape.length === 1 || grid(a.shape)[1] === '1') return product(transposed(a), b);
  if (grid(a.shape)[0] === '1') return product(a, transposed(b));
  return trace(product(transposed(a), b));
}

export function trace(e: Expr): Expr {
  if (e.shape.length === 0) return e;
  const { by, rest } = scaled(e);
  if (rest === null || isNothing(e)) return number(zero);
  if (rest.kind === 'constant' && rest.which === 'identity')
    return multiple(by, { kind: 'dimension', dim: rest.shape[0]!, span, shape: [] });
  if (isOperation(rest, 'div')) return multiple(by, quotient(trace(rest.args[0]!), rest.args[1]!));
  if (isOperation(rest, 'mul') && rest.args[0]!.shape.length === 0)
    return multiple(by, product(rest.args[0]!, trace(rest.args[1]!)));
  return multiple(by, operation('tr', [rest], []));
}
