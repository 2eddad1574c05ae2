/**
 * Processes every item, a bounded number at once, and passes on the results in the order of the
 * items, each as soon as those before it are there. Those that are `long` are begun first, so that
 * no line waits at the end for one of them. The first error ends it.
 */
export async function inOrderOf<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
  hand: (result: R, index: number) => Promise<void>,
  long: (item: T) => boolean = () => false,
): Promise<void> {
  const results = new Map<number, R>();
  const order = [...items.entries()].toSorted(([, a], [, b]) => Number(long(b)) - Number(long(a)));
  let next = 0;
  let handed = 0;
  let handing = Promise.resolve();
  const handOn = async (): Promise<void> => {
    while (results.has(handed)) {
      const result = results.get(handed) as R;
      results.delete(handed);
      handed += 1;
      await hand(result, handed - 1);
    }
  };
  const line = async (): Promise<void> => {
    for (let entry = order[next]; entry !== undefined; entry = order[next]) {
      const [index, item] = entry;
      next += 1;
      results.set(index, await work(item, index));
      handing = handing.then(handOn);
      await handing;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, items.length)) }, line));
}
