/**
 * Why a claim is not proved: what the prover tried, why it stopped, and what the claim would follow
 * from.
 */
import { claimText, ClaimError, parseClaim, type Claim } from '../language/index.ts';
import { prove } from '../prover/index.ts';
import { searchReport, type StopReason, type Tried } from '../prover/search-report.ts';
import { searchSync } from '../refuter/search.ts';

/** Why a claim is open: what the prover tried, why it stopped, and what would be enough. */
export interface Why {
  readonly stop: StopReason;
  /** In a sentence. */
  readonly reason: string;
  /** The costliest first. */
  readonly tried: readonly Tried[];
  /** Hypotheses, each of which is enough for a proof; none of them was refuted. */
  readonly wouldFollowFrom: readonly string[];
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

/**
 * Does the claim follow from the hypothesis, and does a brief attack on the hypothesis find
 * nothing?
 */
function isEnough(claim: Claim, hypothesis: string, seed: number): boolean {
  const { before, after } = partsOf(claim);
  const head = before === '' ? '' : `${before}; `;
  const stronger = parsed(`${head}${hypothesis} |- ${after}`);
  const lemma = parsed(`${before} |- ${hypothesis}`.trim());
  if (!stronger || !lemma || claimText(lemma) === claimText(claim)) return false;
  if (!prove(stronger, { time: looks.time })) return false;
  return searchSync(lemma, { time: looks.time, trials: 40, seed }).verdict !== 'refuted';
}

/** Looks for a proof once more, and says what was missing. */
export function whyNot(claim: Claim, { time = 1500, seed = 1 }: WhyOptions = {}): Why {
  const { stop, reason, tried, open } = searchReport(claim, { time });
  const enough: string[] = [];
  if (stop !== 'proved')
    for (const hypothesis of open.slice(0, looks.most))
      if (enough.length < looks.shown && isEnough(claim, hypothesis, seed)) enough.push(hypothesis);
  return { stop, reason, tried, wouldFollowFrom: enough };
}
