/** Forward and backward derivatives in the graph of a screened claim. */
import { Graph, type Node, Unlaned, entriesOf } from './graph.ts';
import { forward, moved, slope } from './tangents.ts';

/**
 * Adjoints of x: for each of the weightings of the entries of y its derivative by x, of the shape
 * of x; null where y does not depend on x. Costs a few times y for each weighting, however large x
 * is.
 */
export const reverse = (g: Graph, y: Node, x: Node, weightings: Node): Node | null =>
  descend(g, moved(y, x), x, new Map([[y, weightings]]));

/** Adds an adjoint to that of a node. */
interface Back {
  readonly g: Graph;
  readonly give: (to: Node, d: Node) => void;
  /** The nodes of which an adjoint is wanted. */
  readonly reaches: ReadonlySet<Node>;
}
/** Adjoints of parts of a node, each with its place, that are put together when it is its turn. */
type Pieces = Map<Node, (readonly [Node, number])[]>;

/** Gives the arguments of a node their adjoints, from its own. */
const giveBack = (back: Back, slices: Pieces, a: Node, d: Node): void => {
  const { g, give, reaches } = back;
  const [p, q] = a.args as readonly [Node, Node];
  switch (a.kind) {
    case 'matmul':
      if (reaches.has(p)) give(p, g.matmul(d, g.transpose(q)));
      if (reaches.has(q)) give(q, g.matmul(g.transpose(p), d));
      break;
    case 'zip':
      giveZip(back, a, d);
      break;
    case 'map':
      give(p, g.mul(d, slope(g, a.fn, p, a)));
      break;
    case 'transpose':
      give(p, g.transpose(d));
      break;
    case 'reshape':
      give(p, g.reshape(d, p.rows, p.cols));
      break;
    case 'slice':
      giveSlice(slices, g, a, d);
      break;
    case 'scatter':
      a.args.forEach((b, i) => give(b, g.slice(d, a.at[i] as number, b.rows, b.cols)));
      break;
    case 'outside':
      if (a.fn !== 'inv') throw new Unlaned(`the derivative of ${a.fn}`);
      give(p, g.map('neg', g.matmul(g.matmul(g.transpose(a), d), g.transpose(a))));
      break;
    default:
      throw new Unlaned(`the derivative of ${a.kind}`);
  }
};

const giveZip = ({ g, give, reaches }: Back, a: Node, d: Node): void => {
  const [p, q] = a.args as readonly [Node, Node];
  if (a.fn === 'add' || a.fn === 'sub') {
    give(p, d);
    if (reaches.has(q)) give(q, a.fn === 'add' ? d : g.map('neg', d));
  } else if (a.fn === 'mul') {
    for (const [to, other] of [
      [p, q],
      [q, p],
    ] as const)
      if (reaches.has(to))
        give(
          to,
          entriesOf(to) === 1 && entriesOf(d) > 1
            ? g.inner(d, g.everywhere(other, d.rows, d.cols))
            : g.mul(d, other),
        );
  } else {
    const over = g.zip('div', d, q);
    give(p, over);
    if (reaches.has(q)) give(q, g.map('neg', g.mul(over, a)));
  }
};

const giveSlice = (slices: Pieces, g: Graph, a: Node, d: Node): void => {
  const [p] = a.args as readonly [Node];
  const list = slices.get(p) ?? [];
  const at = a.at[0] as number;
  const same = list.findIndex(([b, where]) => where === at && entriesOf(b) === entriesOf(d));
  if (same >= 0) list[same] = [g.add((list[same] as readonly [Node, number])[0], d), at];
  else if (list.some(([b, where]) => at < where + entriesOf(b) && where < at + entriesOf(d)))
    throw new Unlaned('slices that overlap');
  else list.push([d, at]);
  slices.set(p, list);
};

/**
 * The adjoint of x, from those of some nodes that depend on it; `order` has what lies between,
 * arguments first.
 */
