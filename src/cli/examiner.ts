/** Examines claims in a worker thread, within limits of time and memory. */
import type { NeedsReport } from '../necessity/index.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { endedEarly } from './ended-early.ts';
import { ExaminingThread, runJob, type ThreadJob } from './examining-thread.ts';
import type { JobLimits } from './job-watch.ts';
import { claimLimits, interrupted, tableIn, tableLimits, wanted } from './job-limits.ts';
import type { Answer, Examined, NeedsTask, Progress, Task } from './task.ts';

/** Examines claims within bounds of time and memory, and can be stopped. */
export interface Examiner {
  /** Throws `Disagreement` and `Defect`; every other claim gets a verdict. */
  examine(task: Task, onProgress: (progress: Progress) => void): Promise<Examined>;
  /** Which hypotheses are needed; a verdict where the claim is ill-typed or was given up. */
  needs(task: NeedsTask, onProgress: (progress: Progress) => void): Promise<NeedsReport | Verdict>;
  /** Ends the examination of the claim soon, with its results so far. */
  stop(): void;
  readonly stopped: boolean;
  close(): Promise<void>;
}

export function startExaminer(): Examiner {
  const thread = new ExaminingThread();
  let stopped = false;
  // Start at once: the thread comes up while the command reads its input.
  thread.start();
  const answerTo = async (
    job: ThreadJob,
    limits: JobLimits,
    onProgress: (progress: Progress) => void,
  ): Promise<Answer> => {
    if (!stopped) return runJob(thread, job, limits, onProgress);
    const verdict = await endedEarly(job.task.text, interrupted, { phase: '', run: 0, met: 0 }, 0);
    return { kind: 'examined', examined: { verdict, explanation: null } };
  };
  return {
    get stopped() {
      return stopped;
    },
    stop() {
      stopped = true;
      thread.listener?.stop();
    },
    close: () => thread.discard(),
    async examine(task, onProgress) {
      const job = { kind: 'examine', task } as const;
      return wanted(await answerTo(job, claimLimits(task), onProgress), 'examined').examined;
    },
    async needs(task, onProgress) {
      const job = { kind: 'needs', task } as const;
      return tableIn(await answerTo(job, tableLimits(task), onProgress));
    },
  };
}
