/**
 * Why a step of a written derivation follows: its reason, looked up among rules, hypotheses, facts,
 * theorems and lemmas.
 */
import type { Expr } from '../../language/ast.ts';
import type { Reason } from '../../language/index.ts';
import type { Term } from '../../kernel/term.ts';
import type { Formula, FormulaOf } from '../../kernel/formula.ts';
import { KernelError } from '../../kernel/seal.ts';
import { definition, modusPonens, second, type Theorem } from '../../kernel/theorem.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { withCongruence } from '../rewriting/congruence.ts';
import { ringContext, type Context, type Fact } from '../known/context.ts';
import { soon, within } from '../agenda/effort.ts';
import { proveEqual } from '../equality/equality.ts';
import { withFact, withFacts } from '../known/facts.ts';
import { searchOf } from '../known/search-state.ts';
import { freed, isKnown, known } from '../derived/known.ts';
import { LemmaError, useLemma, type AbsentLemmas, type Lemma } from './lemma.ts';
import { lower } from '../lowering/lower.ts';
import { lowerFormula } from '../lowering/lower-formula.ts';
import { missingFor } from './missing-step.ts';
import { normalText } from '../rewriting/normal-text.ts';
import { ProofError } from './proof-error.ts';
import { alongSequences, byInduction, type Each } from '../logic/prove-each.ts';
import { termsWanted } from './terms-wanted.ts';
import { unknownReason } from './unknown-reason.ts';
import type { Scope } from '../lowering/scope.ts';
import { bothSides } from '../order/both-sides.ts';
import { proveFormula } from '../search.ts';
import { unfolded } from '../logic/induction-strategies.ts';
import { answered, begun, safely } from '../known/strategy.ts';

/** Where a step stands: what is known there, under which names. */
export interface State {
  readonly ctx: Context;
  readonly scope: Scope;
  readonly lemmas: ReadonlyMap<string, Lemma>;
  /** Why lemmas that may be cited are not among them. */
  readonly absent: AbsentLemmas;
  /** Names that `have` and the hypotheses carry. */
  readonly named: ReadonlyMap<string, Theorem>;
  /** Milliseconds' worth of work that one step may take. */
  readonly patience: number;
}

export function checkTarget(reason: Reason, index: string): void {
  if (reason.target !== null && reason.target !== index)
    throw new ProofError(`the induction is on ${index} here, not on ${reason.target}`, reason.span);
}

/** A statement for every index, or about a product over layers or a power as far as it goes. */
function byReasonInduction(f: Formula, reason: Reason, ctx: Context): Theorem | null {
  const cases = { base: unfolded, step: unfolded };
  if (f.kind === 'each') checkTarget(reason, f.index);
  const attempt =
    f.kind === 'each' ? byInduction(f as Each, ctx, cases) : alongSequences(f, ctx, cases);
  return answered(attempt, (g, c) => proveFormula(g, c));
}

/**
 * Statements and terms inside a proof: what they need to be defined must be known where they stand.
 */
export function lowered(f: Parameters<typeof lowerFormula>[0], state: State): Formula {
  return lowerFormula(f, { ...state.scope, conditions: [] });
}
export const term = (e: Expr, state: State): Term => lower(e, { ...state.scope, conditions: [] });

const tactics = [
  'cancellation',
  'positivity',
  'squares',
  'kernels',
  'polarisation',
  'differentiation',
  'order',
  'logic',
];

export function justify(f: Formula, reason: Reason, state: State, words: string): Theorem {
  const ctx: Context = { ...state.ctx, deadline: within(state.patience) };
  const { tried } = searchOf(ctx);
  const before = tried.length;
  const t = safely(() => attempt(f, reason, { ...state, ctx }));
  if (t) return t;
  const open = tried.slice(before);
  throw new ProofError(`this step does not follow by ${reason.text}: ${words}`, reason.span, () => [
    ...(f.kind === 'equal' ? normalText(f.left, f.right, ctx) : []),
    ...(tactics.includes(reason.name) || reason.name === 'hypothesis'
      ? missingFor(f, state.ctx, open)
      : []),
  ]);
}

/** A share of the work of a step, so that the next strategies have some left. */
const firstTry = (ctx: Context): Context => ({
  ...ctx,
  deadline: soon(ctx.deadline, firstTryTime),
});
const firstTryTime = 1500;

