/**
 * relu, |·| and their slopes under a mean, by signs. The law of x does not change when a row of it
 * changes its sign, so E g(x) is the mean of g(ε x) over fair signs ε, one for each row, too. What is
 * linear in a row takes its sign, |·| does not, and relu(u) = (u + |u|)/2, relu'(u) = (1 + sign u)/2
 * where u is not 0. The mean over the signs leaves products in which every row is even; there
 * |u| |u| = u², sign(u) |u| = u, sign(u)² = 1 if u varies. A |·| or a sign that is left alone has a
 * mean that is not known here.
 */
import { q } from '../rational.ts';
import { Sameness } from '../same.ts';
import { add, einsum, jet, scale, single, variable, zeros } from '../term.ts';
import type { Factor, Mono, Piece, Term } from '../term.ts';
import { mentions } from '../mentions.ts';
import { unread } from '../claim/tree.ts';
import { isNumeric, varianceOf, without, type Jet } from './closed-forms.ts';
import { pulledOut } from './moments.ts';
import {
  isIndependent,
  isInside,
  isSymmetric,
  isVariable,
  label,
  labelled,
  pieceOf,
} from './random.ts';
import type { Random } from './random.ts';

const signs = 'sign#';
const half = q(1n, 2n);
const headOf = (f: Factor): Jet => f.head as Jet;
const argumentOf = (f: Factor): Term => f.head.args[0] as Term;

/** The same function at the same argument under another name, or of another order. */
const turnedInto = (f: Factor, name: string, order: number): Term =>
  single({ ...headOf(f), fn: { ...headOf(f).fn, name }, orders: [order] });

/** For each axis of x: the index of the function that fixes it, or null. */
function rowsOf(f: Factor, x: Random): readonly (number | null)[] {
  const patterns = argumentOf(f).sum.map((m) => {
    const own = m.factors.filter((g) => isVariable(g, x));
    const [only, more] = own;
    if (!only || more || m.factors.some((g) => isInside(g, x)))
      return unread(`the mean of ${headOf(f).fn.name} of a term that is not linear in ${x.name}`);
    return only.at.map((w, axis) => {
      const places = m.free.flatMap((v, k) => (v === w ? [k] : []));
      const isAlone = places.length === 1 && only.at.filter((v) => v === w).length === 1;
      return isAlone && isIndependent(x, axis) ? (places[0] as number) : null;
    });
  });
  const [first] = patterns;
  return first && patterns.every((p) => p.join() === first.join())
    ? first
    : unread(`the mean of ${headOf(f).fn.name} of several rows at once`);
}

/** Refuses what has no sign to change. */
function demandKink(f: Factor, x: Random, random: readonly string[]): void {
  if (!isNumeric(f, ['relu', 'abs']) || (headOf(f).orders[0] as number) > 1)
    unread(`the mean of ${f.head.kind === 'jet' ? f.head.fn.name : f.head.kind} of ${x.name}`);
  // a slope counts where u is not 0: that has probability 1, or 0, for a Gaussian alone
  const isSlope = headOf(f).orders[0] === 1;
  const others = random.some((name) => name !== x.name && mentions(argumentOf(f), name));
  if (isSlope && (x.kind !== 'normal' || others)) unread('the mean of a slope at a kink');
}

/** relu in halves of what is odd and of what is even. */
function halved(m: Mono, x: Random): Term {
  const f = m.factors.find((g) => isInside(g, x) && headOf(g).fn.name === 'relu');
  if (!f) return { shape: m.free.map((w) => m.dims[w] as string), sum: [m] };
  const at = labelled(f.at);
  const isSlope = headOf(f).orders[0] === 1;
  const odd = isSlope ? turnedInto(f, signs, 0) : argumentOf(f);
  const flat = isSlope ? einsum(at, [], sizes(f, m)) : turnedInto(f, 'abs', 0);
  const both = [odd, flat].map((t) => scale(half, without(m, [f], [[t, at]])));
  return each(add(...both), (n) => halved(n, x));
}
const sizes = (f: Factor, m: Mono): Record<string, string> =>
  Object.fromEntries(f.at.map((w) => [label(w), m.dims[w] as string]));

const each = (t: Term, change: (m: Mono) => Term): Term =>
  t.sum.length === 0 ? t : add(...t.sum.map(change));

