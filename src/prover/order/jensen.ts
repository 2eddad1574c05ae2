/**
 * Jensen's inequality for exp and log by tangents, weighted or not, for numbers and for families;
 * sums over families of products and squares of nonnegative terms; |Σ a| ≤ Σ |a|.
 */
import type { Dim } from '../../kernel/term.ts';
import { inverse, number } from '../../kernel/graph.ts';
import { one } from '../../kernel/ratio.ts';
import { less, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { type Theorem } from '../../kernel/theorem.ts';
import { nothing } from '../derived/labelled.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { negated, nought } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { type Context } from '../known/context.ts';
import type { Strategy } from '../known/strategy.ts';
import { withInverses } from '../rewriting/by-equations.ts';
import { withEntryLaws } from '../rewriting/entry-laws.ts';
import { withLaws } from '../rewriting/laws.ts';
import { positivePowers, reciprocals } from './candidates.ts';
import { placeIn } from './coordinate-facts.ts';
import {
  baseOf,
  inverted,
  pairsOver,
  product,
  sumsOver,
  tangentsOf,
  type Base,
} from './family-sums.ts';
import { byGathering } from './gathered-forms.ts';
import { constants, scalarPoints } from './points-of-tangents.ts';
import { byTheseAlone } from './sums-of-signs.ts';
import { pointOfExp, positiveAt, type Point } from './tangents.ts';

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

/** exp(−a) at the points that are exp(a). */
const turned = (points: readonly Point[]): Point[] =>
  points
    .filter(({ value }) => namedIn([value]).some(({ name }) => name === 'exp'))
    .map(({ log }) => pointOfExp(negated(log)));

/** What is known, with the laws of exp, log and reciprocals for the goal and at the bases. */
function withLawsAt(goal: FormulaOf<'less'>, bases: readonly Base[], known: Context): Context {
  const over = bases.flatMap(({ sign }) =>
    sign?.conclusion.kind === 'less' ? [sign.conclusion.right] : [],
  );
  const sides = [goal.left, goal.right, ...over];
  const positives = bases.map(({ point }) => ({ theorem: positiveAt(point), name: 'positive' }));
  const near: Context = { ...known, facts: [...known.facts, ...positives] };
  const laws = withLaws(withInverses(near, ...sides), ...sides);
  const inside = namedIn(termsOf(goal)).map((f) => f.argument);
  const divided = inverted([...sides, ...inside]).filter((t) => t.shape.length === 1);
  const entries = divided.map((t) => inverse(t, t.shape));
  const all = entries.length > 0 ? withEntryLaws(laws, known.search.prove, ...entries) : laws;
  return { ...all, facts: known.facts };
}

/** The dimensions that families in the goal, or in what is known, run over. */
function familyDimensions(goal: Formula, known: Context): Dim[] {
  const ofArguments = namedIn(termsOf(goal)).flatMap(({ argument: { shape } }) =>
    shape.length === 1 ? [shape[0] as Dim] : [],
  );
  const ofFacts = known.facts.flatMap(({ theorem: { conclusion: f } }) =>
    isFamilyFact(f) && f.kind === 'forall' && f.bound.kind === 'tensor'
      ? [f.bound.shape[0] as Dim]
      : [],
  );
  return [...new Set([...ofArguments, ...ofFacts])].slice(0, 2);
}

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
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const found = yield* scalarPoints(goal, known);
    const points = [...found, ...turned(found)];
    const bases = [...points, ...(yield* constants(found, known))].map((point) =>
      baseOf(point, known),
    );
    const ctx = withLawsAt(goal, bases, known);
    const gap = difference(goal.right, goal.left, nothing);
    const stated = ctx.facts
      .map(({ theorem }) => theorem)
      .filter(({ conclusion: f }) => f.kind === 'less');
    const positive = points.map(positiveAt);
    const signs = [...stated, ...positive, ...reciprocals(gap, [...stated, ...positive], ctx)];
    const dims = familyDimensions(goal, known);
    const sums = dims.flatMap((dim) => sumsOver(placeIn(dim, ctx), goal, bases, ctx));
    const sizes = positivePowers(gap);
    const quotients = points.filter(({ value }) => inverted([value]).length > 0).map(positiveAt);
    const scaled = [...quotients, ...sizes.slice(0, 3)].flatMap((w) =>
      sums.map((t) => product(w, t)),
    );
    const tangents = weighted(points, bases, signs);
    const direct = byTheseAlone(goal, ctx, [...sums, ...scaled, ...tangents]);
    if (direct) return direct;
    // a rest: others may be nearer
    yield { goal: less(nought(), number(one), true), known };
    const pairs = dims.flatMap((dim) => pairsOver(placeIn(dim, ctx), goal, ctx));
    const more = [...points.flatMap((p) => tangentsOf(p, bases)), ...sums, ...pairs];
    if (more.length === 0) return null;
    const scalars = [...sizes, ...signs];
    return byGathering(goal, ctx, { sources: [], matrices: [], scalars, more });
  },
};
