/** The steps that add up the columns of a matrix to fewer of them, as `Graph.fold` has it. */
import type { Node } from './graph.ts';
import { steps } from './record-layout.ts';
import type { Step, View } from './records.ts';

/** The fold `a` of a matrix with the given number of columns into c. */
export const foldSteps = (
  c: View,
  matrix: View,
  weights: View,
  a: Node,
  columns: number,
): readonly Step[] => {
  const part = (v: View, from: number): View => ({
    buffer: v.buffer,
    base: v.base + from * v.cs,
    ds: v.ds,
    rs: v.rs,
    cs: v.cs,
  });
  const row: View = { ...weights, ds: 0, rs: 0 };
  const { count, rows } = a;
  const blocks = Math.ceil(columns / a.cols);
  const code: Step[] = [];
  a.at.forEach((shift, i) => {
    const [turn, first] = [Math.floor(i / blocks), (i % blocks) * a.cols];
    const end = Math.min(columns, first + a.cols);
    // stretches of columns that stay together when they are moved; the first block comes first,
    // unmoved, and fills c
    for (let from = first, to = 0; from < end; from = to) {
      const at = (from - first + shift) % a.cols;
      to = Math.min(end, from + a.cols - at);
      code.push({
        step: i === 0 ? steps.mul : steps.fused,
        count,
        rows,
        inner: 1,
        cols: to - from,
        c: part(c, at),
        a: part(matrix, from),
        b: part(row, turn * columns + from),
      });
    }
  });
  return code;
};
