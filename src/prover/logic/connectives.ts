/**
 * Goals that are made of others by "and", "implies", "for all" and "not": by the rules of the
 * connectives.
 */
import {
  equal,
  falsum,
  forall,
  is,
  not,
  write,
  type Formula,
  type FormulaOf,
} from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { variable } from '../../kernel/graph.ts';
import {
  assume,
  both,
  contradiction,
  discharge,
  explode,
  generalise,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import type { Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';
import { mirrorDenial } from '../known/denials.ts';
import { denialByDeterminant } from '../matrices/det-predicates.ts';

/**
 * The second of two parts; the first is a fact for it where something is known only under the
 * first.
 */
function* besideFirst(first: Theorem, second: Formula, known: Context): Attempt {
  const text = write(first.conclusion);
  const guards = known.facts.some(
    ({ theorem: { conclusion: f } }) => f.kind === 'implies' && write(f.left) === text,
  );
  const facts = guards ? [{ theorem: first, name: 'the first part' }] : [];
  return yield* assuming(known, facts, (more) => ask(second, more));
}

export const conjunction = strategyFor('and', {
  name: 'both parts',
  summary: 'A and B, from A and from B',
  decides: true,
  promise: 1,
  *prove({ left, right }, known) {
    const first = yield { goal: left, known };
    const second = first && (yield* besideFirst(first, right, known));
    return first && second && both(first, second);
  },
});

export const implication = strategyFor('implies', {
  name: 'what is assumed',
  summary: 'A => B, from B where A is known',
  decides: true,
  promise: 1,
  *prove({ left, right }, known) {
    const fact = { theorem: assume(left), name: 'assumption' };
    const t = yield* assuming(known, [fact], (more) => ask(right, more));
    return t && discharge(left, t);
  },
});

/** Does what is known mention the name? */
const isSpoken = ({ bound }: FormulaOf<'forall'>, known: Context): boolean => {
  const name = bound.kind === 'tensor' ? bound.name : bound.fn.name;
  return known.facts.some(({ theorem }) =>
    theorem.hypotheses.some((h) => write(h).includes(`${name}:`)),
  );
};

export const universal = strategyFor('forall', {
  name: 'an arbitrary one',
  summary: 'forall x. A, from A for an x of which nothing is known',
  promise: (goal, known) => (isSpoken(goal, known) ? null : 1),
  *prove({ bound, body }, known) {
    const t = yield { goal: body, known };
    return t && generalise(bound, t);
  },
});

export const renaming = strategyFor('forall', {
  name: 'another name',
  summary: 'forall x. A, from forall y. A, where something is known of x',
  promise: (goal, known) =>
    goal.bound.kind === 'tensor' && !/′\d+$/.test(goal.bound.name) && isSpoken(goal, known)
      ? 1
      : null,
  *prove({ bound, body }, known) {
    if (bound.kind !== 'tensor') return null;
    const { name, shape } = bound;
    const fresh = `${name}′${known.facts.length}`;
    const other = substituteIn(body, name, { kind: 'term', term: variable(fresh, shape) });
    const t = yield { goal: forall({ kind: 'tensor', name: fresh, shape }, other), known };
    return t && generalise(bound, specialise(t, { kind: 'term', term: variable(name, shape) }));
  },
});

/** 0 = t, for a t that is not 0 itself. */
const fromZero = (f: Formula): f is FormulaOf<'equal'> =>
  f.kind === 'equal' && f.left.monomials.length === 0 && f.right.monomials.length > 0;

export const swapped = strategyFor('equal', {
  name: '0 on the right',
  summary: '0 = t from t = 0',
  decides: true,
  promise: (goal) => (fromZero(goal) ? 1 : null),
  *prove({ left, right }, known) {
    const t = yield { goal: equal(right, left), known };
    return t && flipped(t);
  },
});

export const mirrored = strategyFor('not', {
  name: 'sides swapped',
  summary: '0 != t from t != 0',
  promise: ({ body }) => (fromZero(body) ? 1 : null),
  *prove({ body }, known) {
    if (!fromZero(body)) return null;
    const sides = { left: body.right, right: body.left };
    const t = yield { goal: not(equal(sides.left, sides.right)), known };
    return t && mirrorDenial(t, sides);
  },
});

export const singularity = strategyFor('not', {
  name: 'determinants and inverses',
  summary: 'det(A) != 0 from an invertible A, and the other way round',
  // that A is not invertible is contradicted directly first: its determinant is a detour
  promise: ({ body }) => (body.kind === 'is' ? 0.55 : 0.9),
  prove: ({ body }, known) => denialByDeterminant(body, known, known.search.prove),
});

export const notDefinite = strategyFor('not', {
  name: 'singular, so not definite',
  summary: 'not (A is pd), because A would be invertible and is not',
  promise: ({ body }) => (body.kind === 'is' && body.predicate === 'pd' ? 0.5 : null),
  *prove({ body }, known) {
    if (body.kind !== 'is') return null;
    const invertible = is('invertible', body.subject);
    const denied = yield { goal: not(invertible), known };
    const fact = { theorem: assume(body), name: 'assumption' };
    const claimed = denied && (yield* assuming(known, [fact], (more) => ask(invertible, more)));
    return denied && claimed && contradiction(body, explode(claimed, denied));
  },
});

export const denial = strategyFor('not', {
  name: 'a contradiction',
  summary: 'not A, because A contradicts what is known',
  promise: 0.6,
  *prove({ body }, known) {
    const fact = { theorem: assume(body), name: 'assumption' };
    const t = yield* assuming(known, [fact], (more) => ask(falsum, more));
    return t && contradiction(body, t);
  },
});
