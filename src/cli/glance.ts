/**
 * Tries to settle the claim in this thread first: most claims finish sooner than a worker starts.
 * What takes longer is examined where it can be stopped and bounded, and goes on from where this
 * stopped.
 */
import type { Begun } from '../verdict/options.ts';
import { boundedRun } from './bounded-run.ts';
import { wanted } from './job-limits.ts';
import type { Examined, Task } from './task.ts';

/**
 * Milliseconds that this thread may be busy with one claim: a share of a user's time, within
 * bounds.
 */
const bounds = { least: 300, most: 600, share: 0.3 };

/** A verdict; or where the glance stopped, null for nowhere. Throws as an examiner does. */
export async function glance(
  task: Task,
  longest: number = bounds.most,
): Promise<
  { readonly examined: Examined } | { readonly examined: null; readonly begun: Begun | null }
> {
  const { answer } = await import('./work.ts');
  const allowed = (task.wall ?? Infinity) * 1000 * bounds.share;
  const end = performance.now() + Math.min(longest, Math.max(bounds.least, allowed));
  const found = await answer(
    { kind: 'glance', task, within: (part) => boundedRun(part, end - performance.now()) },
    new AbortController().signal,
    () => undefined,
  );
  return found.kind === 'open'
    ? { examined: null, begun: found.begun }
    : { examined: wanted(found, 'examined').examined };
}
