/** Limits of time and memory for one job, and the messages when they are exceeded. */
import { Disagreement } from '../verdict/disagreement.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { Defect } from './defect.ts';
import type { JobLimits } from './job-watch.ts';
import type { NeedsReport } from '../necessity/index.ts';
import type { Answer, NeedsTask, Progress, Task } from './task.ts';

/** Megabytes that a thread may take for its objects. */
export const megabytes = 1500;
export const tooLarge = `the claim needs more than ${megabytes} MB of memory; split it`;
export const interrupted = 'interrupted before it was settled';

/**
 * Seconds of processor time after which a job ends that nobody gave a time: some thirty times what
 * its counted work takes, so that only work that is not counted meets it, on any machine.
 */
const outermost = { claim: 120, lemma: 60, second: 30, table: 3600 };

export const claimLimits = ({ wall, since, time, lemmas }: Task): JobLimits => ({
  wall,
  since,
  processor:
    outermost.claim + outermost.lemma * lemmas.length + outermost.second * Math.min(time, 1e6),
});

export const tableLimits = ({ wall, since }: NeedsTask): JobLimits => ({
  wall,
  since,
  processor: outermost.table,
});

const doing = ({ phase }: Progress): string => (phase === '' ? '' : ` while ${phase}`);

/** The message about a job that was ended, with what it was doing. */
export const tooLong = ({ wall, processor }: JobLimits, progress: Progress): string =>
  wall !== null
    ? `stopped after ${roundedText(wall)} s${doing(progress)}: the claim is too large, or the ` +
      'machine too busy, to settle it in the time; split it, or give it more with --time'
    : `stopped after ${roundedText(processor)} s of processor time${doing(progress)}: the claim ` +
      'is far too large; split it';

const roundedText = (seconds: number): string => String(Number(seconds.toPrecision(3)));

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
