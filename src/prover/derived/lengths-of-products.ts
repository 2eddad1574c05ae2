/** Lengths of sums and products bounded by lengths and norms of their parts. */
import { add, contract, number, scale, zeros } from '../../kernel/graph.ts';
import { negative, one, type Ratio, times as squared } from '../../kernel/ratio.ts';
import type { Term } from '../../kernel/term.ts';
import { type Theorem, fact, first, weak } from '../../kernel/theorem.ts';
import { squareOf, times } from '../graphs/small-terms.ts';
import { absolute } from './absolute.ts';
import { softmaxLength, throughActivation } from './activations.ts';
import { type Bounded, itself, multiplied, ofProduct, scaled, together } from './bounded.ts';
import { flipped } from './equations.ts';
import { alike, orderBy, summand } from './labelled.ts';
import { type Length, lengthBelow, lengthOf, triangle } from './lengths.ts';
import {
  cutBehindFirst,
  normOf,
  parts,
  positive,
  signOf,
  withoutCoefficient,
  withoutScalar,
} from './norm-parts.ts';
import { normBound } from './norms.ts';
import { groups, sharedFront } from './shared-fronts.ts';

/**
 * |t| at most what the lengths of its summands, and the norms of the matrices before it, say;
 * `known` are not taken apart, but for t.
 */
export function lengthBound(t: Term, known: readonly Term[] = [], whole = true): Bounded {
  const own = lengthOf(t);
  const [head, ...more] = parts(t);
  if (!head || (!whole && known.some((u) => alike(u, t)))) return itself(own.value, own.sign);
  const probabilities = softmaxLength(t);
  if (probabilities) return atMostOne(own, probabilities);
  const activated = throughActivation(t);
  if (activated) {
    const { by, argument, squares } = activated;
    return timesConstant(own, by, argument, known, [squares]);
  }
  if (more.length > 0) return ofSum(own, known);
  const { coefficient: c, rest } = withoutCoefficient(t);
  if (!positive(c) || c.num !== 1n || c.den !== 1n)
    return timesConstant(own, positive(c) ? c : negative(c), rest, known);
  const scalar = withoutScalar(t);
  if (scalar) return timesScalar(own, scalar.scalar, scalar.rest, known);
  const cut = cutBehindFirst(t);
  return cut ? stretched(own, cut, known) : itself(own.value, own.sign);
}

/** From t·t ≤ 1: |t| ≤ 1. */
function atMostOne(own: Length, squares: Theorem): Bounded {
  const bound = number(one);
  const sign = orderBy(zeros([]), bound, false, [summand([])]);
  return { bound, sign, theorem: lengthBelow(own, bound, sign, squares) };
}

/** |A u + A v| as |A (u + v)|; other sums by the triangle inequality, group by group. */
function ofSum(own: Length, known: readonly Term[]): Bounded {
  const shared = sharedFront(own.of);
  if (shared) return stretched(own, shared, known);
  const [group, ...others] = groups(own.of, known) as [Term, ...Term[]];
  const rest = others.length === 1 ? (others[0] as Term) : add(...others);
  return together(
    own.value,
    triangle(lengthOf(group), lengthOf(rest)).theorem,
    lengthBound(group, known, false),
    lengthBound(rest, known, false),
  );
}

/**
 * |t| ≤ c |u| for a number c > 0, from t·t ≤ c² u·u, and |u| by its bound. `squares` prove the
 * first; none are needed where t is c u or −c u.
 */
function timesConstant(
  own: Length,
  c: Ratio,
  u: Term,
  known: readonly Term[],
  squares: readonly Theorem[] = [],
): Bounded {
  const [inside, plain] = [lengthBound(u, known, false), lengthOf(u)];
  const right = scale(c, plain.value);
  const sign = orderBy(zeros([]), right, false, [summand([plain.sign], c)]);
  const below = orderBy(squareOf(own.of), times(right, right), false, [
    ...squares.map((s) => summand([s])),
    summand([weak(flipped(plain.square))], squared(c, c)),
  ]);
  return scaled(own.value, lengthBelow(own, right, sign, below), c, inside);
}

/** |s u| ≤ |s| |u|, and |u| by its bound. */
function timesScalar(own: Length, s: Term, u: Term, known: readonly Term[]): Bounded {
  const [inside, plain, size] = [lengthBound(u, known, false), lengthOf(u), absolute(s)];
  const right = times(size.value, plain.value);
  const sign = orderBy(zeros([]), right, false, [summand([size.sign, plain.sign])]);
  // s² u·u = |s|²|u|²: first |u|², then |s|²
  const below = orderBy(squareOf(own.of), times(right, right), false, [
    summand([weak(flipped(plain.square))], one, [size.value]),
    summand([weak(flipped(size.square)), nonnegative(u)]),
  ]);
  return multiplied(own.value, lengthBelow(own, right, sign, below), size, inside);
}

/** |A u| ≤ ‖A‖ |u|, and both by their bounds. */
function stretched(
  own: Length,
  { front, rest }: { readonly front: Term; readonly rest: Term },
  known: readonly Term[],
): Bounded {
  return ofProduct(
    own.value,
    stretch(front, rest, own),
    signOf(front),
    normBound(front),
    lengthBound(rest, known, false),
  );
}

const nonnegative = (t: Term): Theorem =>
  orderBy(zeros([]), squareOf(t), false, [summand([], one, [t])]);

/** |A t| ≤ ‖A‖ |t|, for a vector or the columns of a matrix. */
export function stretch(
  a: Term,
  t: Term,
  product: Length = lengthOf(apply(a, t)),
  plain: Length = lengthOf(t),
): Theorem {
  const n = normOf(a);
  const right = times(n, plain.value);
  const sign = orderBy(zeros([]), right, false, [summand([signOf(a), plain.sign])]);
  const bound =
    t.shape.length === 1
      ? fact('the norm bounds', a, t)
      : first(fact('Frobenius norm of a product', a, t));
  const squares = orderBy(squareOf(product.of), times(right, right), false, [
    summand([bound]),
    summand([weak(flipped(plain.square))], one, [n]),
  ]);
  return lengthBelow(product, right, sign, squares);
}
const apply = (a: Term, t: Term): Term =>
  contract([a, t], ['ij', t.shape.length === 1 ? 'j' : 'jk'], t.shape.length === 1 ? 'i' : 'ik');
