/** Decides for each hypothesis whether the claim needs it. */
import type { Claim } from '../language/ast.ts';
import { claimText, definedness } from '../language/index.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { bounded, spent, unitsPerMillisecond } from '../numbers/counted-work.ts';
import type { Rational } from '../numbers/field.ts';
import { outermostWork, prove, type Proved } from '../prover/index.ts';
import { mergeResults, search, type CoveredResult } from '../refuter/index.ts';
import type { Counterexample, Trials } from '../verdict/verdict.ts';
import { hypothesesOf, type Hypothesis, type Variant } from './variants.ts';

export interface NeedsOptions {
  readonly seed: number;
  /** Upper limit on the trials for each variant; 3000 by default. */
  readonly trials?: number;
  /** Milliseconds' worth of work for the search of each variant, a last resort; 4000 by default. */
  readonly time?: number;
  /** Milliseconds' worth of work for the proof of each variant; 1500 by default. */
  readonly proving?: number;
  /** Witnesses tried on each variant first. */
  readonly filed?: readonly Assignment<Rational>[];
  readonly signal?: AbortSignal;
  /** Milliseconds' worth of work after which no further hypothesis is tried. */
  readonly within?: number;
  /** True once the time that a user gave is over: what is not decided by then is left out. */
  readonly late?: () => boolean;
  readonly onProgress?: (p: {
    readonly hypothesis: string;
    readonly done: number;
    readonly of: number;
  }) => void;
}

/** What became of the claim with one hypothesis dropped or weakened. */
export interface NeedsStep {
  /** What stands in place of the hypothesis; null where it is dropped. */
  readonly instead: string | null;
  /** The claim without it, ready to paste. */
  readonly claim: string;
  readonly verdict: 'proved' | 'refuted' | 'undecided';
  readonly counterexample: Counterexample | null;
  readonly proof: Proved | null;
  readonly trials: Trials;
  /** For `undecided`: the number of trials that it survived, or why the search gave up. */
  readonly reason: string | null;
}

export interface NeedsRow {
  readonly hypothesis: string;
  readonly kind: 'attribute' | 'stated';
  /**
   * `needed`: without it the claim is refuted. `not needed`: the claim is proved without it.
   * `implied`: the claim is not defined without it, so that dropping it changes nothing.
   * `undecided`: neither proved nor refuted without it.
   */
  readonly verdict: 'needed' | 'not needed' | 'implied' | 'undecided';
  /** The witness against the claim without the hypothesis. */
  readonly counterexample: Counterexample | null;
  /**
   * A stronger theorem, proved: the claim with the weakest form of the hypothesis that was proved
   * to be enough.
   */
  readonly stronger: string | null;
  readonly steps: readonly NeedsStep[];
}

export interface NeedsReport {
  readonly claim: string;
  readonly rows: readonly NeedsRow[];
  /**
   * The stronger theorem with every hypothesis dropped that can be dropped at once; null where
   * there is none.
   */
  readonly strongest: string | null;
  /** Hypotheses that were left out, since there was no time or work left for them. */
  readonly untried: readonly string[];
  readonly seconds: number;
}

/** Trials before the prover, and its milliseconds' worth of work: a glance, then a look. */
const looks = [
  { trials: 60, proving: 150 },
  { trials: 400, proving: Infinity },
];

