/**
 * Runs a function of this thread for a bounded number of milliseconds; V8 interrupts it from
 * outside.
 */
import { Script } from 'node:vm';
import { liftBounds } from '../numbers/counted-work.ts';

const name = Symbol.for('elenchus.bounded-run');
const call = new Script(`globalThis[Symbol.for('elenchus.bounded-run')]()`);

/** Thrown by a caller of `boundedRun` that cannot continue without the part that was interrupted. */
export class RunOver extends Error {
  override readonly name = 'RunOver';
}

/**
 * The answer of `part`, or null if the time was over first. What `part` changed before the
 * interruption stays changed.
 */
export function boundedRun<R>(part: () => R, milliseconds: number): R | null {
  let answer: R | null = null;
  Object.defineProperty(globalThis, name, {
    value: () => {
      answer = part();
    },
    configurable: true,
  });
  try {
    call.runInThisContext({ timeout: Math.max(1, Math.ceil(milliseconds)) });
    return answer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    liftBounds();
    return null;
  } finally {
    Reflect.deleteProperty(globalThis, name);
  }
}
