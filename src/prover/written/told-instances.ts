/**
 * What is known of all vectors or matrices, at those with a name; and facts that a reason names, at
 * the terms for which they state what it says.
 */
import { derivative } from '../../kernel/derivative.ts';
import { factNamed } from '../../kernel/algebra.ts';
import { citationNamed } from '../../kernel/citations.ts';
import { equal, write, type Formula } from '../../kernel/formula.ts';
import { number, permute, variable, zeros } from '../../kernel/graph.ts';
import { one } from '../../kernel/ratio.ts';
import { KernelError } from '../../kernel/seal.ts';
import type { Term } from '../../kernel/term.ts';
import { specialise, type Theorem } from '../../kernel/theorem.ts';
import { within } from '../agenda/effort.ts';
import { freed, known } from '../derived/known.ts';
import { chainOf, productOf } from '../graphs/chains.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { variablesIn } from '../graphs/members.ts';
import type { Fact } from '../known/context.ts';
import { withFacts } from '../known/facts.ts';
import { conjuncts } from '../known/usable.ts';
import { tensorShape } from '../lowering/scope.ts';
import { proveFormula } from '../search.ts';
import { sampleOf } from '../statements.ts';
import type { ToldState } from './told-statements.ts';

/** Most instances of one statement that are looked at. */
const most = 64;
/** Work for what an instance supposes, in milliseconds' worth. */
const shortTime = 100;

/** Vectors, matrices and numbers that have a name here. */
export const named = ({ scope }: ToldState, except = ''): Term[] =>
  [...scope.declarations.values()].flatMap((d): Term[] =>
    d.type.kind === 'tensor' && d.family === null && d.name !== except
      ? [variable(d.name, tensorShape(d))]
      : [],
  );

/** A statement for all vectors at those with a name; itself where it is about none. */
export function instances(theorem: Theorem, terms: readonly Term[]): readonly Theorem[] {
  let all = [theorem];
  for (;;) {
    const f = all[0]?.conclusion;
    if (f?.kind !== 'forall' || f.bound.kind !== 'tensor') return all;
    const shape = f.bound.shape.join();
    const fits = terms.filter((t) => t.shape.join() === shape);
    all = all
      .flatMap((t) => fits.map((term) => specialise(t, { kind: 'term', term })))
      .slice(0, most);
  }
}

/** Under what is known here. */
const free = (t: Theorem, state: ToldState): Theorem =>
  freed(t, (h) => proveFormula(h, { ...state.ctx, deadline: within(shortTime) }));

/** Those terms and the zeros of their shapes, numbers aside. */
const withZeros = (terms: readonly Term[]): Term[] => {
  const shapes = new Map(terms.map(({ shape }) => [shape.join(), shape]));
  return [...terms, ...[...shapes.values()].filter((s) => s.length > 0).map(zeros)];
};

/** What is known of all, at what has a name and at 0. */
export function knownInstances(state: ToldState, more: readonly Term[] = []): Fact[] {
  const terms = [...more, ...withZeros(named(state))];
  return state.ctx.facts
    .filter(({ theorem }) => theorem.conclusion.kind === 'forall')
    .flatMap(({ theorem, name }) =>
      instances(theorem, terms).map((t): Fact => ({ theorem: free(t, state), name })),
    );
}

/** Terms that a fact is tried at, and lists of them. */
const mostTerms = 16;
const mostTuples = 4000;
/** Instances of one fact that are compared with a statement, where none states it word for word. */
const mostClose = 24;

/** How many terms a fact takes. */
function countOf(name: string): number {
  const entry = factNamed(name) ?? citationNamed(name);
  return entry === undefined ? 0 : (sampleOf(entry.statement)?.count ?? 0);
}

