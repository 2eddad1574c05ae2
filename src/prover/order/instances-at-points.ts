/**
 * What is known of a function at every point, used at the points of the goal: strong monotonicity,
 * convexity by its definition or its tangents, Lipschitz gradients, the Polyak–Łojasiewicz
 * inequality.
 */
import type { Term } from '../../kernel/term.ts';
import type { Formula } from '../../kernel/formula.ts';
import { bareHead, number, variable } from '../../kernel/graph.ts';
import { hasMeaning } from '../../kernel/laws.ts';
import { ratio } from '../../kernel/ratio.ts';
import { hole, specialise, weak, type Theorem } from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { passed } from '../agenda/effort.ts';
import { alike, byFacts, linearBy, orderBy, summand } from '../derived/labelled.ts';
import { lengthBelow, lengthOf, squareRootOf } from '../derived/lengths.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { inner, squareOf, times } from '../graphs/small-terms.ts';
import type { Context, Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { safely, type Ask, type Strategy, ask } from '../known/strategy.ts';
import { pointsIn } from '../known/universal.ts';
import { conjuncts } from '../known/usable.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { freedBy } from './form-sources.ts';
import { squaredOrder } from './squared-sides.ts';
import { byInequalities } from './with-stated-numbers.ts';

/** The mark of contexts with such instances. */
export const atEveryPoint = 'what is known at every point';
/** The most points that are tried for one variable, and for each of two. */
const most = { alone: 6, inPairs: 4 };

const bodyOf = (f: Formula): Formula =>
  f.kind === 'forall' && f.bound.kind === 'tensor' ? bodyOf(f.body) : f;
const boundIn = (f: Formula): readonly string[] =>
  f.kind === 'forall' && f.bound.kind === 'tensor'
    ? [f.bound.shape.join(), ...boundIn(f.body)]
    : [];
const relates = (f: Formula): boolean =>
  f.kind === 'implies' ? relates(f.right) : f.kind === 'less' || f.kind === 'and';

/** Does a function with a name alone stand there? */
const hasFunction = (t: Term): boolean =>
  t.monomials.some((m) =>
    m.factors.some(({ head }) => {
      if (head.kind === 'variable') return false;
      if (head.kind !== 'jet') return hasFunction(head.arg);
      return !hasMeaning(head.fn.name) || head.args.some(hasFunction);
    }),
  );

/** Inequalities for every value of one or two variables, in which a function of the claim stands. */
const speaksOfAll = (f: Formula): boolean =>
  f.kind === 'forall' && relates(bodyOf(f)) && termsOf(bodyOf(f)).some(hasFunction);

const sameShape = (p: Term, q: Term): boolean => p.shape.join() === q.shape.join();

/** The points of the goal, then those of what is known. */
function pointsOf(goal: Formula, known: Context): Term[] {
  const stated = known.facts.flatMap(({ theorem: { conclusion: f } }) =>
    f.kind === 'less' || f.kind === 'equal' ? termsOf(f) : [],
  );
  const all = [...pointsIn([...termsOf(goal), ...stated]).values(), number(ratio(1n, 2n))];
  return all.filter((p, i) => !all.slice(0, i).some((q) => sameShape(p, q) && alike(p, q)));
}

/** At all choices of different points. */
function instancesOf(t: Theorem, points: readonly Term[], used: readonly Term[] = []): Theorem[] {
  const f = t.conclusion;
  if (f.kind !== 'forall' || f.bound.kind !== 'tensor') return [t];
  const shape = f.bound.shape.join();
  const count = boundIn(f).length + used.length > 1 ? most.inPairs : most.alone;
  return points
    .filter((p) => p.shape.join() === shape && !used.includes(p))
    .slice(0, count + used.length)
    .flatMap((term) => instancesOf(specialise(t, { kind: 'term', term }), points, [...used, term]));
}

/** l ≤ r with both sides rewritten by what is known; null where nothing applies. */
function retold(t: Theorem, known: Context): Theorem | null {
  const f = t.conclusion;
  if (f.kind !== 'less') return null;
  const [l, r] = [rewritten(f.left, known), rewritten(f.right, known)];
  if (!l && !r) return null;
  return byFacts(l?.term ?? f.left, r?.term ?? f.right, f.strict, [
    ...(l ? [weak(l.equation)] : []),
    t,
    ...(r ? [weak(flipped(r.equation))] : []),
  ]);
}

/** From |t| ≤ r, where t is u by what is known: |u| ≤ r. */
function shorter(t: Theorem, known: Context): Theorem | null {
  const f = t.conclusion;
  const head = f.kind === 'less' ? bareHead(f.left) : null;
  const [s] = head?.kind === 'jet' && head.fn.name === 'sqrt' ? head.args : [];
  const half = s ? squareRootOf(s) : null;
  const simpler = half && rewritten(half, known);
  if (f.kind !== 'less' || !half || !simpler) return null;
  const [short, long] = [lengthOf(simpler.term), lengthOf(half)];
  const hollow = variable(hole, half.shape);
  const same = linearBy(squareOf(simpler.term), squareOf(half), [
    { equation: simpler.equation, context: inner(hollow, half) },
    { equation: simpler.equation, context: inner(simpler.term, hollow) },
  ]);
  const squares = orderBy(squareOf(simpler.term), times(long.value, long.value), false, [
    summand([weak(same)]),
    summand([weak(flipped(long.square))]),
  ]);
  return byFacts(short.value, f.right, f.strict, [
    lengthBelow(short, long.value, long.sign, squares),
    t,
  ]);
}

/** An inequality, squared where it is between lengths, and as known equations tell it. */
function* tellings(t: Theorem, known: Context): Generator<Ask, Theorem[], Theorem | null> {
  const square = yield* squaredOrder(t, known);
  const all = square ? [t, square] : [t];
  const told = all.map((u) => safely(() => retold(u, known)));
  return [...all, ...told, safely(() => shorter(t, known))].filter((u) => u !== null);
}

/** The instances whose hypotheses follow. */
function* gathered(goal: Formula, known: Context): Generator<Ask, Fact[], Theorem | null> {
  const points = pointsOf(goal, known);
  const found: Fact[] = [];
  for (const { theorem, name } of known.facts) {
    if (!speaksOfAll(theorem.conclusion)) continue;
    for (const instance of instancesOf(theorem, points).slice(0, 24)) {
      const free = yield* freedBy(instance, known);
      for (const t of free.conclusion.kind === 'implies' ? [] : conjuncts(free))
        for (const told of yield* tellings(t, known)) found.push({ theorem: told, name });
    }
  }
  return found;
}

export const instancesAtPoints: Strategy = {
  name: atEveryPoint,
  summary: 'what is known of a function at every point, used at the points of the goal',
  kinds: ['less', 'equal'],
  notFor: ['bounds', 'kernels'],
  promise: (_, known) =>
    !known.replaced.includes(atEveryPoint) &&
    known.facts.some(({ theorem }) => speaksOfAll(theorem.conclusion))
      ? 0.55
      : null,
  *prove(goal, given) {
    const known: Context = { ...given, replaced: [...given.replaced, atEveryPoint] };
    const facts = yield* gathered(goal, known);
    if (facts.length === 0) return null;
    if (goal.kind === 'less') {
      const orders = facts.map((f) => f.theorem).filter((t) => t.conclusion.kind === 'less');
      const found = byInequalities(goal, known, orders);
      // cut short, it is tried again with more work before anything else
      if (found || passed(known.deadline)) return found;
    }
    return yield* assuming(known, facts, (c) => ask(goal, c));
  },
};
