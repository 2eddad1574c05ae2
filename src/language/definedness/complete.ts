/**
 * The one definedness: a claim with every condition written out and placed. Every judge works on
 * what this returns, and adds, drops or excuses nothing. docs/definedness.md says the same in
 * words.
 */
import type { Claim, Condition, Formula } from '../ast.ts';
import { conjuncts, keyOf } from './condition.ts';
import { declaring, nowhere } from './of-expression.ts';
import { placed, type Placed } from './place.ts';

/** A hypothesis of a completed claim: one that was stated, or a condition. */
export interface CompletedHypothesis {
  readonly formula: Formula;
  readonly condition: Condition | null;
}

export interface Completed {
  /**
   * The claim that every judge works on: conditions on free variables alone are hypotheses of it.
   */
  readonly claim: Claim;
  /** Its hypotheses in order, each condition before what needs it. */
  readonly hypotheses: readonly CompletedHypothesis[];
  /** The conditions at the front, and what the types grant, each once. */
  readonly conditions: readonly Condition[];
}

const completed = new WeakMap<Claim, Completed>();

const attributeKeys = (claim: Claim): string[] =>
  claim.declarations
    .filter((d) => d.family === null)
    .flatMap(({ name, type, attributes, span }) =>
      attributes.map((attribute) =>
        keyOf({
          kind: 'is',
          subject: {
            kind: 'variable',
            name,
            index: null,
            shape: type.kind === 'tensor' ? type.shape : [],
            span,
          },
          attribute,
          span,
        }),
      ),
    );

/** Conditions that neither the claim nor an earlier condition states. */
const fresh = (conditions: readonly Condition[], seen: Set<string>): Condition[] =>
  conditions.filter(({ formula, text }) => {
    const keys = formula === null ? [text] : conjuncts(formula).map(keyOf);
    if (keys.every((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });

const assembled = (claim: Claim): Completed => {
  const around = declaring(nowhere, claim.declarations);
  const stated: Placed[] = claim.hypotheses.map((h) => placed(h, around));
  const conclusion = placed(claim.conclusion, around);
  const seen = new Set([
    ...attributeKeys(claim),
    ...stated.flatMap(({ formula }) => conjuncts(formula).map(keyOf)),
  ]);
  const conditions: Condition[] = [];
  const hypotheses: CompletedHypothesis[] = [];
  const take = (outer: readonly Condition[]): void => {
    for (const condition of fresh(outer, seen)) {
      conditions.push(condition);
      if (condition.formula) hypotheses.push({ formula: condition.formula, condition });
    }
  };
  for (const { formula, outer } of stated) {
    take(outer);
    hypotheses.push({ formula, condition: null });
  }
  take(conclusion.outer);
  return {
    claim: {
      ...claim,
      hypotheses: hypotheses.map((h) => h.formula),
      conclusion: conclusion.formula,
    },
    hypotheses,
    conditions,
  };
};

/**
 * A claim with every condition of definedness written out and placed; a completed claim is left as
 * it is.
 */
export const complete = (claim: Claim): Completed => {
  const known = completed.get(claim);
  if (known) return known;
  const made = assembled(claim);
  completed.set(claim, made);
  completed.set(made.claim, made);
  return made;
};
