/** Proving a statement: the connectives by their rules, and a strategy for each kind of atom. */
import {
  equal,
  falsum,
  forall,
  is,
  less,
  not,
  substituteIn,
  write,
  type Formula,
  type FormulaOf,
} from '../kernel/formula.ts';
import { variable } from '../kernel/graph.ts';
import {
  antisymmetry,
  assume,
  both,
  contradiction,
  discharge,
  explode,
  generalise,
  hole,
  modusPonens,
  specialise,
  type Theorem,
} from '../kernel/theorem.ts';
import { byBothOrders } from './equality/both-orders.ts';
import { equationsOn } from './bounds/bounds.ts';
import { appliedIn, withCongruence } from './rewriting/congruence.ts';
import { addEquation, bookOf, type Context } from './known/context.ts';
import { equation, flipped, Ledger } from './derived/equations.ts';
import { mirrorDenial } from './known/denials.ts';
import { withFact } from './known/facts.ts';
import { byEquations } from './rewriting/by-equations.ts';
import { byMeans, equalMeans } from './order/by-means.ts';
import { denialByDeterminant } from './matrices/det-predicates.ts';
import { proveEqual } from './equality/equality.ts';
import { throughDefinitions } from './equality/definitions.ts';
import { withUnfolded } from './known/sequences.ts';
import { withLaws, withRoots } from './rewriting/laws.ts';
import { withoutLooseWires } from './equality/loose-wires.ts';
import { proveAbsurd } from './logic/prove-absurd.ts';
import { alongSequences, proveEach, withIndexFacts, type Each } from './logic/prove-each.ts';
import { proveEither } from './logic/prove-either.ts';
import { proveExistence } from './logic/prove-existence.ts';
import { proveOrder } from './order/prove-order.ts';
import { provePredicate } from './matrices/prove-predicate.ts';
import { proveRank } from './matrices/prove-rank.ts';
import { equalByRank, zeroDeterminant } from './matrices/rank-counting.ts';
import { throughGramFactors } from './equality/gram-factors.ts';
import { byEqualSquares, byLength } from './equality/by-length.ts';
import { bySumOfSquares } from './order/by-sum-of-squares.ts';
import { byTraces } from './matrices/trace-ranks.ts';
import { passed, soon } from './agenda/effort.ts';
import { answered, safely } from './known/strategy.ts';

const late = (ctx: Context): boolean => passed(ctx.deadline);

/** How far strategies may call each other before registered ones are no longer asked. */
const reach = 7;

/** By the chains of this file, then by the registered strategies, the most promising first. */
export function proveFormula(goal: Formula, ctx: Context, depth = 0): Theorem | null {
  if (late(ctx) || depth > 24) return null;
  const known = ctx.facts.find(({ theorem }) => write(theorem.conclusion) === write(goal));
  if (known) return known.theorem;
  const far = depth > reach || ctx.bounding;
  const sure = far ? null : byStrategies(goal, ctx, depth, (promise) => promise >= 1);
  if (sure) return sure;
  const direct = safely(() => byChain(goal, ctx, depth));
  return direct ?? (far ? null : byStrategies(goal, ctx, depth, (promise) => promise < 1));
}

/** A strategy that promises 1 is asked before the chains. */
function byStrategies(
  goal: Formula,
  ctx: Context,
  depth: number,
  wanted: (promise: number) => boolean,
): Theorem | null {
  const promising = ctx.strategies
    .filter((s) => s.kinds.includes(goal.kind))
    .map((strategy) => ({ strategy, promise: strategy.promise(goal, ctx) }))
    .filter(({ promise }) => promise !== null && wanted(promise))
    .toSorted((a, b) => (b.promise as number) - (a.promise as number));
  for (const { strategy } of promising) {
    if (late(ctx)) return null;
    const t = safely(() =>
      answered(strategy.prove(goal, ctx), (g, c) => proveFormula(g, c, depth + 2)),
    );
    if (t && write(t.conclusion) === write(goal)) return t;
  }
  return null;
}

