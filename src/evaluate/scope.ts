/** The context of an evaluation: domain of numbers, point, running indices. */
import type { Expr, Index } from '../language/ast.ts';
import { Undefined, type Field } from '../numbers/field.ts';
import type { Tensor } from '../numbers/tensor.ts';
import type { Assignment, Value } from './assignment.ts';
import { noIndices, type Indices } from './sizes.ts';

/**
 * Where an expression is evaluated: a domain of numbers, a point in it, and the running indices.
 */
export interface Scope<T> {
  readonly field: Field<T>;
  readonly at: Assignment<T>;
  readonly indices: Indices;
}

/** An expression compiled once, for every domain and every size. */
export type Code = <T>(scope: Scope<T>) => Tensor<T>;

/** Compiles the parts of an expression. */
export type Compile = (expr: Expr) => Code;

export type ExprOf<K extends Expr['kind']> = Extract<Expr, { readonly kind: K }>;

/** Work of one node apart from its arithmetic: calls, look-ups and copies. */
export const nodeWork = 1 / 8;

export const scopeOf = <T>(
  field: Field<T>,
  at: Assignment<T>,
  indices: Indices = noIndices,
): Scope<T> => ({ field, at, indices });

export const withIndex = <T>(scope: Scope<T>, index: string, value: number): Scope<T> => ({
  ...scope,
  indices: new Map(scope.indices).set(index, value),
});

/** The position, counted from 1, that `[i+1]`, `[2]` or, of the last member, `[L]` means here. */
export const positionOf = (
  index: Index,
  indices: Indices,
  dims: Assignment<unknown>['dims'] = new Map(),
): number => {
  if (index.name === null) return index.offset;
  const start = indices.get(index.name) ?? dims.get(index.name);
  if (start === undefined) throw new Error(`the index ${index.name} runs over nothing here`);
  return start + index.offset;
};

/**
 * The value of a name, or of a family's member; `Undefined` where the family has no such member.
 */
export const lookUp = <T>(scope: Scope<T>, name: string, index: Index | null): Value<T> => {
  const value = scope.at.values.get(name);
  if (!value) throw new Error(`${name} has no value at this point`);
  if (index === null) return value;
  if (value.kind !== 'family') throw new Error(`${name} is not a family and takes no index`);
  const position = positionOf(index, scope.indices, scope.at.dims);
  const member = value.members[position - 1];
  if (!member)
    throw new Undefined(`${name}[${position}] lies outside the family of ${value.members.length}`);
  return member;
};

/** The same scope with another value for a name or a family's member. */
export const withValue = <T>(
  scope: Scope<T>,
  name: string,
  index: Index | null,
  value: Value<T>,
): Scope<T> => {
  let stored = value;
  if (index !== null) {
    const family = scope.at.values.get(name);
    if (family?.kind !== 'family') throw new Error(`${name} is not a family and takes no index`);
    stored = {
      kind: 'family',
      members: family.members.with(positionOf(index, scope.indices, scope.at.dims) - 1, value),
    };
  }
  return {
    ...scope,
    at: { dims: scope.at.dims, values: new Map(scope.at.values).set(name, stored) },
  };
};
