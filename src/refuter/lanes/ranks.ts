/**
 * The rank of a matrix, by the cheapest matrix that has the same. Over the real numbers A and A' A
 * have one rank, and sums of X' M X with positive M are eliminated by their diagonals, in all lanes
 * together (`definite-rank.ts`). A product has no larger rank than the least side of its factors,
 * and keeps it, but for a set of measure zero, when it is multiplied by a matrix with a few columns
 * more than that (Halko, Martinsson and Tropp 2011, section 4): here by one that is sparse and goes
 * into the outermost factors, so that the large product is never made. It is the same for all
 * matrices of a shape: what it should lose it loses on both sides of a relation. Only what is
 * suspicious is distinguished so: exact arithmetic refutes.
 */
import { isGramOf, termsUnder } from './definite.ts';
import { Words } from './draws.ts';
import { Unlaned, type Graph, type Node } from './graph.ts';
import { factorsOf, product, transposed, valueOf, type Factor } from './products.ts';

/** Columns that a sketch has more than the rank can be. */
const spare = 2;
/**
 * To how many columns of a sketch each column is added: enough that hardly any choice of columns
 * loses its rank.
 */
const times = 5;
/** A sketch is worth it where it makes a large side smaller by an eighth. */
const worth = (side: number, sketched: number): boolean => side >= 10 && 8 * side > 9 * sketched;

/** As many columns as are needed for a rank of at most `bound`. */
const narrowed = (g: Graph, a: Node, bound: number): Node => {
  const cols = bound + spare;
  if (!worth(a.cols, cols)) return a;
  const words = new Words(cols, a.cols);
  const shifts = Array.from({ length: times * Math.ceil(a.cols / cols) }, (_, i) =>
    i === 0 ? 0 : words.below(cols),
  );
  return g.fold(a, g.weights(times * a.cols), cols, shifts);
};

/** The rank of a matrix, as a number; NaN where it is not clear. */
export const rankNode = (g: Graph, a: Node): Node => {
  if (a.count !== 1) throw new Unlaned('the rank of a derivative by several directions');
  const factors = factorsOf(a);
  const [first, last] = [factors[0] as Factor, factors.at(-1) as Factor];
  const bound = Math.min(...factors.flatMap(({ node }) => [node.rows, node.cols]));
  const definite = (pairs: readonly (readonly [Node, Node])[]): Node =>
    g.outside('definiteRank', [g.gram(pairs)], 1, 1);
  if (factors.length === 1) {
    // a matrix and its transpose have one rank, and are asked for it in one way
    const x = narrowed(g, first.node, bound);
    return definite([[x, x]]);
  }
  const middle = isGramOf(factors);
  if (middle !== null) {
    const right = factors.slice(Math.ceil(factors.length / 2));
    const x = product(g, [
      ...right.slice(0, -1).map((f) => valueOf(g, f)),
      narrowed(g, valueOf(g, last), bound),
    ]);
    return definite(middle === 'none' ? [[x, x]] : termsUnder(g, middle, x));
  }
  if (!worth(Math.max(a.rows, a.cols), bound + spare)) return g.outside('rank', [a], 1, 1);
  const [left, right] = [
    g.transpose(narrowed(g, valueOf(g, transposed(first)), bound)),
    narrowed(g, valueOf(g, last), bound),
  ];
  return g.outside(
    'rank',
    [product(g, [left, ...factors.slice(1, -1).map((f) => valueOf(g, f)), right])],
    1,
    1,
  );
};
