import { ClaimError, type Declaration, type Expr, type Index, type Span } from './ast.ts';
import { ShapeError } from './shape-error.ts';
import type { Typing } from './typing.ts';

const isLiteral = (dim: string): boolean => /^\d/.test(dim);

/** Checks what stands in brackets behind a family's name against its range. */
export const checkIndex = (declaration: Declaration, index: Index | null, span: Span, { scope }: Typing): void => {
  const { name, family } = declaration;
  if (!index) {
    if (family) throw new ClaimError(`${name} is a family over 1..${family.to}: it needs an index`, span, `write ${name}[${family.index}] or ${name}[1]`);
    return;
  }
  if (!family) throw new ClaimError(`${name} has no index: it was not declared as a family`, span, `declare ${name}[i] with a range: for i in 1..N`);
  if (index.name === null) {
    if (index.offset < 1 || (isLiteral(family.to) && index.offset > Number(family.to))) {
      throw new ShapeError(`${name}[${index.offset}] is out of range: the members are ${name}[1] to ${name}[${family.to}]`, span);
    }
    return;
  }
  const range = scope.index(index.name);
  if (!range) {
    if (scope.dims.has(index.name)) throw new ClaimError(`a member whose index is a dimension, ${name}[${index.name}]: this construct is not supported yet at this place`, span);
    throw new ClaimError(`the index ${index.name} of ${name} is not bound`, span, `write sum[${index.name}](..), or forall ${index.name} in 1..${family.to}. ..`);
  }
  if (isLiteral(range.to) && isLiteral(family.to)) {
    const [first, last] = [1 + index.offset, Number(range.to) + index.offset];
    if (first >= 1 && last <= Number(family.to)) return;
    throw new ShapeError(`${name} has the members 1 to ${family.to}, and this index runs from ${first} to ${last}`, span);
  }
  if (range.to !== family.to) {
    throw new ClaimError(`the index ${index.name} runs over 1..${range.to}, but ${name} is a family over 1..${family.to}`, span, `use an index over 1..${family.to}`);
  }
  if (index.offset !== 0) {
    const end = index.offset > 0 ? `${index.name} = ${family.to}` : `${index.name} = 1`;
    throw new ShapeError(`this index runs out of ${name}'s range 1..${family.to} at ${end}`, span);
  }
};

/** A variable or a family's member as an expression. */
export const elaborateVariable = (name: string, index: Index | null, span: Span, typing: Typing): Expr => {
  const declaration = typing.scope.variable(name);
  if (!declaration) throw typing.scope.undeclared(name, span);
  const { type } = declaration;
  if (type.kind !== 'tensor') {
    throw new ClaimError(`${name} is ${type.kind === 'function' ? 'a function' : 'an activation'}: it needs its argument in parentheses`, span, `write ${name}(..)`);
  }
  typing.scope.refuseRandom(name, span);
  checkIndex(declaration, index, span, typing);
  return { kind: 'variable', name, index, shape: type.shape, span };
};

/** A bare name: a constant, a running index, a variable or a dimension, in this order. */
export const elaborateName = (name: string, span: Span, typing: Typing): Expr => {
  const { scope, unifier } = typing;
  if (name === 'I') {
    const n = unifier.fresh();
    return { kind: 'constant', which: 'identity', shape: [n, n], span };
  }
  if (name === 'ones') return { kind: 'constant', which: 'ones', shape: [unifier.fresh()], span };
  if (scope.index(name)) return { kind: 'index', name, shape: [], span };
  if (scope.dims.has(name)) return { kind: 'dimension', dim: name, shape: [], span };
  return elaborateVariable(name, null, span, typing);
};
