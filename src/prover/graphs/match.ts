/**
 * Occurrences of a contraction graph inside another: the subgraphs that an equation can rewrite.
 */
import type { Factor, Monomial } from '../../kernel/term.ts';
import type { Symmetries } from '../../kernel/write.ts';
import { headText, slotClasses } from './labelling.ts';
import { spend } from '../agenda/effort.ts';

export interface Match {
  /** For each factor of the pattern, the factor of the target it lies on. */
  readonly factors: readonly number[];
  /**
   * For each wire of the pattern, the wire of the target; -1 where the pattern's wire touches no
   * slot.
   */
  readonly wires: readonly number[];
  /** -1 where swaps of antisymmetric slots brought a sign. */
  readonly sign: 1 | -1;
}

/** The orders in which a factor's slots may be read, each with its sign. */
function readings(
  factor: Factor,
  text: string,
  symmetries: Symmetries,
): { order: number[]; sign: 1 | -1 }[] {
  const classes = slotClasses(factor, text, symmetries);
  const blocks = new Map<number, number[]>();
  classes.forEach((c, i) => blocks.set(c, [...(blocks.get(c) ?? []), i]));
  const odd = symmetries.get(text) === -1n;
  let result: { order: number[]; sign: 1 | -1 }[] = [{ order: classes.map((_, i) => i), sign: 1 }];
  for (const block of blocks.values()) {
    if (block.length < 2) continue;
    const orders = permutations(block);
    result = result.flatMap(({ order, sign }) =>
      orders.map((p) => {
        const next = [...order];
        block.forEach((slot, k) => (next[slot] = p[k] as number));
        const swapped = p.some((s, k) => s !== block[k]);
        return { order: next, sign: odd && swapped ? (-sign as 1 | -1) : sign };
      }),
    );
  }
  return result;
}

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((x, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [x, ...rest]),
  );
}

/** Free wires of a pattern and of its target, and how many slots of the target each wire joins. */
interface Ends {
  readonly isFree: ReadonlySet<number>;
  readonly targetFree: ReadonlySet<number>;
  readonly degree: ReadonlyMap<number, number>;
}

/** Whether summed wires of the pattern lie on different wires that touch nothing outside. */
function isInduced(
  factors: readonly number[],
  wires: readonly number[],
  target: Monomial,
  { isFree, targetFree, degree }: Ends,
): boolean {
  const inside = new Map<number, number>();
  for (const i of factors)
    for (const w of (target.factors[i] as Factor).slots) inside.set(w, (inside.get(w) ?? 0) + 1);
  const images = new Map<number, number>();
  for (let w = 0; w < wires.length; w++) {
    const image = wires[w] as number;
    if (image < 0) continue;
    const owner = images.get(image);
    if (owner !== undefined && (!isFree.has(owner) || !isFree.has(w))) return false;
    images.set(image, w);
    if (!isFree.has(w) && (targetFree.has(image) || inside.get(image) !== degree.get(image)))
      return false;
  }
  return true;
}

/**
 * All occurrences of the pattern, at most `limit`. A summed wire of the pattern must touch nothing
 * outside it.
 */
export function matches(
  pattern: Monomial,
  target: Monomial,
  symmetries: Symmetries,
  limit = 64,
): Match[] {
  if (pattern.factors.length === 0 || pattern.factors.length > target.factors.length) return [];
  spend(pattern.factors.length + target.factors.length);
  const wanted = pattern.factors.map((f) => headText(f, symmetries));
  const there = target.factors.map((f) => headText(f, symmetries));
  if (!wanted.every((text) => there.includes(text))) return [];
  const isFree = new Set(pattern.free);
  const targetFree = new Set(target.free);
  const degree = new Map<number, number>();
  for (const f of target.factors) for (const w of f.slots) degree.set(w, (degree.get(w) ?? 0) + 1);
  const order = planned(pattern);
  const found: Match[] = [];
  const factors: number[] = Array(pattern.factors.length).fill(-1);
  const wires: number[] = Array(pattern.wires.length).fill(-1);

  const place = (k: number, sign: 1 | -1): void => {
    if (found.length >= limit) return;
    spend(1 / 4);
    if (k === order.length) {
      if (isInduced(factors, wires, target, { isFree, targetFree, degree }))
        found.push({ factors: [...factors], wires: [...wires], sign });
      return;
    }
    const p = order[k] as number;
    const factor = pattern.factors[p] as Factor;
    for (let t = 0; t < target.factors.length; t++) {
      if (factors.includes(t) || there[t] !== wanted[p]) continue;
      const slots = (target.factors[t] as Factor).slots;
      for (const reading of readings(factor, wanted[p] as string, symmetries)) {
        const set: number[] = [];
        const fits = factor.slots.every((w, i) => {
          const image = slots[reading.order[i] as number] as number;
          if (wires[w] === -1) {
            wires[w] = image;
            set.push(w);
          }
          return wires[w] === image;
        });
        if (fits) {
          factors[p] = t;
          place(k + 1, (sign * reading.sign) as 1 | -1);
          factors[p] = -1;
        }
        for (const w of set) wires[w] = -1;
      }
    }
  };
  place(0, 1);
  return found;
}

/** Factors in an order in which each touches the ones before where possible. */
function planned(pattern: Monomial): number[] {
  const rest = new Set(pattern.factors.map((_, i) => i));
  const touched = new Set<number>();
  const order: number[] = [];
  while (rest.size > 0) {
    const next =
      [...rest].find((i) => (pattern.factors[i] as Factor).slots.some((w) => touched.has(w))) ??
      ([...rest][0] as number);
    rest.delete(next);
    order.push(next);
    for (const w of (pattern.factors[next] as Factor).slots) touched.add(w);
  }
  return order;
}
