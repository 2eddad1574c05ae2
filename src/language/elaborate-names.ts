/** Types names: variables, members of families, dimensions; checks their indices. */
import {
  ClaimError,
  type Declaration,
  type Expr,
  type Index,
  type Shape,
  type Span,
} from './ast.ts';
import { entryOf } from './elaborate-entries.ts';
import { placeText, shapeAt } from './layers.ts';
import { ShapeError } from './shape-error.ts';
import type { Typing } from './typing.ts';

const isLiteral = (dim: string): boolean => /^\d/.test(dim);

type Place = { readonly name: string; readonly offset: number };

/** `W[L]` is the last member; `W[L+1]` does not exist. */
const checkEnd = ({ name, family }: Declaration, index: Place, span: Span): void => {
  if (family === null || (index.name === family.to && index.offset <= 0)) return;
  if (index.name === family.to) {
    throw new ShapeError(
      `${name}[${placeText(index)}] is out of range: the members are ${name}[1] to ${name}[${family.to}]`,
      span,
      `write ${name}[${family.to}]`,
    );
  }
  throw new ClaimError(
    `${name}[${placeText(index)}]: ${name} is a family over 1..${family.to}, and ${index.name} is another dimension`,
    span,
    `write ${name}[${family.to}] or ${name}[1]`,
  );
};

/** Checks that an index that runs over a range stays within the family. */
const checkRange = (
  name: string,
  family: NonNullable<Declaration['family']>,
  index: Place,
  range: NonNullable<ReturnType<Typing['scope']['index']>>,
  span: Span,
  scope: Typing['scope'],
): void => {
  if (isLiteral(range.to) && isLiteral(family.to)) {
    const [first, last] = [1 + index.offset, Number(range.to) + index.offset];
    if (first >= 1 && last <= Number(family.to)) return;
    throw new ShapeError(
      `${name} has the members 1 to ${family.to}, and this index runs from ${first} to ${last}`,
      span,
    );
  }
  const last = scope.lastOf(range);
  const first = scope.firstOf(index.name) + index.offset;
  if (last.name !== null && last.name === family.to) {
    if (last.offset + index.offset <= 0 && first >= 1) return;
  } else if (range.to !== family.to) {
    throw new ClaimError(
      `the index ${index.name} runs over 1..${range.to}, but ${name} is a family over 1..${family.to}`,
      span,
      `use an index over 1..${family.to}`,
    );
  }
  if (index.offset !== 0) {
    const end =
      index.offset > 0
        ? `${index.name} = ${range.to}`
        : `${index.name} = ${scope.firstOf(index.name)}`;
    throw new ShapeError(`this index runs out of ${name}'s range 1..${family.to} at ${end}`, span);
  }
};

/** Checks what stands in brackets behind a family's name against its range. */
export const checkIndex = (
  declaration: Declaration,
  index: Index | null,
  span: Span,
  { scope }: Typing,
): void => {
  const { name, family } = declaration;
  if (!index) {
    if (family)
      throw new ClaimError(
        `${name} is a family over 1..${family.to}: it needs an index`,
        span,
        `write ${name}[${family.index}] or ${name}[1]`,
      );
    return;
  }
  if (!family)
    throw new ClaimError(
      `${name} has no index: it was not declared as a family`,
      span,
      `declare ${name}[i] with a range: for i in 1..N`,
    );
  if (index.name === null) {
    if (index.offset < 1 || (isLiteral(family.to) && index.offset > Number(family.to))) {
      throw new ShapeError(
        `${name}[${index.offset}] is out of range: the members are ${name}[1] to ${name}[${family.to}]`,
        span,
      );
    }
    return;
  }
  const range = scope.index(index.name);
  if (!range) {
    if (scope.dims.has(index.name))
      return checkEnd(declaration, { name: index.name, offset: index.offset }, span);
    throw new ClaimError(
      `the index ${index.name} of ${name} is not bound`,
      span,
      `write sum[${index.name}](..), or forall ${index.name} in 1..${family.to}. ..`,
    );
  }
  checkRange(name, family, { name: index.name, offset: index.offset }, range, span, scope);
};

/** The shape of a variable, or of the member that the index names. */
const memberShape = ({ type, family }: Declaration, index: Index | null): Shape => {
  if (type.kind !== 'tensor') return [];
  return family && index ? shapeAt(type.shape, family.index, index) : type.shape;
};

/** A variable, a family's member, or a dimension of a family of dimensions, as an expression. */
export const elaborateVariable = (
  name: string,
  index: Index | null,
  span: Span,
  typing: Typing,
): Expr => {
  const declaration = typing.scope.variable(name);
  if (!declaration && typing.scope.dimFamilies.has(name))
    return {
      kind: 'dimension',
      dim: typing.scope.demandDimMember(name, index, span),
      shape: [],
      span,
    };
  if (!declaration) throw typing.scope.undeclared(name, span);
  const { type } = declaration;
  if (type.kind !== 'tensor') {
    throw new ClaimError(
      `${name} is ${type.kind === 'function' ? 'a function' : 'an activation'}: it needs its argument in parentheses`,
      span,
      `write ${name}(..)`,
    );
  }
  typing.scope.refuseRandom(name, span);
  if (index && !declaration.family && type.shape.length > 0) {
    const whole: Expr = { kind: 'variable', name, index: null, shape: type.shape, span };
    return entryOf(whole, [index], span, span, typing);
  }
  checkIndex(declaration, index, span, typing);
  return { kind: 'variable', name, index, shape: memberShape(declaration, index), span };
};

/** A bare name: a constant, a running index, a variable or a dimension, in this order. */
export const elaborateName = (name: string, span: Span, typing: Typing): Expr => {
  const { scope, unifier } = typing;
  if (name === 'I') {
    const n = unifier.fresh();
    return { kind: 'constant', which: 'identity', shape: [n, n], span };
  }
  if (name === 'ones') return { kind: 'constant', which: 'ones', shape: [unifier.fresh()], span };
  if (scope.index(name) || (typing.free.has(name) && !scope.variable(name)))
    return { kind: 'index', name, shape: [], span };
  if (scope.dims.has(name)) return { kind: 'dimension', dim: name, shape: [], span };
  if (name === 'i' && scope.complex && !scope.variable('i'))
    return { kind: 'variable', name, index: null, imaginary: true, shape: [], span };
  return elaborateVariable(name, null, span, typing);
};
