/**
 * Runs a function of this thread for a bounded number of milliseconds; V8 interrupts it from
 * outside.
 */
import { Script } from 'node:vm';
import { liftBounds } from '../numbers/counted-work.ts';

const name = Symbol.for('elenchus.bounded-run');
const call = new Script(`globalThis[Symbol.for('elenchus.bounded-run')]()`);

/** Thrown where a part of some work was ended so, for who has to give up the rest of it. */
export class RunOver extends Error {
  override readonly name = 'RunOver';
}

/**
 * What `part` answers, or null where the time was over before. What it had changed by then stays as
 * it is.
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
