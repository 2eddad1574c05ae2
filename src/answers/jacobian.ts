/**
 * Jacobians of vectors and scalars by forward accumulation, and Hessians as Jacobians of gradients.
 */
import type { Expr } from '../language/ast.ts';
import { entrywise, product, quotient, raised } from './build.ts';
import { multiple, sum } from './build-sums.ts';
import { diagonal, transposed } from './build-forms.ts';
import { entrywiseDerivative } from './entrywise-derivatives.ts';
import { grid, identity, isOperation, nothing, operation } from './build-atoms.ts';
import { dependsOn } from '../language/parts.ts';
import { gradient } from './gradient.ts';
import { entryQuotient, onesLike } from './known-derivatives.ts';
import { fraction } from './rational.ts';
import { reduced } from './rebuild.ts';
import { NoRule, type Target } from './target.ts';
import { recognised } from './recognised.ts';

const negative = fraction(-1n);

/** The Jacobian of a vector (or number) by a vector (or number). Throws `NoRule`. */
export function jacobian(e: Expr, by: Target, shape: Expr['shape']): Expr {
  if (shape.length > 1 || e.shape.length > 1) throw new NoRule('the Jacobian of a matrix');
  return shape.length === 0 ? slopeOf(e, by) : forward(e, by, shape[0]!);
}

/** The Hessian of a number. */
export function hessian(e: Expr, by: Target, shape: Expr['shape']): Expr {
  if (shape.length > 1) throw new NoRule('the Hessian by a matrix');
  return jacobian(recognised(gradient(e, by, shape)), by, shape);
}

/** By a scalar variable: the derivative of each entry. */
function slopeOf(e: Expr, by: Target): Expr {
  if (e.shape.length === 0) return gradient(e, by, []);
  if (!dependsOn(e, by.name)) return nothing(e.shape);
  if (e.kind === 'operator') {
    const [a, b] = e.args as [Expr, Expr];
    const [da, db] = [() => slopeOf(a, by), () => slopeOf(b, by)];
    switch (e.operator) {
      case 'add':
        return sum([da(), db()], e.shape);
      case 'sub':
        return sum([da(), multiple(negative, db())], e.shape);
      case 'neg':
        return multiple(negative, da());
      case 'transpose':
        return transposed(da());
      case 'mul':
        return sum([product(da(), b), product(a, db())], e.shape);
      case 'hadamard':
        return sum([entrywise(da(), b), entrywise(a, db())], e.shape);
      case 'div':
        return sum(
          [quotient(da(), b), multiple(negative, quotient(product(db(), a), raised(b, 2n)))],
          e.shape,
        );
    }
  }
  const entries = entrywiseDerivative(e, by);
  if (entries !== null) return entrywise(entries.slope, slopeOf(entries.part, by));
  throw new NoRule(e.kind);
}

/**
 * By a vector of length n: a matrix with a row for each entry of e; of a number the row of its
 * gradient.
 */
function forward(e: Expr, by: Target, n: string): Expr {
  const [k] = grid(e.shape);
  if (e.shape.length === 0) return transposed(gradient(e, by, [n]));
  if (!dependsOn(e, by.name)) return nothing(k === '1' ? ['1', n] : [k, n]);
  const entries = e.shape.length === 1 ? entrywiseDerivative(e, by) : null;
  if (entries !== null) return product(diagonal(entries.slope), forward(entries.part, by, n));
  const shape = [k, n];
  switch (e.kind) {
    case 'variable':
      if (JSON.stringify(e.index) !== JSON.stringify(by.index)) throw new NoRule('another member');
      return identity(n);
    case 'operator':
      return forwardOperator(e, by, n, shape);
    case 'call': {
      const [u] = e.args;
      if (u === undefined || e.args.length > 1) throw new NoRule('several arguments');
      if (e.fn === 'softmax') {
        const jac = sum([diagonal(e), multiple(negative, product(e, transposed(e)))], [k, k]);
        return product(jac, forward(u, by, n));
      }
      if (e.order > 0 || u.shape.length === 0) throw new NoRule('a declared function of a number');
      const jet: Expr = {
        kind: 'jet',
        which: 'jac',
        fn: e.fn,
        index: e.index,
        args: e.args,
        span: e.span,
        shape: [k, u.shape[0]!],
      };
      return product(jet, forward(u, by, n));
    }
    case 'jet': {
      const [u] = e.args;
      if (u === undefined || e.which !== 'grad' || e.args.length > 1)
        throw new NoRule('a derivative');
      return product({ ...e, which: 'hess', shape: [k, k] }, forward(u, by, n));
    }
    case 'reduce':
      return reduced(e, forward(e.body, by, n));
    default:
      throw new NoRule(e.kind);
  }
}

function forwardOperator(
  e: Extract<Expr, { kind: 'operator' }>,
  by: Target,
  n: string,
  shape: Expr['shape'],
): Expr {
  const [a, b] = e.args as [Expr, Expr];
  switch (e.operator) {
    case 'add':
      return sum([forward(a, by, n), forward(b, by, n)], shape);
    case 'sub':
      return sum([forward(a, by, n), multiple(negative, forward(b, by, n))], shape);
    case 'neg':
      return multiple(negative, forward(a, by, n));
    case 'hadamard':
      return sum(
        [product(diagonal(b), forward(a, by, n)), product(diagonal(a), forward(b, by, n))],
        shape,
      );
    case 'quotient': {
      const below = multiple(negative, entryQuotient(a, entrywise(b, b)));
      return sum(
        [
          product(diagonal(entryQuotient(onesLike(b), b)), forward(a, by, n)),
          product(diagonal(below), forward(b, by, n)),
        ],
        shape,
      );
    }
    case 'div':
      return sum(
        [
          quotient(forward(a, by, n), b),
          multiple(negative, quotient(product(a, transposed(gradient(b, by, [n]))), raised(b, 2n))),
        ],
        shape,
      );
    case 'mul':
      return forwardProduct(a, b, by, n, shape);
    default:
      throw new NoRule(e.operator);
  }
}

/** A matrix times a vector, of which the matrix must not move unless it can be brought to one. */
function forwardProduct(a: Expr, b: Expr, by: Target, n: string, shape: Expr['shape']): Expr {
  if (a.shape.length === 0 || b.shape.length === 0) {
    const [s, v] = a.shape.length === 0 ? [a, b] : [b, a];
    return sum(
      [product(s, forward(v, by, n)), product(v, transposed(gradient(s, by, [n])))],
      shape,
    );
  }
  if (!dependsOn(a, by.name)) return product(a, forward(b, by, n));
  if (isOperation(a, 'diag')) return forward(entrywise(a.args[0]!, b), by, n);
  if (isOperation(a, 'sub') || isOperation(a, 'add')) {
    const [left, right] = a.args as [Expr, Expr];
    const rest = forward(product(right, b), by, n);
    return sum(
      [forward(product(left, b), by, n), a.operator === 'sub' ? multiple(negative, rest) : rest],
      shape,
    );
  }
  if (a.shape.length === 1)
    return forward(product(operation('mul', [transposed(b), transposed(a)], []), a), by, n);
  if (isOperation(a, 'mul')) return forward(product(a.args[0]!, product(a.args[1]!, b)), by, n);
  throw new NoRule('a matrix that moves');
}
