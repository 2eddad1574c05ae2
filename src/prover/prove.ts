/** From a claim to a theorem of the kernel, with what it assumed in the words of the claim. */
import type { Claim, Condition, Declaration } from '../language/ast.ts';
import { complete, formulaText } from '../language/index.ts';
import { unfoldedIn } from '../kernel/means.ts';
import { assume, restate, Theorem } from '../kernel/theorem.ts';
import { KernelError } from '../kernel/seal.ts';
import { write, type Formula } from '../kernel/formula.ts';
import type { ProofResult } from '../verdict/verdict.ts';
import { variable } from '../kernel/graph.ts';
import type { Context, Fact } from './known/context.ts';
import { termsOf } from './graphs/formula-terms.ts';
import { withFacts } from './known/facts.ts';
import { freshContext } from './fresh-context.ts';
import type { Strategy } from './known/strategy.ts';
import { coordinatesOf, wholesOf } from './lowering/coordinates.ts';
import { lowerFormula } from './lowering/lower-formula.ts';
import { declaredFormulas } from './lowering/declared-formulas.ts';
import { describing, layersOf } from './lowering/layers.ts';
import { narration } from './derived/narration.ts';
import { meanFacts, type MeanFact } from './lowering/mean-facts.ts';
import { isTriangular, triangularFacts } from './lowering/triangular.ts';
import { NotLowerable, scopeOf, type Scope } from './lowering/scope.ts';
import { pseudoInverseFacts } from './matrices/pseudo-inverses.ts';
import { proveFormula } from './search.ts';
import { within } from './agenda/effort.ts';

interface Lowered {
  readonly scope: Scope;
  readonly hypotheses: readonly Hypothesis[];
  readonly conclusion: Formula;
  /** What the lowering rests on: the hypotheses must imply it. */
  readonly demands: readonly Formula[];
}

interface Hypothesis {
  readonly formula: Formula;
  readonly text: string;
  readonly stated: boolean;
  readonly axiom?: string;
  /** Known from the start, though it rests on an axiom. */
  readonly granted?: boolean;
  /** What it is of the completed claim, where it is a condition. */
  readonly condition?: Condition | null;
}

/**
 * A claim in the kernel's terms: what may be assumed, each in the words of the claim, and the goal.
 * They have means at their values; what is `said` has means as means.
 */
export interface Goal extends Lowered {
  readonly said: Lowered;
  /** What the kernel knows of the means that the claim mentions. */
  readonly means: readonly MeanFact[];
}

const attributeTexts = (
  d: Declaration,
  scope: Scope,
): { formula: Formula; text: string; stated: boolean }[] =>
  declaredFormulas(
    { ...d, attributes: d.attributes.filter((a) => !isTriangular(a)) },
    scope.layers,
  ).map(({ attribute, formula }) => ({
    formula,
    text: `${d.name} ${attribute}`,
    stated: true,
  }));

type Completed = ReturnType<typeof complete>;

/** A completed claim in the kernel's terms; `folds`: with means as means, not at their values. */
function lowered({ claim, hypotheses }: Completed, folds: boolean): Lowered {
  const scope = scopeOf(
    claim,
    layersOf(
      [...claim.declarations, ...claim.random.map((r) => r.declaration)],
      [claim.hypotheses, claim.conclusion],
    ),
    folds,
  );
  const declared = claim.declarations.flatMap((d) => attributeTexts(d, scope));
  const said = hypotheses.map((h) => ({
    formula: lowerFormula(h.formula, scope),
    text: h.condition?.text ?? formulaText(h.formula),
    stated: h.condition === null,
    condition: h.condition,
  }));
  const conclusion = lowerFormula(claim.conclusion, scope);
  const stated = [...declared, ...said.filter((h) => h.stated)];
  const texts = new Set(stated.map((h) => write(h.formula)));
  const needed = said.filter((h) => !h.stated && !texts.has(write(h.formula)));
  const sequences = [...scope.sequences.values()].flatMap((s) =>
    describing(s).map((formula) => ({ formula, text: '', stated: true })),
  );
  return {
    scope,
    hypotheses: [
      ...stated,
      ...needed,
      ...sequences,
      ...coordinatesOf(claim, scope),
      ...wholesOf(claim),
      ...claim.declarations.flatMap(triangularFacts),
    ],
    conclusion,
    demands: scope.conditions.map((c) => c.formula),
  };
}

