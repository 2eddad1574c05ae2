/** `[A, B; C, D]`: a matrix of blocks; `[1, 2; 3, 4]` where every block is a number. */
import type { Dim, Shape } from '../language/ast.ts';
import { add, contract } from '../kernel/graph.ts';
import type { Term } from '../kernel/term.ts';
import type { Field } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { sumDim } from './dimension.ts';
import { extent } from './entries.ts';
import { ShapeMismatch, type Dimensions, type Operator } from './operator.ts';
import { partTerm } from './parts.ts';
import { asMatrix, fromMatrix, showShape } from './shapes.ts';

/** Rows of all block rows and columns of all block columns. */
export interface Sides {
  readonly rows: readonly Dim[];
  readonly columns: readonly Dim[];
}

/**
 * The sides of the blocks, row by row; throws `ShapeMismatch` where blocks of one row or column do
 * not fit.
 */
export const sidesOf = (
  shapes: readonly (Shape | null)[],
  columns: number,
  dims: Dimensions,
): { readonly rows: (Dim | null)[]; readonly columns: (Dim | null)[] } => {
  const sides = {
    rows: Array<Dim | null>(shapes.length / columns).fill(null),
    columns: Array<Dim | null>(columns).fill(null),
  };
  const join = (list: (Dim | null)[], at: number, dim: Dim, shape: Shape, what: string): void => {
    const known = (list[at] ??= dim);
    try {
      dims.unify(known, dim);
    } catch (error) {
      if (!(error instanceof ShapeMismatch)) throw error;
      throw new ShapeMismatch(
        `the block ${showShape(shape, dims)} does not fit: the other blocks of its ${what} ` +
          `have ${dims.resolve(known)} ${what}s`,
      );
    }
  };
  shapes.forEach((shape, k) => {
    if (shape === null) return;
    const [m, n] = asMatrix(shape, 'a block');
    join(sides.rows, Math.floor(k / columns), m, shape, 'row');
    join(sides.columns, k % columns, n, shape, 'column');
  });
  return sides;
};

const settled = (list: readonly (Dim | null)[]): readonly Dim[] => list.map((d) => d ?? '1');

/** The sides of blocks all of whose shapes are settled. */
const sidesIn = (shapes: readonly Shape[], columns: number): Sides => ({
  rows: Array.from(
    { length: shapes.length / columns },
    (_, i) => asMatrix(shapes[i * columns] ?? [], 'a block')[0],
  ),
  columns: shapes.slice(0, columns).map((s) => asMatrix(s, 'a block')[1]),
});

/** The block at row i and column j put into the whole. */
const placed = (t: Term, shape: Shape, { rows, columns }: Sides, i: number, j: number): Term => {
  const [m, n] = asMatrix(shape, 'a block');
  const terms: Term[] = [t];
  const names = [`${m === '1' ? '' : 'i'}${n === '1' ? '' : 'j'}`];
  let out = '';
  if (rows.length > 1) {
    terms.push(partTerm(rows, i));
    names.push(m === '1' ? 'r' : 'ir');
    out += 'r';
  } else if (m !== '1') out += 'i';
  if (columns.length > 1) {
    terms.push(partTerm(columns, j));
    names.push(n === '1' ? 's' : 'js');
    out += 's';
  } else if (n !== '1') out += 'j';
  return contract(terms, names, out);
};

/** The lists of sizes into which a matrix of blocks is divided. */
export const partsOf = (shapes: readonly Shape[], columns: number): readonly (readonly Dim[])[] => {
  const sides = sidesIn(shapes, columns);
  return [sides.rows, sides.columns].filter((list) => list.length > 1);
};

const joinedRows = <T>(field: Field<T>, args: readonly Tensor<T>[], columns: number): T[] => {
  const data: T[] = [];
  for (let k = 0; k < args.length; k += columns) {
    const blocks = args.slice(k, k + columns);
    const [height] = extent(blocks[0]?.shape ?? []);
    for (let i = 0; i < height; i++)
      for (const block of blocks) {
        const [, width] = extent(block.shape);
        for (let j = 0; j < width; j++) data.push(block.data[i * width + j] ?? field.zero);
      }
  }
  return data;
};

export const blocks: Operator = {
  name: 'blocks',
  called: false,
  arity: 0,
  summary: '[A, B; C, D]: matrix of blocks, rows separated by semicolons; [1, 2; 3, 4] of numbers',
  shape: (shapes, dims, [, columns = 1]) => {
    const sides = sidesOf(shapes, columns, dims);
    const total = (list: readonly (Dim | null)[]): Dim =>
      sumDim(...settled(list).map((d) => dims.resolve(d)));
    return fromMatrix(total(sides.rows), total(sides.columns));
  },
  evaluate: <T>(
    field: Field<T>,
    args: readonly Tensor<T>[],
    shape: readonly number[],
    [, columns = 1]: readonly number[],
  ) => tensor(shape, joinedRows(field, args, columns)),
  lower: (args, shapes, [, columns = 1]) => {
    const sides = sidesIn(shapes, columns);
    return add(
      ...args.map((t, k) =>
        placed(t, shapes[k] ?? [], sides, Math.floor(k / columns), k % columns),
      ),
    );
  },
  printed: {
    strength: 5,
    wants: [],
    text: (_, columns, ...args) => `[${inRows(args, Number(columns), ', ').join('; ')}]`,
    typeset: (_, columns, ...args) => ({
      kind: 'grid',
      rows: rowsOf(args, columns?.kind === 'number' ? Number(columns.text) : 1),
    }),
  },
};

const rowsOf = <T>(list: readonly T[], columns: number): T[][] =>
  Array.from({ length: list.length / columns }, (_, i) =>
    list.slice(i * columns, (i + 1) * columns),
  );
const inRows = (list: readonly string[], columns: number, by: string): string[] =>
  rowsOf(list, columns).map((row) => row.join(by));