/** A term with the products, variables and arguments of functions inside of it. */
function partsOf(t: Term, into: Map<string, Term>): void {
  const key = write(equal(t, t));
  if (into.has(key)) return;
  into.set(key, t);
  if (t.shape.length === 2) into.set(`${key}'`, permute(t, [1, 0]));
  for (const m of t.monomials) {
    const links = t.shape.length === 2 ? (chainOf(m)?.links ?? []) : [];
    for (let from = 0; from < links.length; from++)
      for (let to = from + 1; to <= links.length; to++) {
        const part = productOf(links.slice(from, to), links[from]?.shape[0] ?? '');
        into.set(write(equal(part, part)), part);
      }
    for (const { head } of m.factors) {
      if (head.kind === 'variable') partsOf(variable(head.name, head.shape), into);
      else for (const arg of head.kind === 'jet' ? head.args : [head.arg]) partsOf(arg, into);
    }
  }
}

/** All lists of the given number of terms. */
function* tuples(terms: readonly Term[], count: number): Generator<readonly Term[]> {
  if (count === 0) return void (yield []);
  for (const first of terms) for (const rest of tuples(terms, count - 1)) yield [first, ...rest];
}

/** A named fact where one of its parts is wanted, its hypotheses shown; null where none is. */
export function byNamedFact(
  name: string,
  about: Formula,
  isWanted: (f: Formula) => boolean,
  state: ToldState,
  written: readonly Term[] = [],
): Theorem | null {
  if (factNamed(name) === undefined) return null;
  const close: Theorem[] = [];
  let tried = 0;
  for (const tuple of tuples(termsAbout(about, state, written), countOf(name))) {
    if (++tried > mostTuples) break;
    const t = factAt(name, tuple);
    if (t === null) continue;
    const isExact = partsSaid(t.conclusion).some(isWanted);
    if (!isExact && tuple.every((x) => written.includes(x)) && close.length < mostClose)
      close.push(t);
    if (!isExact) continue;
    const proved = conjuncts(free(t, state)).find((u) => isWanted(u.conclusion));
    if (proved) return proved;
  }
  return byCloseInstance(close, about, state);
}

/** A fact at terms of the statement that states it up to what is known here: A' for symmetric A. */
function byCloseInstance(
  instances: readonly Theorem[],
  about: Formula,
  state: ToldState,
): Theorem | null {
  for (const t of instances) {
    if (!partsSaid(t.conclusion).some((f) => f.kind === about.kind)) continue;
    const freed = free(t, state);
    if (freed.conclusion.kind === 'implies') continue;
    const found = withFacts(state.base, [{ theorem: freed, name: 'fact' }], (ctx) =>
      proveFormula(about, { ...ctx, deadline: within(shortTime) }),
    );
    if (found) return found;
  }
  return null;
}

/** The same statement, or the same equation read backwards. */
export const says =
  (f: Formula) =>
  (g: Formula): boolean =>
    write(g) === write(f) || (g.kind === 'equal' && write(equal(g.right, g.left)) === write(f));

/** What a statement says under its conditions, part by part. */
const partsSaid = (f: Formula): readonly Formula[] =>
  f.kind === 'implies'
    ? partsSaid(f.right)
    : f.kind === 'and'
      ? [...partsSaid(f.left), ...partsSaid(f.right)]
      : [f];

/** What stands in a formula, and in what it says of a vector: A in A v = 0. */
function termsAbout(f: Formula, state: ToldState, written: readonly Term[]): Term[] {
  const found = new Map(written.map((t) => [write(equal(t, t)), t]));
  for (const t of [...written, number(one)])
    if (t.shape.length === 0) found.set(write(equal(t, t)), t);
    else if (t.shape.length === 2) found.set(`${write(equal(t, t))}'`, permute(t, [1, 0]));
  for (const t of termsOf(f)) {
    partsOf(t, found);
    for (const [name, shape] of variablesIn(t))
      if (t.shape.length === 1 && shape.length === 1) partsOf(derivative(t, name, shape), found);
  }
  for (const t of named(state)) partsOf(t, found);
  return [...found.values()].slice(0, Math.max(mostTerms, written.length));
}

function factAt(name: string, terms: readonly Term[]): Theorem | null {
  try {
    return known(name, terms);
  } catch (error) {
    // terms of other shapes than the fact is about
    if (error instanceof KernelError || error instanceof TypeError) return null;
    throw error;
  }
}
