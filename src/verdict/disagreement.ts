/** One judge and its answer about the claim, in a line. */
export interface Judgement {
  readonly judge: 'kernel' | 'exact judge' | 'search' | 'computer algebra';
  readonly says: string;
}

/**
 * Two judges contradict each other about one claim: a defect of elenchus, never a verdict. The run
 * stops with exit 4; nothing is voted on.
 */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
  /** Normalised text of the claim. */
  readonly claim: string;
  readonly judgements: readonly Judgement[];
  /** Whatever replays it: the seed, the point, the derivation. */
  readonly evidence: string | null;
  constructor(claim: string, judgements: readonly Judgement[], evidence: string | null = null) {
    super(judgements.map((j) => `${j.judge}: ${j.says}`).join('; '));
    this.claim = claim;
    this.judgements = judgements;
    this.evidence = evidence;
  }
}
