/** An operator or a whole expression again, through the constructors that simplify. */
import type { Expr } from '../language/ast.ts';
import { entrywise, product, quotient, raisedAgain } from './build.ts';
import { multiple, scaled, sum } from './build-sums.ts';
import { diagonal, trace, transposed } from './build-forms.ts';
import { grid, isOperation, number, operation } from './build-atoms.ts';
import { fraction, isOne } from './rational.ts';

/** The operator again, through the constructors that simplify. */
export function rebuilt(e: Extract<Expr, { kind: 'operator' }>, args: readonly Expr[]): Expr {
  const [a, b] = args as [Expr, Expr];
  switch (e.operator) {
    case 'add':
    case 'sub':
      return sum([a, e.operator === 'sub' ? multiple(fraction(-1n), b) : b], e.shape);
    case 'neg':
      return multiple(fraction(-1n), a);
    case 'mul':
      return product(a, b);
    case 'hadamard':
      return entrywise(a, b);
    case 'div':
      return quotient(a, b);
    case 'transpose':
      return transposed(a);
    case 'tr':
      return trace(a);
    case 'inv':
      return inverted(e, a);
    case 'det':
      return determinant(e, a);
    case 'pow':
      return powered({ ...e, args }, a, b);
    case 'diag':
      return a.shape.length === 1 ? diagonal(a) : { ...e, args };
    default:
      return { ...e, args };
  }
}

/** A negative whole power of a number is a quotient. */
function powered(e: Extract<Expr, { kind: 'operator' }>, base: Expr, exponent: Expr): Expr {
  if (base.shape.length !== 0 || exponent.kind !== 'number') return e;
  if (/^-\d+$/.test(exponent.value))
    return quotient(number(1n), raisedAgain(base, -BigInt(exponent.value)));
  if (/^\d+$/.test(exponent.value)) return raisedAgain(base, BigInt(exponent.value));
  return e;
}

const isSquare = (e: Expr): boolean => e.shape.length === 2 && e.shape[0] === e.shape[1];

/** inv(A B) = inv(B) inv(A) for square factors. */
function inverted(e: Extract<Expr, { kind: 'operator' }>, a: Expr): Expr {
  if (isOperation(a, 'inv')) return a.args[0]!;
  if (isOperation(a, 'mul') && a.args.every(isSquare)) {
    const [left, right] = a.args as [Expr, Expr];
    return product(
      inverted({ ...e, args: [right] }, right),
      inverted({ ...e, args: [left] }, left),
    );
  }
  return { ...e, args: [a] };
}

/** det(A B) = det(A) det(B), det(inv(A)) = 1/det(A), det(A') = det(A), det(c A) = c^n det(A). */
function determinant(e: Extract<Expr, { kind: 'operator' }>, a: Expr): Expr {
  const of = (x: Expr): Expr => determinant({ ...e, args: [x] }, x);
  if (isOperation(a, 'inv')) return quotient(number(1n), of(a.args[0]!));
  if (isOperation(a, 'transpose')) return of(a.args[0]!);
  if (isOperation(a, 'mul') && a.args.every(isSquare)) return a.args.map(of).reduce(product);
  const { by, rest } = scaled(a);
  if (rest !== null && isSquare(rest) && !isOne(by)) {
    const [n] = grid(rest.shape);
    const size: Expr = { kind: 'dimension', dim: n, span: e.span, shape: [] };
    return product(operation('pow', [number(by), size], []), of(rest));
  }
  return { ...e, args: [a] };
}

/** The same expression with each direct part replaced. */
export function mapParts(e: Expr, change: (part: Expr) => Expr): Expr {
  switch (e.kind) {
    case 'operator':
      return rebuilt(e, e.args.map(change));
    case 'call':
    case 'jet':
      return { ...e, args: e.args.map(change) };
    case 'reduce':
      return reduced(e, change(e.body));
    case 'derivative':
    case 'product':
    case 'entry':
    case 'expectation':
      return { ...e, body: change(e.body) };
    default:
      return e;
  }
}

/** A number comes out of a sum. */
export function reduced(e: Extract<Expr, { kind: 'reduce' }>, body: Expr): Expr {
  const { by, rest } = scaled(body);
  if (rest === null) return { ...e, body, shape: body.shape };
  return multiple(by, { ...e, body: rest, shape: body.shape });
}
