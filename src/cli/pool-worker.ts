/** A thread of the pool: does one job at a time, and looks now and then whether it is to stop. */
import { noteBegun, noteProgress } from './shared-progress.ts';
import type { Answer, Job } from './task.ts';
import { answer } from './work.ts';

export interface PoolTask {
  readonly job: Job;
  /** One number, shared by all threads: not zero once everything must end. */
  readonly stop: SharedArrayBuffer;
  /** How far this job is. */
  readonly progress: SharedArrayBuffer;
}

export default async function work({ job, stop, progress }: PoolTask): Promise<Answer> {
  noteBegun(progress);
  const flag = new Int32Array(stop);
  const stopper = new AbortController();
  return answer(job, stopper.signal, (at) => {
    noteProgress(progress, at);
    if (Atomics.load(flag, 0) !== 0) stopper.abort();
  });
}
