/** A thread of the pool: does one job at a time, and looks now and then whether it is to stop. */
import type { Answer, Job } from './task.ts';
import { answer } from './examining-code.ts';

export interface PoolTask {
  readonly job: Job;
  /** One number, shared by all threads: not zero once everything is to come to an end. */
  readonly stop: SharedArrayBuffer;
}

export default async function work({ job, stop }: PoolTask): Promise<Answer> {
  const flag = new Int32Array(stop);
  const stopper = new AbortController();
  return answer(job, stopper.signal, () => {
    if (Atomics.load(flag, 0) !== 0) stopper.abort();
  });
}
