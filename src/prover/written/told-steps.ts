/** Why a line of a told proof follows from those before it, and what contradicts itself. */
import { falsum, less, type Formula } from '../../kernel/formula.ts';
import type { Term } from '../../kernel/term.ts';
import { free } from '../../kernel/binders.ts';
import { antisymmetry, explode, generalise, type Theorem } from '../../kernel/theorem.ts';
import { within } from '../agenda/effort.ts';
import { absurd } from '../derived/labelled.ts';
import { proveEqual } from '../equality/equality.ts';
import type { Fact } from '../known/context.ts';
import { withFacts } from '../known/facts.ts';
import { proveFormula } from '../search.ts';
import { ProofError } from './proof-error.ts';
import type { Told } from './told.ts';
import { byNamedFact, instances, knownInstances, says } from './told-instances.ts';
import { acted, forAllVectors } from './told-acts.ts';
import { byOnlyZero } from './told-kernels.ts';
import { near, witnessed } from './told-near.ts';
import type { Because, Why } from './told-reasons.ts';
import { atIndices } from './told-ranges.ts';
import { failed, read, spoken, type Spoken, type ToldState as State } from './told-statements.ts';

/** From what it names; or from everything known; or from that and what its reasons state. */
export function shown(
  { text, formula, terms }: Spoken,
  { line, why }: Extract<Told, { kind: 'say' }>,
  state: State,
): Theorem {
  const t =
    fromNamed(formula, why, line, state, terms) ??
    follows(formula, state) ??
    bothWays(formula, state) ??
    forAll(formula, state) ??
    withReasons(formula, why, line, state);
  if (t) return t;
  throw failed(line, `this does not follow from what stands above: ${text}`);
}

/** From the hypotheses, the line before, the lines that it names and its other reasons alone. */
function fromNamed(
  f: Formula,
  { because, from, acts, at }: Why,
  line: number,
  state: State,
  terms: readonly Term[],
): Theorem | null {
  const lines = [...state.previous, ...from.flatMap((label) => state.numbered.get(label) ?? [])];
  const given = (one: Because): Fact[] => reasonOf(one, f, line, state, terms);
  const known = [
    ...[...new Set(lines)].map((theorem): Fact => ({ theorem, name: 'named' })),
    ...because.filter(({ fact }) => fact === null).flatMap(given),
    ...acted(acts, lines.length > 0 ? lines : state.stated, state),
  ];
  // what a fact asks for is among the other reasons
  return withFacts(state.base, known, (base) => {
    const inside = { ...state, ctx: base };
    const stated = because.filter(({ fact }) => fact !== null);
    const facts = stated.flatMap((one) => reasonOf(one, f, line, inside, terms));
    return withFacts(base, facts, (inner) => {
      const ctx = { ...inner, deadline: within(state.patience) };
      return (
        near(f, [...known, ...facts, ...state.base.facts], ctx) ??
        byOnlyZero(f, lines, { ...state, ctx: inner }) ??
        follows(f, { ...state, ctx: inner }) ??
        atNamed(
          f,
          { ...state, ctx: inner },
          at.flatMap((text) => termOf(text, line, state)),
        )
      );
    });
  });
}

const termOf = (text: string, line: number, state: State): readonly Term[] =>
  spokenIn(`${text} = ${text}`, line, state)?.terms.slice(-1) ?? [];

/** What is known of all vectors, at those that the line names, at those with a name and at 0. */
function atNamed(f: Formula, state: State, at: readonly Term[]): Theorem | null {
  const facts = knownInstances(state, at);
  const forms = [...facts, ...state.ctx.facts].flatMap(({ theorem, name }) =>
    theorem.conclusion.kind === 'is'
      ? forAllVectors(theorem, state)
          .flatMap((t) => instances(t, at))
          .map((t): Fact => ({ theorem: t, name }))
      : [],
  );
  if (facts.length + forms.length === 0) return null;
  return withFacts(state.ctx, [...facts, ...forms], (ctx) => follows(f, { ...state, ctx }));
}

export function follows(f: Formula, { ctx: known, patience, witnesses }: State): Theorem | null {
  const ctx = { ...known, deadline: within(patience) };
  return (
    witnessed(f, witnesses, (g) => proveFormula(g, ctx)) ??
    (f.kind === 'equal' ? proveEqual(f.left, f.right, ctx) : null) ??
    proveFormula(f, ctx)
  );
}

