/** Products of matrices as lists of factors, and in the order that is cheapest. */
import type { Graph, Node } from './graph.ts';

/** A factor of a product, that is not a product itself, as it is or transposed. */
export interface Factor {
  readonly node: Node;
  readonly transposed: boolean;
}

/** What a node is the value of, where derivatives do not matter. */
export const bare = (a: Node): Node => (a.kind === 'held' ? bare(a.args[0] as Node) : a);

/** The factors of a matrix; itself where it is not a product. */
export const factorsOf = (a: Node, under = false): readonly Factor[] => {
  const node = bare(a);
  const [p, q] = node.args as readonly [Node, Node];
  if (node.kind === 'transpose') return factorsOf(p, !under);
  if (node.kind !== 'matmul') return [{ node, transposed: under }];
  return under
    ? [...factorsOf(q, true), ...factorsOf(p, true)]
    : [...factorsOf(p), ...factorsOf(q)];
};
export const transposed = ({ node, transposed: under }: Factor): Factor => ({
  node,
  transposed: !under,
});
export const valueOf = (g: Graph, { node, transposed: under }: Factor): Node =>
  under ? g.transpose(node) : node;

/** The product of some matrices with as few products of numbers as can be (Godbole 1973). */
export const product = (g: Graph, factors: readonly Node[]): Node => {
  const known = new Map<string, { readonly cost: number; readonly at: number }>();
  const sides = [factors[0]?.rows ?? 1, ...factors.map((f) => f.cols)];
  const best = (from: number, to: number): { readonly cost: number; readonly at: number } => {
    if (to - from === 1) return { cost: 0, at: from };
    const old = known.get(`${from} ${to}`);
    if (old !== undefined) return old;
    let found = { cost: Infinity, at: from };
    for (let at = from + 1; at < to; at++) {
      const cost =
        best(from, at).cost +
        best(at, to).cost +
        (sides[from] as number) * (sides[at] as number) * (sides[to] as number);
      if (cost < found.cost) found = { cost, at };
    }
    known.set(`${from} ${to}`, found);
    return found;
  };
  const make = (from: number, to: number): Node => {
    if (to - from === 1) return factors[from] as Node;
    const { at } = best(from, to);
    return g.matmul(make(from, at), make(at, to));
  };
  return make(0, factors.length);
};
