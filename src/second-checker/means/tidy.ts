/** Terms in which equal products are added up, and those that cancel are left out, at every depth. */
import { Sameness } from '../same.ts';
import { add, einsum, labelsFor, named, single, zeros } from '../term.ts';
import type { Head, Term } from '../term.ts';

const tidyHead = (head: Head, sameness: Sameness): Head =>
  head.kind === 'variable' ? head : { ...head, args: head.args.map((a) => tidy(a, sameness)) };

/** Equal products added up. */
export const collected = (t: Term, sameness: Sameness): Term => ({
  shape: t.shape,
  sum: sameness.collect(t.sum).map(({ mono, c }) => ({ ...mono, c })),
});

export function tidy(t: Term, sameness = new Sameness()): Term {
  const parts = t.sum.map((m) => {
    const labels = labelsFor('w', m.dims);
    const at = (list: readonly number[]): string[] => list.map((w) => labels[w] as string);
    const pieces = m.factors.map((f) => [single(tidyHead(f.head, sameness)), at(f.at)] as const);
    return einsum(at(m.free), pieces, named(labels, m.dims), m.c, m.powers);
  });
  return collected(parts.length === 0 ? zeros(t.shape) : add(...parts), sameness);
}
