/** The clock that a user's time is measured by: all threads of the process read the same. */

/** Seconds; where they begin is of no meaning. */
export const sharedClock = (): number => Number(process.hrtime.bigint()) / 1e9;

/** When the program started, of use in the main thread alone. */
export const programStart: number = sharedClock() - performance.now() / 1000;

/** What is left of a user's seconds; without `since` they began with the program. */
export const secondsLeft = (seconds: number, since: number = programStart): number =>
  since + seconds - sharedClock();
