/**
 * A claim in, an earned verdict out: attacked briefly, then proved, then attacked for the rest of
 * the time.
 */
import { ClaimError, type Claim } from '../language/index.ts';
import { bounded } from '../numbers/counted-work.ts';
import { everythingAssumed, neededConditions, refuseConditions } from './assumptions.ts';
import type { Begun, ExamineOptions } from './options.ts';
import type { Verdict } from './verdict.ts';
import {
  blank,
  illTyped,
  isRefuted,
  isVerdict,
  lateOf,
  readClaim,
  searchVerdict,
  startWalk,
  workOn,
  type Walk,
} from './walk.ts';

export type { Begun, ExamineOptions, ExamineProgress } from './options.ts';

/** The number of points at which a thorough search attacks a proved claim. */
const thorough = { trials: 200, time: 800, climbing: false };
/**
 * This share of the time, but at most 300 milliseconds' worth of work, goes to the search before
 * the prover takes long: what is false shows it mostly by then.
 */
const early = { share: 0.1, most: 300 };
/** At least this share of the time goes to the search afterwards, whatever the prover took. */
const searchShare = 0.25;
/**
 * By the clock, the prover ends after this share of a user's time, so that the search has its own
 * on a slow machine.
 */
const proverShare = 0.6;
/** Milliseconds' worth of work for filed counterexamples, which may be costly to look at. */
const filedTime = 3000;
/** Milliseconds' worth of work for the prover where the answer is to come at once. */
const glanceTime = 100;

/**
 * A claim in, an earned verdict out. Throws `Disagreement` where two judges contradict each other.
 */
export async function examine(input: Claim | string, options: ExamineOptions): Promise<Verdict> {
  const began = performance.now();
  const claim = readClaim(input, began);
  if (isVerdict(claim)) return claim;
  const refused = await refusedFor(claim, options, began);
  if (refused !== null) return refused;
  const walk = startWalk(claim, options, began);
  const verdict = isRefuted(walk) ? await searchVerdict(walk) : await judged(walk);
  if (options.thorough) {
    const { secondOpinion } = await import('../opinions/second-opinion.ts');
    await secondOpinion(walk.claim, verdict);
  }
  return verdict;
}

/**
 * Where a claim states all that it needs only if asked to: what is wrong with one that does not.
 */
async function refusedFor(
  claim: Claim,
  { strict = false }: ExamineOptions,
  began: number,
): Promise<Verdict | null> {
  try {
    if (strict) await refuseConditions(claim);
    return null;
  } catch (error) {
    if (error instanceof ClaimError) return illTyped(claim.source, error, began);
    throw error;
  }
}

/** Nothing was accepted, and nothing is wrong. */
const unsettled = { proof: null, failure: null };

/** Nobody expects a proof, and none was given. */
const isLooking = ({ proof, patience }: ExamineOptions): boolean =>
  proof === undefined && patience === undefined;

/** The prover's verdict, with what the kernel accepts cross-examined; or why there is none. */
async function look(
  walk: Walk,
  given: ExamineOptions,
): Promise<{ readonly verdict: Verdict | null; readonly failure: string | null }> {
  const { claim, options, search } = walk;
  const { derive, proverWork } = await import('./derive.ts');
  const { accepted } = await import('./accept.ts');
  const { trials, verdict } = search.result(false);
  options.onProgress?.({
    phase: options.proof === undefined ? 'looking for a proof' : 'checking the proof',
    trials,
    survives: verdict === 'survived',
  });
  const { proof, failure } = bounded(
    { work: proverWork(given), ...lateOf(options, isLooking(options) ? proverShare : 1) },
    () => derive(claim, given),
    unsettled,
  );
  if (proof && options.thorough) await search.pursue({ ...thorough, ...lateOf(options) });
  return { verdict: proof && (await accepted(walk, proof)), failure };
}

const briefly = (options: ExamineOptions): ExamineOptions => ({ ...options, patience: glanceTime });

