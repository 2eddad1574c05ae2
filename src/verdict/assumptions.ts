/**
 * What a verdict rests on: the hypotheses of the claim, and the conditions of definedness that they
 * do not imply.
 */
import {
  ClaimError,
  complete,
  definedness,
  formulaText,
  type Claim,
  type Condition,
} from '../language/index.ts';
import { bounded, unitsPerMillisecond } from '../numbers/counted-work.ts';
import type { ProofResult } from './verdict.ts';

const attributesOf = (claim: Claim): string[] =>
  claim.declarations.flatMap((d) => d.attributes.map((a) => `${d.name} ${a}`));

/** Every hypothesis and what the claim needs to be defined, in its words. */
export const everythingAssumed = (
  claim: Claim,
  conditions: readonly Condition[] = definedness(claim),
): string[] => [
  ...new Set([
    ...attributesOf(claim),
    ...claim.hypotheses.map(formulaText),
    ...conditions.map((c) => c.text),
  ]),
];

/** Runs a part to its end, or throws where it takes too long for the thread that it is in. */
export type Run = <R>(part: () => R) => R;
/** As `Run`, with null where it takes too long. */
export type Within = <R>(part: () => R) => R | null;

/** Units of work for all conditions of a claim together. */
const implying = 500 * unitsPerMillisecond;

/**
 * The conditions that the hypotheses do not imply: what closure properties leave, the prover looks
 * at; all where that takes too long.
 */
export async function neededConditions(
  claim: Claim,
  within: Within = (part) => part(),
): Promise<readonly Condition[]> {
  const conditions = definedness(claim);
  if (conditions.every((c) => c.formula === null)) return conditions;
  const { remainingConditions } = await import('../prover/index.ts');
  return (
    within(() =>
      bounded({ work: implying }, () => remainingConditions(claim, conditions), conditions),
    ) ?? conditions
  );
}

/**
 * The hypotheses that the derivation rests on, and all conditions that the hypotheses do not imply,
 * used or not. What implies a condition that the derivation used is a hypothesis that it rests on.
 */
export async function assumedBy(
  claim: Claim,
  proof: ProofResult,
  conditions: readonly Condition[],
  within: Run = (part) => part(),
): Promise<string[]> {
  const written = new Set(complete(claim).conditions.map((c) => c.text));
  const used = proof.assumed.filter((text) => written.has(text));
  const support = used.length === 0 ? [] : await supporting(claim, used, conditions, within);
  return [
    ...new Set([
      ...[...proof.assumed, ...support].filter((text) => !written.has(text)),
      ...conditions.map((c) => c.text),
    ]),
  ];
}

async function supporting(
  claim: Claim,
  used: readonly string[],
  listed: readonly Condition[],
  within: Run,
): Promise<readonly string[]> {
  const { supportOf } = await import('../prover/index.ts');
  return within(() => bounded({ work: implying }, () => supportOf(claim, used, listed), []));
}

/**
 * Under --strict a claim states all that it needs; what the types grant cannot be stated and is
 * exempt.
 */
export async function refuseConditions(claim: Claim): Promise<void> {
  const missing = (await neededConditions(claim)).find((c) => c.formula !== null);
  if (missing)
    throw new ClaimError(
      `the claim needs "${missing.text}" to be defined and does not state it`,
      missing.span,
      `add the hypothesis, or leave out --strict`,
    );
}
