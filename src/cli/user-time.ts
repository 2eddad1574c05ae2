/**
 * A user's time as a thread sees it. It is an outer bound: without one, counted work alone ends
 * everything.
 */
import { sharedClock } from './shared-clock.ts';
import type { GivenTime } from './task.ts';

/**
 * The search ends this share of the time, and at most as many seconds, before the time is over, so
 * that the answer is there by then.
 */
const early = { share: 0.2, most: 0.3 };

export interface UserTime {
  /** Is this share of the time for judging the claim over, all of it by default? */
  late(share?: number): boolean;
  /** Is the whole time over, with what is left for saying how it came out? */
  over(): boolean;
}

/** Null where the user gave no time. */
export function userTime(
  { wall, since }: GivenTime,
  now: () => number = sharedClock,
): UserTime | null {
  if (wall === null) return null;
  const began = now();
  const end = (since ?? began) + wall;
  const judged = end - Math.min(early.most, early.share * wall);
  return {
    late: (share = 1) => now() >= began + share * (judged - began),
    over: () => now() >= end,
  };
}
