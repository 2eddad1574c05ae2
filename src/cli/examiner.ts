/** Examines claims in a worker thread, within limits of time and memory. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { NeedsReport } from '../necessity/index.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { Defect } from './defect.ts';
import { endedEarly } from './ended-early.ts';
import {
  claimLimits,
  interrupted,
  megabytes,
  tableIn,
  tableLimits,
  tooLarge,
  tooLong,
  wanted,
} from './job-limits.ts';
import { watchJob, type JobLimits } from './job-watch.ts';
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

/** Milliseconds between two looks whether a job must end. */
const betweenLooks = 50;
/** Milliseconds that a stopped search has to answer by itself. */
const patience = 400;

const workerFile = new URL(`./examiner-worker${extname(import.meta.url)}`, import.meta.url);

type ThreadJob = Exclude<Job, { readonly kind: 'unit' }>;

/** What the thread may tell the job that is under way. */
interface Listener {
  hear(message: FromExaminer): void;
  fail(error: NodeJS.ErrnoException): void;
  stop(): void;
}

/** A worker thread that is started again after it was ended. */
class ExaminingThread {
  listener: Listener | null = null;
  #worker: Worker | null = null;

  /** Starts the thread unless it is up. */
  start(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    worker.on('message', (message: FromExaminer) => this.listener?.hear(message));
    worker.on('error', (error: NodeJS.ErrnoException) => this.listener?.fail(error));
    worker.on('exit', (code) => {
      if (this.#worker === worker)
        this.listener?.fail(new Error(`the examining thread ended with code ${code}`));
    });
    this.#worker = worker;
    return worker;
  }

  post(message: ToExaminer): void {
    this.start().postMessage(message);
  }

  async discard(): Promise<void> {
    const old = this.#worker;
    this.#worker = null;
    await old?.terminate();
  }
}

/** The answer of the thread, or that the job was given up. */
const answerOf = (
  thread: ExaminingThread,
  job: ThreadJob,
  limits: JobLimits,
  isStopped: boolean,
  onProgress: (progress: Progress) => void,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    let last: Progress = { phase: 'starting', run: 0, met: 0 };
    const isOver = watchJob(limits);
    const doing = (): Progress => (job.kind === 'needs' ? { ...last, phase: '' } : last);
    const look = (): void => void (isOver() && giveUp(tooLong(limits, doing())));
    const looks = setInterval(look, betweenLooks);
    let patient: NodeJS.Timeout | undefined;
    const finish = (): void => {
      clearInterval(looks);
      clearTimeout(patient);
      thread.listener = null;
    };
    const giveUp = (message: string): void => {
      finish();
      void thread.discard();
      const seconds = (performance.now() - began) / 1000;
      void endedEarly(job.task.text, message, last, seconds).then(
        (verdict) => resolve({ kind: 'examined', examined: { verdict, explanation: null } }),
        reject,
      );
    };
    thread.listener = {
      hear(message) {
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
        void thread.discard();
        reject(new Defect(error.message, error.stack ?? ''));
      },
      stop() {
        thread.post({ kind: 'stop' });
        const longest = job.kind === 'needs' ? 5 * patience : patience;
        patient = setTimeout(() => giveUp(interrupted), longest);
      },
    };
    if (isStopped) giveUp(interrupted);
    else thread.post({ kind: 'job', job });
  });

export function startExaminer(): Examiner {
  const thread = new ExaminingThread();
  let stopped = false;
  // Start at once: the thread comes up while the command reads its input.
  thread.start();
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
      const answer = await answerOf(thread, job, claimLimits(task), stopped, onProgress);
      return wanted(answer, 'examined').examined;
    },
    async needs(task, onProgress) {
      const job = { kind: 'needs', task } as const;
      return tableIn(await answerOf(thread, job, tableLimits(task), stopped, onProgress));
    },
  };
}
