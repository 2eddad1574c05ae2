/**
 * Says when a job must end that does not end by itself: by the clock once the user's time is over,
 * otherwise by the processor time that it took, which no other program on the machine makes more.
 */
import { sharedClock } from './shared-clock.ts';
import type { GivenTime } from './task.ts';

export interface JobLimits extends GivenTime {
  /** Seconds of processor time, far beyond what the counted work of the job takes. */
  readonly processor: number;
}

/** Seconds after a user's time for a job to answer by itself. */
const grace = 0.15;

export interface Clocks {
  readonly now: () => number;
  /** Seconds of processor time that the process has had. */
  readonly used: () => number;
}

const clocks: Clocks = {
  now: sharedClock,
  used: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
};

/** Whether the job must end. `threads` do jobs of the process at once. */
export function watchJob(
  { wall, since, processor }: JobLimits,
  threads = 1,
  { now, used }: Clocks = clocks,
): () => boolean {
  if (wall !== null) {
    const end = (since ?? now()) + wall + grace;
    return () => now() >= end;
  }
  const end = used() + threads * processor;
  return () => used() >= end;
}