/** What was stated of an arbitrary vector holds for all, where the formula is not about it. */
function forAll(f: Formula, state: State): Theorem | null {
  const bounds = state.lets.filter(({ name }) => !free(name, f));
  const facts = bounds.flatMap((bound) =>
    state.stated.flatMap((t): Fact[] => {
      const isFree = t.hypotheses.some((h) => free(bound.name, h));
      return isFree || !free(bound.name, t.conclusion)
        ? []
        : [{ theorem: generalise(bound, t), name: 'for all' }];
    }),
  );
  if (facts.length === 0) return null;
  return withFacts(state.ctx, facts, (ctx) => follows(f, { ...state, ctx }));
}

/** A number is at most and at least another: they are equal. */
function bothWays(f: Formula, state: State): Theorem | null {
  if (f.kind !== 'equal' || f.left.shape.length > 0) return null;
  const below = follows(less(f.left, f.right, false), state);
  const above = below && follows(less(f.right, f.left, false), state);
  return below && above && antisymmetry(below, above);
}

/** By what its reasons state, by the facts that they name, and by what is known of all vectors. */
function withReasons(
  f: Formula,
  { because, acts }: Why,
  line: number,
  state: State,
): Theorem | null {
  const facts = [
    ...because.flatMap((one) => reasonOf(one, f, line, state, [])),
    ...acted(acts, state.stated, state),
    ...knownInstances(state),
  ];
  if (facts.length === 0) return null;
  return withFacts(state.ctx, facts, (ctx) => follows(f, { ...state, ctx }));
}

function reasonOf(
  { fact, statement }: Because,
  f: Formula,
  line: number,
  state: State,
  terms: readonly Term[],
): Fact[] {
  const said = statement === null ? { formula: f, terms } : spokenIn(statement, line, state);
  if (said === null) return [];
  const theorem =
    (fact === null
      ? null
      : byNamedFact(fact, said.formula, says(said.formula), state, said.terms)) ??
    (statement === null ? null : follows(said.formula, state));
  return theorem === null ? [] : [{ theorem, name: statement ?? fact ?? '' }];
}

/** A reason that is not a statement of the claim language states nothing here. */
export function spokenIn(text: string, line: number, state: State): Spoken | null {
  try {
    return spoken(text, read(text, state, line), state);
  } catch (error) {
    if (error instanceof ProofError) return null;
    throw error;
  }
}

/** From what is known and what its reasons state; or by the contrary of what was supposed last. */
export function contradicted(
  { why, line }: Extract<Told, { kind: 'contradiction' }>,
  state: State,
): Theorem | null {
  const near = fromNamed(falsum, why, line, state, []);
  if (near) return near;
  const from = (facts: readonly Fact[]): Theorem | null =>
    withFacts(state.ctx, facts, (ctx) =>
      proveFormula(falsum, { ...ctx, deadline: within(state.patience) }),
    );
  const direct = from([]);
  if (direct) return direct;
  const f = state.supposed;
  const converse = f?.kind === 'less' ? less(f.right, f.left, !f.strict) : null;
  const contrary =
    converse && (follows(converse, state) ?? fromNamed(converse, why, line, state, []));
  return (
    (contrary && from([{ theorem: contrary, name: 'the contrary' }])) ??
    withReasons(falsum, why, line, state) ??
    byContrary(why, line, state)
  );
}

/** A line that is named, or a reason, whose contrary follows. */
function byContrary({ because, from }: Why, line: number, state: State): Theorem | null {
  const lines = from.flatMap((label) => state.numbered.get(label) ?? []);
  const reasons = because.flatMap((one) => reasonOf(one, falsum, line, state, []));
  const named = [...lines, ...state.previous, ...reasons.map(({ theorem }) => theorem)];
  for (const t of named.flatMap((u) => atIndices(u, state))) {
    const f = t.conclusion;
    const contrary =
      f.kind === 'not'
        ? f.body
        : f.kind === 'less' && f.strict
          ? less(f.right, f.left, false)
          : null;
    const other = contrary && follows(contrary, state);
    if (!other) continue;
    if (f.kind === 'not') return explode(other, t);
    return absurd([t, other]);
  }
  return null;
}
