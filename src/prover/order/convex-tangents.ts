/**
 * Jensen's inequality for softplus, relu and |x|, with weights or for families: each value lies
 * above the tangents at the other arguments, and a sum of these is the goal.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { dimension } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { fact, law, weak, type Theorem } from '../../kernel/theorem.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { flipped } from '../derived/equations.ts';
import { alike } from '../derived/labelled.ts';
import { namedIn, type Occurrence } from '../graphs/named-functions.ts';
import { nought } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';
import { at, knownAt, placeIn, summed } from './coordinate-facts.ts';
import { product } from './family-sums.ts';
import { byTheseAlone } from './sums-of-signs.ts';

const convex: ReadonlySet<string> = new Set(['softplus', 'relu', 'abs']);
const mark = 'tangents of convex functions';

const tangent = (name: string, s: Term, t: Term): Theorem =>
  fact(`${name} lies above its tangents`, s, t);

const occurrences = ({ left, right }: FormulaOf<'less'>): Occurrence[] =>
  namedIn([left, right]).filter(
    ({ name, order, argument }) => convex.has(name) && order === 0 && argument.shape.length < 2,
  );

/** Numbers that are known not to be negative, of few factors: Jensen's weights. */
export const weights = (known: Context): Theorem[] =>
  known.facts
    .map(({ theorem }) => theorem)
    .filter(
      ({ conclusion: f }) =>
        f.kind === 'less' &&
        [...f.left.monomials, ...f.right.monomials].every((m) =>
          m.factors.every(({ head }) => head.kind === 'variable'),
        ),
    )
    .slice(0, 5);

/** Tangents at numbers of the goal to the values at other numbers, also times weights. */
function ofNumbers(found: readonly Occurrence[], known: Context): Theorem[] {
  const points = found.filter(({ argument }) => argument.shape.length === 0).slice(0, 5);
  const tangents = points.flatMap((p) =>
    points
      .filter((q) => q.name === p.name && !alike(p.argument, q.argument))
      .map((q) => tangent(p.name, p.argument, q.argument)),
  );
  const origin = points.map((p) => tangent(p.name, nought(), p.argument));
  return [
    ...tangents,
    ...origin,
    ...points.flatMap((p) => lines(p.name, p.argument)),
    ...weights(known).flatMap((w) => tangents.map((t) => product(w, t))),
  ];
}

/** φ'(u) u = φ(u) for relu and |u|, as inequalities both ways. */
function lines(name: string, u: Term): Theorem[] {
  if (name === 'softplus') return [];
  const same = law(name, u, name === 'relu' ? 0 : 1);
  return [weak(same), weak(flipped(same))];
}

/**
 * Tangents at numbers of the goal and at the entries of vectors, to the values at the entries of
 * vectors, summed with weights.
 */
function ofFamilies(found: readonly Occurrence[], known: Context): Theorem[] {
  const vectors = found.filter(({ argument }) => argument.shape.length === 1);
  const dims = new Set(vectors.map(({ argument }) => argument.shape[0] as Dim));
  return [...dims].slice(0, 2).flatMap((dim) => {
    const place = placeIn(dim, known);
    const entries = vectors
      .filter(({ argument }) => argument.shape[0] === dim)
      .slice(0, 4)
      .map(({ name, argument }) => ({ name, u: at(argument, place) }));
    const numbers = found
      .filter(({ argument }) => argument.shape.length === 0)
      .slice(0, 3)
      .map(({ name, argument }) => ({ name, u: argument }));
    const tangents = [...numbers, ...entries].flatMap((b) =>
      entries
        .filter((e) => e.name === b.name && !alike(e.u, b.u))
        .map((e) => tangent(b.name, b.u, e.u)),
    );
    const equal = entries.flatMap((e) => lines(e.name, e.u));
    const signs = [...knownAt(place, known), ...weights(known)].slice(0, 6);
    const sums = [
      ...tangents,
      ...equal,
      ...signs.flatMap((w) => tangents.map((t) => product(w, t))),
    ].map((t) => summed(t, place));
    const size = positiveSizes(dimension(dim, -1));
    return [...sums, ...(size ? sums.map((t) => product(size, t)) : [])];
  });
}

export const convexTangents = strategyFor('less', {
  name: mark,
  summary: 'softplus, relu and |x| lie above their tangents, with weights and for families: Jensen',
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) => (!known.replaced.includes(mark) && isJensen(goal) ? 0.8 : null),
  prove(goal, given): Attempt | Theorem | null {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const found = occurrences(goal);
    const sums = [...ofNumbers(found, known), ...ofFamilies(found, known)];
    if (sums.length === 0) return null;
    const stated = known.facts
      .map(({ theorem }) => theorem)
      .filter(({ conclusion: f }) => f.kind === 'less');
    return byTheseAlone(goal, known, [...sums, ...stated]);
  },
});

/** Does one convex function stand there at two arguments? */
function isJensen(goal: FormulaOf<'less'>): boolean {
  const found = occurrences(goal);
  return found.some((p, i) => found.slice(i + 1).some((q) => q.name === p.name));
}
