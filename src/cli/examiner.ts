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

export function startExaminer(): Examiner {
  let worker: Worker | null = null;
  let stopped = false;
  let onStop: () => void = () => {};
  const thread = (): Worker => (worker ??= new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: megabytes } }));
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
      onStop();
    },
    close: discard,
    examine: (task, onProgress) => new Promise<Verdict>((resolve, reject) => {
      const began = performance.now();
      const running = thread();
      let last: Progress = { phase: 'starting', run: 0, met: 0 };
      const timers = new Set<NodeJS.Timeout>();
      const finish = (settle: () => void): void => {
        for (const timer of timers) clearTimeout(timer);
        running.removeAllListeners();
        onStop = () => {};
        settle();
      };
      const giveUp = (message: string): void => finish(() => {
        void discard();
        resolve(unsettled(task.text, message, last, (performance.now() - began) / 1000));
      });
      const post = (message: ToExaminer): void => running.postMessage(message);
      timers.add(setTimeout(() => giveUp(`stopped after ${Math.round(task.time + grace)} s: the claim is too large to be settled in the time; split it, or give the search more with --time`), (task.time + grace) * 1000));
      onStop = () => {
        post({ kind: 'stop' });
        timers.add(setTimeout(() => giveUp('interrupted before it was settled'), patience));
      };
      running.on('message', (message: FromExaminer) => {
        switch (message.kind) {
          case 'progress':
            last = message.progress;
            return onProgress(last);
          case 'verdict': return finish(() => resolve(message.verdict));
          case 'disagreement': return finish(() => reject(new Disagreement(message.claim, message.judgements, message.evidence)));
          case 'defect': return finish(() => reject(new Defect(message.message, message.stack)));
        }
      });
      running.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp(`the claim needs more than ${megabytes} MB of memory; split it`);
        else finish(() => {
          void discard();
          reject(new Defect(error.message, error.stack ?? ''));
        });
      });
      running.on('exit', (code) => finish(() => {
        worker = null;
        reject(new Defect(`the examining thread ended with code ${code}`, ''));
      }));
      if (stopped) giveUp('interrupted before it was settled');
      else post({ kind: 'examine', task });
    }),
  };
}

const unsettled = (claim: string, message: string, { run, met }: Progress, seconds: number): Verdict => ({
  verdict: 'gave-up', claim, hash: null, assumed: [], axioms: [], proof: null, trials: { run, met }, seconds, counterexample: null, message,
});
