import { wanted } from './job-limits.ts';
import type { Examined, Task } from './task.ts';

/**
 * What comes to a verdict at once, in this thread: most claims do, and starting another takes longer than they.
 * Null for the others, which are examined where they can be stopped and bounded. Throws as an examiner does.
 */
export async function glance(task: Task): Promise<Examined | null> {
  const { answer } = await import('./examining-code.ts');
  const found = await answer(
    { kind: 'glance', task },
    new AbortController().signal,
    () => undefined,
  );
  return found.kind === 'open' ? null : wanted(found, 'examined').examined;
}
