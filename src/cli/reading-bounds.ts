/**
 * The time for files of claims, and the end of the process that executes them. Every command needs
 * both, and most read no file: what reads files stands elsewhere.
 */

/** A user's time, and whether all files together have no more than it. */
export const readingTime: { time: number | null; isWhole: boolean } = {
  time: null,
  isWhole: false,
};

/** A .ts file that takes longer than a user's time is given up. */
export function boundReading(time: number | null): void {
  readingTime.time = time;
}

let end: (() => void) | null = null;

/** What ends the process that was started. */
export function endClaimsWith(close: () => void): void {
  end = close;
}

/** Ends the process, at the end of the command. */
export function closeClaims(): void {
  end?.();
  end = null;
}
