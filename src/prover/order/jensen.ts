/**
 * Jensen's inequality for exp and log by tangents, weighted or not, for numbers and for families;
 * sums over families of products and squares of nonnegative terms; |Σ a| ≤ Σ |a|.
 */
import type { Dim } from '../../kernel/term.ts';
import { less, type Formula } from '../../kernel/formula.ts';
import { type Theorem } from '../../kernel/theorem.ts';
import { nothing } from '../derived/labelled.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { negated, nought } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { type Context } from '../known/context.ts';
import type { Ask, Strategy } from '../known/strategy.ts';
import { withInverses } from '../rewriting/by-equations.ts';
import { withLaws } from '../rewriting/laws.ts';
import { positivePowers, reciprocals } from './candidates.ts';
import { placeIn } from './coordinate-facts.ts';
import { byGathering } from './gathered-forms.ts';
import { pointOfExp, pointOfLog, pointOfReciprocal, positiveAt, type Point } from './tangents.ts';

import { baseOf, inverted, pairsOver, sumsOver, tangentsOf } from './family-sums.ts';
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

export const jensen: Strategy = {
  name: 'tangents and sums over families',
  summary: "Jensen's inequality for exp and log by tangents, and sums of nonnegative terms",
  kinds: ['less'],
  promise: (goal, known) =>
    goal.kind === 'less' &&
    !known.settled &&
    !known.bounding &&
    !known.replaced.includes(mark) &&
    (told(goal) || known.facts.some(({ theorem }) => isFamilyFact(theorem.conclusion)))
      ? 0.5
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
    const bases = points.map((point) => baseOf(point, known));
    const over = bases.flatMap(({ sign }) =>
      sign?.conclusion.kind === 'less' ? [sign.conclusion.right] : [],
    );
    const sides = [goal.left, goal.right, ...over];
    const ctx = withLaws(withInverses(known, ...sides), ...sides);
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
    const more = [
      ...points.flatMap((p) => tangentsOf(p, bases)),
      ...[...dims].slice(0, 2).flatMap((dim) => {
        const place = placeIn(dim, ctx);
        return [...sumsOver(place, goal, bases, ctx), ...pairsOver(place, goal, ctx)];
      }),
    ];
    if (more.length === 0) return null;
    const gap = difference(goal.right, goal.left, nothing);
    const signs = [
      ...ctx.facts.map(({ theorem }) => theorem).filter(({ conclusion: f }) => f.kind === 'less'),
      ...points.map(positiveAt),
    ];
    return byGathering(goal, ctx, {
      sources: [],
      matrices: [],
      scalars: [...positivePowers(gap), ...signs, ...reciprocals(gap, signs, ctx)],
      more,
    });
  },
};
