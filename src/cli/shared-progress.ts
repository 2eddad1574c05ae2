/** How far a job of the pool is, in memory that both threads see: a busy thread sends no message. */
import type { Progress } from './task.ts';

const place = { begun: 0, run: 1, met: 2, survives: 3, phase: 4 };
/** What a job reports to be doing; other phases have no number. */
const phases = ['', 'searching', 'looking for a proof', 'checking the proof'];

export const newProgress = (): SharedArrayBuffer => new SharedArrayBuffer(4 * 5);

/** Whether a thread is at the job. */
export const hasBegun = (shared: SharedArrayBuffer): boolean =>
  Atomics.load(new Int32Array(shared), place.begun) !== 0;

export const noteBegun = (shared: SharedArrayBuffer): void => {
  Atomics.store(new Int32Array(shared), place.begun, 1);
};

export function noteProgress(
  shared: SharedArrayBuffer,
  { run, met, survives = false, phase }: Progress,
): void {
  const numbers = new Int32Array(shared);
  Atomics.store(numbers, place.run, run);
  Atomics.store(numbers, place.met, met);
  Atomics.store(numbers, place.survives, survives ? 1 : 0);
  Atomics.store(numbers, place.phase, Math.max(0, phases.indexOf(phase)));
}

export function progressIn(shared: SharedArrayBuffer): Progress {
  const numbers = new Int32Array(shared);
  return {
    phase: phases[Atomics.load(numbers, place.phase)] ?? '',
    run: Atomics.load(numbers, place.run),
    met: Atomics.load(numbers, place.met),
    survives: Atomics.load(numbers, place.survives) !== 0,
  };
}