function byChain(goal: Formula, ctx: Context, depth: number): Theorem | null {
  switch (goal.kind) {
    case 'and': {
      const left = proveFormula(goal.left, ctx, depth + 1);
      const right = left && besideFirst(left, goal.right, ctx, depth);
      return left && right && both(left, right);
    }
    case 'implies': {
      const t = withFact(ctx, { theorem: assume(goal.left), name: 'assumption' }, (c) =>
        proveFormula(goal.right, c, depth + 1),
      );
      return t && discharge(goal.left, t);
    }
    case 'forall': {
      const { bound } = goal;
      const name = bound.kind === 'tensor' ? bound.name : bound.fn.name;
      if (
        ctx.facts.some(({ theorem }) =>
          theorem.hypotheses.some((h) => write(h).includes(`${name}:`)),
        )
      )
        return underAnotherName(goal as FormulaOf<'forall'>, ctx, depth);
      const t = proveFormula(goal.body, ctx, depth + 1);
      return t && generalise(bound, t);
    }
    case 'exists': {
      const witnessed = (brief: boolean): Theorem | null =>
        proveExistence(goal as FormulaOf<'exists'>, ctx, depth, proveFormula, brief);
      return (
        witnessed(true) ??
        byMeaning(goal, { ...ctx, deadline: soon(ctx.deadline, 300) }, depth) ??
        witnessed(false)
      );
    }
    case 'or':
      return proveEither(goal as FormulaOf<'or'>, ctx, depth, proveFormula);
    case 'not': {
      const mirrored = deniedFromZero(goal, ctx, depth);
      if (mirrored) return mirrored;
      // ranks and determinants lead far: they get a share of the time, a contradiction the rest
      const singular = denialByDeterminant(
        goal.body,
        { ...ctx, deadline: soon(ctx.deadline, 250) },
        depth,
        proveFormula,
      );
      if (singular) return singular;
      const notPd = depth > 4 ? null : deniedByInverse(goal.body, ctx, depth);
      if (notPd) return notPd;
      const t = withFact(ctx, { theorem: assume(goal.body), name: 'assumption' }, (c) =>
        proveFormula(falsum, c, depth + 1),
      );
      return t && contradiction(goal.body, t);
    }
    case 'each':
      return proveEach(goal as Each, ctx, depth, proveFormula);
    case 'equal':
      return withIndexFacts(
        goal,
        ctx,
        (c) =>
          fromNought(goal, c, depth) ??
          safely(() => proveEquation(goal, c, depth)) ??
          safely(() => inductively(goal, c, depth)) ??
          withoutLooseWires(goal, c, (g) => proveFormula(g, c, depth + 1)) ??
          (depth > 2 || c.bounding || c.squaring
            ? null
            : (throughDefinitions(goal, c, (g, d) => proveFormula(g, d, depth + 1)) ??
              safely(() => throughGramFactors(goal, c, (g, d) => proveFormula(g, d, depth + 2))))),
      );
    case 'is':
      return withIndexFacts(
        goal,
        ctx,
        (c) =>
          safely(() => provePredicate(goal, c, depth, proveFormula)) ??
          safely(() => inductively(goal, c, depth)) ??
          byMeaning(goal, c, depth),
      );
    case 'less':
      return withIndexFacts(
        goal,
        ctx,
        (c) =>
          safely(() => proveOrder(goal, c, proveFormula)) ??
          safely(() => byMeans(goal, c, proveFormula)) ??
          safely(() => inductively(goal, c, depth)) ??
          byMeaning(goal, c, depth),
      );
    case 'false':
      return proveAbsurd(ctx, depth, proveFormula);
  }
}

/** For all x, where x stands in what is known: for all y first. */
function underAnotherName(goal: FormulaOf<'forall'>, ctx: Context, depth: number): Theorem | null {
  const { bound, body } = goal;
  if (bound.kind !== 'tensor' || /′\d+$/.test(bound.name)) return null;
  const name = `${bound.name}′${ctx.facts.length}`;
  const renamed = { kind: 'tensor', name, shape: bound.shape } as const;
  const other = substituteIn(body, bound.name, {
    kind: 'term',
    term: variable(name, bound.shape),
  });
  const t = proveFormula(forall(renamed, other), ctx, depth + 1);
  return (
    t && generalise(bound, specialise(t, { kind: 'term', term: variable(bound.name, bound.shape) }))
  );
}

