/**
 * The steps that add up the upper half of a sum of left' right, as far as it is not known to be
 * zero.
 */
import { steps } from './record-layout.ts';
import type { Step, View } from './records.ts';
import type { Stretch } from './zeros.ts';

/** Two matrices with zeros in the same places. */
export interface Pair {
  readonly left: View;
  readonly right: View;
  readonly rows: number;
  readonly stretches: readonly Stretch[] | null;
}

const meet = (s: Stretch, t: Stretch): boolean => s.step === 1 || t.step === 1 || s.row === t.row;
/** From an entry on, by columns or rows that are `step` apart. */
const part = (v: View, row: number, col: number, rs: number, cs: number): View => ({
  buffer: v.buffer,
  base: v.base + row * v.rs + col * v.cs,
  ds: v.ds,
  rs,
  cs,
});

/** c of n rows, from pairs of matrices of n columns; `zero` is where a zero stands. */
export const gramSteps = (
  c: View,
  n: number,
  pairs: readonly Pair[],
  zero: View,
): readonly Step[] => {
  const code: Step[] = [];
  // what is computed everywhere comes first, so that nothing need be cleared
  const ordered = [
    ...pairs.filter((p) => p.stretches === null),
    ...pairs.filter((p) => p.stretches !== null),
  ];
  ordered.forEach(({ left, right, rows, stretches }, turn) => {
    const list = stretches ?? [{ from: 0, to: n, row: 0, step: 1 }];
    list.forEach((s, i) => {
      const height = s.to - s.from;
      for (let j = i; j < list.length; j++) {
        const t = list[j] as Stretch;
        const into = part(c, s.from, t.from, c.rs, c.cs);
        if (meet(s, t)) {
          const { row, step } = s.step > 1 ? s : t;
          code.push({
            step: steps.matmul,
            count: 1,
            rows: height,
            inner: Math.ceil((rows - row) / step),
            cols: t.to - t.from,
            c: into,
            a: part(left, row, s.from, left.cs, step * left.rs),
            b: part(right, row, t.from, step * right.rs, right.cs),
            onto: turn > 0,
            upper: i === j,
          });
        } else {
          while (j + 1 < list.length && !meet(s, list[j + 1] as Stretch)) j++;
          if (turn === 0)
            code.push({
              step: steps.copy,
              count: 1,
              rows: height,
              inner: 1,
              cols: (list[j] as Stretch).to - t.from,
              c: into,
              a: zero,
              b: null,
            });
        }
      }
    });
  });
  return code;
};