const descend = (
  g: Graph,
  order: readonly Node[],
  x: Node,
  adjoints: Map<Node, Node>,
): Node | null => {
  if (order.length === 0) return null;
  const pieces: Pieces = new Map();
  const reaches = new Set(order);
  const give = (to: Node, d: Node): void => {
    if (!reaches.has(to)) return;
    const fits = to.rows === d.rows && to.cols === d.cols ? d : g.sum(d);
    const old = adjoints.get(to);
    adjoints.set(to, old === undefined ? fits : g.add(old, fits));
  };
  for (const a of order.toReversed()) {
    const parts = pieces.get(a);
    if (parts !== undefined) give(a, g.scatter(parts, a.rows, a.cols));
    const d = adjoints.get(a);
    if (a === x) return d ?? null;
    if (d === undefined) continue;
    if (a.count !== 1) throw new Unlaned('a derivative of a derivative by several directions');
    giveBack({ g, give, reaches }, pieces, a, d);
  }
  return null;
};

/**
 * Adjoints of x for every output where the outputs are the entries of a matrix whose rows do not
 * know of each other, as those of a network at several data points; null where it is not so. In the
 * stack for column a of the outputs row i belongs to output (i, a), until rows meet in what they
 * share, as in weights: there each has a matrix of its own. This takes as many passes as there are
 * columns, where `reverse` takes one for each output.
 */
const rowByRow = (g: Graph, y: Node, x: Node): Node | null => {
  const whole = unshaped(y);
  const [points, outputs] = [whole.rows, whole.cols];
  if (points === 1) return null;
  const order = moved(whole, x);
  const reaches = new Set(order);
  if (!reaches.has(whole) || whole === x) return null;
  const add = (to: Map<Node, Node>, b: Node, d: Node): void => {
    const old = to.get(b);
    to.set(b, old === undefined ? d : g.add(old, d));
  };
  const rows = new Map<Node, Node>([[whole, g.columns(points, outputs)]]);
  const shared = new Map<Node, Node>();
  for (const a of order.toReversed()) {
    const d = rows.get(a);
    if (d === undefined) continue;
    if (a.count !== 1 || a === x) return null;
    const [p, q] = a.args as readonly [Node, Node];
    switch (a.kind) {
      case 'matmul':
        if (reaches.has(p)) add(rows, p, g.matmul(d, g.transpose(q)));
        if (reaches.has(q)) add(shared, q, g.outer(p, d));
        break;
      case 'map':
        add(rows, p, g.mul(d, slope(g, a.fn, p, a)));
        break;
      case 'zip': {
        if (
          a.fn === 'div' ||
          [p, q].some((b) => reaches.has(b) && (b.rows !== points || b.cols !== a.cols))
        )
          return null;
        const by = (other: Node): Node => (a.fn === 'mul' ? g.mul(d, other) : d);
        if (reaches.has(p)) add(rows, p, by(q));
        if (reaches.has(q)) add(rows, q, a.fn === 'sub' ? g.map('neg', d) : by(p));
        break;
      }
      default:
        return null;
    }
  }
  return descend(g, order, x, shared);
};
const unshaped = (a: Node): Node => (a.kind === 'reshape' ? unshaped(a.args[0] as Node) : a);

/**
 * Derivatives of outputs, a column, by the entries of x: outputs × inputs, by tangents or adjoints,
 * whichever are fewer.
 */
export const jacobian = (g: Graph, y: Node, x: Node): Node => {
  const [outputs, inputs] = [entriesOf(y), entriesOf(x)];
  const alone = rowByRow(g, y, x);
  if (alone !== null) return g.spread(alone);
  if (inputs <= outputs) {
    const t = forward(g, y, x, g.units(x.rows, x.cols));
    return t === null ? g.constant(0, outputs, inputs) : g.transpose(g.spread(t));
  }
  const a = reverse(g, y, x, g.units(y.rows, y.cols));
  return a === null ? g.constant(0, outputs, inputs) : g.spread(a);
};

/** The gradient by adjoints: the cost of a few values. */
export const gradient = (g: Graph, y: Node, x: Node): Node =>
  reverse(g, y, x, g.number(1)) ?? g.constant(0, x.rows, x.cols);

/** The gradient by tangents, so that a claim about adjoints is not checked by them. */
export const gradientForward = (g: Graph, y: Node, x: Node): Node => {
  const t = forward(g, y, x, g.units(x.rows, x.cols));
  return t === null ? g.constant(0, x.rows, x.cols) : g.reshape(g.spread(t), x.rows, x.cols);
};

/** Tangents of the gradient: inputs × inputs. */
export const hessian = (g: Graph, y: Node, x: Node): Node => {
  const n = entriesOf(x);
  const t = forward(g, gradient(g, y, x), x, g.units(x.rows, x.cols));
  return t === null ? g.constant(0, n, n) : g.spread(t);
};
