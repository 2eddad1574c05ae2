/** Finds the relation that makes a formula false at a point. */
import type { Formula } from '../language/ast.ts';
import type { Field } from '../numbers/field.ts';
import type { Tensor } from '../numbers/tensor.ts';
import type { Assignment } from './assignment.ts';
import { compileExpr } from './compile.ts';
import { compileFormula } from './decide.ts';
import { violation } from './quantifiers.ts';
import { scopeOf, withIndex, type Scope } from './scope.ts';
import { compileDim } from './sizes.ts';

/**
 * The relation that makes a formula false, and the values of its sides; null sides if they do not
 * have a value (ker, `is`).
 */
export interface Failure<T> {
  readonly relation: Formula;
  readonly left: Tensor<T> | null;
  readonly right: Tensor<T> | null;
  /** The point of the failure, bound variables included. */
  readonly at: Assignment<T>;
}

const leaf = <T>(formula: Formula, scope: Scope<T>): Failure<T> => {
  const { at } = scope;
  if (formula.kind === 'is')
    return { relation: formula, left: compileExpr(formula.subject)(scope), right: null, at };
  if (formula.kind !== 'relation') return { relation: formula, left: null, right: null, at };
  const value = (side: typeof formula.left): Tensor<T> | null =>
    side.kind === 'kernel' ? compileExpr(side.of)(scope) : compileExpr(side)(scope);
  return { relation: formula, left: value(formula.left), right: value(formula.right), at };
};

/** The part of a formula whose truth is `wanted` where it should be the other, in a scope. */
const blame = <T>(formula: Formula, scope: Scope<T>, wanted: boolean): Failure<T> | null => {
  const truth = (f: Formula): boolean | null => compileFormula(f)(scope);
  if (truth(formula) !== wanted) return null;
  const first = (...parts: (readonly [Formula, boolean])[]): Failure<T> | null => {
    for (const [part, value] of parts) {
      const found = blame(part, scope, value);
      if (found) return found;
    }
    return leaf(formula, scope);
  };
  switch (formula.kind) {
    case 'and':
    case 'or':
      return first([formula.left, wanted], [formula.right, wanted]);
    case 'implies':
      return wanted
        ? first([formula.right, true], [formula.left, false])
        : first([formula.right, false]);
    case 'iff':
      return wanted ? leaf(formula, scope) : first([formula.right, false], [formula.left, false]);
    case 'not':
      return first([formula.body, !wanted]);
    case 'forall': {
      const found = wanted ? null : violation(formula, scope, compileFormula);
      return (found && blame(found.body, found.scope, false)) ?? leaf(formula, scope);
    }
    case 'each': {
      const count = compileDim(formula.range.to)(scope.at.dims, scope.indices);
      for (let i = 1; i <= count; i++) {
        const found = blame(formula.body, withIndex(scope, formula.range.index, i), wanted);
        if (found) return found;
      }
      return leaf(formula, scope);
    }
    default:
      return leaf(formula, scope);
  }
};

/**
 * The relation that makes a formula false at a point, with both sides' values; null where the
 * formula is not false.
 */
export const failing = <T>(
  formula: Formula,
  field: Field<T>,
  at: Assignment<T>,
): Failure<T> | null => blame(formula, scopeOf(field, at), false);
