/** Which attributes a shape can have, and the message if it cannot. */
import type { Attribute, Shape, Type } from './ast.ts';
import { describeShape } from './unifier.ts';

const ofScalars: ReadonlySet<Attribute> = new Set(['positive', 'nonnegative', 'nonzero']);
const ofVectors: ReadonlySet<Attribute> = new Set(['positive', 'nonnegative', 'nonzero', 'unit']);
const square: ReadonlySet<Attribute> = new Set([
  'symmetric',
  'antisymmetric',
  'orthogonal',
  'projector',
  'invertible',
  'psd',
  'pd',
]);

const literal = (dim: string | undefined): number | null =>
  dim !== undefined && /^\d+$/.test(dim) ? Number(dim) : null;

const problemOfMatrix = (
  attribute: Attribute,
  shape: Shape,
  same: (a: string, b: string) => boolean,
): string | null => {
  const [rows = '1', columns = '1'] = shape;
  const text = describeShape(shape);
  if (attribute === 'unit') return `unit applies to vectors, and this is ${text}`;
  if (square.has(attribute) && !same(rows, columns))
    return `${attribute} applies to square matrices, and this is ${text}`;
  const [m, n] = [literal(rows), literal(columns)];
  if (m === null || n === null) return null;
  if (attribute === 'onto' && m > n)
    return `a ${text} matrix is never onto: it has more rows than columns`;
  if (attribute === 'one-to-one' && m < n)
    return `a ${text} matrix is never one-to-one: it has more columns than rows`;
  return null;
};

/**
 * Why the attribute cannot hold for this shape; null where it can. `same` tells whether two
 * dimensions are one.
 */
export const attributeProblem = (
  attribute: Attribute,
  shape: Shape,
  same: (a: string, b: string) => boolean = (a, b) => a === b,
): string | null => {
  const text = describeShape(shape);
  if (shape.length === 0)
    return ofScalars.has(attribute) ? null : `${attribute} does not apply to scalars`;
  if (shape.length === 1 || (shape.length === 2 && shape[0] === '1')) {
    return ofVectors.has(attribute)
      ? null
      : `${attribute} does not apply to vectors, and this is ${text}`;
  }
  if (shape.length > 2)
    return attribute === 'nonzero'
      ? null
      : `${attribute} does not apply to tensors, and this is ${text}`;
  return problemOfMatrix(attribute, shape, same);
};

export const attributeProblemOf = (attribute: Attribute, type: Type): string | null =>
  type.kind === 'tensor'
    ? attributeProblem(attribute, type.shape)
    : `a function takes no attribute, such as ${attribute}`;
