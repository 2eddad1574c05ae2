/** Decides `exists` over the rationals where the body is a linear system. */
import type { Declaration, Formula } from '../language/ast.ts';
import { polynomials, type Polynomial } from '../numbers/polynomial.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { Unsettled, Unsupported } from '../numbers/field.ts';
import { rank, solve } from '../numbers/linear-algebra.ts';
import { bind, meetsDeclarations, type Bound } from './bound.ts';
import { mapAssignment } from './lift.ts';
import { compileRows, equationsOf, systemOf } from './linear-system.ts';
import type { Scope } from './scope.ts';
import type { Truth } from './truth.ts';

/**
 * Decides `exists variables. body` over the rationals where the body is a system of linear
 * equations in the variables: no solution, or one that can be checked against the attributes. null
 * where it is not known.
 */
export const compileExistence = (
  body: Formula,
  declarations: readonly Declaration[],
): ((base: Scope<Q>, bound: Bound) => Truth) => {
  const equations = equationsOf(body);
  if (!equations) return () => null;
  const rowsAt = compileRows(equations);
  return (base, bound) => {
    const k = bound.parameters;
    const ring = polynomials(k);
    const lifted: Scope<Polynomial> = {
      field: ring,
      at: mapAssignment(base.at, ring.lift),
      indices: base.indices,
    };
    const point = bind(
      bound,
      lifted,
      Array.from({ length: k }, (_, i) => ring.variable(i)),
    );
    try {
      const rows = rowsAt(point, k);
      if (rows === null) return null;
      const { matrix, right } = systemOf(rows, k);
      const solution = solve(rationals, matrix, right);
      if (solution === null) return false;
      if (meetsDeclarations(declarations, bind(bound, base, solution.data))) return true;
      return rank(rationals, matrix) === k ? false : null;
    } catch (error) {
      if (error instanceof Unsupported || error instanceof Unsettled) return null;
      throw error;
    }
  };
};
