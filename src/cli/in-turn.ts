/** One examiner for requests that come at any time: each waits for the one before. */

/** Runs parts one after the other, whatever becomes of each. */
export function inTurn(): <T>(part: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(part: () => Promise<T>): Promise<T> => {
    const next = last.then(part, part);
    last = next.catch(() => undefined);
    return next;
  };
}
