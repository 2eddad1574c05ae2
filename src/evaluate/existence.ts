import type { Declaration, Expr, Formula } from '../language/ast.ts';
import { polynomials, type Polynomial } from '../numbers/polynomial.ts';
import { neg, type Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { Unsettled, Unsupported } from '../numbers/field.ts';
import { rank, solve } from '../numbers/linear-algebra.ts';
import { tensor } from '../numbers/tensor.ts';
import { bind, meetsDeclarations, type Bound } from './bound.ts';
import { compileExpr } from './compile.ts';
import { mapAssignment } from './lift.ts';
import type { Scope } from './scope.ts';
import type { Truth } from './truth.ts';

/** The equations of a body made of equations and `and` alone; null for any other. */
const equationsOf = (body: Formula): readonly (readonly [Expr, Expr])[] | null => {
  if (body.kind === 'and') {
    const [left, right] = [equationsOf(body.left), equationsOf(body.right)];
    return left && right && [...left, ...right];
  }
  const plain = body.kind === 'relation' && body.relation === '=' && body.left.kind !== 'kernel' && body.right.kind !== 'kernel';
  return plain ? [[body.left, body.right]] : null;
};

/** Coefficients of the k variables and the constant of a polynomial of degree one; null for a higher degree. */
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
 * Decides `exists variables. body` over the rationals where the body is a system of linear equations in the
 * variables: no solution, or one that can be held against the attributes. null where it is not told.
 */
export const compileExistence = (
  body: Formula,
  declarations: readonly Declaration[],
): ((base: Scope<Q>, bound: Bound) => Truth) => {
  const equations = equationsOf(body)?.map(([left, right]) => [compileExpr(left), compileExpr(right)] as const);
  if (!equations) return () => null;
  return (base, bound) => {
    const k = bound.parameters;
    const ring = polynomials(k);
    const lifted: Scope<Polynomial> = { field: ring, at: mapAssignment(base.at, ring.lift), indices: base.indices };
    const point = bind(bound, lifted, Array.from({ length: k }, (_, i) => ring.variable(i)));
    try {
      const rows: (readonly Q[])[] = [];
      for (const [left, right] of equations) {
        const [a, b] = [left(point), right(point)];
        for (const [i, x] of a.data.entries()) {
          const row = linear(ring.sub(x, b.data[i] as Polynomial), k);
          if (row === null) return null;
          rows.push(row);
        }
      }
      const matrix = tensor([rows.length, k], rows.flatMap((row) => row.slice(0, k)));
      const solution = solve(rationals, matrix, tensor([rows.length], rows.map((row) => neg(row[k] as Q))));
      if (solution === null) return false;
      if (meetsDeclarations(declarations, bind(bound, base, solution.data))) return true;
      return rank(rationals, matrix) === k ? false : null;
    } catch (error) {
      if (error instanceof Unsupported || error instanceof Unsettled) return null;
      throw error;
    }
  };
};
