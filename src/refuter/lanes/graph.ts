/**
 * Expressions of matrices as a graph in which nothing stands twice; what the machine computes is
 * read off from it.
 */

/** Something in a claim that the machine cannot compute: the claim is left to the exact search. */
export class Unlaned extends Error {
  override readonly name = 'Unlaned';
}

export type Zip = 'add' | 'sub' | 'mul' | 'div';
export type NodeKind =
  | 'input'
  | 'table'
  | 'matmul'
  | 'zip'
  | 'map'
  | 'transpose'
  | 'reshape'
  | 'slice'
  | 'scatter'
  | 'spread'
  | 'outer'
  | 'fold'
  | 'gram'
  | 'held'
  | 'outside';

/**
 * A stack of `count` matrices. `count` is 1 but for derivatives, where it runs over directions (of
 * tangents) or outputs (of adjoints). `fn` names what a `zip`, `map` or `outside` does, `at` holds
 * positions of slices and scattered pieces or the value of a constant, `values` the numbers of a
 * table that is neither a constant nor an identity.
 */
export interface Node {
  readonly id: number;
  readonly kind: NodeKind;
  readonly args: readonly Node[];
  readonly count: number;
  readonly rows: number;
  readonly cols: number;
  readonly fn: string;
  readonly at: readonly number[];
  readonly values: readonly number[] | null;
}

export const entriesOf = (a: Node): number => a.rows * a.cols;
const isScalar = (a: Node): boolean => a.rows === 1 && a.cols === 1;

