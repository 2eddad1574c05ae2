/**
 * Steps of the proof that the search finds of a claim, for lines of a told proof that do not follow
 * by a short search of their own: each is taken over under the names that the told proof uses.
 */
import { free, freeDim } from '../../kernel/binders.ts';
import { write, type Formula } from '../../kernel/formula.ts';
import { variable } from '../../kernel/graph.ts';
import { KernelError } from '../../kernel/seal.ts';
import {
  assume,
  atIndex,
  atMost,
  discharge,
  generalise,
  modusPonens,
  overRange,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import type { Claim } from '../../language/ast.ts';
import { within } from '../agenda/effort.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { dimsIn, variablesIn } from '../graphs/members.ts';
import { proveEqual } from '../equality/equality.ts';
import { withFact } from '../known/facts.ts';
import { tensorShape } from '../lowering/scope.ts';
import { prove } from '../prove.ts';
import { proveFormula } from '../search.ts';
import type { ToldState } from './told-statements.ts';

/** Work of the search for the claim, in milliseconds' worth. */
const searchTime = 4000;
/** Most ways to name the variables of one step. */
const mostNamings = 48;
/** Work for what a step supposes, and for its last form. */
const shortTime = 300;

/** A name of the kernel, and what it is here. */
type Naming = readonly (readonly [string, Term])[];

export class FoundSteps {
  private readonly claim: Claim;
  private steps: readonly Theorem[] | null = null;

  constructor(claim: Claim) {
    this.claim = claim;
  }

  /** The statement, where a step of the proof that was found states it. */
  stating(f: Formula, state: ToldState, isExact = false): Theorem | null {
    this.steps ??= stepsOf(this.claim);
    for (const step of this.steps) {
      if (step.conclusion.kind !== f.kind) continue;
      const t = stated(step, f, state, isExact);
      if (t) return t;
    }
    return null;
  }
  /** The first step that is wanted and whose hypotheses are known here. */
  first(isWanted: (t: Theorem) => boolean, state: ToldState): Theorem | null {
    this.steps ??= stepsOf(this.claim);
    for (const step of this.steps) {
      if (step.conclusion.kind !== 'exists') continue;
      for (const naming of namings(step, state)) {
        const t = safely(() => renamed(step, naming, null, null, state));
        if (t && safely(() => isWanted(t))) return t;
      }
    }
    return null;
  }
}

function stepsOf(claim: Claim): Theorem[] {
  const found = new Set<Theorem>();
  const visit = (t: Theorem): void => {
    if (found.has(t)) return;
    found.add(t);
    t.derivation.from.forEach(visit);
  };
  const proof = prove(claim, { time: searchTime });
  if (proof !== null) visit(proof.theorem);
  return [...found].filter(({ derivation }) => derivation.rule !== 'assume');
}

function stated(step: Theorem, f: Formula, state: ToldState, isExact: boolean): Theorem | null {
  if (isExact && sizeOf(step.conclusion) !== sizeOf(f)) return null;
  const index = indexOf(step);
  for (const naming of namings(step, state)) {
    for (const place of index === null ? [null] : state.ranges.map((r) => r.name)) {
      const t = safely(() => renamed(step, naming, index, place, state));
      if (t && write(t.conclusion) === write(f)) return t;
      const last = t && !isExact && same(t.conclusion, f) ? lastForm(t, f, state) : null;
      if (last) return last;
    }
  }
  return null;
}

/** How many summands its terms have: different in statements that differ. */
const sizeOf = (f: Formula): string =>
  termsOf(f)
    .map((t) => t.monomials.length)
    .join();

/** The statement in the form that is asked for. */
function lastForm(t: Theorem, f: Formula, state: ToldState): Theorem | null {
  if (write(t.conclusion) === write(f)) return t;
  return withFact(state.ctx, { theorem: t, name: 'a step' }, (ctx) => {
    const c = { ...ctx, deadline: within(shortTime) };
    return (f.kind === 'equal' ? proveEqual(f.left, f.right, c) : null) ?? proveFormula(f, c);
  });
}

/** Names in a step that neither the claim declares nor a sequence has, with all they may be here. */
function namings(step: Theorem, state: ToldState): Naming[] {
  const own = new Map<string, readonly Dim[]>();
  for (const f of [step.conclusion, ...step.hypotheses])
    for (const t of termsOf(f)) variablesIn(t, own);
  const isOwn = (name: string): boolean =>
    !name.includes('[') &&
    state.claim.declarations.every((d) => d.name !== name) &&
    [step.conclusion, ...step.hypotheses].some((f) => free(name, f));
  const candidates = here(state);
  let all: Naming[] = [[]];
  for (const [name, shape] of own) {
    if (!isOwn(name)) continue;
    const fits = candidates.filter((t) => t.shape.join() === shape.join());
    all = all.flatMap((naming) => fits.map((t): Naming => [...naming, [name, t]]));
    if (all.length > mostNamings) all = all.slice(0, mostNamings);
  }
  return all;
}

/** What was brought in: vectors and matrices with a name, and places of vectors. */
function here({ scope, claim, ranges }: ToldState): Term[] {
  const own = new Set(claim.declarations.map((d) => d.name));
  const named = [...scope.declarations.values()].flatMap((d): Term[] =>
    d.type.kind === 'tensor' && d.family === null && !own.has(d.name)
      ? [variable(d.name, tensorShape(d))]
      : [],
  );
  const places = ranges.flatMap(({ name }): Term[] => {
    const dim = scope.indices.get(name);
    return dim === undefined ? [] : [variable(`#${name}`, [dim])];
  });
  return [...named, ...places];
}

/** The index of layers that a step is about; null without one. */
function indexOf(step: Theorem): string | null {
  const formulas = [step.conclusion, ...step.hypotheses];
  const dims = formulas.flatMap((f) => termsOf(f).flatMap((t) => [...dimsIn(t)]));
  const names = dims.flatMap((d) => /#\p{L}\w*(?![\w⊕∥])/u.exec(d)?.[0] ?? []);
  const members = formulas.flatMap((f) => [...write(f).matchAll(/\[(#\p{L}\w*)[+\-\]]/gu)]);
  const all = [...names, ...members.map((m) => m[1] as string)];
  return all.find((name) => formulas.some((f) => freeDim(name, f))) ?? null;
}

function renamed(
  step: Theorem,
  naming: Naming,
  index: string | null,
  place: string | null,
  state: ToldState,
): Theorem | null {
  const isRange = (h: Formula): boolean =>
    index !== null &&
    h.kind === 'less' &&
    freeDim(index, h) &&
    termsOf(h).every((t) => variablesIn(t).size === 0);
  const ranges = step.hypotheses.filter(isRange);
  const others = step.hypotheses.filter((h) => !isRange(h));
  let t = others.reduce((u, h) => discharge(h, u), step);
  for (const [name, term] of naming) {
    const bound = { kind: 'tensor' as const, name, shape: term.shape };
    t = specialise(generalise(bound, t), { kind: 'term', term });
  }
  if (index !== null && place !== null) {
    const range = state.ranges.find((r) => r.name === place);
    if (range === undefined || ranges.length > 2) return null;
    const all = overRange(index, '1', range.to, t);
    const ends = [atMost('1', place), atMost(place, range.to)].map((f) => known(f, state));
    const [lower, upper] = ends;
    if (!lower || !upper) return null;
    t = atIndex(all, place, lower, upper);
  }
  for (const _ of others) {
    if (t.conclusion.kind !== 'implies') return null;
    const by = known(t.conclusion.left, state);
    if (by === null) return null;
    t = modusPonens(t, by);
  }
  return t;
}

/** What is known here, word for word or at once. */
function known(f: Formula, state: ToldState): Theorem | null {
  const text = write(f);
  // the claim's own hypotheses, those about sizes and parts among them
  if (state.own.has(text)) return assume(f);
  return (
    state.ctx.facts.find(({ theorem }) => write(theorem.conclusion) === text)?.theorem ??
    proveFormula(f, { ...state.ctx, deadline: within(shortTime) })
  );
}

/** Are both about the same names, so that one may be the other in another order? */
function same(f: Formula, g: Formula): boolean {
  if (write(f) === write(g)) return true;
  if (f.kind !== g.kind || (f.kind !== 'equal' && f.kind !== 'less')) return false;
  const names = (h: Formula): string =>
    [...new Set(termsOf(h).flatMap((t) => [...variablesIn(t).keys()]))].toSorted().join();
  const shape = (h: Formula): string => termsOf(h)[0]?.shape.toSorted().join() ?? '';
  return names(f) === names(g) && shape(f) === shape(g);
}

const safely = <T>(run: () => T): T | null => {
  try {
    return run();
  } catch (error) {
    if (error instanceof KernelError) return null;
    throw error;
  }
};