/** What shows soon: a short proof, a counterexample, or hypotheses that contradict each other. */
async function shownSoon(walk: Walk): Promise<Verdict | null> {
  const { options, search } = walk;
  if (options.begun === undefined) {
    const { verdict } = await look(walk, briefly(options));
    if (verdict !== null) return verdict;
  }
  const time = Math.min(early.most, options.time * 1000 * early.share);
  await search.pursue({ time, ...lateOf(options) });
  if (isRefuted(walk)) return searchVerdict(walk);
  const { contradiction } = await import('./accept.ts');
  // said at once: nothing else can come of such a claim
  return contradiction(walk, 'soon');
}

const standing = ({ search }: Walk): Begun => {
  const { next, counts } = search.result();
  return { next, counts };
};

/**
 * The kernel's verdict, cross-examined; or that of the search, which continues for the rest of the
 * time.
 */
async function judged(walk: Walk): Promise<Verdict> {
  const { options, search } = walk;
  const time = options.time * 1000;
  const aside = options.doubted ? await revisitFiled(walk) : 0;
  if (isRefuted(walk)) return searchVerdict(walk);
  const soon = isLooking(options) ? await shownSoon(walk) : null;
  if (soon !== null) return soon;
  const { verdict: proved, failure } = await look(walk, options);
  if (proved !== null) return proved;
  const left = Math.max(time - workOn(walk) + aside, time * searchShare);
  if (!options.doubted) await revisitFiled(walk);
  await search.pursue({ time: left, ...lateOf(options) });
  const verdict = await searchVerdict(walk, failure);
  options.onEnd?.(standing(walk));
  if (verdict.verdict !== 'gave-up') return verdict;
  const { contradiction } = await import('./accept.ts');
  return (await contradiction(walk, 'late')) ?? verdict;
}

/**
 * Tries filed counterexamples of this and other claims; answers the milliseconds' worth of work
 * that it took, which does not count as the user's time. Many records are read for it: only where a
 * counterexample is likely, or nothing else settled the claim.
 */
async function revisitFiled(walk: Walk): Promise<number> {
  const { options, search } = walk;
  if (options.filed === undefined) return 0;
  const before = workOn(walk);
  await search.revisit(await options.filed(), { time: filedTime, ...lateOf(options) });
  return workOn(walk) - before;
}

/**
 * What `examine` answers where it answers at once, by the same steps; else null. `within` runs each
 * part, and throws where it takes too long for the thread that it is in.
 */
export async function glance(
  text: string,
  options: ExamineOptions,
  within: <R>(part: () => R) => R,
): Promise<Verdict | null> {
  const began = performance.now();
  const claim = within(() => readClaim(text, began));
  if (isVerdict(claim)) return claim;
  // what the claim needs is looked for by the prover: that is not done at a glance
  if (options.strict) return null;
  const walk = within(() => startWalk(claim, options, began));
  if (isRefuted(walk)) return searchVerdict(walk, null, within);
  if (walk.search.result(false).counts.admitted === 0) return null;
  const { derive, proverWork } = await import('./derive.ts');
  const { accepted } = await import('./accept.ts');
  const brief = briefly(options);
  const { proof } = within(() =>
    bounded({ work: proverWork(brief) }, () => derive(claim, brief), unsettled),
  );
  return proof && accepted(walk, proof, within);
}

/**
 * The kernel's verdict alone, cross-examined: `proved`, or `gave-up` with what is wrong with the
 * derivation that was given.
 */
export async function proveClaim(
  claim: Claim,
  given: Omit<ExamineOptions, 'time'>,
): Promise<Verdict> {
  const began = performance.now();
  const options = { ...given, time: 0 };
  const { derive } = await import('./derive.ts');
  const { accepted } = await import('./accept.ts');
  const { proof, failure } = derive(claim, options);
  const proved = proof && (await accepted(startWalk(claim, options, began), proof));
  return (
    proved ?? {
      ...blank(claim, began),
      verdict: 'gave-up',
      assumed: everythingAssumed(claim, await neededConditions(claim)),
      message: failure,
    }
  );
}
