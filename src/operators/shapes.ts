/** Predicates and names of shapes that operators use. */
import type { Dim, Shape } from '../language/ast.ts';
import { ShapeMismatch, type Dimensions } from './operator.ts';

/** A shape in the user's words: `scalar`, `n`, `m×n`. */
export const showShape = (shape: Shape, dims?: Dimensions): string =>
  shape.length === 0 ? 'scalar' : shape.map((d) => shown(d, dims)).join('×');

/** A dimension in the user's words: one that the context has to tell is a question mark. */
export const shown = (dim: Dim, dims?: Dimensions): string => {
  const resolved = dims ? dims.resolve(dim) : dim;
  return resolved.replace(/\?\d+/g, '?');
};

/** Does the dimension still depend on the context? */
export const isOpen = (dim: Dim, dims: Dimensions): boolean => dims.resolve(dim).startsWith('?');

export const isScalar = (shape: Shape): boolean => shape.length === 0;
export const isRow = (shape: Shape): boolean => shape.length === 2 && shape[0] === '1';
export const isVector = (shape: Shape): boolean => shape.length === 1;

/**
 * Rows and columns of a shape read as a matrix: a scalar is 1×1, a vector n×1. Three dimensions do
 * not have any.
 */
export const asMatrix = (shape: Shape, what: string): readonly [Dim, Dim] => {
  if (shape.length > 2)
    throw new ShapeMismatch(
      `${what} takes a matrix, but its argument is the tensor ${showShape(shape)}`,
    );
  return [shape[0] ?? '1', shape[1] ?? '1'];
};

/** The shape of a matrix after literal ones are dropped; a row stays a row. */
export const fromMatrix = (rows: Dim, columns: Dim): Shape => {
  if (columns === '1') return rows === '1' ? [] : [rows];
  return [rows, columns];
};

export const requireScalar = (shape: Shape, what: string): void => {
  if (!isScalar(shape))
    throw new ShapeMismatch(`${what} takes a scalar, but its argument is ${showShape(shape)}`);
};

/** The one dimension of a square matrix; a scalar counts as 1×1. */
export const requireSquare = (shape: Shape, dims: Dimensions, what: string): Dim => {
  const [rows, columns] = asMatrix(shape, what);
  try {
    dims.unify(rows, columns);
  } catch (error) {
    if (!(error instanceof ShapeMismatch)) throw error;
    throw new ShapeMismatch(
      `${what} takes a square matrix, but its argument is ${showShape(shape, dims)}`,
    );
  }
  return rows;
};

/** Makes two shapes one; `verb` completes the sentence `m×n and n×m cannot be …`. */
export const requireSame = (a: Shape, b: Shape, dims: Dimensions, verb: string): Shape => {
  const mismatch = (): ShapeMismatch =>
    new ShapeMismatch(
      `${showShape(a, dims)} and ${showShape(b, dims)} cannot be ${verb}: the shapes must be equal`,
    );
  if (a.length !== b.length) throw mismatch();
  a.forEach((dim, i) => {
    try {
      dims.unify(dim, b[i] as Dim);
    } catch (error) {
      if (!(error instanceof ShapeMismatch)) throw error;
      throw mismatch();
    }
  });
  return a;
};
