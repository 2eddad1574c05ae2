/**
 * Roots of multiples: sqrt(c^2 s) is c sqrt(s) for a c that is not negative, so that scales leave
 * norms and cancel.
 */
import type { Monomial, Term } from '../../kernel/term.ts';
import { add, contract, dimension, factorTerm, number, variable } from '../../kernel/graph.ts';
import { root } from '../../kernel/laws.ts';
import { equal } from '../../kernel/formula.ts';
import { writeTerm } from '../../kernel/write.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { equation } from '../derived/equations.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { times } from '../graphs/small-terms.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { addEquation, type Context } from '../known/context.ts';
import { ask, strategyFor, type Attempt, type Strategy } from '../known/strategy.ts';
import { withRoots } from '../rewriting/laws.ts';
import { byLength } from './by-length.ts';

const mark = 'roots of multiples';

/** Numbers with a name that are known to be positive, or not negative. */
const signed = (known: Context): string[] => {
  const found = new Set<string>();
  for (const { theorem } of known.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'less' || f.left.monomials.length > 0 || f.right.monomials.length !== 1)
      continue;
    const [m] = f.right.monomials;
    const head = m?.factors.length === 1 ? m.factors[0]?.head : undefined;
    if (head?.kind === 'variable' && head.shape.length === 0) found.add(head.name);
  }
  return [...found];
};

const named = (m: Monomial, name: string) =>
  m.factors.filter(
    (f) => f.head.kind === 'variable' && f.head.name === name && f.slots.length === 0,
  );

/** The graph without two of these numbers. */
function without(m: Monomial, name: string): Term {
  const gone = new Set(named(m, name).slice(0, 2));
  const left = m.factors.filter((f) => !gone.has(f));
  const scalars = left.filter((f) => f.slots.length === 0).map(factorTerm);
  const rest = subgraph(
    { ...m, powers: {} },
    left.filter((f) => f.slots.length > 0),
    [],
  );
  const sizes = Object.entries(m.powers).map(([d, k]) => dimension(d, k));
  return times(number(m.coefficient), rest, ...scalars, ...sizes);
}

/** c and s where every graph of the number is c^2 times one of s. */
function factorOf(s: Term, names: readonly string[]): { c: Term; rest: Term } | null {
  for (const name of names) {
    if (s.monomials.length === 0 || !s.monomials.every((m) => named(m, name).length > 1)) continue;
    return { c: variable(name, []), rest: add(...s.monomials.map((m) => without(m, name))) };
  }
  return null;
}

/** What stands under a root in the terms, and inside of reciprocals. */
function underRoots(terms: readonly Term[]): Term[] {
  const found = new Map<string, Term>();
  const visit = (t: Term): void => {
    for (const { head } of t.monomials.flatMap((m) => m.factors)) {
      if (head.kind === 'variable' || found.size > 8) continue;
      const s = argumentOf('sqrt', head);
      if (s?.shape.length === 0) found.set(writeTerm(s), s);
      (head.kind === 'jet' ? head.args : [head.arg]).forEach(visit);
    }
  };
  terms.forEach(visit);
  return [...found.values()];
}

/** sqrt(c^2 s) = c sqrt(s), for the roots that the terms contain. */
function equationsOn(terms: readonly Term[], known: Context): Theorem[] {
  const names = signed(known);
  const found: Theorem[] = [];
  if (names.length === 0) return [];
  for (const argument of underRoots(terms)) {
    const split = factorOf(argument, names);
    if (!split) continue;
    const goal = equal(root(argument), contract([split.c, root(split.rest)], ['', ''], ''));
    const { prove } = known.search;
    const near = withRoots(known, prove, goal.left, goal.right);
    const t = byLength(goal, near, prove);
    if (t) found.push(t);
  }
  return found;
}

const rooted = (terms: readonly Term[], known: Context): boolean => {
  const names = signed(known);
  return names.length > 0 && underRoots(terms).some((s) => factorOf(s, names) !== null);
};

const strategyOf = (kind: 'equal' | 'less'): Strategy =>
  strategyFor(kind, {
    name: `roots of multiples (${kind})`,
    summary: 'sqrt(c^2 s) is c sqrt(s) where c is not negative',
    notFor: ['bounds'],
    promise: (goal, known) =>
      !known.replaced.includes(mark) && rooted(termsOf(goal), known) ? 0.97 : null,
    *prove(goal, known): Attempt {
      const equations = equationsOn(termsOf(goal), known);
      if (equations.length === 0) return null;
      const given: Context = { ...known, replaced: [...known.replaced, mark] };
      const more = equations.reduce((c, t) => addEquation(c, equation(t, mark)), given);
      return yield* ask(goal, more);
    },
  });

export const rootsOfMultiples: readonly Strategy[] = [strategyOf('equal'), strategyOf('less')];
