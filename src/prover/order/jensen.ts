/**
 * Jensen's inequality for exp and log by tangents, weighted or not, for numbers and for families;
 * sums over families of products and squares of nonnegative terms; |Σ a| ≤ Σ |a|.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { inverse, number } from '../../kernel/graph.ts';
import { logarithm } from '../../kernel/laws.ts';
import { one } from '../../kernel/ratio.ts';
import { less, type Formula } from '../../kernel/formula.ts';
import { type Theorem } from '../../kernel/theorem.ts';
import { alike, nothing } from '../derived/labelled.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { negated, nought } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { type Context } from '../known/context.ts';
import type { Ask, Strategy } from '../known/strategy.ts';
import { withInverses } from '../rewriting/by-equations.ts';
import { withEntryLaws } from '../rewriting/entry-laws.ts';
import { withLaws } from '../rewriting/laws.ts';
import { positivePowers, reciprocals } from './candidates.ts';
import { placeIn } from './coordinate-facts.ts';
import { byGathering, byTheseAlone } from './gathered-forms.ts';
import {
  pointOfExp,
  pointOfLog,
  pointOfOne,
  pointOfProduct,
  pointOfReciprocal,
  positiveAt,
  type Point,
} from './tangents.ts';

import {
  baseOf,
  inverted,
  isSize,
  pairsOver,
  product,
  sumsOver,
  tangentsOf,
  type Base,
} from './family-sums.ts';
const mark = 'tangents and sums over families';

const isFamilyFact = (f: Formula): boolean =>
  f.kind === 'forall' &&
  f.bound.kind === 'tensor' &&
  f.bound.shape.length === 1 &&
  f.bound.name.startsWith('#') &&
  f.body.kind === 'implies' &&
  f.body.right.kind === 'less';

const told = (goal: Formula): boolean =>
  namedIn(termsOf(goal)).some(({ name }) => ['exp', 'log', 'abs', 'softmax'].includes(name));

/**
 * Points of exp, log and reciprocals of numbers in the goal, where these are known to be positive.
 */
function* scalarPoints(goal: Formula, known: Context): Generator<Ask, Point[], Theorem | null> {
  const terms = termsOf(goal);
  const points: Point[] = [];
  for (const { name, argument, order } of namedIn(terms)) {
    if (argument.shape.length > 0 || order > 0 || points.length > 5) continue;
    if (name === 'exp') points.push(pointOfExp(argument));
    if (name !== 'log') continue;
    const sign = yield { goal: less(nought(), argument, true), known };
    if (sign) points.push(pointOfLog(argument, sign));
  }
  if (points.length === 0) return points;
  for (const x of inverted(terms)
    .filter((t) => t.shape.length === 0)
    .slice(0, 2)) {
    const sign = yield { goal: less(nought(), x, true), known };
    const point = sign && pointOfReciprocal(x, sign, known);
    if (point) points.push(point);
  }
  return points;
}

const isWeight = ({ conclusion: f }: Theorem): boolean =>
  f.kind === 'less' &&
  f.left.monomials.length + f.right.monomials.length < 3 &&
  [...f.left.monomials, ...f.right.monomials].every(
    (m) =>
      m.factors.length < 2 &&
      m.factors.every(({ head, slots }) => slots.length === 0 && head.kind !== 'jet'),
  );

/** Is its logarithm, or the number itself, a sum? Jensen's inequality has its tangents there. */
const isSum = ({ log, value }: Point): boolean =>
  [log, ...(namedIn([value]).length > 0 ? [] : [value])].some(
    (t) =>
      t.monomials.length > 1 || t.monomials.some((m) => m.factors.some((f) => f.slots.length > 0)),
  );

/** Tangents between numbers, also times numbers that are not negative: Jensen's weights. */
function weighted(
  points: readonly Point[],
  bases: readonly Base[],
  signs: readonly Theorem[],
): Theorem[] {
  const sums = bases.filter(({ point }) => isSum(point));
  const plain = points.filter((p) => !isSum(p));
  const all = sums.length === 0 || plain.length === 0;
  const tangents = (all ? points : plain).flatMap((p) => tangentsOf(p, all ? bases : sums));
  const weights = signs.filter(isWeight).slice(0, 4);
  return [...tangents, ...weights.flatMap((w) => tangents.map((t) => product(w, t)))];
}

/**
 * 1; where log(n) of a size n is in the goal, 1/n, and v/n for the other numbers with a logarithm.
 */