function attempt(f: Formula, reason: Reason, state: State): Theorem | null {
  const { ctx } = state;
  if (reason.name === 'ring')
    return f.kind === 'equal'
      ? (byEquations(f.left, f.right, ringContext(ctx), undefined, false) ??
          bySameArguments(f, ringContext(ctx)))
      : proveFormula(f, ringContext(ctx));
  if (reason.name === 'hypothesis') return byHypothesis(f, reason, state);
  if (reason.name === 'definition') return byDefinition(f, ctx);
  if (reason.name === 'induction' && !(reason.target === null && state.named.has('induction')))
    return byReasonInduction(f, reason, ctx);
  if (reason.name === 'order' && f.kind === 'equal' && f.left.shape.length === 0) {
    const both = answered(begun(bothSides.prove(f, firstTry(ctx))), (g, c) => proveFormula(g, c));
    if (both) return both;
  }
  if (tactics.includes(reason.name))
    return f.kind === 'equal'
      ? (proveEqual(f.left, f.right, ctx) ?? proveFormula(f, ctx))
      : proveFormula(f, ctx);
  const lemma = state.lemmas.get(reason.name);
  if (lemma) return byLemma(f, lemma, reason, state);
  const named = state.named.get(reason.name);
  if (named)
    return withFact(ringContext(ctx), { theorem: named, name: reason.name }, (c) =>
      proveFormula(f, c),
    );
  const ofFamily = [...state.lemmas].filter(([id]) => id.endsWith(`/${reason.name}`));
  const [own] = ofFamily;
  if (own && ofFamily.length === 1) return byLemma(f, own[1], reason, state);
  const entry = entryOf(reason, state);
  if (entry)
    return withFact(
      ctx,
      entry,
      (c) => (f.kind === 'equal' ? bySameArguments(f, c) : null) ?? proveFormula(f, c),
    );
  const [said, ...more] = state.absent.get(reason.name) ?? [];
  if (said !== undefined) throw new ProofError(said, reason.span, more);
  throw unknownReason(
    reason,
    ['ring', 'hypothesis', 'definition', 'induction on an index', ...tactics],
    [...state.named.keys(), ...state.lemmas.keys()].filter((name) => /^[\w/-]+$/.test(name)),
  );
}

/** A fact's name has several words. */
const calledIn = (reason: Reason): string => (reason.text.split(/\swith\s/)[0] as string).trim();

/**
 * A fact of algebra or a cited theorem at the terms that the reason gives, its hypotheses proved.
 */
export function entryOf(reason: Reason, state: State): Fact | null {
  const name = calledIn(reason);
  if (!isKnown(name)) return null;
  try {
    const theorem = known(
      name,
      reason.with.map(({ expr }) => term(expr, state)),
    );
    return {
      theorem: freed(theorem, (h) =>
        proveFormula(h, { ...state.ctx, deadline: within(state.patience) }),
      ),
      name,
    };
  } catch (error) {
    if (error instanceof KernelError)
      throw new ProofError(
        `"${name}" cannot be used here: ${error.message}`,
        reason.span,
        termsWanted(name),
      );
    throw error;
  }
}

function byHypothesis(f: Formula, reason: Reason, state: State): Theorem | null {
  if (reason.target === null)
    return f.kind === 'equal' ? bySameArguments(f, state.ctx) : proveFormula(f, state.ctx);
  const facts = reason.target.split(/\s*,\s*/).map((name): Fact => {
    const theorem = state.named.get(name);
    if (!theorem)
      throw new ProofError(`no hypothesis is called ${name}`, reason.span, [
        `known are: ${[...state.named.keys()].filter((k) => k !== '').join('; ')}`,
      ]);
    return { theorem, name };
  });
  return withFacts(ringContext(state.ctx), facts, (c) =>
    f.kind === 'equal' ? bySameArguments(f, c) : proveFormula(f, c),
  );
}

/** By the equations that are known, and by those of operations on what they make equal. */
function bySameArguments(f: FormulaOf<'equal'>, ctx: Context): Theorem | null {
  const direct = byEquations(f.left, f.right, ctx);
  if (direct) return direct;
  const more = withCongruence(ctx, f.left, f.right);
  return more === ctx ? null : byEquations(f.left, f.right, more);
}

/** Predicates unfolded, either way. */
function byDefinition(f: Formula, ctx: Context): Theorem | null {
  if (f.kind === 'is') {
    const unfolding = second(definition(f.predicate, f.subject));
    const g = unfolding.conclusion;
    const t = g.kind === 'implies' ? proveFormula(g.left, firstTry(ctx)) : null;
    if (t) return modusPonens(unfolding, t);
  }
  return proveFormula(f, ctx);
}

function byLemma(f: Formula, lemma: Lemma, reason: Reason, state: State): Theorem | null {
  const given = new Map(reason.with.map(({ name, expr }) => [name, term(expr, state)]));
  try {
    const theorem = useLemma(lemma, given, state.scope, (h) => proveFormula(h, state.ctx));
    return withFact(state.ctx, { theorem, name: reason.name }, (c) => proveFormula(f, c));
  } catch (error) {
    if (error instanceof LemmaError)
      throw new ProofError(`${reason.name} cannot be used here: ${error.message}`, reason.span);
    throw error;
  }
}
