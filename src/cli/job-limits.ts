/** Limits of time and memory for one claim, and the messages when they are exceeded. */
import { Disagreement } from '../verdict/disagreement.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { Defect } from './defect.ts';
import type { NeedsReport } from '../necessity/index.ts';
import type { Answer, NeedsTask, Task } from './task.ts';

/** Megabytes that a thread may take. */
export const megabytes = 1500;
export const tooLarge = `the claim needs more than ${megabytes} MB of memory; split it`;
export const interrupted = 'interrupted before it was settled';
/** Seconds beyond its own time after which a table of hypotheses, or a hunt, is given up. */
export const grace = 20;
/** Seconds beyond the user's time after which a claim is given up. */
const over = 0.8;

/**
 * Seconds, by a stopwatch, after which a claim is given up that does not end by itself. Without a
 * user's time the counted work ends a claim; then this is there for work that nobody counted.
 */
export const limitOf = ({
  wall,
  time,
  lemmas,
  patience = usualPatience,
  why = false,
}: Task): number =>
  (1 + lemmas.length) * (wall ?? 4 * time + (slowness * patience) / 1000 + 2) +
  (why ? reasons + 2 * time : 0) +
  over;

/** Milliseconds' worth of work of the prover where a task names none. */
const usualPatience = 1500;
/** Counted milliseconds may take some times as long by the clock. */
const slowness = 4;

/** Seconds in which a thread finds out why a claim is open. */
const reasons = 30;

/** Seconds that a thread may take to come up, by the clock. */
export const longestStart = 60;

export const tooLong = (seconds: number): string =>
  `stopped after ${Math.round(seconds)} s: the claim is too large to be settled in the time; ` +
  'split it, or give it more with --time';

/** Seconds after which a table of hypotheses is given up: far beyond the time it was given. */
export const tableLimit = ({ within }: Pick<NeedsTask, 'within'>): number =>
  within === null ? 3600 : within + grace;

/** The table of hypotheses in an answer, or the verdict where there is none. */
export const tableIn = (answer: Answer): NeedsReport | Verdict => {
  if (answer.kind === 'ill-typed') return answer.verdict;
  return answer.kind === 'examined' ? answer.examined.verdict : wanted(answer, 'needs').report;
};

/** The wanted kind of answer. Throws `Disagreement`, and `Defect` for any other kind. */
export function wanted<K extends Answer['kind']>(
  answer: Answer,
  kind: K,
): Extract<Answer, { readonly kind: K }> {
  if (answer.kind === kind) return answer as Extract<Answer, { readonly kind: K }>;
  if (answer.kind === 'disagreement')
    throw new Disagreement(answer.claim, answer.judgements, answer.evidence);
  if (answer.kind === 'defect') throw new Defect(answer.message, answer.stack);
  throw new Defect(`a thread answered '${answer.kind}' to '${kind}'`, '');
}
