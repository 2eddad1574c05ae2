/** Examines claims in worker threads, within limits of time and memory. */
import type { NeedsReport } from '../necessity/index.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { runAbreast, runsAbreast } from './abreast.ts';
import { endedEarly } from './ended-early.ts';
import { ExaminingThread, runJob, type RunningJob } from './examining-thread.ts';
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

/** `abreast`: whether prover and search of a claim have a thread each. */
export function startExaminer({ abreast = false } = {}): Examiner {
  const thread = new ExaminingThread();
  const second = new ExaminingThread();
  let stopped = false;
  let stopProver = (): void => undefined;
  // Start at once: the thread comes up while the command reads its input.
  thread.start();
  const answerTo = async (text: string, run: () => RunningJob): Promise<Answer> => {
    if (!stopped) return run().answer;
    const verdict = await endedEarly(text, interrupted, { phase: '', run: 0, met: 0 }, 0);
    return { kind: 'examined', examined: { verdict, explanation: null } };
  };
  return {
    get stopped() {
      return stopped;
    },
    stop() {
      stopped = true;
      stopProver();
      thread.listener?.stop();
    },
    close: async () => void (await Promise.all([thread.discard(), second.discard()])),
    async examine(task, onProgress) {
      const limits = claimLimits(task);
      // in a file of its own: the engine for browsers has it too
      const { isQuestion } = await import('../answers/is-question.ts');
      const answer = await answerTo(task.text, () => {
        if (!abreast || !runsAbreast(task) || isQuestion(task.text))
          return runJob(thread, { kind: 'examine', task }, limits, { onProgress });
        const pair = { searcher: thread, prover: second };
        const running = runAbreast(pair, task, limits, onProgress);
        ({ stopProver } = running);
        return running;
      });
      return wanted(answer, 'examined').examined;
    },
    async needs(task, onProgress) {
      const job = { kind: 'needs', task } as const;
      const run = (): RunningJob => runJob(thread, job, tableLimits(task), { onProgress });
      return tableIn(await answerTo(task.text, run));
    },
  };
}
