/**
 * A matrix times a column without the matrix, so that an equation between large derivatives is
 * tried along one direction: what fails in an entry fails along all directions but those of a
 * hyperplane (Freivalds 1979). Where `expr` would make a Hessian of N² entries by N tangents, this
 * takes one.
 */
import type { Expr } from '../../language/ast.ts';
import { gradient, reverse } from './derivatives.ts';
import { forward } from './tangents.ts';
import { entriesOf, type Graph, type Node } from './graph.ts';

/** What makes the nodes of expressions. */
interface Maker {
  readonly graph: Graph;
  expr(e: Expr): Node;
  /** The value y that a derivative is of, and the x that it is by. */
  differentiated(e: Derivative): { readonly y: Node; readonly x: Node };
}
export type Derivative = Extract<Expr, { kind: 'jet' | 'derivative' }>;

/** Fewer columns than this are as fast as a matrix. */
const fewColumns = 6;

/** No entry of it is 0, and no two are alike. */
const direction = (g: Graph, n: number): Node =>
  g.table(
    Array.from({ length: n }, (_, i) => 0.5 + (((i + 1) * 0.618_033_988_749_894_9) % 1)),
    n,
    1,
  );

const isMatrix = (e: Expr): boolean => e.shape.length === 2;
const operands = (e: Expr, operator: string): readonly [Expr, Expr] | null =>
  e.kind === 'operator' && e.operator === operator && e.args.length === 2
    ? (e.args as unknown as readonly [Expr, Expr])
    : null;
const transposed = (e: Expr): Expr | null =>
  e.kind === 'operator' && e.operator === 'transpose' ? (e.args[0] ?? null) : null;

/** Is a derivative among what the matrix is a sum or product of? */
function differentiates(e: Expr): boolean {
  if (!isMatrix(e)) return false;
  if (e.kind === 'jet' || e.kind === 'derivative') return true;
  return (
    e.kind === 'operator' &&
    ['add', 'sub', 'neg', 'mul', 'transpose'].includes(e.operator) &&
    e.args.some(differentiates)
  );
}

/**
 * Both sides times one column, where they are large and made of derivatives; null where they had
 * better be computed.
 */
export function alongOneDirection(
  maker: Maker,
  left: Expr,
  right: Expr,
  columns: number,
): { left(): Node; right(): Node } | null {
  if (columns < fewColumns || !(differentiates(left) || differentiates(right))) return null;
  const v = direction(maker.graph, columns);
  return { left: () => times(maker, left, v), right: () => times(maker, right, v) };
}

/** What e is the sum, the difference, the product or the transpose of; null for the others. */
const madeOf = (e: Expr) => ({
  sum: operands(e, 'add'),
  gap: operands(e, 'sub'),
  product: operands(e, 'mul'),
  under: transposed(e),
});

/** e v, where e is a matrix and v a column. */
function times(maker: Maker, e: Expr, v: Node): Node {
  const g = maker.graph;
  const { sum, gap, product, under } = madeOf(e);
  if (sum && sum.every(isMatrix)) return g.add(times(maker, sum[0], v), times(maker, sum[1], v));
  if (gap && gap.every(isMatrix)) return g.sub(times(maker, gap[0], v), times(maker, gap[1], v));
  if (product) return productTimes(maker, product, v);
  if (under && isMatrix(under)) return transposeTimes(maker, under, v);
  if ((e.kind === 'jet' || e.kind === 'derivative') && isMatrix(e)) {
    const { y, x } = maker.differentiated(e);
    const along = g.reshape(v, x.rows, x.cols);
    const t = forward(g, e.which === 'hess' ? gradient(g, y, x) : y, x, along);
    return t === null
      ? g.constant(0, e.which === 'hess' ? v.rows : entriesOf(y), 1)
      : g.reshape(t, entriesOf(t), 1);
  }
  return g.matmul(maker.expr(e), v);
}

/** e' v. */
function transposeTimes(maker: Maker, e: Expr, v: Node): Node {
  const g = maker.graph;
  const { sum, gap, product, under } = madeOf(e);
  if (sum && sum.every(isMatrix))
    return g.add(transposeTimes(maker, sum[0], v), transposeTimes(maker, sum[1], v));
  if (gap && gap.every(isMatrix))
    return g.sub(transposeTimes(maker, gap[0], v), transposeTimes(maker, gap[1], v));
  if (product && product.every(isMatrix))
    return transposeTimes(maker, product[1], transposeTimes(maker, product[0], v));
  if (under && isMatrix(under)) return times(maker, under, v);
  if ((e.kind === 'jet' || e.kind === 'derivative') && e.which === 'jac' && isMatrix(e)) {
    const { y, x } = maker.differentiated(e);
    const a = reverse(g, y, x, g.reshape(v, y.rows, y.cols));
    return a === null ? g.constant(0, entriesOf(x), 1) : g.reshape(a, entriesOf(x), 1);
  }
  return g.matmul(g.transpose(maker.expr(e)), v);
}

/** (a b) v: two matrices one after the other, or a number times what is along v. */
function productTimes(maker: Maker, [a, b]: readonly [Expr, Expr], v: Node): Node {
  const g = maker.graph;
  if (isMatrix(a) && isMatrix(b)) return times(maker, a, times(maker, b, v));
  if (a.shape.length === 0) return g.mul(maker.expr(a), times(maker, b, v));
  if (b.shape.length === 0) return g.mul(times(maker, a, v), maker.expr(b));
  // a column times a row
  return g.matmul(maker.expr(a), g.matmul(maker.expr(b), v));
}
