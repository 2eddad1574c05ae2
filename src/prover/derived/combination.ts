/** A sum as a combination with positive rational coefficients of a few given sums. */
import { isZero, negative, plus, ratio, times, type Ratio } from '../../kernel/ratio.ts';
import { spend } from '../agenda/effort.ts';
import type { Sum } from '../graphs/sum.ts';

/**
 * Solves Σ λ_k sums[k] = target for one set of sums; null unless there is one solution and it is
 * positive.
 */
function solve(target: Sum, sums: readonly Sum[]): Ratio[] | null {
  // each of the target's terms stands in one of the sums
  if (sums.reduce((size, s) => size + s.size, 0) < target.size) return null;
  const texts = new Set([...target.keys(), ...sums.flatMap((s) => [...s.keys()])]);
  spend((texts.size * (sums.length + 1)) / 16);
  const zero = ratio(0n);
  let rows = [...texts].map((t) => [
    ...sums.map((s) => s.get(t)?.coefficient ?? zero),
    target.get(t)?.coefficient ?? zero,
  ]);
  const k = sums.length;
  for (let c = 0; c < k; c++) {
    const pivot = rows.findIndex((r, i) => i >= c && !isZero(r[c] as Ratio));
    if (pivot < 0) return null;
    [rows[c], rows[pivot]] = [rows[pivot] as Ratio[], rows[c] as Ratio[]];
    const p = (rows[c] as Ratio[])[c] as Ratio;
    const normal = (rows[c] as Ratio[]).map((x) => times(x, ratio(p.den, p.num)));
    rows = rows.map((r, i) =>
      i === c
        ? normal
        : r.map((x, j) => plus(x, negative(times(r[c] as Ratio, normal[j] as Ratio)))),
    );
  }
  if (rows.slice(k).some((r) => !isZero(r[k] as Ratio))) return null;
  const solution = rows.slice(0, k).map((r) => r[k] as Ratio);
  return solution.every((x) => x.num > 0n) ? solution : null;
}

/** The first set of at most three sums that combine to the target, smaller sets first. */
export function* combinations(
  target: Sum,
  sums: readonly Sum[],
): Generator<{ index: number; coefficient: Ratio }[]> {
  const n = Math.min(sums.length, 60);
  const given = (indices: readonly number[]): { index: number; coefficient: Ratio }[] | null => {
    const found = solve(
      target,
      indices.map((i) => sums[i] as Sum),
    );
    return found && indices.map((index, j) => ({ index, coefficient: found[j] as Ratio }));
  };
  if (target.size === 0) yield [];
  for (let i = 0; i < n; i++) {
    const one = given([i]);
    if (one) yield one;
  }
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const two = given([i, j]);
      if (two) yield two;
    }
  }
  const few = Math.min(n, 16);
  for (let i = 0; i < few; i++) {
    for (let j = i + 1; j < few; j++) {
      for (let k = j + 1; k < few; k++) {
        const three = given([i, j, k]);
        if (three) yield three;
      }
    }
  }
}
