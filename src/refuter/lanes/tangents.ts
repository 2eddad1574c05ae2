/** Derivatives forwards: the tangent of each step. */
import { Graph, type Node, Unlaned } from './graph.ts';

/** f'(x) of an entrywise function, from x and f(x). */
export const slope = (g: Graph, fn: string, x: Node, y: Node): Node => {
  const one = g.number(1);
  switch (fn) {
    case 'neg':
      return g.number(-1);
    case 'relu':
      return g.map('step', x);
    case 'leakyrelu':
      return g.add(g.number(0.01), g.mul(g.number(0.99), g.map('step', x)));
    case 'step':
    case 'sign':
      return g.number(0);
    case 'abs':
      return g.map('sign', x);
    case 'tanh':
      return g.sub(one, g.mul(y, y));
    case 'sigmoid':
      return g.sub(y, g.mul(y, y));
    case 'softplus':
      return g.map('sigmoid', x);
    case 'exp':
      return y;
    case 'log':
      return g.zip('div', one, x);
    case 'sqrt':
      return g.zip('div', g.number(0.5), y);
    case 'sin':
      return g.map('cos', x);
    case 'cos':
      return g.map('neg', g.map('sin', x));
    case 'erf':
      return g.mul(g.number(2 / Math.sqrt(Math.PI)), g.map('exp', g.map('neg', g.mul(x, x))));
    default:
      throw new Unlaned(`the derivative of ${fn}`);
  }
};

/** The nodes between some node and x: those that a change of x may change. */
export const moved = (y: Node, x: Node): Node[] => {
  const depends = new Map<Node, boolean>();
  const order: Node[] = [];
  const visit = (a: Node): boolean => {
    const known = depends.get(a);
    if (known !== undefined) return known;
    let found = a === x;
    if (!found && a.kind !== 'held') for (const b of a.args) found = visit(b) || found;
    depends.set(a, found);
    if (found) order.push(a);
    return found;
  };
  visit(y);
  return order;
};

/** The sum of two tangents of which one may be missing. */
const both = (g: Graph, left: Node | undefined, right: Node | undefined): Node =>
  left === undefined ? (right as Node) : right === undefined ? left : g.add(left, right);

const ofZip = (g: Graph, a: Node, dp: Node | undefined, dq: Node | undefined): Node => {
  const [p, q] = a.args as readonly [Node, Node];
  const wide = (d: Node | undefined): Node | undefined => d && g.everywhere(d, a.rows, a.cols);
  if (a.fn === 'add') return both(g, wide(dp), wide(dq));
  if (a.fn === 'sub')
    return dq === undefined
      ? (wide(dp) as Node)
      : dp === undefined
        ? g.map('neg', wide(dq) as Node)
        : g.everywhere(g.sub(wide(dp) as Node, wide(dq) as Node), a.rows, a.cols);
  if (a.fn === 'mul') return both(g, dp && g.mul(dp, q), dq && g.mul(p, dq));
  return both(g, dp && g.zip('div', dp, q), dq && g.map('neg', g.zip('div', g.mul(a, dq), q)));
};

/** The tangent of a node, from those of its arguments, of which one at least moves. */
const tangentOf = (g: Graph, a: Node, of: (b: Node) => Node | undefined): Node => {
  const [p, q] = a.args as readonly [Node, Node];
  const [dp, dq] = [of(p), q === undefined ? undefined : of(q)];
  switch (a.kind) {
    case 'matmul':
      return both(g, dp && g.matmul(dp, q), dq && g.matmul(p, dq));
    case 'zip':
      return ofZip(g, a, dp, dq);
    case 'map':
      return g.mul(dp as Node, slope(g, a.fn, p, a));
    case 'transpose':
      return g.transpose(dp as Node);
    case 'reshape':
      return g.reshape(dp as Node, a.rows, a.cols);
    case 'slice':
      return g.slice(dp as Node, a.at[0] as number, a.rows, a.cols);
    case 'scatter':
      return g.scatter(
        a.args.flatMap((b, i) => {
          const d = of(b);
          return d === undefined ? [] : [[d, a.at[i] as number] as const];
        }),
        a.rows,
        a.cols,
      );
    case 'outside':
      if (a.fn !== 'inv') throw new Unlaned(`the derivative of ${a.fn}`);
      return g.map('neg', g.matmul(g.matmul(a, dp as Node), a));
    default:
      throw new Unlaned(`the derivative of ${a.kind}`);
  }
};

/**
 * Tangents of y along the directions in which x is moved, one matrix of the shape of y for each;
 * null where nothing moves. Costs a few times y for each direction.
 */
export const forward = (g: Graph, y: Node, x: Node, directions: Node): Node | null => {
  const tangents = new Map<Node, Node>();
  for (const a of moved(y, x)) {
    if (a === x) {
      tangents.set(a, directions);
      continue;
    }
    if (a.count !== 1) throw new Unlaned('a derivative of a derivative by several directions');
    tangents.set(
      a,
      tangentOf(g, a, (b) => tangents.get(b)),
    );
  }
  return tangents.get(y) ?? null;
};
