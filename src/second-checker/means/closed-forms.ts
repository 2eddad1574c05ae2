/**
 * Means that one line of mathematics tells. For a Gaussian u, E exp(u) = exp(E u + Var u / 2). For a
 * law that is the same for x - E x and E x - x, an odd function of x - E x has the mean 0; tanh and
 * erf are odd, and each derivative changes that. For centred, independent entries of one symmetric
 * law, det changes its sign with a row, so E det = 0. The outputs of a softmax add up to 1.
 */
import { derivative } from '../differentiate.ts';
import { mentions } from '../mentions.ts';
import { q } from '../rational.ts';
import { add, einsum, jet, labelsFor, scale, zeros } from '../term.ts';
import type { Factor, Fn, Head, Mono, Piece, Term } from '../term.ts';
import { unread } from '../claim/tree.ts';
import { centred, covarianceOf, isInside, isSymmetric, isVariable } from './random.ts';
import { labelled, pieceOf, sizesOf, type Random } from './random.ts';
import { tidy } from './tidy.ts';

export type Jet = Head & { readonly kind: 'jet' };
/** A factor that is one of these functions of a number, or of every entry. */
export const isNumeric = (f: Factor, names: readonly string[]): boolean =>
  f.head.kind === 'jet' &&
  names.includes(f.head.fn.name) &&
  f.head.fn.family.length === 0 &&
  f.head.fn.output === null &&
  f.head.fn.inputs.length === 1 &&
  f.head.fn.inputs[0] === null;
const argumentOf = (f: Factor): Term => f.head.args[0] as Term;
const nothingLike = (m: Mono): Term => zeros(m.free.map((w) => m.dims[w] as string));
/** The product with some of its factors replaced by more. */
export const without = (m: Mono, gone: readonly Factor[], more: readonly Piece[] = []): Term =>
  einsum(
    labelled(m.free),
    [...m.factors.filter((f) => !gone.includes(f)).map(pieceOf), ...more],
    sizesOf(m, m.free),
    m.c,
    m.powers,
  );

/** How a term moves with x: its slope, if it is affine in x. */
export function slopeOf(t: Term, x: Random): Term {
  const slope = tidy(derivative(t, x.name, x.shape));
  return mentions(slope, x.name)
    ? unread(`the mean of a function of a term that is not linear in ${x.name}`)
    : slope;
}
/** The variance of what is affine in a Gaussian x, at each of its indices. */
export function varianceOf(u: Term, x: Random): Term {
  const slope = slopeOf(u, x);
  const own = labelsFor('u', u.shape);
  const axes = labelsFor('x', x.shape);
  const spread = x.kind === 'normal' ? (x.central[0] as Term) : zeros([]);
  if (!covarianceOf(x))
    return einsum(own, [
      [slope, [...own, ...axes]],
      [slope, [...own, ...axes]],
      [spread, []],
    ]);
  const last = axes[x.family] as string;
  return einsum(own, [
    [slope, [...own, ...axes]],
    [slope, [...own, ...axes.slice(0, x.family), 'y']],
    [spread, [last, 'y']],
  ]);
}

const exponential: Fn = { name: 'exp', family: [], inputs: [null], output: null };
function ofExponentials(m: Mono, x: Random, inside: readonly Factor[]): Term | null {
  const [first] = inside;
  if (!first || x.kind !== 'normal' || !inside.every((f) => isNumeric(f, ['exp']))) return null;
  const { params } = first.head as Jet;
  if (inside.length > 1 && inside.some((f) => f.at.length > 0)) return null;
  const u = add(...inside.map(argumentOf));
  const value = add(centred(u, x), scale(q(1n, 2n), varianceOf(u, x)));
  const at = labelled(inside.flatMap((f) => f.at));
  return without(m, inside, [[jet(exponential, [0], [value], params), at]]);
}

function isOdd(x: Random, inside: readonly Factor[]): boolean {
  if (!isSymmetric(x) || !inside.every((f) => isNumeric(f, ['tanh', 'erf']))) return false;
  const isCentred = inside.every(
    (f) => slopeOf(argumentOf(f), x) && tidy(centred(argumentOf(f), x)).sum.length === 0,
  );
  const flips = inside.reduce((k, f) => k + 1 + ((f.head as Jet).orders[0] as number), 0);
  return isCentred && flips % 2 === 1;
}

function isDeterminant(x: Random, inside: readonly Factor[]): boolean {
  const [only, more] = inside;
  if (!only || more || only.head.kind !== 'operation' || only.head.name !== 'det') return false;
  const [entry, another] = argumentOf(only).sum;
  const [itself, other] = entry?.factors ?? [];
  const isItself = !another && !other && itself && isVariable(itself, x);
  const isCentred = isSymmetric(x) && x.mean === null && covarianceOf(x) === null;
  return Boolean(
    isItself &&
      isCentred &&
      x.family === 0 &&
      x.shape.length === 2 &&
      new Set(itself.at).size === 2,
  );
}

/** The mean of a product in which x stands inside functions alone; null where none is known. */
export function closedForm(m: Mono, x: Random): Term | null {
  const inside = m.factors.filter((f) => isInside(f, x));
  if (m.factors.some((f) => isVariable(f, x))) return null;
  if (isDeterminant(x, inside) || isOdd(x, inside)) return nothingLike(m);
  return ofExponentials(m, x, inside);
}

/** The product without a softmax over whose outputs it sums; null where there is none. */
export function withoutSoftmax(m: Mono): Term | null {
  const uses = (w: number): number =>
    [...m.free, ...m.factors.flatMap((f) => f.at)].filter((v) => v === w).length;
  const summed = m.factors.find(
    ({ head, at }) =>
      head.kind === 'jet' &&
      head.fn.name === 'softmax' &&
      head.params.length + head.fn.family.length === 0 &&
      uses(at[0] as number) === 1,
  );
  if (!summed) return null;
  return (summed.head as Jet).orders.some((k) => k > 0) ? nothingLike(m) : without(m, [summed]);
}
