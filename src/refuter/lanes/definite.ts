/**
 * Positive matrices as sums of simple ones: how they are drawn where they are large, and how a
 * matrix is multiplied by them on both sides.
 */
import type { Graph, Node } from './graph.ts';
import { bare, type Factor } from './products.ts';

/** Sides up to this are drawn as A A' with a square A. */
const small = 12;
/** How many columns A has beyond that. */
const columns = 2;

/** The shape of what is drawn for a positive matrix of n rows. */
export const drawnFor = (n: number): readonly [number, number] =>
  n <= small ? [n, n] : [1 + columns, n];

/**
 * A A', or D D + A A' with D diagonal and few columns of A where it is large: it takes n² sums and
 * not n³, and so does its product with a column less. With `above` the identity is added. Its
 * eigenvalues are as different as the entries of D.
 */
export const positive = (g: Graph, drawn: Node, above: boolean): Node => {
  const n = drawn.cols;
  if (n <= small) {
    const gram = g.matmul(drawn, g.transpose(drawn));
    return g.held(above ? g.add(gram, g.identity(n)) : gram);
  }
  const diagonal = g.slice(drawn, 0, n, 1);
  const squares = g.mul(diagonal, diagonal);
  // about as large as the diagonal; a power of two, so that points keep few digits
  const scale = 2 ** -Math.round(Math.log2(n) / 2);
  const low = g.mul(g.number(scale), g.slice(drawn, n, columns, n));
  return g.held(
    g.add(
      g.scaledRows(above ? g.add(g.number(1), squares) : squares, g.identity(n)),
      g.matmul(g.transpose(low), low),
    ),
  );
};

const isIdentity = (a: Node): boolean =>
  a.kind === 'table' &&
  a.count === 1 &&
  (a.fn === 'identity' || (a.values?.length === 1 && a.values[0] === 1));
const isNonnegative = (x: Node): boolean => {
  const a = bare(x);
  const [p, q] = a.args as readonly [Node, Node];
  if (a.kind === 'table') return a.values?.length === 1 && (a.values[0] as number) >= 0;
  return (
    a.kind === 'zip' &&
    ((a.fn === 'mul' && p === q) || (a.fn === 'add' && isNonnegative(p) && isNonnegative(q)))
  );
};
const isTransposed = (a: Node, b: Node): boolean =>
  (a.kind === 'transpose' && a.args[0] === b) || (b.kind === 'transpose' && b.args[0] === a);
/** A nonnegative column times the rows of the identity. */
const isDiagonal = (a: Node): boolean =>
  a.kind === 'zip' &&
  a.fn === 'mul' &&
  a.rows > 1 &&
  isIdentity(bare(a.args[1] as Node)) &&
  (a.args[0] as Node).cols === 1 &&
  isNonnegative(a.args[0] as Node);

/** Is it positive semidefinite by how it is made? */
const isPositive = (x: Node): boolean => {
  const a = bare(x);
  const [p, q] = a.args as readonly [Node, Node];
  if (a.kind === 'zip' && a.fn === 'add')
    return p.rows === q.rows && isPositive(p) && isPositive(q);
  return isIdentity(a) || isDiagonal(a) || (a.kind === 'matmul' && isTransposed(p, q));
};

/**
 * What stands between X' and X in a product that is X' M X with a positive M, or X' X ('none');
 * null for another product.
 */
export const isGramOf = (factors: readonly Factor[]): Node | 'none' | null => {
  const n = factors.length;
  for (let i = 0; 2 * i < n - 1; i++) {
    const [a, b] = [factors[i] as Factor, factors[n - 1 - i] as Factor];
    if (a.node !== b.node || a.transposed === b.transposed) return null;
  }
  const middle = n % 2 === 0 ? 'none' : (factors[(n - 1) / 2] as Factor).node;
  return middle === 'none' || isPositive(middle) ? middle : null;
};

/** X' M X as pairs that add up to it, the second transposed times the first. */
export const termsUnder = (g: Graph, m: Node, x: Node): (readonly [Node, Node])[] => {
  const a = bare(m);
  const [p, q] = a.args as readonly [Node, Node];
  if (isIdentity(a)) return [[x, x]];
  if (isDiagonal(a)) return [[x, g.scaledRows(p, x)]];
  if (a.kind === 'matmul') {
    const y = g.matmul(q, x);
    return [[y, y]];
  }
  return [...termsUnder(g, p, x), ...termsUnder(g, q, x)];
};
