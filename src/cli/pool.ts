/** A pool of worker threads that examine claims and search parts of one stream. */
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { Defect } from './defect.ts';
import { endedEarly } from './ended-early.ts';
import type { Examiner } from './examiner.ts';
import type { PoolTask } from './pool-worker.ts';
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
import { hasBegun, newProgress, progressIn } from './shared-progress.ts';
import type { Answer, Job, Progress, SliceTask, UnitAnswer, UnitTask } from './task.ts';
import type { CoveredResult } from '../refuter/index.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** Examines claims, and searches parts of one claim's stream, on several threads at once. */
export interface Pool extends Examiner {
  readonly size: number;
  /** As of an examiner; the threads have these milliseconds to answer by themselves. */
  stop(milliseconds?: number): void;
  /** A part of a claim's stream; null where the thread was ended before it could answer. */
  slice(task: SliceTask): Promise<CoveredResult | null>;
  /** A unit of an experiment. */
  unit(task: UnitTask): Promise<UnitAnswer>;
}

/** Seconds: a part of a stream is given up if one of its points takes this long. */
const sliceLimits: JobLimits = { wall: null, processor: 300 };
const unitLimits: JobLimits = { wall: null, processor: 3600 };
/** Milliseconds that stopped threads have to answer by themselves. */
const patience = 600;

const workerFile = fileURLToPath(
  new URL(`./pool-worker${extname(import.meta.url)}`, import.meta.url),
);

/** A job that ended without an answer, with what to say of it and how far it was. */
class Ended extends Error {
  readonly progress: Progress;
  readonly seconds: number;
  constructor(message: string, progress: Progress, seconds: number) {
    super(message);
    this.progress = progress;
    this.seconds = seconds;
  }
}

/**
 * Threads that stay up between jobs. A job that takes too long or too much memory costs its thread,
 * and no other job.
 */
class Threads {
  readonly size: number;
  stopped = false;
  readonly #threads: Tinypool;
  readonly #stop = new SharedArrayBuffer(4);
  readonly #running = new Set<AbortController>();

  constructor(size: number) {
    this.size = size;
    this.#threads = new Tinypool({
      filename: workerFile,
      minThreads: size,
      maxThreads: size,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      isolateWorkers: false,
    });
  }

  /** Runs a job within limits, which begin when a thread takes it up. Throws `Ended` and `Defect`. */
  async run(job: Job, limits: JobLimits): Promise<Answer> {
    const progress = newProgress();
    const asked = performance.now();
    const ended = (message: string): Ended =>
      new Ended(message, progressIn(progress), (performance.now() - asked) / 1000);
    if (this.stopped) throw ended(interrupted);
    const controller = new AbortController();
    this.#running.add(controller);
    let isOver: (() => boolean) | null = null;
    const timer = setInterval(() => {
      if (isOver === null && hasBegun(progress)) isOver = watchJob(limits, this.size);
      if (isOver?.() === true) controller.abort();
    }, 50);
    try {
      return await (this.#threads.run({ job, stop: this.#stop, progress } satisfies PoolTask, {
        signal: controller.signal,
      }) as Promise<Answer>);
    } catch (error) {
      if (controller.signal.aborted)
        throw ended(this.stopped ? interrupted : tooLong(limits, progressIn(progress)));
      if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        throw ended(tooLarge);
      throw new Defect(
        error instanceof Error ? error.message : String(error),
        error instanceof Error ? (error.stack ?? '') : '',
      );
    } finally {
      clearInterval(timer);
      this.#running.delete(controller);
    }
  }

  stop(milliseconds = patience): void {
    if (this.stopped) return;
    this.stopped = true;
    Atomics.store(new Int32Array(this.#stop), 0, 1);
    setTimeout(() => {
      for (const controller of this.#running) controller.abort();
    }, milliseconds).unref();
  }

  close(): Promise<void> {
    return this.#threads.destroy();
  }
}

export function startPool(size: number): Pool {
  const threads = new Threads(size);
  return {
    size,
    get stopped() {
      return threads.stopped;
    },
    stop: (milliseconds) => threads.stop(milliseconds),
    close: () => threads.close(),
    async examine(task) {
      try {
        const answer = await threads.run({ kind: 'examine', task }, claimLimits(task));
        return wanted(answer, 'examined').examined;
      } catch (error) {
        return { verdict: await verdictOf(error, task.text), explanation: null };
      }
    },
    async needs(task) {
      try {
        return tableIn(await threads.run({ kind: 'needs', task }, tableLimits(task)));
      } catch (error) {
        return verdictOf(error, task.text);
      }
    },
    async slice(task) {
      try {
        return wanted(await threads.run({ kind: 'slice', task }, sliceLimits), 'slice').result;
      } catch (error) {
        if (error instanceof Ended) return null;
        throw error;
      }
    },
    async unit(task) {
      try {
        return wanted(await threads.run({ kind: 'unit', task }, unitLimits), 'unit').unit;
      } catch (error) {
        if (!(error instanceof Ended)) throw error;
        return threads.stopped
          ? { kind: 'stopped' }
          : { kind: 'failed', message: `unit '${task.unit}': it takes too much time or memory` };
      }
    },
  };
}

/** The verdict on a claim whose job ended without an answer; throws everything else. */
function verdictOf(error: unknown, text: string): Promise<Verdict> {
  if (!(error instanceof Ended)) throw error;
  return endedEarly(text, error.message, error.progress, error.seconds);
}
