/**
 * Inequalities between functions of one real number: the gap is not negative at one value, and its
 * slope has the right sign from there on. So are Taylor bounds, tangents and extrema proved.
 */
import type { Term } from '../../kernel/term.ts';
import { number, variable } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { substitute } from '../../kernel/calculus.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import {
  assume,
  cases,
  comparable,
  discharge,
  first,
  generalise,
  second,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { writeTerm } from '../../kernel/write.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { byFacts } from '../derived/labelled.ts';
import { rise } from '../derived/rising.ts';
import { approximate, type Values } from '../graphs/approximate.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { minus, negated, nought } from '../graphs/small-terms.ts';
import { freshIn, type Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { numbersIn, sampled } from '../known/sampled.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';
import { combined } from './combined.ts';
import { proveGap } from './gap.ts';
import { near } from './order-strategies.ts';
import { slopesByLaws } from '../rewriting/slopes-by-laws.ts';

const mark = 'by the slope';
/** Slopes of slopes: each takes a degree away, or does not help. */
const deepest = 5;
const smooth: ReadonlySet<string> = new Set([
  'exp',
  'tanh',
  'sigmoid',
  'softplus',
  'silu',
  'gelu',
  'erf',
  'sin',
  'cos',
]);
const tolerance = 1e-7;

/** A value of the number from which the gap grows, upwards or downwards. */
interface Start {
  readonly name: string;
  readonly at: Term;
  /** at ≤ v, or v ≤ at, where that is known. */
  readonly below: Theorem | null;
  readonly above: Theorem | null;
}

const put = (t: Term, name: string, by: Term): Term =>
  substitute(t, name, { kind: 'term', term: by });

interface Bound {
  readonly at: Term;
  readonly low: boolean;
  readonly theorem: Theorem;
}
/** a ≤ v and v ≤ b as they are stated, with v alone on its side. */
function boundsOf(name: string, known: Context): Bound[] {
  const v = variable(name, []);
  return known.facts.flatMap(({ theorem }): Bound[] => {
    const f = theorem.conclusion;
    if (f.kind !== 'less') return [];
    const [low, high] = [f.left, f.right];
    if (writeTerm(high) === writeTerm(v) && !occurs(name, low))
      return [{ at: low, low: true, theorem }];
    return writeTerm(low) === writeTerm(v) && !occurs(name, high)
      ? [{ at: high, low: false, theorem }]
      : [];
  });
}

function startsOf(name: string, others: readonly string[], known: Context): Start[] {
  const bounds = boundsOf(name, known);
  const lowest = bounds.filter((b) => b.low);
  const stated = bounds.map(({ at, low, theorem }): Start => {
    return { name, at, below: low ? theorem : null, above: low ? null : theorem };
  });
  const points = [nought(), number(one), number(ratio(-1n))].filter(
    (t) => !stated.some((s) => writeTerm(s.at) === writeTerm(t)),
  );
  const plain = [...points, ...others.map((n) => variable(n, []))];
  const inside = lowest.length > 0 ? plain.filter((t) => t.monomials.length > 0) : plain;
  return [...stated, ...inside.map((at): Start => ({ name, at, below: null, above: null }))];
}

/**
 * Does the gap, at the sampled points, start at 0 or above and grow from there? For a strict goal it
 * starts above 0.
 */
function promising(gap: Term, strict: boolean, start: Start, points: readonly Values[]): boolean {
  const { name, at } = start;
  const base = put(gap, name, at);
  const least = strict ? tolerance : -tolerance;
  return points.every((p) => {
    const from = approximate(at, p);
    const to = p.get(name) ?? NaN;
    const value = (u: number): number => approximate(gap, new Map([...p, [name, u]]));
    const steps = [0, 0.02, 0.1, 0.3, 0.6, 0.9, 1].map((k) => value(from + k * (to - from)));
    return (
      approximate(base, p) >= least &&
      steps.every(
        (s, i) => i === 0 || s >= (steps[i - 1] as number) - tolerance * (1 + Math.abs(s)),
      )
    );
  });
}

const isSmoothClaim = (terms: readonly Term[]): boolean =>
  namedIn(terms).some((f) => smooth.has(f.name) && f.argument.shape.length === 0);

/** What is looked at in one attempt: starts inside starts. */
interface Looked {
  left: number;
}

/** Quickly, then by slopes of its own, then by whatever else there is. */
function* shown(goal: FormulaOf<'less'>, known: Context, depth: number, looked: Looked): Attempt {
  const quick =
    combined(goal, known, false) ?? proveGap(goal, near(goal, known), known.search.prove);
  if (quick) return quick;
  const t = depth < deepest ? yield* bySlopes(goal, known, depth + 1, looked) : null;
  return t ?? (yield* ask(goal, known, 150));
}

/** body(x) ≤ body(y), because the slope is not negative between; `inOrder`: x ≤ y or x < y. */
function* grown(
  body: Term,
  name: string,
  ends: readonly [Term, Term],
  inOrder: Theorem,
  { known, depth, looked }: Place,
): Attempt {
  const symbol = freshIn(known, 'f', body, ...ends);
  const found = rise(body, name, ends, symbol, false);
  if (!found) return null;
  const { slope, inside, name: bound } = found;
  // slopes of slopes bind the same name again: here it has one of its own
  const fresh = freshIn(known, 's', body, ...ends);
  const point = variable(fresh, []);
  const assumed = assume(substituteIn(inside, bound, { kind: 'term', term: point }));
  const facts = [first(assumed), second(assumed)].map((theorem) => ({ theorem, name: mark }));
  const plain = slopesByLaws(less(nought(), put(slope.right, bound, point), false));
  if (plain.goal.right.monomials.length > 2 * body.monomials.length + 4) return null;
  const t = yield* assuming(known, facts, (c) => shown(plain.goal, c, depth, looked));
  if (!t) return null;
  const everywhere = generalise(
    { kind: 'tensor', name: fresh, shape: [] },
    discharge(assumed.conclusion, plain.back(t)),
  );
  const premise = generalise(
    { kind: 'tensor', name: bound, shape: [] },
    specialise(everywhere, { kind: 'term', term: variable(bound, []) }),
  );
  const [x, y] = ends;
  return found.conclude(premise, byFacts(x, y, false, [inOrder]));
}

interface Place {
  readonly known: Context;
  readonly depth: number;
  readonly looked: Looked;
}

/** The goal from this start, in the direction that is wanted. */
function* from(goal: FormulaOf<'less'>, { name, at, below, above }: Start, place: Place): Attempt {
  const { known, depth, looked } = place;
  const v = variable(name, []);
  const base = less(put(goal.left, name, at), put(goal.right, name, at), goal.strict);
  const start = yield* shown(base, known, depth, looked);
  if (!start) return null;
  const w = freshIn(known, 'w', goal.left, goal.right, at);
  const gap = put(minus(goal.right, goal.left), name, variable(w, []));
  const up = function* (inOrder: Theorem): Attempt {
    const t = yield* grown(gap, w, [at, v], inOrder, place);
    return t && byFacts(goal.left, goal.right, goal.strict, [start, t]);
  };
  const down = function* (inOrder: Theorem): Attempt {
    const t = yield* grown(negated(gap), w, [v, at], inOrder, place);
    return t && byFacts(goal.left, goal.right, goal.strict, [start, t]);
  };
  if (below) return yield* up(below);
  if (above) return yield* down(above);
  const split = comparable(at, v);
  const f = split.conclusion;
  if (f.kind !== 'or') return null;
  const more = yield* up(assume(f.left));
  const fewer = more && (yield* down(assume(f.right)));
  return more && fewer && cases(split, more, fewer);
}

function* bySlopes(
  goal: FormulaOf<'less'>,
  known: Context,
  depth: number,
  looked: Looked,
): Attempt {
  const sides = [goal.left, goal.right];
  const found = numbersIn(sides);
  if (!found) return null;
  const stated = known.facts.flatMap(({ theorem: { conclusion: f } }) =>
    f.kind === 'less' ? [f.left, f.right] : [],
  );
  const all = numbersIn([...sides, ...stated]) ?? found;
  const points = sampled(all.names, all.dims, known);
  const gap = minus(goal.right, goal.left);
  if (points.length === 0 || points.some((p) => !(approximate(gap, p) >= -tolerance))) return null;
  const moving = found.names.filter((n) => occursInside(n, sides));
  for (const name of moving.toReversed().slice(0, 3)) {
    const others = moving.filter((n) => n !== name);
    for (const start of startsOf(name, others, known)) {
      if (looked.left <= 0 || !promising(gap, goal.strict, start, points)) continue;
      looked.left--;
      const t = yield* from(goal, start, { known, depth, looked });
      if (t) return t;
    }
  }
  return null;
}
const occursInside = (name: string, terms: readonly Term[]): boolean =>
  namedIn(terms).some((f) => smooth.has(f.name) && occurs(name, f.argument));

export const bySlope = strategyFor('less', {
  name: mark,
  summary: 'a <= b because b - a starts at 0 or above and its slope has a sign from there on',
  notFor: ['bounds', 'kernels'],
  promise: ({ left, right }, known) =>
    !known.replaced.includes(mark) &&
    isSmoothClaim([left, right]) &&
    numbersIn([left, right]) !== null
      ? 0.9
      : null,
  prove: (goal, known) =>
    bySlopes(goal, { ...known, replaced: [...known.replaced, mark] }, 0, { left: 24 }),
});