/** The mean over one fair sign for each row, of which every odd factor takes one. */
function evenPart(m: Mono, x: Random, rows: readonly (number | null)[]): Term {
  const axes = rows.flatMap((place, axis) => (place === null ? [] : [axis]));
  const epsilon = variable(
    signs,
    axes.map((axis) => x.shape[axis] as string),
  );
  const rowOf = (f: Factor): string[] => {
    if (isVariable(f, x)) return labelled(axes.map((axis) => f.at[axis] as number));
    return labelled(axes.map((axis) => f.at[rows[axis] as number] as number));
  };
  const isOdd = (f: Factor): boolean =>
    isVariable(f, x) ||
    (isInside(f, x) && (headOf(f).fn.name === signs || headOf(f).orders[0] === 1));
  const turned = without(
    m,
    [],
    m.factors.filter(isOdd).map((f) => [epsilon, rowOf(f)] as const),
  );
  const sign: Random = {
    name: signs,
    shape: epsilon.shape,
    family: 0,
    kind: 'rademacher',
    mean: null,
    central: [],
  };
  const over = (n: Mono): Term =>
    n.factors.some((f) => isVariable(f, sign))
      ? each(pulledOut(n, sign), over)
      : { shape: turned.shape, sum: [n] };
  return each(turned, over);
}

/** sign(Var u)², which is 1 where u varies and 0 where it is always 0, at the indices it has. */
function varies(f: Factor, x: Random): Piece {
  const spread = varianceOf(argumentOf(f), x);
  const kept = [...spread.shape.keys()].filter((place) =>
    spread.sum.some(
      (m) =>
        m.free.filter((w) => w === m.free[place]).length > 1 ||
        m.factors.some((g) => g.at.includes(m.free[place] as number)),
    ),
  );
  const labels = spread.shape.map((_, k) => `v${k}`);
  const open = kept.map((k) => labels[k] as string);
  const parts = spread.sum.map((m) => {
    // an index on which it does not depend is left out, and not summed
    const gone = new Set(m.free.filter((_, k) => !kept.includes(k)));
    const l = (w: number): string => label(w);
    const dims = Object.fromEntries(
      m.dims.flatMap((d, w) => (gone.has(w) ? [] : [[l(w), d] as const])),
    );
    return einsum(
      kept.map((k) => l(m.free[k] as number)),
      m.factors.map(pieceOf),
      dims,
      m.c,
      m.powers,
    );
  });
  const reduced = parts.length === 0 ? zeros([]) : add(...parts);
  const sign = jet({ ...headOf(f).fn, name: 'abs' }, [1], [reduced], reduced.shape);
  const squared = einsum(open, [
    [sign, open],
    [sign, open],
  ]);
  return [squared, labelled(kept.map((k) => f.at[k] as number))];
}

/** Two of |u|, sign(u) and the slope of relu at one u are one thing; what is left has no name. */
function paired(m: Mono, x: Random, sameness: Sameness): Term {
  const kinks = m.factors.filter((f) => isInside(f, x));
  const [first] = kinks;
  if (!first) return { shape: m.free.map((w) => m.dims[w] as string), sum: [m] };
  const isHere = (f: Factor): boolean =>
    f.at.join() === first.at.join() && sameness.same(argumentOf(f), argumentOf(first));
  const here = kinks.filter(isHere);
  const kind = (f: Factor): 'length' | 'slope' | 'sign' =>
    headOf(f).fn.name === signs ? 'slope' : headOf(f).orders[0] === 1 ? 'sign' : 'length';
  const [lengths, others] = [
    here.filter((f) => kind(f) === 'length'),
    here.filter((f) => kind(f) !== 'length'),
  ];
  const u = [argumentOf(first), labelled(first.at)] as const;
  if (here.length % 2 === 1) return unread('the mean of |u|, or of a sign');
  // sign(u)^k |u|^j is u^j for even k + j > k, and for j = 0 it is 1 where u varies
  const isVaried = lengths.length > 0 || others.some((f) => kind(f) === 'slope');
  const ones: Piece = [einsum(u[1], [], sizes(first, m)), u[1]];
  // the indices stay, also where nothing depends on them
  const instead = [ones, ...lengths.map(() => u), ...(isVaried ? [] : [varies(first, x)])];
  return each(without(m, here, instead), (n) => paired(n, x, sameness));
}

/** A term of the same mean over x without relu and |·| of x. */
export function withoutKinks(m: Mono, x: Random, random: readonly string[]): Term {
  const kinks = m.factors.filter((f) => isInside(f, x));
  kinks.forEach((f) => demandKink(f, x, random));
  if (!isSymmetric(x) || x.mean !== null)
    unread(`the mean of a function of ${x.name}, whose law may not be symmetric`);
  const [rows, ...others] = kinks.map((f) => rowsOf(f, x));
  if (!rows || others.some((p) => p.join() !== rows.join()))
    return unread(`the mean of functions of different rows of ${x.name}`);
  const sameness = new Sameness();
  const even = each(halved(m, x), (n) => evenPart(n, x, rows));
  return each(even, (n) => paired(n, x, sameness));
}