function* constants(
  found: readonly Point[],
  known: Context,
): Generator<Ask, Point[], Theorem | null> {
  const logs = found.filter(({ log }) => namedIn([log]).some(({ name }) => name === 'log'));
  const plain = logs.filter(({ value }) => alike(logarithm(value), logOf(value, logs)));
  const reciprocals: Point[] = [];
  for (const { value } of plain.filter((v) => isSize(v.value)).slice(0, 2)) {
    const sign = yield { goal: less(nought(), value, true), known };
    const over = sign && pointOfReciprocal(value, sign, known);
    if (over) reciprocals.push(over);
  }
  const others = plain.filter((v) => !isSize(v.value)).slice(0, 2);
  const quotients = others.flatMap((v) => reciprocals.flatMap((w) => pointOfProduct(v, w) ?? []));
  return [pointOfOne(), ...reciprocals, ...quotients];
}
const logOf = (value: Term, points: readonly Point[]): Term =>
  points.find((p) => p.value === value)?.log ?? nought();

export const jensen: Strategy = {
  name: 'tangents and sums over families',
  summary: "Jensen's inequality for exp and log by tangents, and sums of nonnegative terms",
  kinds: ['less'],
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    goal.kind === 'less' &&
    !known.replaced.includes(mark) &&
    (told(goal) || known.facts.some(({ theorem }) => isFamilyFact(theorem.conclusion)))
      ? told(goal)
        ? 0.85
        : 0.5
      : null,
  *prove(goal, given) {
    if (goal.kind !== 'less') return null;
    const known: Context = {
      ...given,
      replaced: [...given.replaced, mark],
    };
    const found = yield* scalarPoints(goal, known);
    const turned = found
      .filter(({ value }) => namedIn([value]).some(({ name }) => name === 'exp'))
      .map(({ log }) => pointOfExp(negated(log)));
    const points = [...found, ...turned];
    const bases = [...points, ...(yield* constants(found, known))].map((point) =>
      baseOf(point, known),
    );
    const over = bases.flatMap(({ sign }) =>
      sign?.conclusion.kind === 'less' ? [sign.conclusion.right] : [],
    );
    const sides = [goal.left, goal.right, ...over];
    const positives = bases.map(({ point }) => ({ theorem: positiveAt(point), name: 'positive' }));
    const near: Context = { ...known, facts: [...known.facts, ...positives] };
    const laws = withLaws(withInverses(near, ...sides), ...sides);
    const inside = namedIn(termsOf(goal)).map((f) => f.argument);
    const divided = inverted([...sides, ...inside]).filter((t) => t.shape.length === 1);
    const ctx = {
      ...(divided.length > 0
        ? withEntryLaws(laws, known.search.prove, ...divided.map((t) => inverse(t, t.shape)))
        : laws),
      facts: known.facts,
    };
    const dims = new Set<Dim>([
      ...namedIn(termsOf(goal)).flatMap(({ argument: { shape } }) =>
        shape.length === 1 ? [shape[0] as Dim] : [],
      ),
      ...known.facts.flatMap(({ theorem: { conclusion: f } }) =>
        isFamilyFact(f) && f.kind === 'forall' && f.bound.kind === 'tensor'
          ? [f.bound.shape[0] as Dim]
          : [],
      ),
    ]);
    const gap = difference(goal.right, goal.left, nothing);
    const stated = ctx.facts
      .map(({ theorem }) => theorem)
      .filter(({ conclusion: f }) => f.kind === 'less');
    const positive = points.map(positiveAt);
    const signs = [...stated, ...positive, ...reciprocals(gap, [...stated, ...positive], ctx)];
    const sums = [...dims].slice(0, 2).flatMap((dim) => {
      const place = placeIn(dim, ctx);
      return sumsOver(place, goal, bases, ctx);
    });
    const sizes = positivePowers(gap).slice(0, 3);
    const quotients = points.filter(({ value }) => inverted([value]).length > 0).map(positiveAt);
    const scaled = [...quotients, ...sizes].flatMap((w) => sums.map((t) => product(w, t)));
    const tangents = weighted(points, bases, signs);
    const direct = byTheseAlone(goal, ctx, [...sums, ...scaled, ...tangents]);
    if (direct) return direct;
    // a rest: others may be nearer
    yield { goal: less(nought(), number(one), true), known };
    const more = [
      ...points.flatMap((p) => tangentsOf(p, bases)),
      ...sums,
      ...[...dims].slice(0, 2).flatMap((dim) => pairsOver(placeIn(dim, ctx), goal, ctx)),
    ];
    if (more.length === 0) return null;
    return byGathering(goal, ctx, {
      sources: [],
      matrices: [],
      scalars: [...positivePowers(gap), ...signs],
      more,
    });
  },
};
