/** Why a line of a told proof follows from those before it, and what contradicts itself. */
import { falsum, less, type Formula } from '../../kernel/formula.ts';
import { free } from '../../kernel/binders.ts';
import { antisymmetry, generalise, type Theorem } from '../../kernel/theorem.ts';
import { within } from '../agenda/effort.ts';
import { proveEqual } from '../equality/equality.ts';
import type { Context, Fact } from '../known/context.ts';
import { withFact, withFacts } from '../known/facts.ts';
import { proveFormula } from '../search.ts';
import { ProofError } from './proof-error.ts';
import type { Told } from './told.ts';
import { failed, lowered, read, type Spoken, type ToldState as State } from './told-statements.ts';

/** From what is known; or from that and what its reasons state. */
export function shown(
  { text, formula }: Spoken,
  { line, because }: Extract<Told, { kind: 'say' }>,
  state: State,
): Theorem {
  const t =
    state.found.stating(formula, state, true) ??
    follows(formula, state) ??
    bothWays(formula, state) ??
    forAll(formula, state) ??
    withReasons(formula, because, line, state) ??
    state.found.stating(formula, state);
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

function withReasons(
  f: Formula,
  because: readonly string[],
  line: number,
  state: State,
): Theorem | null {
  const facts = because.flatMap((text): Fact[] => {
    const theorem = safely(() => follows(lowered(read(text, state, line), state), state));
    return theorem === null ? [] : [{ theorem, name: text }];
  });
  if (facts.length === 0) return null;
  return withFacts(state.ctx, facts, (ctx) => follows(f, { ...state, ctx }));
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

/** From what is known; or by the contrary of what was supposed last. */
export function contradicted(state: State): Theorem | null {
  const bounded = (): Context => ({ ...state.ctx, deadline: within(state.patience) });
  const direct = proveFormula(falsum, bounded());
  const f = state.supposed;
  if (direct || f?.kind !== 'less') return direct;
  const contrary = proveFormula(less(f.right, f.left, !f.strict), bounded());
  return (
    contrary &&
    withFact(state.ctx, { theorem: contrary, name: 'the contrary' }, (ctx) =>
      proveFormula(falsum, { ...ctx, deadline: within(state.patience) }),
    )
  );
}