const none: readonly never[] = [];
const same = (a: readonly unknown[], b: readonly unknown[]): boolean => {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/** Makes nodes; equal ones are one. */
export class Graph {
  /** Nodes by their first argument, and those that have none. */
  private readonly users: Node[][] = [];
  private readonly leaves: Node[] = [];
  readonly nodes: Node[] = [];

  private make(
    kind: NodeKind,
    args: readonly Node[],
    [count, rows, cols]: readonly [number, number, number],
    fn = '',
    at: readonly number[] = none,
    values: readonly number[] | null = null,
  ): Node {
    const first = args[0];
    const alike = first === undefined ? this.leaves : (this.users[first.id] ??= []);
    for (const a of alike) {
      if (
        a.kind === kind &&
        a.rows === rows &&
        a.cols === cols &&
        a.count === count &&
        a.fn === fn &&
        same(a.args, args) &&
        same(a.at, at) &&
        same(a.values ?? none, values ?? none)
      )
        return a;
    }
    const node: Node = { id: this.nodes.length, kind, args, count, rows, cols, fn, at, values };
    this.nodes.push(node);
    alike.push(node);
    return node;
  }

  /** Numbers that every trial draws anew; one name is one input. */
  input(name: string, rows: number, cols: number): Node {
    return this.make('input', [], [1, rows, cols], name);
  }
  /** Numbers that are the same in all trials. */
  table(values: readonly number[], rows: number, cols: number, count = 1): Node {
    return this.make('table', [], [count, rows, cols], '', [], values);
  }
  number(value: number): Node {
    return this.table([value], 1, 1);
  }
  constant(value: number, rows: number, cols: number): Node {
    return rows === 1 && cols === 1
      ? this.number(value)
      : this.make('table', [], [1, rows, cols], 'constant', [value]);
  }
  identity(n: number): Node {
    return n === 1 ? this.number(1) : this.make('table', [], [1, n, n], 'identity');
  }
  /** All unit matrices of a shape, one behind the other. */
  units(rows: number, cols: number): Node {
    return rows * cols === 1
      ? this.number(1)
      : this.make('table', [], [rows * cols, rows, cols], 'identity');
  }

  /** For each column a matrix that is one in that column and zero elsewhere. */
  columns(rows: number, cols: number): Node {
    return cols === 1
      ? this.constant(1, rows, 1)
      : this.make('table', [], [cols, rows, cols], 'columns');
  }
  /** A row of numbers of either sign of which no two are alike and none is small. */
  weights(cols: number): Node {
    return this.make('table', [], [1, 1, cols], 'weights');
  }

  matmul(a: Node, b: Node): Node {
    if (a.cols !== b.rows)
      throw new Error(`a product of ${a.rows}×${a.cols} and ${b.rows}×${b.cols}`);
    return this.make('matmul', [a, b], [this.together(a, b), a.rows, b.cols]);
  }
  /** Entry by entry; a scalar goes with every entry. */
  zip(fn: Zip, a: Node, b: Node): Node {
    const shape = isScalar(a) ? b : a;
    if (!isScalar(a) && !isScalar(b) && (a.rows !== b.rows || a.cols !== b.cols))
      throw new Error(`${fn} of ${a.rows}×${a.cols} and ${b.rows}×${b.cols}`);
    if (fn === 'mul' && b.kind === 'table' && b.values?.length === 1 && b.values[0] === 1) return a;
    if (fn === 'mul' && a.kind === 'table' && a.values?.length === 1 && a.values[0] === 1) return b;
    return this.make('zip', [a, b], [this.together(a, b), shape.rows, shape.cols], fn);
  }
  map(fn: string, a: Node): Node {
    return this.make('map', [a], [a.count, a.rows, a.cols], fn);
  }
  transpose(a: Node): Node {
    if (a.kind === 'transpose') return a.args[0] as Node;
    return isScalar(a) ? a : this.make('transpose', [a], [a.count, a.cols, a.rows]);
  }
  /** The same entries, row by row, in another shape. */
  reshape(a: Node, rows: number, cols: number): Node {
    if (a.rows === rows && a.cols === cols) return a;
    return this.make('reshape', [a], [a.count, rows, cols]);
  }
  /** Entries from a position on, row by row, as a matrix. */
  slice(a: Node, at: number, rows: number, cols: number): Node {
    return this.make('slice', [a], [a.count, rows, cols], '', [at]);
  }
  /** Zero but for pieces that begin at the given positions and do not overlap. */
  scatter(pieces: readonly (readonly [Node, number])[], rows: number, cols: number): Node {
    const count = pieces.reduce((most, [p]) => Math.max(most, p.count), 1);
    return this.make(
      'scatter',
      pieces.map(([p]) => p),
      [count, rows, cols],
      '',
      pieces.map(([, at]) => at),
    );
  }
  /** A stack of matrices as one matrix with a row for each. */
  spread(a: Node): Node {
    return this.make('spread', [a], [1, a.count, entriesOf(a)]);
  }
  /**
   * For row i of a and of each matrix of a stack the product of the one as a column with the other:
   * the stacks of row 0, of row 1 and so on.
   */
  outer(a: Node, b: Node): Node {
    if (a.count !== 1 || a.rows !== b.rows) throw new Unlaned('products of rows that do not fit');
    return this.make('outer', [a, b], [a.rows * b.count, a.cols, b.cols]);
  }
  /** The same value, but no derivative goes through it. */
  held(a: Node): Node {
    return this.make('held', [a], [a.count, a.rows, a.cols]);
  }
  /** What JavaScript computes of whole matrices. */
  outside(fn: string, args: readonly Node[], rows: number, cols: number): Node {
    if (args.some((a) => a.count !== 1)) throw new Unlaned(`${fn} of a derivative`);
    return this.make('outside', args, [1, rows, cols], fn);
  }

  add(a: Node, b: Node): Node {
    return this.zip('add', a, b);
  }
  sub(a: Node, b: Node): Node {
    return this.zip('sub', a, b);
  }
  mul(a: Node, b: Node): Node {
    return this.zip('mul', a, b);
  }
  /** Row i of a matrix times entry i of a column. No derivative goes through it. */
  scaledRows(column: Node, a: Node): Node {
    if (column.count !== 1 || column.cols !== 1 || column.rows !== a.rows)
      throw new Error(`${column.rows}×${column.cols} for the rows of ${a.rows}×${a.cols}`);
    return this.make('zip', [this.held(column), this.held(a)], [a.count, a.rows, a.cols], 'mul');
  }
  /**
   * The sum of left' right over pairs, where that is symmetric: only the diagonal and the entries
   * above it are computed.
   */
  gram(pairs: readonly (readonly [Node, Node])[]): Node {
    const n = pairs[0]?.[0].cols ?? 0;
    return this.make('gram', pairs.flat(), [1, n, n]);
  }
  /**
   * A matrix of fewer columns: the columns of a are cut into blocks of as many, and each block is
   * moved around by a shift and added with weights, several times. Shifts and weights are those of
   * the first time, then of the second, and so on.
   */
  fold(a: Node, weights: Node, cols: number, shifts: readonly number[]): Node {
    return this.make('fold', [a, weights], [a.count, a.rows, cols], '', shifts);
  }
  /** The sum of the products of corresponding entries. */
  inner(a: Node, b: Node): Node {
    return this.matmul(this.reshape(a, 1, entriesOf(a)), this.reshape(b, entriesOf(b), 1));
  }
  sum(a: Node): Node {
    return isScalar(a) ? a : this.inner(a, this.constant(1, a.rows, a.cols));
  }
  /** A scalar at every entry of a shape. */
  everywhere(a: Node, rows: number, cols: number): Node {
    return a.rows === rows && a.cols === cols ? a : this.add(this.constant(0, rows, cols), a);
  }

  private together(a: Node, b: Node): number {
    if (a.count !== 1 && b.count !== 1 && a.count !== b.count)
      throw new Unlaned('a derivative of a derivative by several directions');
    return Math.max(a.count, b.count);
  }
}
