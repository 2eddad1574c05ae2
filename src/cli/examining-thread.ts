/** A worker thread for jobs, one at a time, within limits of time and memory. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Defect } from './defect.ts';
import { endedEarly } from './ended-early.ts';
import { interrupted, megabytes, tooLarge, tooLong } from './job-limits.ts';
import { watchJob, type JobLimits } from './job-watch.ts';
import type { Answer, FromExaminer, Job, Progress, ToExaminer } from './task.ts';

/** Milliseconds between two looks whether a job must end. */
const betweenLooks = 50;
/** Milliseconds that a stopped search has to answer by itself. */
const patience = 400;

const workerFile = new URL(`./examiner-worker${extname(import.meta.url)}`, import.meta.url);

export type ThreadJob = Extract<Job, { readonly kind: 'examine' | 'needs' }>;

/** What the thread may tell the job that is under way. */
interface Listener {
  hear(message: FromExaminer): void;
  fail(error: NodeJS.ErrnoException): void;
  stop(): void;
}

/** A worker thread that is started again after it was ended. */
export class ExaminingThread {
  listener: Listener | null = null;
  #worker: Worker | null = null;

  /** Starts the thread unless it is up. */
  start(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    worker.on('message', (message: FromExaminer) => {
      if (this.#worker === worker) this.listener?.hear(message);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (this.#worker === worker) this.listener?.fail(error);
    });
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

/** Runs a job to its answer, or gives it up beyond its limits or when it is stopped. */
export function runJob(
  thread: ExaminingThread,
  job: ThreadJob,
  limits: JobLimits,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let last: Progress = { phase: 'starting', run: 0, met: 0 };
    const isOver = watchJob(limits);
    const doing = (): Progress => (job.kind === 'needs' ? { ...last, phase: '' } : last);
    const looks = setInterval(
      () => void (isOver() && giveUp(tooLong(limits, doing()))),
      betweenLooks,
    );
    let patient: NodeJS.Timeout | undefined;
    const finish = (): void => {
      clearInterval(looks);
      clearTimeout(patient);
      thread.listener = null;
    };
    const cancel = (): void => {
      finish();
      void thread.discard();
    };
    const giveUp = (message: string): void => {
      cancel();
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
          return onProgress(last);
        }
        finish();
        resolve(message.answer);
      },
      fail(error) {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return giveUp(tooLarge);
        cancel();
        reject(new Defect(error.message, error.stack ?? ''));
      },
      stop() {
        thread.post({ kind: 'stop' });
        const longest = job.kind === 'needs' ? 5 * patience : patience;
        patient = setTimeout(() => giveUp(interrupted), longest);
      },
    };
    thread.post({ kind: 'job', job });
  });
}
