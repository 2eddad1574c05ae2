/**
 * Power means: what a convex function does to the members of a family lies above its tangent at
 * their mean. For powers the gap is (x − a)² times powers of x and a, for reciprocals (1/x − 1/a)²
 * x, for roots (√x − m)².
 */
import type { Dim, Monomial, Term } from '../../kernel/term.ts';
import { add, contract, dimension, factorTerm, inverse } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { atEntries, root } from '../../kernel/laws.ts';
import { one } from '../../kernel/ratio.ts';
import { first, rootOf, weak, type Theorem } from '../../kernel/theorem.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { alike, byFacts, nothing, orderBy, summand } from '../derived/labelled.ts';
import { minus, nought, times } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import { strategyFor } from '../known/strategy.ts';
import { withInverses } from '../rewriting/by-equations.ts';
import { withLaws } from '../rewriting/laws.ts';
import { positivePowers } from './candidates.ts';
import { at, knownAt, placeIn, summed, type Place } from './coordinate-facts.ts';
import { inverted, product } from './family-sums.ts';
import { byTheseAlone } from './sums-of-signs.ts';

const mark = 'power means';

/** Σ x or Σ w x, over one index. */
interface Total {
  readonly dim: Dim;
  readonly parts: readonly Term[];
}

/** The parts of a graph that are sums over one index each, of one or two vectors. */
function totalsOf(m: Monomial): Total[] {
  const wires = [...new Set(m.factors.flatMap((f) => f.slots))].filter((w) => !m.free.includes(w));
  return wires.flatMap((w) => {
    const here = m.factors.filter((f) => f.slots.includes(w));
    const plain = here.every((f) => f.slots.length === 1);
    if (!plain || here.length > 2) return [];
    const [x, y] = here.map(factorTerm);
    const parts =
      x && y && alike(x, y) ? [contract([x, x], ['i', 'i'], 'i')] : here.map(factorTerm);
    return [{ dim: m.wires[w] as Dim, parts }];
  });
}

const isSame = (a: Total, b: Total): boolean =>
  a.parts.length === b.parts.length && a.parts.every((t, i) => alike(t, b.parts[i] as Term));

/** Sums in products of several, and below reciprocals and roots: their means are looked at. */
function basesIn(terms: readonly Term[]): Total[] {
  const found: Total[] = [];
  const add1 = (all: readonly Total[]): void => {
    for (const t of all) if (!found.some((f) => isSame(f, t))) found.push(t);
  };
  for (const m of terms.flatMap((t) => t.monomials)) {
    const here = totalsOf(m);
    if (here.length > 1) add1(here);
    for (const { head, slots } of m.factors) {
      const inside = head.kind === 'inverse' && !head.matrix && slots.length === 0;
      if (inside) add1(head.arg.monomials.flatMap(totalsOf));
    }
  }
  return found.slice(0, 3);
}

const square = (t: Term): Theorem => orderBy(nought(), times(t, t), false, [summand([], one, [t])]);

const sumOf = (...parts: readonly Term[]): Term =>
  contract(
    parts,
    parts.map(() => 'i'),
    '',
  );

/** 0 ≤ x at the place. */
const signAt = (signs: readonly Theorem[], x: Term): Theorem | undefined =>
  signs.find(
    ({ conclusion: f }) => f.kind === 'less' && f.left.monomials.length === 0 && alike(f.right, x),
  );

/**
 * Numbers at every member that are never negative: the gaps between convex functions and their
 * tangents.
 */
function gaps(x: Term, a: Term, sign: Theorem | undefined, mean: Theorem | null, turned: boolean) {
  const d = minus(x, a);
  const all = [square(d), square(times(d, add(x, a))), square(times(d, a)), square(times(d, x))];
  if (!sign || !mean) return all;
  const spread = square(d);
  const more = [product(sign, spread), product(mean, spread), product(sign, mean, spread)];
  const bent = product(sign, square(minus(inverse(x), inverse(a))));
  return [...all, ...more, ...(turned ? [bent] : [])];
}

/** 0 ≤ x − 2 m √x + m² with m the mean of the roots. */
function ofRoots(place: Place, x: Term, sign: Theorem, size: Term): Theorem {
  const weakly = byFacts(nought(), at(x, place), false, [sign]);
  const r = root(at(x, place));
  const m = times(sumOf(atEntries('sqrt', x)), size);
  const value = add(at(x, place), times(m, m), minus(nought(), add(times(m, r), times(m, r))));
  return orderBy(nought(), value, false, [
    summand([], one, [minus(r, m)]),
    summand([weak(first(rootOf(weakly)))]),
  ]);
}

/** Sums over the members of numbers that are never negative. */
function sumsAbout({ dim, parts }: Total, turned: boolean, ctx: Context): Theorem[] {
  const place = placeIn(dim, ctx);
  const signs = knownAt(place, ctx);
  const size = dimension(dim, -1);
  const over = positiveSizes(size);
  const [x, w] = parts;
  if (!x || !over) return [];
  const of = (x: Term, w?: Term): Theorem[] => {
    const xe = at(x, place);
    const sign = signAt(signs, xe);
    const weight = w && signAt(signs, at(w, place));
    if (w && !weight) return [];
    const a = w ? sumOf(w, x) : times(sumOf(x), size);
    const mean =
      sign && (weight ? summed(product(weight, sign), place) : product(over, summed(sign, place)));
    return gaps(xe, a, sign, mean ?? null, turned).map((t) =>
      summed(weight ? product(weight, t) : t, place),
    );
  };
  const inside = rootedIn(x);
  const roots = inside && signAt(signs, at(inside, place));
  const more = inside && roots && !w ? [summed(ofRoots(place, inside, roots, size), place)] : [];
  return w ? [...of(x, w), ...of(w, x)] : [...of(x), ...more];
}

/** x where the term is √x, entry by entry. */
function rootedIn(t: Term): Term | null {
  const head = t.monomials[0]?.factors[0]?.head;
  const [x] = head?.kind === 'jet' && head.fn.name === 'sqrt' ? head.args : [];
  return x && x.shape.length === 1 && alike(t, atEntries('sqrt', x)) ? x : null;
}

export const powerMeans = strategyFor('less', {
  name: mark,
  summary: 'means of powers, reciprocals and roots lie on one side of those of the mean: Jensen',
  notFor: ['bounds', 'kernels'],
  promise: ({ left, right }: FormulaOf<'less'>) =>
    basesIn([left, right]).length > 0 ? 0.79 : null,
  prove(goal, known) {
    const ctx = withLaws(withInverses(known, goal.left, goal.right), goal.left, goal.right);
    const terms = [goal.left, goal.right];
    const turned = inverted(terms).length > 0;
    const sums = basesIn(terms).flatMap((t) => sumsAbout(t, turned, ctx));
    if (sums.length === 0) return null;
    const sizes = positivePowers(difference(goal.right, goal.left, nothing));
    const scaled = sizes.flatMap((s) => sums.map((t) => product(s, t)));
    return byTheseAlone(goal, ctx, [...sums, ...scaled]);
  },
});
