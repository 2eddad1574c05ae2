/**
 * One claim on its way to a verdict: read once, and attacked by one search that goes on from where
 * it stopped.
 */
import { ClaimError, claimHash, claimText, parseClaim, type Claim } from '../language/index.ts';
import { spent, unitsPerMillisecond } from '../numbers/counted-work.ts';
import type { CoveredResult } from '../refuter/covered-result.ts';
import { startSearch, type Search } from '../refuter/search.ts';
import { everythingAssumed, neededConditions, type Run } from './assumptions.ts';
import type { ExamineOptions } from './options.ts';
import { placeOf } from './place.ts';
import type { Verdict } from './verdict.ts';

export interface Walk {
  readonly claim: Claim;
  readonly options: ExamineOptions;
  readonly search: Search;
  /** By the clock, for the verdict's seconds. */
  readonly began: number;
  /** Units of work that were done before. */
  readonly workBefore: number;
}

/** The points, and the milliseconds' worth of work, of the search before the prover starts. */
const brief = { trials: 40, time: 60, climbing: false };

/** The outer bound on what is done within this share of a user's time. */
export const lateOf = ({ late }: ExamineOptions, share = 1): { late?: () => boolean } =>
  late === undefined ? {} : { late: () => late(share) };

/** Reads a claim; a verdict where it is ill-typed. */
export function readClaim(input: Claim | string, began: number): Claim | Verdict {
  try {
    return typeof input === 'string' ? parseClaim(input) : input;
  } catch (error) {
    if (error instanceof ClaimError) return illTyped(input as string, error, began);
    throw error;
  }
}

/**
 * Attacks a claim briefly: a false one shows it at once, mostly, and no time goes into proving it.
 */
export function startWalk(claim: Claim, options: ExamineOptions, began: number): Walk {
  const workBefore = spent();
  const { seed, signal, begun, onProgress, observe } = options;
  const search = startSearch(claim, {
    seed,
    widest: false,
    ...(begun === undefined ? {} : { begun }),
    ...(signal === undefined ? {} : { signal }),
    ...(observe === undefined ? {} : { observe }),
    onProgress: ({ run, met, survives }) =>
      onProgress?.({ phase: 'searching', trials: { run, met }, survives }),
  });
  if (begun === undefined) search.advance({ ...brief, ...lateOf(options) });
  return { claim, options, search, began, workBefore };
}

export const isVerdict = <T extends object>(found: T | Verdict): found is Verdict =>
  'verdict' in found;

/** Milliseconds' worth of work that were done on the claim. */
export const workOn = ({ workBefore }: Walk): number =>
  (spent() - workBefore) / unitsPerMillisecond;

/** Has the search an exact counterexample? */
export const isRefuted = ({ search }: Walk): boolean => search.result(false).verdict === 'refuted';

/** The verdict of the search alone; `failure` says why nothing was proved. */
export async function searchVerdict(
  walk: Walk,
  failure: string | null = null,
  within?: Run,
): Promise<Verdict> {
  const { claim, options, search, began } = walk;
  const found = search.result(options.classes !== false || !isRefuted(walk));
  return {
    ...blank(claim, began),
    verdict: found.verdict,
    assumed: everythingAssumed(claim, await neededConditions(claim, within)),
    trials: found.trials,
    counterexample: found.counterexample,
    ...coverageOf(found),
    ...(found.counts.nearest === null ? {} : { nearest: found.counts.nearest }),
    message: [failure, found.reason].filter((m) => m !== null).join('\n') || null,
  };
}

/** Absent where nobody read it. */
export const coverageOf = ({
  coverage,
}: CoveredResult): { coverage?: Readonly<Record<string, number>> } =>
  Object.keys(coverage).length === 0 ? {} : { coverage };

/** A verdict as long as nothing is known: no proof, no trials. */
const nothingYet = (began: number) =>
  ({
    assumed: [],
    axioms: [],
    proof: null,
    trials: { run: 0, met: 0 },
    seconds: (performance.now() - began) / 1000,
    counterexample: null,
  }) as const;

export const blank = (claim: Claim, began: number): Verdict => ({
  verdict: 'survived',
  claim: claimText(claim),
  hash: claimHash(claim),
  ...nothingYet(began),
  message: null,
  ...(claim.notes === undefined ? {} : { notes: claim.notes }),
});

export const illTyped = (
  text: string,
  { message, span, suggestion }: ClaimError,
  began: number,
): Verdict => ({
  verdict: 'ill-typed',
  claim: text,
  hash: null,
  ...nothingYet(began),
  message,
  place: placeOf(text, span),
  suggestion,
});
