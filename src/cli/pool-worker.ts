/** A thread of the pool: does one job at a time, and looks now and then whether it is to stop. */
import type { Answer, Job } from './task.ts';
import { answer } from './work.ts';

export interface PoolTask {
  readonly job: Job;
  /** One number, shared by all threads: not zero once everything must end. */
  readonly stop: SharedArrayBuffer;
  /** One number for this job alone: not zero once a thread is at it. */
  readonly begun: SharedArrayBuffer;
}

export default async function work({ job, stop, begun }: PoolTask): Promise<Answer> {
  Atomics.store(new Int32Array(begun), 0, 1);
  const flag = new Int32Array(stop);
  const stopper = new AbortController();
  return answer(job, stopper.signal, () => {
    if (Atomics.load(flag, 0) !== 0) stopper.abort();
  });
}
