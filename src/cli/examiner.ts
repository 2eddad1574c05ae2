/** Examines claims in a worker thread, within limits of time and memory. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { NeedsReport } from '../necessity/index.ts';
import { reasonOf } from '../refuter/reason.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { Defect } from './defect.ts';
import { endedEarly } from './ended-early.ts';
import {
  interrupted,
  limitOf,
  longestStart,
  megabytes,
  tableIn,
  tableLimit,
  tooLarge,
  tooLong,
  wanted,
} from './job-limits.ts';
import { startStopwatch } from './stopwatch.ts';
import type {
  Answer,
  Examined,
  FromExaminer,
  Job,
  NeedsTask,
  Progress,
  Task,
  ToExaminer,
} from './task.ts';

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

/** Milliseconds that a stopped search has to answer by itself. */
const patience = 400;

const workerFile = new URL(`./examiner-worker${extname(import.meta.url)}`, import.meta.url);

/** What the thread may tell the job that is under way. */
interface Listener {
  hear(message: FromExaminer): void;
  fail(error: NodeJS.ErrnoException): void;
  stop(): void;
}

export function startExaminer(): Examiner {
  let worker: Worker | null = null;
  let listener: Listener | null = null;
  let stopped = false;
  const thread = (): Worker => {
    if (worker !== null) return worker;
    const started = new Worker(workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    started.on('message', (message: FromExaminer) => listener?.hear(message));
    started.on('error', (error: NodeJS.ErrnoException) => listener?.fail(error));
    started.on('exit', (code) => {
      if (worker === started)
        listener?.fail(new Error(`the examining thread ended with code ${code}`));
    });
    worker = started;
    return started;
  };
  const discard = async (): Promise<void> => {
    const old = worker;
    worker = null;
    await old?.terminate();
  };
  /** The answer of the thread, or that the job was given up. */
  const run = (
    job: Exclude<Job, { readonly kind: 'unit' }>,
    limit: number,
    onProgress: (progress: Progress) => void,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      let last = startOf(job);
      const timers = [setTimeout(() => giveUp(tooLong(longestStart)), longestStart * 1000)];
      const finish = (): void => {
        for (const timer of timers) clearTimeout(timer);
        listener = null;
      };
      const giveUp = (message: string): void => {
        finish();
        void discard();
        const seconds = (performance.now() - began) / 1000;
        void endedEarly(job.task.text, message, last, seconds).then(
          (verdict) => resolve({ kind: 'examined', examined: { verdict, explanation: null } }),
          reject,
        );
      };
      listener = {
        hear(message) {
          if (message.kind === 'began') {
            clearTimeout(timers[0]);
            const elapsed = startStopwatch();
            const ask = (): void => void (elapsed() > limit && giveUp(tooLong(limit)));
            timers.push(setInterval(ask, 50));
            return;
          }
          if (message.kind === 'progress') {
            last = message.progress;
            onProgress(last);
            return;
          }
          finish();
          resolve(message.answer);
        },
        fail(error) {
          if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return giveUp(tooLarge);
          finish();
          void discard();
          reject(new Defect(error.message, error.stack ?? ''));
        },
        stop() {
          post(thread(), { kind: 'stop' });
          timers.push(
            setTimeout(() => giveUp(interrupted), job.kind === 'needs' ? 5 * patience : patience),
          );
        },
      };
      if (stopped) giveUp(interrupted);
      else post(thread(), { kind: 'job', job });
    });
  // Start at once: the thread comes up while the command reads its input.
  thread();
  return {
    get stopped() {
      return stopped;
    },
    stop() {
      stopped = true;
      listener?.stop();
    },
    close: discard,
    examine: async (task, onProgress) =>
      wanted(await run({ kind: 'examine', task }, limitOf(task), onProgress), 'examined').examined,
    async needs(task, onProgress) {
      return tableIn(await run({ kind: 'needs', task }, tableLimit(task), onProgress));
    },
  };
}

/** What is known before the thread says anything: what a glance counted. */
const startOf = (job: Job): Progress => {
  const counts = job.kind === 'examine' ? job.task.begun?.counts : undefined;
  if (counts === undefined) return { phase: 'starting', run: 0, met: 0 };
  return {
    phase: 'starting',
    run: counts.run,
    met: counts.met,
    survives: reasonOf(counts) === null,
  };
};

const post = (worker: Worker, message: ToExaminer): void => worker.postMessage(message);
