/**
 * Seconds that a processor was there for this process: on a free machine those of the clock, on a
 * busy one fewer.
 */

/** A thread that has this share of a processor counts as having all of it. */
const share = 0.6;
/** However busy the machine is, this number of seconds by the clock counts as one. */
const busiest = 8;

export interface Clocks {
  /** Seconds by the clock. */
  now(): number;
  /** Seconds of the processor's time that the process has had. */
  used(): number;
}

const clocks: Clocks = {
  now: () => performance.now() / 1000,
  used: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
};

/** Starts at zero. `threads` share what the process gets between them. */
export function startStopwatch(threads = 1, { now, used }: Clocks = clocks): () => number {
  return stopwatch({ now: now(), used: used() }, threads, { now, used });
}

/** Started when the process was. */
export const sinceStart: () => number = stopwatch({ now: 0, used: 0 }, 1, clocks);

function stopwatch(
  began: { readonly now: number; readonly used: number },
  threads: number,
  { now, used }: Clocks,
): () => number {
  return () => {
    const passed = now() - began.now;
    const had = (used() - began.used) / (share * threads);
    return Math.min(passed, Math.max(had, passed / busiest));
  };
}