const hunt = async (
  claim: Claim,
  options: NeedsOptions,
  from: number,
  to: number,
): Promise<CoveredResult> =>
  search(claim, {
    time: options.time ?? 4000,
    seed: options.seed,
    from,
    to,
    ...(options.filed === undefined ? {} : { filed: options.filed }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...lateOf(options),
  });

const lateOf = ({ late }: NeedsOptions): { late?: () => boolean } =>
  late === undefined ? {} : { late };

const proved = (claim: Claim, time: number, options: NeedsOptions): Proved | null =>
  bounded({ work: outermostWork(time), ...lateOf(options) }, () => prove(claim, { time }), null);

/**
 * Search and prover in turn, each briefly and then for longer: the cheapest answer comes first.
 */
const tryVariant = async (
  { claim, text, instead }: Variant,
  options: NeedsOptions,
): Promise<NeedsStep> => {
  const trials = options.trials ?? 3000;
  const proving = options.proving ?? 1500;
  const step = (found: CoveredResult, proof: Proved | null): NeedsStep => ({
    instead,
    claim: text,
    proof,
    verdict: proof !== null ? 'proved' : found.verdict === 'refuted' ? 'refuted' : 'undecided',
    counterexample: found.counterexample,
    trials: found.trials,
    reason:
      proof !== null || found.verdict === 'refuted'
        ? null
        : (found.reason ?? `survived ${found.trials.met} trials`),
  });
  const parts: CoveredResult[] = [];
  for (const look of looks) {
    const part = await hunt(claim, options, parts.at(-1)?.next ?? 0, Math.min(look.trials, trials));
    parts.push(part);
    const found = mergeResults(parts);
    if (found.verdict === 'refuted') return step(found, null);
    const proof = proved(claim, Math.min(look.proving, proving), options);
    if (proof !== null || trials <= look.trials) return step(found, proof);
  }
  parts.push(await hunt(claim, options, parts.at(-1)?.next ?? 0, trials));
  return step(mergeResults(parts), null);
};

/** Is the hypothesis what the claim's expressions need in order to be defined anyway? */
const implied = (dropped: Variant, hypothesis: Hypothesis): boolean =>
  definedness(dropped.claim).some(
    (c) => c.text === hypothesis.text || c.text === hypothesis.text.replace(' is ', ' '),
  );

const rowOf = async (hypothesis: Hypothesis, options: NeedsOptions): Promise<NeedsRow> => {
  const { text, kind, variants } = hypothesis;
  const steps: NeedsStep[] = [];
  let stronger: string | null = null;
  for (const v of variants) {
    if (options.signal?.aborted === true || options.late?.() === true) break;
    const step = await tryVariant(v, options);
    steps.push(step);
    if (step.verdict !== 'proved') continue;
    stronger = step.claim;
    break;
  }
  const [dropped] = steps;
  const vacuous =
    variants[0] !== undefined && implied(variants[0], hypothesis) && dropped?.verdict !== 'refuted';
  const verdict = vacuous
    ? 'implied'
    : dropped?.verdict === 'refuted'
      ? 'needed'
      : dropped?.verdict === 'proved'
        ? 'not needed'
        : 'undecided';
  return {
    hypothesis: text,
    kind,
    verdict,
    counterexample: dropped?.counterexample ?? null,
    stronger,
    steps,
  };
};

/**
 * Drops the hypotheses that are not needed, one after the other, as long as the claim is still
 * proved.
 */
const strongestOf = (
  claim: Claim,
  rows: readonly NeedsRow[],
  options: NeedsOptions,
): string | null => {
  const spare = new Set(
    rows
      .filter((r) => r.verdict === 'not needed' || r.verdict === 'implied')
      .map((r) => r.hypothesis),
  );
  let best: Claim = claim;
  let found = false;
  for (const name of spare) {
    const v = hypothesesOf(best).find((h) => h.text === name)?.variants[0];
    if (v === undefined || proved(v.claim, options.proving ?? 1500, options) === null) continue;
    best = v.claim;
    found = true;
  }
  return found ? claimText(best) : null;
};

/**
 * Which hypotheses a claim needs: each is dropped, and weakened as far as its kind allows (pd to
 * psd to symmetric, invertible to onto or one-to-one), and the claim without it is searched for a
 * counterexample and put to the prover.
 * Trials are counted, not timed, so that the same seed gives the same report.
 */
export const needs = async (claim: Claim, options: NeedsOptions): Promise<NeedsReport> => {
  const start = performance.now();
  const hypotheses = hypothesesOf(claim);
  const end = spent() + (options.within ?? Number.POSITIVE_INFINITY) * unitsPerMillisecond;
  const isOver = (): boolean =>
    options.signal?.aborted === true || options.late?.() === true || spent() > end;
  const rows: NeedsRow[] = [];
  for (const [i, h] of hypotheses.entries()) {
    if (isOver()) break;
    options.onProgress?.({ hypothesis: h.text, done: i, of: hypotheses.length });
    const row = await rowOf(h, options);
    // what the end of the time left open says nothing
    if (row.verdict !== 'undecided' || options.late?.() !== true) rows.push(row);
  }
  return {
    claim: claimText(claim),
    rows,
    strongest: strongestOf(claim, rows, options),
    untried: hypotheses.slice(rows.length).map(({ text }) => text),
    seconds: (performance.now() - start) / 1000,
  };
};
