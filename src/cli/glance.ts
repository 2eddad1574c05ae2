/**
 * Tries to settle the claim in this thread first: most claims finish sooner than a worker starts.
 * What takes longer is examined from the start where it can be stopped and bounded, so that the
 * verdict does not depend on how far this thread came.
 */
import { boundedRun, RunOver } from './bounded-run.ts';
import { wanted } from './job-limits.ts';
import { secondsLeft } from './shared-clock.ts';
import type { Examined, Task } from './task.ts';

/** Milliseconds that this thread may be busy with one claim. */
const longest = 600;
/**
 * This share of a user's time may go by, or as many milliseconds. Where fewer are left than a thread
 * needs to come up, this thread goes on until a little after the end.
 */
const ofUsers = { share: 0.3, short: 300, forThread: 400, after: 500 };

const millisecondsFor = ({ wall, since }: Task, most: number): number => {
  if (wall === null) return most;
  const left = 1000 * (since === undefined ? wall : secondsLeft(wall, since));
  if (left < ofUsers.forThread) return left + ofUsers.after;
  return Math.max(ofUsers.short, Math.min(most, 1000 * ofUsers.share * wall));
};

/** A verdict; null where the claim is not settled at a glance. Throws as an examiner does. */
export async function glance(task: Task, most: number = longest): Promise<Examined | null> {
  const milliseconds = millisecondsFor(task, most);
  if (milliseconds <= 0) return null;
  const { answer } = await import('./work.ts');
  const end = performance.now() + milliseconds;
  const within = <R>(part: () => R): R => {
    const done = boundedRun(() => ({ found: part() }), end - performance.now());
    if (done === null) throw new RunOver('a glance takes too long');
    return done.found;
  };
  const found = await answer(
    { kind: 'glance', task, within },
    new AbortController().signal,
    () => undefined,
  );
  return found.kind === 'open' ? null : wanted(found, 'examined').examined;
}
