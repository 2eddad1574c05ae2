/** Entries, rows and columns: `x[i]`, `A[i,j]`, `A[i,:]`, `A[:,j]`. */
import { ClaimError, type Dim, type Expr, type Index, type Shape, type Span } from './ast.ts';
import { elaborate } from './elaborate.ts';
import { placeText, readPlace } from './layers.ts';
import { ShapeError, withShape } from './shape-error.ts';
import type { Syntax } from './syntax.ts';
import type { Typing } from './typing.ts';
import { describeShape, isUnsettled } from './unifier.ts';

/** What an index points along, in the words of a message: `the rows of A`. */
interface Axis {
  readonly dim: Dim;
  readonly what: string;
}

const isLiteral = (dim: Dim): boolean => /^\d+$/.test(dim);

const outside = ({ dim, what }: Axis, index: Index, span: Span): ShapeError =>
  new ShapeError(`${placeText(index)} is out of range: ${what} are 1 to ${dim}`, span);

/** `x[n]` is the last entry, `x[n-1]` the one before. */
const checkEnd = (axis: Axis, index: Index, span: Span): void => {
  if (index.name !== axis.dim)
    throw new ClaimError(
      `${index.name} is another dimension: ${axis.what} are 1 to ${axis.dim}`,
      span,
      `write ${axis.dim} for the last of them, or an index over 1..${axis.dim}`,
    );
  if (index.offset > 0) throw outside(axis, index, span);
};

/** A name that nothing binds is a free index, the same along one axis wherever it stands. */
const addFree = (axis: Axis, index: Index & { name: string }, span: Span, typing: Typing): void => {
  const { free, unifier, scope } = typing;
  const { name } = index;
  scope.refuseIndexName(name, span);
  if (index.offset !== 0)
    throw new ClaimError(
      `the index ${name} is not bound, and ${placeText(index)} is not an entry for every ${name}`,
      span,
      `write forall ${name} in 1..${axis.dim}-1. .., or the range that is meant`,
    );
  const known = free.get(name);
  if (!known) {
    free.set(name, { to: axis.dim, span });
    return;
  }
  try {
    unifier.unify(known.to, axis.dim);
  } catch {
    throw new ClaimError(
      `the index ${name} runs over 1..${unifier.resolve(known.to)} and over 1..${axis.dim}`,
      span,
      'use two indices',
    );
  }
};

/** A bound index, all of whose values have to lie on the axis. */
const checkBound = (
  axis: Axis,
  index: Index & { name: string },
  span: Span,
  typing: Typing,
): void => {
  const { scope, unifier } = typing;
  const range = scope.index(index.name);
  if (!range) return;
  const { dim, what } = axis;
  const [first, last] = [scope.firstOf(index.name) + index.offset, scope.lastOf(range)];
  if (dim.startsWith('?') && index.offset === 0) unifier.unify(dim, range.to);
  const end = readPlace(unifier.resolve(dim));
  const same = end ? last.name === end.name : range.to === dim;
  if (!same)
    throw new ClaimError(
      `the index ${index.name} runs over 1..${range.to}, but ${what} are 1 to ${dim}`,
      span,
      `use an index over 1..${dim}`,
    );
  const past = last.offset + index.offset - (end?.offset ?? 0);
  if (first < 1 || past > 0)
    throw new ShapeError(
      `${placeText(index)} is out of range at ${index.name} = ` +
        `${first < 1 ? scope.firstOf(index.name) : range.to}: ${what} are 1 to ${dim}`,
      span,
    );
};

const checkPlace = (axis: Axis, index: Index, span: Span, typing: Typing): void => {
  const { name, offset } = index;
  if (name === null) {
    if (offset < 1 || (isLiteral(axis.dim) && offset > Number(axis.dim)))
      throw outside(axis, index, span);
    return;
  }
  const { scope } = typing;
  if (scope.index(name)) checkBound(axis, { name, offset }, span, typing);
  else if (scope.dims.has(name)) checkEnd(axis, index, span);
  else if (scope.variable(name))
    throw new ClaimError(
      `${name} is a variable: an index is a whole number, an index or a dimension`,
      span,
      'give the index another name',
    );
  else addFree(axis, { name, offset }, span, typing);
};

const names = ['the rows', 'the columns', 'the entries along the third axis'] as const;

const shapeOf = (shape: Shape, places: readonly (Index | null)[]): Shape => {
  const kept = shape.filter((_, k) => places[k] === null);
  // what is left of a row is a row
  return shape.length === 2 && kept.length === 1 && places[1] === null ? ['1', ...kept] : kept;
};

/** What to write where as many indices do not fit. */
const instead = (text: string, shape: Shape): string | null =>
  shape.length === 1
    ? `write ${text}[i]`
    : shape.length === 2
      ? `write ${text}[i,j] for an entry, ${text}[i,:] for a row, ${text}[:,j] for a column`
      : null;

/** The entries of a typed expression at some places. */
export const entryOf = (
  body: Expr,
  places: readonly (Index | null)[],
  span: Span,
  placesSpan: Span,
  typing: Typing,
): Expr => {
  const { unifier } = typing;
  const shape = unifier.shape(body.shape);
  if (shape.length !== places.length)
    throw new ClaimError(
      `${withShape(body, unifier)} takes ` +
        `${shape.length === 0 ? 'no index' : `${shape.length} ${shape.length === 1 ? 'index' : 'indices'}`}, ` +
        `and ${places.length === 1 ? '1 is' : `${places.length} are`} given`,
      span,
      instead(body.kind === 'variable' ? body.name : '(..)', shape),
    );
  places.forEach((at, k) => {
    const what = shape.length === 1 ? 'the entries' : (names[k] as string);
    if (at) checkPlace({ dim: shape[k] as Dim, what }, at, placesSpan, typing);
  });
  return { kind: 'entry', places, body, shape: shapeOf(shape, places), span };
};

export const elaborateEntry = (node: Extract<Syntax, { kind: 'entry' }>, typing: Typing): Expr =>
  entryOf(elaborate(node.args[0], typing, null), node.places, node.span, node.placesSpan, typing);

/** The axis that a free index points along, as the end of a range. */
export const endOfFree = (name: string, typing: Typing): Dim => {
  const found = typing.free.get(name);
  if (!found) throw new Error(`${name} is not a free index`);
  const to = typing.unifier.resolve(found.to);
  if (isUnsettled([to]) || to.includes('['))
    throw new ClaimError(
      isUnsettled([to])
        ? `the range of ${name} does not follow from the context`
        : `the index ${name} is not bound, and its range 1..${describeShape([to])} varies`,
      found.span,
      `bind it, as in forall ${name} in 1..n. ..`,
    );
  return to;
};
