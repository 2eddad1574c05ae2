/** Ways to look at the same numbers in memory: rows as columns, a stack spread over a larger one. */
import { entriesOf, type Node } from './graph.ts';
import type { View } from './records.ts';

/** The transpose. */
export const swapped = ({ buffer, base, ds, rs, cs }: View): View => ({
  buffer,
  base,
  ds,
  rs: cs,
  cs: rs,
});

/** The whole of a buffer, row by row. */
export const plain = (buffer: number, a: Node): View => ({
  buffer,
  base: 0,
  ds: entriesOf(a),
  rs: a.cols,
  cs: 1,
});

/** One number, wherever it is looked for. */
export const single = (buffer: number): View => ({ buffer, base: 0, ds: 0, rs: 0, cs: 0 });

/** The step from each entry to the next, row by row; null where there is none. */
export const stride = (v: View, rows: number, cols: number): number | null =>
  cols === 1 ? v.rs : rows === 1 || v.rs === cols * v.cs ? v.cs : null;

/**
 * Strides of an argument that goes with a result of another count or shape: 0 along what it
 * lacks.
 */
export const along = (v: View, a: Node, count: number, rows: number, cols: number): View => {
  const [ds, rs, cs] = [
    a.count === 1 && count > 1 ? 0 : v.ds,
    a.rows === 1 && rows > 1 ? 0 : v.rs,
    a.cols === 1 && cols > 1 ? 0 : v.cs,
  ];
  return ds === v.ds && rs === v.rs && cs === v.cs
    ? v
    : { buffer: v.buffer, base: v.base, ds, rs, cs };
};
