/**
 * The operators that the machine knows, as nodes of its graph; a claim with another one is left to
 * the exact search.
 */
import { entriesOf, Unlaned, type Graph, type Node } from './graph.ts';
import { rankNode } from './ranks.ts';

type Build = (g: Graph, args: readonly Node[], params: readonly number[]) => Node;

const at = (args: readonly Node[], i: number): Node => {
  const found = args[i];
  if (found === undefined) throw new Unlaned('an argument is missing');
  return found;
};
const isScalar = (a: Node): boolean => entriesOf(a) === 1;

const product: Build = (g, args) => {
  const [a, b] = [at(args, 0), at(args, 1)];
  if (a.cols === b.rows) return isScalar(a) || isScalar(b) ? g.mul(a, b) : g.matmul(a, b);
  if (isScalar(a) || isScalar(b)) return g.mul(a, b);
  throw new Unlaned('a product of shapes that do not fit');
};

/** By repeated squaring. */
const power = (g: Graph, a: Node, k: number): Node => {
  const times = (x: Node, y: Node): Node => (isScalar(a) ? g.mul(x, y) : g.matmul(x, y));
  let result: Node | null = null;
  let square = a;
  for (let rest = k; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result === null ? square : times(result, square);
    if (rest > 1) square = times(square, square);
  }
  return result ?? g.identity(a.rows);
};

const length = (g: Graph, a: Node): Node =>
  isScalar(a) ? g.map('abs', a) : g.map('sqrt', g.inner(a, a));
const isVector = (a: Node): boolean => a.rows === 1 || a.cols === 1;
const singular = (g: Graph, a: Node, k: number): Node =>
  isVector(a)
    ? length(g, a)
    : g.slice(g.outside('singular', [a], Math.min(a.rows, a.cols), 1), k - 1, 1, 1);
/** The k-th largest eigenvalue of a symmetric matrix. */
export const eigenvalue = (g: Graph, a: Node, k: number): Node => {
  if (k > a.rows) throw new Unlaned('an eigenvalue that is not there');
  return isScalar(a) ? a : g.slice(g.outside('spectrum', [a], a.rows, 1), k - 1, 1, 1);
};

/** Numbers on the diagonal of a matrix: taken from a square one, or put there from a vector. */
const diag = (g: Graph, a: Node): Node => {
  const n = a.rows;
  if (a.cols === 1)
    return n === 1
      ? a
      : g.scatter(
          Array.from({ length: n }, (_, i) => [g.slice(a, i, 1, 1), i * (n + 1)] as const),
          n,
          n,
        );
  return g.scatter(
    Array.from({ length: n }, (_, i) => [g.slice(a, i * (n + 1), 1, 1), i] as const),
    n,
    1,
  );
};

const table: Readonly<Record<string, Build>> = {
  add: (g, args) => g.add(at(args, 0), at(args, 1)),
  sub: (g, args) => g.sub(at(args, 0), at(args, 1)),
  neg: (g, args) => g.map('neg', at(args, 0)),
  mul: product,
  hadamard: (g, args) => g.mul(at(args, 0), at(args, 1)),
  div: (g, args) => g.zip('div', at(args, 0), at(args, 1)),
  dot: (g, args) => g.inner(at(args, 0), at(args, 1)),
  transpose: (g, args) => g.transpose(at(args, 0)),
  tr: (g, args) => g.inner(at(args, 0), g.identity(at(args, 0).rows)),
  diag: (g, args) => diag(g, at(args, 0)),
  det: (g, args) => (isScalar(at(args, 0)) ? at(args, 0) : g.outside('det', [at(args, 0)], 1, 1)),
  inv: (g, args) =>
    isScalar(at(args, 0))
      ? g.zip('div', g.number(1), at(args, 0))
      : g.outside('inv', [at(args, 0)], at(args, 0).rows, at(args, 0).rows),
  exp: (g, args) => g.map('exp', at(args, 0)),
  log: (g, args) => g.map('log', at(args, 0)),
  sqrt: (g, args) => g.map('sqrt', at(args, 0)),
  rank: (g, args) => rankNode(g, at(args, 0)),
  lambda: (g, args, [k = 1]) => eigenvalue(g, at(args, 0), k),
  bars: (g, args) => length(g, at(args, 0)),
  normF: (g, args) => length(g, at(args, 0)),
  norm: (g, args) => singular(g, at(args, 0), 1),
  sigma_max: (g, args) => singular(g, at(args, 0), 1),
  sigma_min: (g, args) => singular(g, at(args, 0), Math.min(at(args, 0).rows, at(args, 0).cols)),
  pow: (g, args, params) => {
    const [num = 1, den = 1] = params.slice(-2);
    const base = den === 1 ? at(args, 0) : g.map('sqrt', at(args, 0));
    if (den > 2 || (den === 2 && !isScalar(base))) throw new Unlaned('a broken power');
    const raised = power(g, base, Math.abs(num));
    if (num >= 0) return raised;
    return isScalar(base)
      ? g.zip('div', g.number(1), raised)
      : g.outside('inv', [raised], raised.rows, raised.rows);
  },
};

/** Throws `Unlaned` for an operator that the machine does not know. */
export const operatorNode = (
  g: Graph,
  name: string,
  args: readonly Node[],
  params: readonly number[],
): Node => {
  const build = table[name];
  if (build === undefined) throw new Unlaned(`${name} is not known to the machine`);
  return build(g, args, params);
};
