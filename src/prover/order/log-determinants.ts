/**
 * Inequalities with log det and traces of positive definite matrices, by tangents: log det A ≤ log
 * det B + tr(inv(B) A) − n, with B among the matrices of the goal, the identity and its multiples.
 */
import type { Term } from '../../kernel/term.ts';
import { dimension } from '../../kernel/graph.ts';
import { is, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import {
  fact,
  first,
  definition,
  modusPonens,
  second,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { flipped } from '../derived/equations.ts';
import { alike, nothing } from '../derived/labelled.ts';
import { difference } from '../graphs/sum.ts';
import { vectorsIn } from './candidates.ts';
import { minus } from '../graphs/small-terms.ts';
import { operationsIn } from '../graphs/heads.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Context } from '../known/context.ts';
import { strategyFor } from '../known/strategy.ts';
import { withInverses } from '../rewriting/by-equations.ts';
import { weights } from './convex-tangents.ts';
import {
  settled,
  tangencies,
  tangentBetween,
  traceOfUnit,
  type Tangency,
} from './determinant-points.ts';
import { product } from './family-sums.ts';
import { byTheseAlone } from './sums-of-signs.ts';
import { formAt, sourceOf } from './form-sources.ts';
import { near } from './order-strategies.ts';

const mark = 'tangents of log det';

/** tr(A) tr(B) or tr(inv(B) A): what a tangent of log det may bound without a determinant. */
const hasInverseTrace = (terms: readonly Term[]): boolean =>
  terms.some(
    (t) =>
      t.monomials.some((m) =>
        m.factors.some(
          ({ head, slots }) => head.kind === 'inverse' && head.matrix && slots.length === 2,
        ),
      ) &&
      t.monomials.every((m) =>
        m.factors.every(({ slots, head }) => slots.length !== 1 && head.kind !== 'operation'),
      ),
  );

/** Is the gap known to be psd, or a sum of such that only has summands added? */
const seemsAbove = (gap: Term, known: Context): boolean =>
  gap.monomials.every((m) => m.coefficient.num > 0n) ||
  known.facts.some(
    ({ theorem: { conclusion: f } }) =>
      f.kind === 'is' && f.predicate !== 'invertible' && alike(f.subject, gap),
  );

/** What the order A ⪰ B says of traces: tr(inv(B) (A − B)) ≥ 0 and tr(inv(A) (A − B)) ≥ 0. */
function ordered(points: readonly Tangency[], known: Context): Theorem[] {
  const bases = points.filter(({ value }) => !value);
  return bases.flatMap((a) =>
    bases.flatMap((b) => {
      if (a === b || a.of.shape[0] !== b.of.shape[0]) return [];
      const gap = minus(a.of, b.of);
      const above = seemsAbove(gap, known) ? settled(is('psd', gap), known, 40) : null;
      return [a, b].flatMap(({ inverse: c }) => {
        const psd = above && settled(is('psd', c), known, 40);
        return psd
          ? [[psd, above].reduce(modusPonens, fact('trace of a product of psd matrices', c, gap))]
          : [];
      });
    }),
  );
}

/** 0 ≤ d'inv(B) d at the vectors of the goal and at their differences. */
function forms({ left, right }: FormulaOf<'less'>, points: readonly Tangency[], known: Context) {
  const gap = difference(right, left, nothing);
  return points.flatMap(({ of, inverse: c, value }) => {
    const vectors = value ? [] : vectorsIn(gap, of.shape[0] as string).slice(0, 4);
    const psd = vectors.length > 0 ? settled(is('psd', c), known, 40) : null;
    const source = psd && sourceOf(second(modusPonens(first(definition('psd', c)), psd)));
    if (!source) return [];
    const pairs = vectors.flatMap((v, i) => vectors.slice(i + 1).map((w) => minus(v, w)));
    return [...vectors, ...pairs].flatMap((v) => formAt(source, v, known) ?? []);
  });
}

const bothWays = (t: Theorem): Theorem[] => [weak(t), weak(flipped(t))];

/** What the tangents between these points say, and what their determinants and traces are. */
function statements(points: readonly Tangency[], known: Context): Theorem[] {
  const pairs = points.flatMap((a) =>
    points.filter((b) => a !== b && a.of.shape[0] === b.of.shape[0]).map((b) => [a, b] as const),
  );
  const tangents = pairs.map(([a, b]) => tangentBetween(a, b));
  return [
    ...tangents,
    ...points.flatMap(({ value }) => (value ? bothWays(value) : [])),
    ...points
      .filter(({ of, value }) => !value && of.monomials.length > 1)
      .flatMap((p) => bothWays(traceOfUnit(p))),
    ...weights(known).flatMap((w) => tangents.map((t) => product(w, t))),
  ];
}

/** Inequalities between numbers that are known. */
const stated = (known: Context): Theorem[] =>
  known.facts
    .map(({ theorem }) => theorem)
    .filter(({ conclusion: f }) => f.kind === 'less')
    .slice(0, 8);

function byTangents(goal: FormulaOf<'less'>, known: Context, far: boolean): Theorem | null {
  const points = tangencies(goal, known, far);
  if (points.length < 2) return null;
  const inverses = points.map((p) => p.inverse);
  const signs = points.flatMap((p) => p.signs.map((theorem) => ({ theorem, name: mark })));
  const around = { ...known, facts: [...known.facts, ...signs] };
  const ctx = withInverses(near(goal, around), goal.left, goal.right, ...inverses);
  const theorems = [
    ...statements(points, known),
    ...ordered(points, around),
    ...forms(goal, points, around),
    ...stated(known),
  ];
  const sizes = [...new Set(points.map(({ of }) => of.shape[0] as string))].flatMap(
    (n) => positiveSizes(dimension(n)) ?? [],
  );
  const scaled = (): Theorem[] => sizes.flatMap((n) => theorems.map((t) => product(n, t)));
  return byTheseAlone(goal, ctx, theorems) ?? byTheseAlone(goal, ctx, scaled());
}

const aboutLogs = (goal: Formula): boolean =>
  namedIn(termsOf(goal)).some(
    ({ name, order, argument }) =>
      name === 'log' && order === 0 && operationsIn([argument], 'det').length > 0,
  );

export const logDeterminants = strategyFor('less', {
  name: mark,
  summary: 'logdet(A) <= logdet(B) + tr(inv(B) A) - n, for the pd matrices of the goal, I and c I',
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    known.replaced.includes(mark)
      ? null
      : aboutLogs(goal)
        ? 0.95
        : hasInverseTrace([goal.left, goal.right])
          ? 0.42
          : null,
  prove(goal, given) {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    return byTangents(goal, known, false) ?? byTangents(goal, known, true);
  },
});
