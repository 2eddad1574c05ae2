import type { Claim, Expr, Formula } from '../language/ast.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { namesIn } from '../evaluate/names.ts';
import { Undefined } from '../numbers/field.ts';
import type { Q } from '../numbers/rational.ts';
import { compileDim, type Indices } from '../evaluate/sizes.ts';
import { exactly } from './truth.ts';

interface Sided {
  readonly expr: Expr;
  readonly indices: Indices;
}

/** Every side of every relation with the values of the running indices it stands under. */
const sides = (f: Formula, at: Assignment<Q>, indices: Indices): Sided[] => {
  switch (f.kind) {
    case 'relation':
      return [f.left, f.right].map((e) => ({ expr: e.kind === 'kernel' ? e.of : e, indices }));
    case 'is':
      return [{ expr: f.subject, indices }];
    case 'and':
    case 'or':
    case 'implies':
    case 'iff':
      return [...sides(f.left, at, indices), ...sides(f.right, at, indices)];
    case 'each': {
      const count = compileDim(f.range.to)(at.dims, indices);
      return Array.from({ length: count }, (_, i) =>
        sides(f.body, at, new Map(indices).set(f.range.index, i + 1)),
      ).flat();
    }
    default:
      return sides(f.body, at, indices);
  }
};

/**
 * What of the claim is undefined at the point, or cannot be told; null where all is defined. Expressions in quantified
 * variables that have no value here are left out: their definedness is the business of whoever decides the quantifier.
 */
export const definedAt = (
  claim: Claim,
  at: Assignment<Q>,
  bits: readonly number[],
): string | null => {
  for (const f of [...claim.hypotheses, claim.conclusion]) {
    for (const { expr, indices } of sides(f, at, new Map())) {
      if ([...namesIn(expr)].some((name) => !at.values.has(name))) continue;
      try {
        const known = exactly(
          at,
          bits,
          (field, point) => evaluate(expr, field, point, indices) !== null,
        );
        if (known === null) return 'whether everything in the claim is defined cannot be told';
      } catch (error) {
        if (error instanceof Undefined) return `not defined at this point: ${error.message}`;
        throw error;
      }
    }
  }
  return null;
};