/** The second of two parts; the first is a fact for it where something is known only under the first. */
const besideFirst = (
  first: Theorem,
  second: Formula,
  ctx: Context,
  depth: number,
): Theorem | null => {
  const text = write(first.conclusion);
  const guards = ctx.facts.some(
    ({ theorem: { conclusion } }) =>
      conclusion.kind === 'implies' && write(conclusion.left) === text,
  );
  return guards
    ? withFact(ctx, { theorem: first, name: 'the first part' }, (c) =>
        proveFormula(second, c, depth + 1),
      )
    : proveFormula(second, ctx, depth + 1);
};

/** `0 = t` is `t = 0`. */
function fromNought(goal: FormulaOf<'equal'>, ctx: Context, depth: number): Theorem | null {
  if (goal.left.monomials.length > 0 || goal.right.monomials.length === 0) return null;
  const t = proveFormula(equal(goal.right, goal.left), ctx, depth + 1);
  return t && flipped(t);
}

/** `0 != t` is `t != 0`. */
function deniedFromZero(goal: FormulaOf<'not'>, ctx: Context, depth: number): Theorem | null {
  const { body } = goal;
  if (body.kind !== 'equal' || body.left.monomials.length > 0 || body.right.monomials.length === 0)
    return null;
  const t = proveFormula(not(equal(body.right, body.left)), ctx, depth + 1);
  return t && mirrorDenial(t, { left: body.right, right: body.left });
}

/** No positive definite matrix, for it would be invertible, and is not. */
function deniedByInverse(body: Formula, ctx: Context, depth: number): Theorem | null {
  if (body.kind !== 'is' || body.predicate !== 'pd') return null;
  const invertible = is('invertible', body.subject);
  const denied = proveFormula(not(invertible), ctx, depth + 1);
  const claimed =
    denied &&
    withFact(ctx, { theorem: assume(body), name: 'assumption' }, (c) =>
      proveFormula(invertible, c, depth + 1),
    );
  return denied && claimed && contradiction(body, explode(claimed, denied));
}

const byMeaning = (goal: Formula, ctx: Context, depth: number): Theorem | null =>
  ctx.bounding || ctx.squaring || depth > 6
    ? null
    : ((depth > 4
        ? null
        : throughDefinitions(goal, ctx, (f, c) => proveFormula(f, c, depth + 1))) ??
      safely(() => throughGramFactors(goal, ctx, (f, c) => proveFormula(f, c, depth + 1))));

function proveEquation(goal: FormulaOf<'equal'>, ctx: Context, depth: number): Theorem | null {
  // with what is known of roots and logarithms at once: without it their derivatives lead nowhere, slowly
  const direct =
    byTraces(goal, ctx, proveFormula) ??
    proveEqual(goal.left, goal.right, withRoots(ctx, proveFormula, goal.left, goal.right));
  if (direct) return direct;
  return (
    (ctx.bounding || depth > 6 ? null : byLength(goal, ctx, depth, proveFormula)) ??
    proveRank(goal, ctx, proveFormula) ??
    byRank(goal, ctx) ??
    byStructure(goal, ctx) ??
    throughImplications(goal, ctx) ??
    equalMeans(goal, ctx, proveFormula) ??
    (depth > 3 ? null : (bySumOfSquares(goal, ctx, proveFormula) ?? byNumbers(goal, ctx)))
  );
}

/** Numbers that are equal by the laws of the functions in what is known, or because neither is the larger. */
function byNumbers(goal: FormulaOf<'equal'>, ctx: Context): Theorem | null {
  if (goal.left.shape.length > 0 || ctx.bounding || ctx.squaring) return null;
  const numbers = ctx.equations
    .filter((e) => e.left.shape.length === 0)
    .slice(0, 4)
    .flatMap((e) => [e.left, e.right]);
  const lawful = withLaws(withRoots(ctx, proveFormula, ...numbers), ...numbers);
  const direct =
    lawful.equations.length > ctx.equations.length
      ? proveEqual(goal.left, goal.right, lawful)
      : null;
  return (
    direct ??
    (ctx.facts.some(({ theorem }) => theorem.conclusion.kind === 'less')
      ? fromBothSides(goal, ctx)
      : null)
  );
}

