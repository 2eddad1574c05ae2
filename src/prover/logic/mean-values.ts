/**
 * Smooth functions between two points and at extrema: a mean value exists, and f is flat where it
 * is least or greatest.
 */
import type { FunctionSymbol, Term } from '../../kernel/term.ts';
import { bareHead, jet, variable } from '../../kernel/graph.ts';
import { hasMeaning } from '../../kernel/laws.ts';
import { write, type Formula } from '../../kernel/formula.ts';
import {
  fact,
  first,
  generalise,
  modusPonens,
  second,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { alike } from '../derived/labelled.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { minus } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { fromExistence } from '../known/from-existence.ts';
import { strategyFor, type Attempt, type Strategy } from '../known/strategy.ts';

const mark = 'a mean value';

interface Value {
  readonly fn: FunctionSymbol;
  readonly at: Term;
}

/** f(x) in the terms, for functions with a name alone and a number as their value; each once. */
function valuesIn(terms: readonly Term[], order: number): Value[] {
  const found: Value[] = [];
  for (const { head } of terms.flatMap((t) => t.monomials.flatMap((m) => m.factors))) {
    const [at, ...more] = head.kind === 'jet' ? head.args : [];
    if (head.kind !== 'jet' || !at || more.length > 0 || head.params.length > 0) continue;
    const { fn, orders } = head;
    if (hasMeaning(fn.name) || fn.name.includes('#') || fn.family.length > 0) continue;
    if (fn.kinks) continue;
    if (fn.output !== null || orders[0] !== order) continue;
    if (!found.some((v) => v.fn.name === fn.name && alike(v.at, at))) found.push({ fn, at });
  }
  return found;
}

/** Two points of one function, in either order. */
const segmentsIn = (terms: readonly Term[]): (readonly [Value, Value])[] => {
  const all = valuesIn(terms, 0).slice(0, 4);
  return all.flatMap((x) =>
    all.filter((y) => y !== x && y.fn.name === x.fn.name).map((y) => [x, y] as const),
  );
};
const meanValue = ([x, y]: readonly [Value, Value]): Theorem =>
  fact('mean value theorem', jet(x.fn, [0], [x.at]), y.at);

const spoken = (goal: Formula, known: Context): Term[] => [
  ...termsOf(goal),
  ...known.equations.slice(0, 6).flatMap((e) => [e.left, e.right]),
];

/** f'(x) = 0, ∇f(x) = 0 or ∇²f(x) ⪰ 0: the value f(x). */
function derivativeIn(goal: Formula, order: number): Term | null {
  const t =
    goal.kind === 'equal'
      ? goal.left
      : goal.kind === 'less'
        ? minus(goal.right, goal.left)
        : goal.kind === 'is'
          ? goal.subject
          : null;
  const head = t && bareHead(t);
  if (!t || head?.kind !== 'jet' || head.orders[0] !== order) return null;
  const [value] = valuesIn([t], order);
  return value ? jet(value.fn, [0], [value.at]) : null;
}

/** A statement for every u that is known for every y. */
function stated(goal: Formula, known: Context): Theorem | null {
  if (goal.kind !== 'forall' || goal.bound.kind !== 'tensor') return null;
  const { bound } = goal;
  const u = { kind: 'term', term: variable(bound.name, bound.shape) } as const;
  for (const { theorem } of known.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor') continue;
    if (f.bound.shape.join() !== bound.shape.join()) continue;
    const here = specialise(theorem, u);
    if (write(here.conclusion) === write(goal.body)) return generalise(bound, here);
  }
  return null;
}

function atExtremum(name: string, value: Term, known: Context): Theorem | null {
  for (const side of [first, second]) {
    const t = side(fact(name, value));
    const f = t.conclusion;
    const least = f.kind === 'implies' ? stated(f.left, known) : null;
    if (least) return modusPonens(t, least);
  }
  return null;
}

export const meanValues: readonly Strategy[] = [
  strategyFor('exists', {
    name: 'where a mean value is attained',
    summary: "exists u with f(y) = f(x) + grad(f)(u)' (y - x), for a smooth f",
    promise: (goal, known) =>
      goal.bound.kind === 'tensor' &&
      valuesIn(termsOf(goal), 1).length > 0 &&
      segmentsIn(spoken(goal, known)).length > 0
        ? 0.9
        : null,
    *prove(goal, known): Attempt {
      for (const pair of segmentsIn(spoken(goal, known)).slice(0, 4)) {
        const t = yield* fromExistence(goal, meanValue(pair), mark, known, { share: 250 });
        if (t) return t;
      }
      return null;
    },
  }),
  strategyFor('equal', {
    name: 'the slope at an extremum',
    summary: 'grad(f)(x) = 0 because f is nowhere below, or nowhere above, f(x)',
    promise: (goal) => (goal.right.monomials.length === 0 && derivativeIn(goal, 1) ? 0.9 : null),
    prove: (goal, known) => {
      const value = derivativeIn(goal, 1);
      return value && atExtremum('the slope at an extremum', value, known);
    },
  }),
  strategyFor('is', {
    name: 'the second derivatives at an extremum',
    summary: 'hess(f)(x) is psd because f is nowhere below f(x)',
    promise: (goal) => (goal.predicate === 'psd' && derivativeIn(goal, 2) ? 0.9 : null),
    prove: (goal, known) => {
      const value = derivativeIn(goal, 2);
      return value && atExtremum('the second derivatives at an extremum', value, known);
    },
  }),
  strategyFor('less', {
    name: 'the second derivative at an extremum',
    summary: "0 <= f''(x) because f is nowhere below f(x)",
    promise: (goal) => (!goal.strict && derivativeIn(goal, 2) ? 0.9 : null),
    prove: (goal, known) => {
      const value = derivativeIn(goal, 2);
      return value && atExtremum('the second derivatives at an extremum', value, known);
    },
  }),
];
