/** Parametrises the variables of a quantifier by independent entries. */
import type { Declaration } from '../language/ast.ts';
import { tensor, size } from '../numbers/tensor.ts';
import { Unsupported, type Field } from '../numbers/field.ts';
import { holds } from '../operators/attributes.ts';
import type { Value } from './assignment.ts';
import { withIndex, withValue, type Scope } from './scope.ts';
import { compileDim, compileShape } from './sizes.ts';

/** One entry of a bound variable: a free parameter, its negative, or (null) zero. */
type Entry = { readonly parameter: number; readonly negative: boolean } | null;

interface Member {
  readonly shape: readonly number[];
  readonly entries: readonly Entry[];
}

interface Placed {
  readonly declaration: Declaration;
  readonly members: readonly Member[];
}

/**
 * The variables of a quantifier, their entries made of independent parameters: a symmetric matrix
 * has n(n+1)/2.
 */
export interface Bound {
  readonly parameters: number;
  readonly placed: readonly Placed[];
}

const symmetricKinds = ['symmetric', 'psd', 'pd'];

const entryRule = (
  declaration: Declaration,
): ((i: number, j: number) => 'free' | 'mirror' | 'opposite' | 'zero') => {
  const has = (name: string): boolean =>
    (declaration.attributes as readonly string[]).includes(name);
  if (has('diagonal')) return (i, j) => (i === j ? 'free' : 'zero');
  if (has('lower') || has('upper'))
    return (i, j) => ((has('lower') && j > i) || (has('upper') && j < i) ? 'zero' : 'free');
  if (has('antisymmetric')) return (i, j) => (i < j ? 'free' : i === j ? 'zero' : 'opposite');
  if (symmetricKinds.some(has)) return (i, j) => (i <= j ? 'free' : 'mirror');
  return () => 'free';
};

/** Lays out the variables at a point; null where one is a function, which has no entries. */
export const layOut = <T>(variables: readonly Declaration[], scope: Scope<T>): Bound | null => {
  let parameters = 0;
  const placed: Placed[] = [];
  for (const declaration of variables) {
    const { type, family } = declaration;
    if (type.kind !== 'tensor') return null;
    const shapeAt = compileShape(type.shape);
    const rule = entryRule(declaration);
    const count = family ? compileDim(family.to)(scope.at.dims, scope.indices) : 1;
    const members = Array.from({ length: count }, (_, position): Member => {
      const { indices } = family ? withIndex(scope, family.index, position + 1) : scope;
      const shape = shapeAt(scope.at.dims, indices);
      const columns = shape.length === 2 ? (shape[1] as number) : 1;
      const entries: Entry[] = [];
      for (let k = 0; k < size(shape); k++) {
        const [i, j] = [Math.floor(k / columns), k % columns];
        const kind = shape.length === 2 ? rule(i, j) : 'free';
        if (kind === 'free') entries.push({ parameter: parameters++, negative: false });
        else if (kind === 'zero') entries.push(null);
        else
          entries.push({
            parameter: (entries[j * columns + i] as { parameter: number }).parameter,
            negative: kind === 'opposite',
          });
      }
      return { shape, entries };
    });
    placed.push({ declaration, members });
  }
  return { parameters, placed };
};

/** The scope in which the parameters have these values. */
export const bind = <T>(bound: Bound, scope: Scope<T>, parameters: readonly T[]): Scope<T> => {
  const { field } = scope;
  const valueOf = (entry: Entry): T => {
    if (entry === null) return field.zero;
    const value = parameters[entry.parameter] as T;
    return entry.negative ? field.neg(value) : value;
  };
  let filled = scope;
  for (const { declaration, members } of bound.placed) {
    const values = members.map(
      (m): Value<T> => ({ kind: 'tensor', tensor: tensor(m.shape, m.entries.map(valueOf)) }),
    );
    const value: Value<T> = declaration.family
      ? { kind: 'family', members: values }
      : (values[0] as Value<T>);
    filled = withValue(filled, declaration.name, null, value);
  }
  return filled;
};

const hasAttributes = <T>(declaration: Declaration, field: Field<T>, value: Value<T>): boolean => {
  if (value.kind === 'family')
    return value.members.every((m) => hasAttributes(declaration, field, m));
  return (
    value.kind !== 'tensor' || declaration.attributes.every((a) => holds(a, field, value.tensor))
  );
};

/** Whether the declared names meet the attributes they were declared with, at a point. */
export const meetsDeclarations = <T>(
  declarations: readonly Declaration[],
  scope: Scope<T>,
): boolean =>
  declarations.every((d) => {
    const value = scope.at.values.get(d.name);
    if (!value) throw new Unsupported(`${d.name} has no value at this point`);
    return hasAttributes(d, scope.field, value);
  });
