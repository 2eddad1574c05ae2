/**
 * In which order the wires of a contraction are summed over: always the one whose factors span the
 * smallest tensor together. What a wire costs is kept until one of its factors changes, so that the
 * order takes quadratic time at most.
 */
import { spend } from '../numbers/counted-work.ts';

export interface Step {
  readonly wire: number;
  /** All wires of the factors on it, itself included; empty where it is on none. */
  readonly union: readonly number[];
  /** Entries that the factors span together. */
  readonly cost: number;
  /** The factors on it, by their numbers; the product is a factor of the next free number. */
  readonly factors: readonly number[];
}

/**
 * The steps that sum over all of `summed`. Factors are numbered in the order given, and products
 * after them.
 */
export function* contractionSteps(
  factors: readonly { readonly wires: readonly number[] }[],
  summed: Iterable<number>,
  sizes: readonly number[],
): Generator<Step, void> {
  const wiresOf = new Map(factors.map((f, i) => [i, f.wires]));
  const on = new Map<number, Set<number>>();
  for (const [i, wires] of wiresOf)
    for (const w of wires) on.set(w, (on.get(w) ?? new Set()).add(i));
  const left = new Map<number, Step | null>();
  for (const w of summed) left.set(w, null);
  const stepOf = (wire: number): Step => {
    const own = [...(on.get(wire) ?? [])];
    const union = [...new Set(own.flatMap((i) => wiresOf.get(i) ?? []))];
    const cost = union.reduce((product, w) => product * (sizes[w] as number), 1);
    spend(union.length / 64);
    return { wire, union, cost, factors: own };
  };
  for (let next = factors.length; left.size > 0; next++) {
    let best: Step | null = null;
    for (const [wire, known] of left) {
      const step = known ?? stepOf(wire);
      if (known === null) left.set(wire, step);
      if (best === null || step.cost < best.cost) best = step;
    }
    spend(left.size / 512);
    const { wire, union, factors: gone } = best as Step;
    left.delete(wire);
    if (union.length > 0) {
      const rest = union.filter((w) => w !== wire);
      for (const i of gone) wiresOf.delete(i);
      wiresOf.set(next, rest);
      for (const w of rest) {
        const own = on.get(w) as Set<number>;
        for (const i of gone) own.delete(i);
        own.add(next);
        if (left.has(w)) left.set(w, null);
      }
    }
    yield best as Step;
  }
}
