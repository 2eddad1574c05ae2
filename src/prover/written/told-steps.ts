/** Why a line of a told proof follows from those before it, and what contradicts itself. */
import { falsum, less, type Formula } from '../../kernel/formula.ts';
import { free } from '../../kernel/binders.ts';
import { antisymmetry, generalise, type Theorem } from '../../kernel/theorem.ts';
import { within } from '../agenda/effort.ts';
import { proveEqual } from '../equality/equality.ts';
import type { Fact } from '../known/context.ts';
import { withFacts } from '../known/facts.ts';
import { proveFormula } from '../search.ts';
import { ProofError } from './proof-error.ts';
import type { Told } from './told.ts';
import { byNamedFact, knownInstances, says } from './told-instances.ts';
import type { Because } from './told-reasons.ts';
import { failed, lowered, read, type Spoken, type ToldState as State } from './told-statements.ts';

/** From what is known; or from that and what its reasons state. */
export function shown(
  { text, formula }: Spoken,
  { line, because }: Extract<Told, { kind: 'say' }>,
  state: State,
): Theorem {
  const t =
    follows(formula, state) ??
    bothWays(formula, state) ??
    forAll(formula, state) ??
    withReasons(formula, because, line, state);
  if (t) return t;
  throw failed(line, `this does not follow from what stands above: ${text}`);
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
  because: readonly Because[],
  line: number,
  state: State,
): Theorem | null {
  const reasons = because.flatMap((one) => reasonOf(one, f, line, state));
  const facts = [...reasons, ...knownInstances(state)];
  if (facts.length === 0) return null;
  return withFacts(state.ctx, facts, (ctx) => follows(f, { ...state, ctx }));
}

function reasonOf({ fact, statement }: Because, f: Formula, line: number, state: State): Fact[] {
  const said = statement === null ? f : safely(() => lowered(read(statement, state, line), state));
  if (said === null) return [];
  const theorem =
    (fact === null ? null : byNamedFact(fact, said, says(said), state)) ??
    (statement === null ? null : follows(said, state));
  return theorem === null ? [] : [{ theorem, name: statement ?? fact ?? '' }];
}

/** A reason that is not a statement of the claim language states nothing here. */
function safely<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProofError) return null;
    throw error;
  }
}

/** From what is known and what its reasons state; or by the contrary of what was supposed last. */
export function contradicted(
  { because, line }: Extract<Told, { kind: 'contradiction' }>,
  state: State,
): Theorem | null {
  const from = (facts: readonly Fact[]): Theorem | null =>
    withFacts(state.ctx, facts, (ctx) =>
      proveFormula(falsum, { ...ctx, deadline: within(state.patience) }),
    );
  const direct = from([]);
  if (direct) return direct;
  const f = state.supposed;
  const contrary = f?.kind === 'less' ? follows(less(f.right, f.left, !f.strict), state) : null;
  return (
    (contrary && from([{ theorem: contrary, name: 'the contrary' }])) ??
    withReasons(falsum, because, line, state)
  );
}
