/** Steps as the records of the machine, and places in memory for what they work on. */
import { fields, steps, type FieldName } from './record-layout.ts';

/**
 * Where the entries of a stack stand: entry (d, i, j) at `base + d·ds + i·rs + j·cs`, counted in
 * numbers of one lane.
 */
export interface View {
  readonly buffer: number;
  readonly base: number;
  readonly ds: number;
  readonly rs: number;
  readonly cs: number;
}

/** One step with its result and arguments, before it is known where they stand. */
export interface Step {
  readonly step: number;
  readonly count: number;
  readonly rows: number;
  /** Length of the sums of a product, or columns of an argument. */
  readonly inner: number;
  readonly cols: number;
  readonly c: View;
  readonly a: View;
  readonly b: View | null;
  /** Is a product added to what stands there? */
  readonly onto?: boolean;
  /** Are only the diagonal of a square product and the entries above it computed? */
  readonly upper?: boolean;
}

const slot = Object.fromEntries(fields.map((f, i) => [f, i])) as Readonly<
  Record<FieldName, number>
>;

/** Strides in bytes, and entries that lie side by side taken in one run. */
export const writeRecord = (
  to: Int32Array,
  at: number,
  { step, count, rows, inner, cols, c, a, b, onto = false, upper = false }: Step,
  unit: number,
  address: (v: View) => number,
): void => {
  const second = b ?? c;
  let [n, r, q, run] = [count, rows, cols, 1];
  if (step !== steps.matmul && step < steps.outside) {
    const beside = (v: View): boolean => (cols === 1 ? rows === 1 || v.rs === 1 : v.cs === 1);
    if (beside(c) && beside(a) && beside(second)) {
      // a column whose entries lie side by side is as good as a row
      const whole = (v: View): boolean => rows === 1 || cols === 1 || v.rs === cols;
      if (whole(c) && whole(a) && whole(second)) [r, q, run] = [1, 1, rows * cols];
      else [q, run] = [1, cols];
      const stacked = (v: View): boolean => v.ds === rows * cols;
      if (run === rows * cols && (count === 1 || (stacked(c) && stacked(a) && stacked(second))))
        [n, run] = [1, count * run];
    }
  }
  const product = step === steps.matmul;
  to[at + slot.step] = step;
  to[at + slot.count] = n;
  to[at + slot.rows] = r;
  to[at + slot.inner] = inner;
  to[at + slot.cols] = q;
  to[at + slot.run] = run * unit;
  to[at + slot.c] = address(c);
  to[at + slot.cCount] = c.ds * unit;
  to[at + slot.cRow] = (upper ? c.rs + c.cs : c.rs) * unit;
  to[at + slot.cCol] = c.cs * unit;
  to[at + slot.a] = address(a);
  to[at + slot.aCount] = a.ds * unit;
  to[at + slot.aRow] = a.rs * unit;
  to[at + slot.aCol] = product ? 0 : a.cs * unit;
  to[at + slot.b] = address(second);
  to[at + slot.bCount] = second.ds * unit;
  to[at + slot.bRow] = (upper ? second.cs : product ? 0 : second.rs) * unit;
  to[at + slot.bCol] = second.cs * unit;
  to[at + slot.aInner] = a.cs * unit;
  to[at + slot.bInner] = second.rs * unit;
  to[at + slot.accumulate] = onto ? 1 : 0;
  to[at + slot.narrower] = upper ? 1 : 0;
};

/** Places for all buffers; what is read no more makes room for what comes. */
export const allocate = (
  sizes: readonly number[],
  pinned: readonly boolean[],
  code: readonly Step[],
): { readonly starts: readonly number[]; readonly total: number } => {
  const last: number[] = [];
  code.forEach(({ c, a, b }, i) => {
    last[c.buffer] = last[a.buffer] = i;
    if (b !== null) last[b.buffer] = i;
  });
  const starts: number[] = [];
  let total = 0;
  const free = new Map<number, number[]>();
  const take = (b: number): void => {
    if (starts[b] !== undefined) return;
    const size = sizes[b] as number;
    const found = pinned[b] === true ? undefined : free.get(size)?.pop();
    starts[b] = found ?? total;
    if (found === undefined) total += size;
  };
  sizes.forEach((_, b) => {
    if (pinned[b] === true) take(b);
  });
  code.forEach(({ c, a, b }, i) => {
    for (const v of [a, b, c]) if (v !== null) take(v.buffer);
    for (const v of [c, a, b]) {
      if (v === null || pinned[v.buffer] === true || last[v.buffer] !== i) continue;
      last[v.buffer] = -1;
      const size = sizes[v.buffer] as number;
      const list = free.get(size);
      if (list === undefined) free.set(size, [starts[v.buffer] as number]);
      else list.push(starts[v.buffer] as number);
    }
  });
  return { starts, total };
};
