/** Shapes of results from shapes of arguments: products, transposes, blocks, derivatives. */
import { alike, multiplied } from '../dims.ts';
import { summed } from './sums-of-dims.ts';
import { unread, type At, type Expr, type Shape } from './tree.ts';

export const rowsOf = (s: Shape): string => (s.length === 0 ? '1' : (s[0] as string));
export const columnsOf = (s: Shape): string => (s.length < 2 ? '1' : (s[1] as string));
export const matrixShape = (m: string, n: string): Shape =>
  n !== '1' ? [m, n] : m !== '1' ? [m] : [];
export const flipped = (s: Shape): Shape =>
  s.length === 0 ? s : matrixShape(columnsOf(s), rowsOf(s));
export const mustBe = (s: Shape, wanted: Shape, what: string): Shape =>
  alike(s, wanted)
    ? s
    : unread(
        `${what} of the shapes ${s.join('×') || 'scalar'} and ${wanted.join('×') || 'scalar'}`,
      );
export const square = (s: Shape, what: string): Shape =>
  s.length === 0 || (s.length === 2 && s[0] === s[1])
    ? s
    : unread(`${what} of a non-square matrix`);

export function productShape(a: Shape, b: Shape): Shape {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  if (columnsOf(a) !== rowsOf(b)) return unread('a product of shapes that do not fit');
  return matrixShape(rowsOf(a), columnsOf(b));
}

/** A pseudo-inverse has the shape of the transpose, also of a vector. */
export const pinvShape = (a: Shape): Shape =>
  a.length === 1 && a[0] !== '1' ? ['1', a[0] as string] : flipped(a);

export const diagShape = (a: Shape): Shape =>
  a.length === 0
    ? a
    : a.length === 1
      ? [a[0] as string, a[0] as string]
      : [square(a, 'diag')[0] as string];

export const kronShape = (a: Shape, b: Shape): Shape =>
  matrixShape(multiplied(rowsOf(a), rowsOf(b)), multiplied(columnsOf(a), columnsOf(b)));

export const vecShape = (a: Shape): Shape => matrixShape(multiplied(rowsOf(a), columnsOf(a)), '1');

/** The derivative of y by x. */
export const derivativeShape = (which: string, y: Shape, x: Shape): Shape => {
  if (which === 'jac')
    return x.length < 2 && y.length < 2
      ? matrixShape(rowsOf(y), rowsOf(x))
      : unread('jac by a matrix');
  if (y.length > 0) return unread(`${which} of something other than a scalar`);
  if (which === 'grad') return x;
  return x.length < 2 ? matrixShape(rowsOf(x), rowsOf(x)) : unread('hess by a matrix');
};

/** Entries, rows or columns: a place is null where it is `:`. */
export const entryShape = (of: Shape, places: readonly (At | null)[]): Shape => {
  if (of.length === 0 || places.length !== of.length) return unread('these entries');
  if (of.length === 1) return places[0] ? [] : of;
  const [row, column] = places;
  return matrixShape(row ? '1' : rowsOf(of), column ? '1' : columnsOf(of));
};

/** The rows and columns of every block, and the shape of the whole. */
export interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly shape: Shape;
}

/** Blocks, `width` in a row: what no block of a row or column tells is 1, for 0. */
export const gridOf = (told: readonly (Shape | undefined)[], width: number): Grid => {
  const side = (list: readonly (Shape | undefined)[], of: (s: Shape) => string): string => {
    const all = new Set(list.flatMap((s) => (s ? [of(s)] : [])));
    return all.size > 1 ? unread('blocks that do not fit') : ([...all][0] ?? '1');
  };
  const rows = Array.from({ length: told.length / width }, (_, i) =>
    side(told.slice(i * width, (i + 1) * width), rowsOf),
  );
  const columns = Array.from({ length: width }, (_, j) =>
    side(
      told.filter((_s, k) => k % width === j),
      columnsOf,
    ),
  );
  return { rows, columns, shape: matrixShape(summed(...rows), summed(...columns)) };
};

export const isZero = (e: Expr): boolean => e.k === 'number' && e.n === 0n;

export const isOnes = (e: Expr): boolean => e.k === 'constant' && e.which === 'ones';
