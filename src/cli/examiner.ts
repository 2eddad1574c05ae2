import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Disagreement } from '../verdict/disagreement.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { Defect } from './defect.ts';
import type { FromExaminer, Progress, Task, ToExaminer } from './task.ts';

/** Examines claims one at a time, each within bounds of time and memory, and can be stopped. */
export interface Examiner {
  /** Throws `Disagreement` and `Defect`; every claim otherwise comes to a verdict. */
  examine(task: Task, onProgress: (progress: Progress) => void): Promise<Verdict>;
  /** The claim under examination comes to an end soon, with what was found so far. */
  stop(): void;
  readonly stopped: boolean;
  close(): Promise<void>;
}

/** Seconds beyond the search's own time after which a claim is given up. */
const grace = 20;
const megabytes = 1500;
/** Milliseconds that a stopped search has to answer by itself. */
const patience = 400;

const workerFile = new URL(`./examiner-worker${extname(import.meta.url)}`, import.meta.url);

/** What the thread may tell the examination that is under way. */
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
    const started = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    started.on('message', (message: FromExaminer) => listener?.hear(message));
    started.on('error', (error: NodeJS.ErrnoException) => listener?.fail(error));
    started.on('exit', (code) => {
      if (worker === started) listener?.fail(new Error(`the examining thread ended with code ${code}`));
    });
    worker = started;
    return started;
  };
  const discard = async (): Promise<void> => {
    const old = worker;
    worker = null;
    await old?.terminate();
  };
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
    examine: (task, onProgress) => new Promise<Verdict>((resolve, reject) => {
      const began = performance.now();
      let last: Progress = { phase: 'starting', run: 0, met: 0 };
      const timers: NodeJS.Timeout[] = [];
      const finish = (): void => {
        for (const timer of timers) clearTimeout(timer);
        listener = null;
      };
      const giveUp = (message: string): void => {
        finish();
        void discard();
        resolve(unsettled(task.text, message, last, (performance.now() - began) / 1000));
      };
      listener = {
        hear(message) {
          if (message.kind === 'progress') {
            last = message.progress;
            onProgress(last);
            return;
          }
          finish();
          if (message.kind === 'verdict') resolve(message.verdict);
          else reject(message.kind === 'disagreement' ? new Disagreement(message.claim, message.judgements, message.evidence) : new Defect(message.message, message.stack));
        },
        fail(error) {
          if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return giveUp(`the claim needs more than ${megabytes} MB of memory; split it`);
          finish();
          void discard();
          reject(new Defect(error.message, error.stack ?? ''));
        },
        stop() {
          post(thread(), { kind: 'stop' });
          timers.push(setTimeout(() => giveUp('interrupted before it was settled'), patience));
        },
      };
      const limit = task.time + grace;
      timers.push(setTimeout(() => giveUp(`stopped after ${Math.round(limit)} s: the claim is too large to be settled in the time; split it, or give it more with --time`), limit * 1000));
      if (stopped) giveUp('interrupted before it was settled');
      else post(thread(), { kind: 'examine', task });
    }),
  };
}

const post = (worker: Worker, message: ToExaminer): void => worker.postMessage(message);

const unsettled = (claim: string, message: string, { run, met }: Progress, seconds: number): Verdict => ({
  verdict: 'gave-up', claim, hash: null, assumed: [], axioms: [], proof: null, trials: { run, met }, seconds, counterexample: null, message,
});
