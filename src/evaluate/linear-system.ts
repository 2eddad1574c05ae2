/**
 * Linear equations in the variables of a quantifier: their coefficients, and all their solutions.
 */
import type { Expr, Formula } from '../language/ast.ts';
import { polynomials, type Polynomial } from '../numbers/polynomial.ts';
import { neg, type Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { nullspace, solve } from '../numbers/linear-algebra.ts';
import { tensor } from '../numbers/tensor.ts';
import { compileExpr } from './compile.ts';
import type { Scope } from './scope.ts';

/** The equations of a body made of equations and `and` alone; null for any other. */
export const equationsOf = (body: Formula): readonly (readonly [Expr, Expr])[] | null => {
  if (body.kind === 'and') {
    const [left, right] = [equationsOf(body.left), equationsOf(body.right)];
    return left && right && [...left, ...right];
  }
  const plain =
    body.kind === 'relation' &&
    body.relation === '=' &&
    body.left.kind !== 'kernel' &&
    body.right.kind !== 'kernel';
  return plain ? [[body.left, body.right]] : null;
};

/**
 * Coefficients of the k variables and the constant of a polynomial of degree one; null for a higher
 * degree.
 */
const linear = (p: Polynomial, k: number): readonly Q[] | null => {
  const row: Q[] = Array.from({ length: k + 1 }, () => 0);
  for (const [key, value] of p.terms) {
    const powers = key === '' ? [] : key.split(',').map(Number);
    const degree = powers.reduce((sum, power) => sum + power, 0);
    if (degree > 1) return null;
    row[degree === 0 ? k : powers.indexOf(1)] = value;
  }
  return row;
};

/**
 * At a point over the polynomials in k variables: one row for each scalar equation, the constant
 * last; null where one is not linear.
 */
export const compileRows = (
  equations: readonly (readonly [Expr, Expr])[],
): ((point: Scope<Polynomial>, k: number) => readonly (readonly Q[])[] | null) => {
  const sides = equations.map(([left, right]) => [compileExpr(left), compileExpr(right)] as const);
  return (point, k) => {
    const rows = sides.flatMap(([left, right]) => {
      const [a, b] = [left(point), right(point)];
      return a.data.map((x, i) => linear(point.field.sub(x, b.data[i] as Polynomial), k));
    });
    return rows.some((row) => row === null) ? null : (rows as readonly (readonly Q[])[]);
  };
};

/** The matrix of the rows, and the matrix that it must equal. */
export const systemOf = (rows: readonly (readonly Q[])[], k: number) => ({
  matrix: tensor(
    [rows.length, k],
    rows.flatMap((row) => row.slice(0, k)),
  ),
  right: tensor(
    [rows.length],
    rows.map((row) => neg(row[k] as Q)),
  ),
});

/**
 * All solutions, as polynomials in as many free variables as there are; null where there is none.
 */
export const solutions = (
  rows: readonly (readonly Q[])[],
  k: number,
): { readonly free: number; readonly values: readonly Polynomial[] } | null => {
  const { matrix, right } = systemOf(rows, k);
  const one = solve(rationals, matrix, right);
  if (one === null) return null;
  const basis = nullspace(rationals, matrix);
  const ring = polynomials(basis.length);
  const values = one.data.map((x, i) =>
    basis.reduce(
      (sum, v, j) => ring.add(sum, ring.mul(ring.lift(v[i] as Q), ring.variable(j))),
      ring.lift(x),
    ),
  );
  return { free: basis.length, values };
};