/** Throws `NotLowerable` where the kernel has no rules for something in the claim. */
export function goalOf(given: Claim): Goal {
  const completed = complete(given);
  const { claim } = completed;
  const goal = lowered(completed, false);
  const said = claim.random.length > 0 ? lowered(completed, true) : goal;
  const scalars = claim.declarations
    .filter((d) => d.type.kind === 'tensor' && d.type.shape.length === 0 && !d.family)
    .map((d) => variable(d.name, []));
  const means = meanFacts(goal.scope.means, scalars);
  if (said === goal) return { ...goal, said, means };
  const texts = new Set<string>();
  const hypotheses = said.hypotheses.flatMap((h) => {
    const formula = unfoldedIn(h.formula);
    const isNew = !texts.has(write(formula));
    texts.add(write(formula));
    return isNew ? [{ ...h, formula }] : [];
  });
  return { ...goal, hypotheses, conclusion: unfoldedIn(said.conclusion), said, means };
}

export interface Proved extends ProofResult {
  /** Of the claim with its means at their values. */
  readonly theorem: Theorem;
}

/**
 * Holds a theorem against the claim it is to prove: the very conclusion, from the claim's own
 * hypotheses alone.
 */
export function account(goal: Goal, theorem: Theorem): Proved {
  Theorem.demand(theorem);
  if (write(theorem.conclusion) !== write(goal.conclusion))
    throw new KernelError('the derivation ends in another statement');
  const known = new Map(goal.hypotheses.map((h) => [write(h.formula), h]));
  if (theorem.hypotheses.some((h) => !known.has(write(h))))
    throw new KernelError('the derivation rests on something that the claim does not say');
  const used = new Set(theorem.hypotheses.map(write));
  const assumed = goal.hypotheses.filter((h) => used.has(write(h.formula)));
  const derivation = narration(theorem);
  // a claim is proved as it is written
  asSaid(goal, theorem);
  return {
    theorem,
    steps: Math.max(1, derivation.length),
    assumed: [...new Set(assumed.map((h) => h.text))].filter((t) => t !== ''),
    axioms: [...new Set([...theorem.axioms, ...assumed.flatMap((h) => h.axiom ?? [])])],
    derivation,
  };
}

/** What a document states: the claim as it is written, and the theorem that proves it. */
export const written = (
  goal: Goal,
  theorem: Theorem,
): {
  readonly theorem: Theorem;
  readonly hypotheses: readonly { readonly text: string; readonly formula: Formula }[];
  readonly conclusion: Formula;
} => ({
  theorem: asSaid(goal, theorem),
  hypotheses: goal.said.hypotheses,
  conclusion: goal.said.conclusion,
});

/** The theorem of the claim as it is written: its means are means. */
function asSaid({ said, scope }: Goal, theorem: Theorem): Theorem {
  if (said.scope === scope) return theorem;
  return restate(
    theorem,
    said.hypotheses.map((h) => h.formula),
    said.conclusion,
  );
}

export interface ProveOptions {
  /** Milliseconds after which the search for a proof stops. */
  readonly time?: number;
  /** The strategies that may be tried; all of the registry by default. */
  readonly strategies?: readonly Strategy[] | undefined;
}

/**
 * Looks for a proof by itself; null where it finds none or the kernel has no rules for the claim.
 */
export function prove(claim: Claim, options: ProveOptions = {}): Proved | null {
  try {
    const goal = goalOf(claim);
    return proveGoal(goal, freshContext(within(options.time ?? 500), options.strategies));
  } catch (error) {
    if (error instanceof NotLowerable || error instanceof KernelError) return null;
    throw error;
  }
}

/** Do the hypotheses imply all that the lowering rests on? */
export const meetsDemands = ({ demands }: Goal, ctx: Context): boolean =>
  demands.every((f) => proveFormula(f, ctx) !== null);

export function proveGoal(goal: Goal, ctx: Context): Proved | null {
  const terms = [
    ...goal.hypotheses.filter((h) => h.axiom === undefined).map((h) => h.formula),
    goal.conclusion,
  ].flatMap(termsOf);
  const known = goal.hypotheses.filter((h) => h.axiom === undefined || h.granted === true);
  const facts = [
    ...known.map((h): Fact => ({ theorem: assume(h.formula), name: h.text })),
    ...pseudoInverseFacts(terms),
  ];
  const theorem = withFacts({ ...ctx, means: goal.means }, facts, (c) =>
    meetsDemands(goal, c) ? proveFormula(goal.conclusion, c) : null,
  );
  return theorem && account(goal, theorem);
}
