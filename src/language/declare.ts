/** Adds the declarations of one item, and their dimensions, to the scope. */
import {
  attributes,
  ClaimError,
  type Attribute,
  type Declaration,
  type Range,
  type Shape,
  type Type,
} from './ast.ts';
import { atomsOf } from '../operators/dimension.ts';
import { attributeProblemOf } from './attributes.ts';
import type { Scope } from './scope.ts';
import { readMember } from './layers.ts';
import type { DeclarationSyntax, DimSyntax, TypeSyntax } from './syntax.ts';
import { normalShape } from './unifier.ts';

/** Words that can be meant in two ways of complex matrices, or in none. */
const refusedOfComplex: ReadonlyMap<Attribute, string> = new Map<Attribute, string>([
  ['symmetric', "write hermitian for A' = A, or the hypothesis conj(A)' = A"],
  ['orthogonal', "write unitary for A' A = I, or the hypothesis conj(A)' A = I"],
  ['antisymmetric', "write the hypothesis A' = -A, or conj(A)' = -A"],
  ['positive', 'write the hypothesis A > 0 of a number or a vector that is real'],
  ['nonnegative', 'write the hypothesis A >= 0 of a number or a vector that is real'],
]);

const spaceShape = (dim: DimSyntax | null): Shape => (dim ? normalShape([dim.dim]) : []);

const typeOf = (type: TypeSyntax): Type => {
  if (type.kind === 'activation') return { kind: 'activation' };
  if (type.kind === 'function')
    return {
      kind: 'function',
      inputs: type.inputs.map(spaceShape),
      output: spaceShape(type.output),
    };
  if (type.dims.length > 3)
    throw new ClaimError('a tensor has three dimensions at most', type.span);
  return { kind: 'tensor', shape: normalShape(type.dims.map((d) => d.dim)) };
};

const dimsOf = (type: TypeSyntax): readonly DimSyntax[] => {
  if (type.kind === 'tensor') return type.dims;
  if (type.kind === 'activation') return [];
  return [...type.inputs, type.output].filter((d) => d !== null);
};

const familyOf = (
  name: DeclarationSyntax['names'][number],
  syntax: DeclarationSyntax,
): Range | null => {
  const { range } = syntax;
  if (name.index === null && !range) return null;
  if (!range)
    throw new ClaimError(
      `the family ${name.name}[${name.index}] needs a range`,
      name.span,
      `write ‘for ${name.index} in 1..N’ after its type`,
    );
  if (name.index === null)
    throw new ClaimError(
      `a range belongs to a family, and ${name.name} has no index`,
      range.span,
      `write ${name.name}[${range.index}]`,
    );
  if (name.index !== range.index) {
    throw new ClaimError(
      `${name.name} has the index ${name.index}, but the range is for ${range.index}`,
      range.span,
      `write ‘for ${name.index} in 1..${range.to}’`,
    );
  }
  return range;
};

/**
 * What takes no law; random variables are declared at the head of a claim, where no scope is
 * around.
 */
const refuseLaw = ({ type, attributes: given, law }: DeclarationSyntax, scope: Scope): void => {
  if (!law) return;
  if (scope.isInner)
    throw new ClaimError(
      'a random variable is declared at the head of the claim',
      law.span,
      'declare it before |-',
    );
  if (type.kind !== 'tensor')
    throw new ClaimError(
      'a function takes no law',
      law.span,
      'take the law out; a function of a random variable is random inside E[..]',
    );
  const [first] = given;
  if (first)
    throw new ClaimError(
      `a random variable takes no attribute, such as ${first.attribute}`,
      first.span,
      'take the attribute out',
    );
};

/** What a complex name cannot be. */
const refuseReal = ({ law, attributes: given, span }: DeclarationSyntax, type: Type): void => {
  if (type.kind !== 'tensor' || law || type.shape.length > 2)
    throw new ClaimError(
      'complex applies to numbers, vectors and matrices without a law',
      span,
      'declare the real part and the imaginary part',
    );
  for (const { attribute, adjoint, span: at } of given) {
    const said = refusedOfComplex.get(attribute);
    if (said && !adjoint)
      throw new ClaimError(`${attribute} of what is complex is not read`, at, said);
  }
};

/**
 * Throws where a dimension of the item is a member of no family of dimensions, or lies outside it.
 */
export const checkDims = (syntax: DeclarationSyntax, scope: Scope): void => {
  for (const { dim, span } of dimsOf(syntax.type))
    for (const factor of atomsOf(dim)) scope.checkDimMember(factor, span, syntax.range);
};

/** Makes the declarations of one item and adds them, and the dimensions they name, to the scope. */
export const declare = (syntax: DeclarationSyntax, scope: Scope): readonly Declaration[] => {
  if (syntax.law) refuseLaw(syntax, scope);
  const type = typeOf(syntax.type);
  const factors = dimsOf(syntax.type).flatMap(({ dim, span }) =>
    atomsOf(dim).map((factor) => ({ dim: factor, span })),
  );
  for (const { dim, span } of factors) if (!readMember(dim)) scope.addDim(dim, span);
  for (const { attribute, span } of syntax.attributes) {
    const problem = attributeProblemOf(attribute, type);
    if (problem !== null)
      throw new ClaimError(problem, span, 'take the attribute out, or change the type');
  }
  if (syntax.complex) refuseReal(syntax, type);
  const found = attributes.filter((a) => syntax.attributes.some((s) => s.attribute === a));
  return syntax.names.map((name) => {
    const family = familyOf(name, syntax);
    if (family) {
      const { to } = family;
      if (/[+-]/.test(to))
        throw new ClaimError(
          `a family over 1..${to}: a family begins at 1 and ends at a dimension`,
          family.span,
          `write ‘for ${family.index} in 1..N’`,
        );
      scope.addDim(to, family.span);
      scope.refuseIndexName(family.index, family.span);
    }
    for (const { dim, span } of factors) scope.addDimMember(dim, span, family);
    const declaration: Declaration = {
      name: name.name,
      type,
      attributes: found,
      family,
      ...(syntax.complex ? { complex: true } : {}),
      span: syntax.span,
    };
    scope.addVariable(declaration, name.span, syntax.law !== null);
    return declaration;
  });
};
