import type { Claim } from '../language/ast.ts';
import { formulaText } from '../language/text.ts';
import type { SearchResult } from '../verdict/verdict.ts';
import { prepare, type Prepared } from './prepared.ts';
import { examine, newTally, type RunOptions, type Tally } from './run.ts';

export interface SearchOptions {
  /** Milliseconds after which the search stops where it is. */
  readonly time: number;
  readonly seed: number;
  /** With a number of trials the outcome depends on the seed alone; `time` then only cuts off. */
  readonly trials?: number;
  readonly signal?: AbortSignal;
  /** Called now and then with what was done so far. */
  onProgress?(progress: { readonly run: number; readonly met: number; readonly seconds: number }): void;
}

/** A search's answer with how many points that met the hypotheses fell into each class. */
export interface CoveredResult extends SearchResult {
  readonly coverage: Readonly<Record<string, number>>;
}

const shrinkTime = 300;
const shrinkChecks = 2000;

const optionsOf = (options: SearchOptions, start: number): RunOptions => ({
  seed: options.seed,
  trials: options.trials ?? Number.POSITIVE_INFINITY,
  late: () => options.signal?.aborted === true || performance.now() - start > options.time,
  shrinking: () => {
    const began = performance.now();
    // with a fixed number of trials only the count of checks bounds the shrinking, so that it always ends the same
    const limit = options.trials === undefined ? shrinkTime : Math.max(10_000, options.time);
    return { checks: shrinkChecks, late: () => options.signal?.aborted === true || performance.now() - began > limit };
  },
});

/** The hypothesis that failed most often, in the words of the claim. */
const hardest = (goals: readonly Prepared[]): string | null => {
  let worst: { readonly text: string; readonly times: number } | null = null;
  for (const { goal, failures } of goals) {
    for (const [i, times] of failures.entries()) {
      const h = goal.hypotheses[i];
      if (h !== undefined && times > (worst?.times ?? 0)) worst = { text: formulaText(h), times };
    }
  }
  return worst?.text ?? null;
};

/** Why the search gave up; null where it survived. */
const reasonOf = (tally: Tally, goals: readonly Prepared[]): string | null => {
  const worst = hardest(goals);
  if (tally.met === 0) {
    if (tally.blocked !== null) return `The hypotheses were never met: ${tally.blocked}.`;
    if (tally.uncertified > 0) return `Nothing could be decided exactly: ${tally.why ?? 'a value is irrational'}.`;
    if (tally.run === 0) return 'There was no time for a single trial; give more with --time.';
    if (tally.undefined > 0 && worst === null) return `Of ${tally.run} points drawn the claim was defined at none; state what it needs, as that a matrix is invertible.`;
    return `The hypotheses were never met in ${tally.run} trials${worst === null ? '' : `; the one that failed most often is ${worst}`}. They may contradict each other; check them, or give more time with --time.`;
  }
  if (tally.uncertified > 0 && tally.why?.includes('cannot be confirmed') === true) {
    return `${tally.uncertified} points look like counterexamples, but ${tally.why}; state the hypothesis without irrational functions.`;
  }
  if (tally.met * 50 < tally.run) {
    const cause = worst === null ? 'the claim is seldom defined where it was tried' : `the hypothesis that failed most often is ${worst}`;
    return `The hypotheses were met in only ${tally.met} of ${tally.run} trials: ${cause}. State it as an attribute or as an equation that is linear in one variable, or give more time with --time.`;
  }
  return null;
};

const resultOf = (tally: Tally, goals: readonly Prepared[], start: number): CoveredResult => {
  const reason = tally.found === null ? reasonOf(tally, goals) : null;
  return {
    verdict: tally.found !== null ? 'refuted' : reason === null ? 'survived' : 'gave-up',
    counterexample: tally.found,
    trials: { run: tally.run, met: tally.met },
    reason,
    seconds: (performance.now() - start) / 1000,
    coverage: Object.fromEntries([...tally.coverage].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
};

/** Searches for a counterexample without giving way to anything else; for tests and worker threads. */
export const searchSync = (claim: Claim, options: SearchOptions): CoveredResult => {
  const start = performance.now();
  const tally = newTally();
  const goals = prepare(claim);
  const steps = examine(claim, optionsOf(options, start), tally, goals);
  while (steps.next().done !== true);
  return resultOf(tally, goals, start);
};

/**
 * Searches for a counterexample: tiny points in order, edge cases, random points, climbs; what violates the claim is
 * made small and certified exactly. Gives way every few milliseconds, so that Ctrl-C and a progress line work.
 */
export const search = async (claim: Claim, options: SearchOptions): Promise<CoveredResult> => {
  const start = performance.now();
  const tally = newTally();
  const goals = prepare(claim);
  const steps = examine(claim, optionsOf(options, start), tally, goals);
  let since = start;
  while (steps.next().done !== true) {
    const now = performance.now();
    if (now - since < 20) continue;
    since = now;
    options.onProgress?.({ run: tally.run, met: tally.met, seconds: (now - start) / 1000 });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return resultOf(tally, goals, start);
};
