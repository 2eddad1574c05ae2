/**
 * Why a claim is not proved: what the prover tried, why it stopped, and what the claim would follow
 * from.
 */
import { write } from '../kernel/formula.ts';
import { claimText, ClaimError, complete, parseClaim, type Claim } from '../language/index.ts';
import { goalOf, prove } from '../prover/index.ts';
import { gapText } from '../prover/shared-pieces.ts';
import { searchReport, type StopReason, type Tried } from '../prover/search-report.ts';
import { searchSync } from '../refuter/search.ts';

/** A fact or cited theorem at terms of the claim. */
export interface NearFact {
  /** What to write after a line of a proof. */
  readonly reason: string;
  readonly statement: string;
}

/** Why a claim is open: what the prover tried, why it stopped, and what would be enough. */
export interface Why {
  readonly stop: StopReason;
  /** In a sentence. */
  readonly reason: string;
  /** The costliest first. */
  readonly tried: readonly Tried[];
  /** Hypotheses, each of which is enough for a proof; none of them was refuted. */
  readonly wouldFollowFrom: readonly string[];
  /** A proof from facts, to be written under the claim as it is; null where none was found. */
  readonly proof: string | null;
  /** The facts nearest to the claim. */
  readonly facts: readonly NearFact[];
}

export interface WhyOptions {
  /** Milliseconds' worth of work for the prover. */
  readonly time?: number;
  readonly seed?: number;
}

/**
 * How many goals are looked at, how many are shown, and how long each is tried in milliseconds'
 * worth of work.
 */
const looks = { most: 12, shown: 3, time: 200 };

/** The claim's parts around its turnstile. */
function partsOf(claim: Claim): { before: string; after: string } {
  const text = claimText(claim);
  const at = text.indexOf('|-');
  return { before: text.slice(0, at).trim(), after: text.slice(at + 2).trim() };
}

const parsed = (text: string): Claim | null => {
  try {
    return parseClaim(text);
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
};

/** What a formula needs to be defined. */
const conditionsOf = (claim: Claim): readonly string[] =>
  complete(claim).hypotheses.flatMap((h) => h.condition?.text ?? []);

/** The goal is the claim with its sides multiplied out, or is defined at fewer points. */
function isNoStep(claim: Claim, lemma: Claim): boolean {
  const [said, goal] = [goalOf(lemma).conclusion, goalOf(claim).conclusion];
  if (write(said) === write(goal)) return true;
  const gap = gapText(said);
  if (gap !== null && gap === gapText(goal)) return true;
  const granted = new Set(conditionsOf(claim));
  return conditionsOf(lemma).some((c) => !granted.has(c));
}

/**
 * Does the claim follow from the hypothesis, and does a brief attack on the hypothesis find
 * nothing? What follows from a hypothesis that is shown already is not shown.
 */
function isEnough(
  claim: Claim,
  hypothesis: string,
  shown: readonly string[],
  seed: number,
): boolean {
  const { before, after } = partsOf(claim);
  const head = before === '' ? '' : `${before}; `;
  const stronger = parsed(`${head}${hypothesis} |- ${after}`);
  const lemma = parsed(`${before} |- ${hypothesis}`.trim());
  if (!stronger || !lemma || isNoStep(claim, lemma)) return false;
  if (!prove(stronger, { time: looks.time })) return false;
  const again = shown.flatMap((s) => parsed(`${head}${s} |- ${hypothesis}`) ?? []);
  if (again.some((c) => prove(c, { time: looks.time }))) return false;
  return searchSync(lemma, { time: looks.time, trials: 40, seed }).verdict !== 'refuted';
}

/** Looks for a proof once more, and says what was missing; facts near the claim are not looked for. */
export function whyOpen(claim: Claim, { time = 1500, seed = 1 }: WhyOptions = {}): Why {
  const { stop, reason, tried, open } = searchReport(claim, { time });
  const enough: string[] = [];
  if (stop !== 'proved' && stop !== 'not expressible')
    for (const hypothesis of open.slice(0, looks.most))
      if (enough.length < looks.shown && isEnough(claim, hypothesis, enough, seed))
        enough.push(hypothesis);
  return { stop, reason, tried, wouldFollowFrom: enough, proof: null, facts: [] };
}
