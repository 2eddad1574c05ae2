/** Why a line of a told proof follows from those before it, and what contradicts itself. */
import { falsum, less, write, type Formula } from '../../kernel/formula.ts';
import type { Term } from '../../kernel/term.ts';
import { free } from '../../kernel/binders.ts';
import { antisymmetry, generalise, type Theorem } from '../../kernel/theorem.ts';
import { within } from '../agenda/effort.ts';
import { flipped } from '../derived/equations.ts';
import { proveEqual } from '../equality/equality.ts';
import type { Fact } from '../known/context.ts';
import { withFacts } from '../known/facts.ts';
import { conjuncts } from '../known/usable.ts';
import { combined } from '../order/combined.ts';
import { proveFormula } from '../search.ts';
import { ProofError } from './proof-error.ts';
import type { Told } from './told.ts';
import { byNamedFact, knownInstances, says } from './told-instances.ts';
import { acted } from './told-acts.ts';
import type { Because, Why } from './told-reasons.ts';
import { failed, read, spoken, type Spoken, type ToldState as State } from './told-statements.ts';

/** From what it names; or from all that is known; or from that and what its reasons state. */
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
  { because, from, acts }: Why,
  line: number,
  state: State,
  terms: readonly Term[],
): Theorem | null {
  const lines = [...state.previous, ...from.flatMap((label) => state.numbered.get(label) ?? [])];
  const reasons = because.flatMap((one) => reasonOf(one, f, line, state, terms));
  const facts = [
    ...[...new Set(lines)].map((theorem): Fact => ({ theorem, name: 'named' })),
    ...reasons,
    ...acted(acts, lines.length > 0 ? lines : state.stated, state),
  ];
  return withFacts(state.base, facts, (base) => {
    const ctx = { ...base, deadline: within(state.patience) };
    return (
      stated(f, facts) ??
      (f.kind === 'less' ? combined(f, ctx) : null) ??
      follows(f, { ...state, ctx: base })
    );
  });
}

/** What a fact states, or the same equation read backwards. */
function stated(f: Formula, facts: readonly Fact[]): Theorem | null {
  const t = facts.flatMap(({ theorem }) => conjuncts(theorem)).find((u) => says(f)(u.conclusion));
  return t === undefined || write(t.conclusion) === write(f) ? (t ?? null) : flipped(t);
}

function follows(f: Formula, { ctx: known, patience }: State): Theorem | null {
  const ctx = { ...known, deadline: within(patience) };
  return (f.kind === 'equal' ? proveEqual(f.left, f.right, ctx) : null) ?? proveFormula(f, ctx);
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
function spokenIn(text: string, line: number, state: State): Spoken | null {
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
    withReasons(falsum, why, line, state)
  );
}