/** By how large ranks are: A = 0 of rank 0, det A = 0 of less than full rank; and dimensions that bound each other. */
function byRank(goal: FormulaOf<'equal'>, ctx: Context): Theorem | null {
  if (ctx.bounding) return null;
  const sizes =
    goal.left.shape.length === 0 &&
    [...goal.left.monomials, ...goal.right.monomials].every((m) => m.factors.length === 0);
  return sizes
    ? fromBothSides(goal, ctx)
    : (equalByRank(goal, ctx, proveFormula) ??
        zeroDeterminant(goal, ctx, proveFormula) ??
        byBothOrders(goal, ctx, proveFormula));
}

/** By what norms of transposes, products and inverses are, and by operations on what is equal. */
function byStructure(goal: FormulaOf<'equal'>, ctx: Context): Theorem | null {
  if (ctx.bounding || appliedIn(goal.left, goal.right).length === 0) return null;
  const stated = ctx.equations
    .filter((e) => e.left.shape.length === 0)
    .slice(0, 4)
    .flatMap((e) => [e.left, e.right]);
  const own = equationsOn(
    [goal.left, goal.right, ...stated],
    { ...ctx, bounding: true },
    proveFormula,
  ).reduce((c, eq) => addEquation(c, eq), ctx);
  const more = withCongruence(own, goal.left, goal.right);
  const direct = more === ctx ? null : proveEqual(goal.left, goal.right, more);
  return (
    direct ??
    throughArguments(goal, ctx) ??
    (own === ctx || goal.left.shape.length > 0
      ? null
      : byEqualSquares(
          goal,
          withRoots(own, proveFormula, goal.left, goal.right),
          ctx,
          4,
          proveFormula,
        )) ??
    fromBothSides(goal, ctx)
  );
}

/** f(u) = f(v) where u = v follows by induction. */
function throughArguments(goal: FormulaOf<'equal'>, ctx: Context): Theorem | null {
  const [a, ...more] = appliedIn(goal.left);
  const [b, ...others] = appliedIn(goal.right);
  if (
    !isLayered(ctx) ||
    !a ||
    !b ||
    more.length + others.length > 0 ||
    a.symbol !== b.symbol ||
    a.argument.shape.join() !== b.argument.shape.join()
  )
    return null;
  const same = proveFormula(equal(a.argument, b.argument), ctx, 1);
  const ledger = new Ledger(goal.left, goal.right, bookOf(ctx));
  if (same) ledger.use(equation(same, 'equal arguments'), a.at(variable(hole, a.argument.shape)));
  return ledger.done ? ledger.theorem() : null;
}

/** A number that is at most another and at least it. */
export function fromBothSides(goal: FormulaOf<'equal'>, ctx: Context): Theorem | null {
  if (goal.left.shape.length > 0) return null;
  const below = proveOrder(less(goal.left, goal.right, false), ctx, proveFormula, true);
  const above = below && proveOrder(less(goal.right, goal.left, false), ctx, proveFormula, true);
  return below && above && antisymmetry(below, above);
}

/** Is something known of each layer, or of products over layers? */
const isLayered = (ctx: Context): boolean =>
  ctx.recursions.length > 0 ||
  ctx.schemas.some(({ theorem }) => theorem.conclusion.kind === 'each');

/** A statement about a product over layers or a power, by induction on the number of layers. */
function inductively(goal: Formula, ctx: Context, depth: number): Theorem | null {
  if (!isLayered(ctx) || depth > 8) return null;
  const prove = (f: Formula, c: Context): Theorem | null =>
    (f.kind === 'equal' ? byEquations(f.left, f.right, c) : null) ??
    withUnfolded(f, c, (g) => proveFormula(g, c, depth + 8));
  return alongSequences(goal, ctx, { base: prove, step: prove });
}

/** Facts P ⇒ Q whose antecedent is provable give Q. */
function throughImplications(goal: Formula, ctx: Context): Theorem | null {
  for (const { theorem, name } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'implies' || f.left.kind !== 'equal') continue;
    if (ctx.facts.some((x) => write(x.theorem.conclusion) === write(f.right))) continue;
    const antecedent = byEquations(f.left.left, f.left.right, ctx);
    if (!antecedent) continue;
    return withFact(ctx, { theorem: modusPonens(theorem, antecedent), name }, (c) =>
      proveFormula(goal, c, 1),
    );
  }
  return null;
}
