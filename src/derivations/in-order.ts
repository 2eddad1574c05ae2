/** The steps of a derivation in the order in which they can be checked. */
import type { Theorem } from '../kernel/theorem.ts';

/** Premises before what rests on them, each once. */
export function inOrder(theorem: Theorem): Theorem[] {
  const [seen, order] = [new Set<Theorem>(), [] as Theorem[]];
  const stack: { theorem: Theorem; done: boolean }[] = [{ theorem, done: false }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.done) order.push(top.theorem);
    if (seen.has(top.theorem)) continue;
    seen.add(top.theorem);
    stack.push(
      { theorem: top.theorem, done: true },
      ...top.theorem.derivation.from.map((t) => ({ theorem: t, done: false })).reverse(),
    );
  }
  return order;
}
