/** From a graph to the machine's records: where every number stands, and in what order things are done. */
import { entriesOf, Unlaned, type Node } from './graph.ts';
import { block, fields, recordBytes, steps, type FieldName } from './kernels.ts';
import { isEntryFunction, outsideNames } from './outside.ts';

/** Where the entries of a stack stand: entry (d, i, j) at `base + d·ds + i·rs + j·cs`, counted in numbers of one lane. */
interface View {
  readonly buffer: number;
  readonly base: number;
  readonly ds: number;
  readonly rs: number;
  readonly cs: number;
}

type Record = Partial<globalThis.Record<FieldName, number>>;
interface Step {
  readonly record: Record;
  readonly c: View;
  readonly a: View;
  readonly b: View | null;
}

/** A graph ready to run at a number of lanes. */
export interface Program {
  readonly records: Int32Array;
  /** Bytes of memory that it needs. */
  readonly bytes: number;
  readonly lanes: number;
  /** Where records begin and end, in bytes. */
  readonly from: number;
  readonly end: number;
  /** Numbers that are the same in all trials, and where they stand, in float64; null for the number 0. */
  readonly tables: readonly { readonly node: Node | null; readonly at: number }[];
  /** Where an input or an output stands, row by row, in float64: its entries are `lanes` apart. */
  place(node: Node): number;
}

const fastSteps: ReadonlyMap<string, number> = new Map([
  ['add', steps.add], ['sub', steps.sub], ['mul', steps.mul], ['div', steps.div],
  ['neg', steps.neg], ['relu', steps.relu], ['step', steps.step], ['abs', steps.abs], ['sqrt', steps.sqrt],
]);
const stepOf = (fn: string): number => {
  const fast = fastSteps.get(fn);
  if (fast !== undefined) return fast;
  const at = outsideNames.indexOf(fn);
  if (at < 0) throw new Unlaned(`${fn} has no step`);
  return steps.outside + at;
};

const plain = (buffer: number, a: Node): View => ({ buffer, base: 0, ds: entriesOf(a), rs: a.cols, cs: 1 });
/** The step from each entry to the next, row by row; null where there is none. */
const stride = (v: View, rows: number, cols: number): number | null =>
  cols === 1 ? v.rs : rows === 1 || v.rs === cols * v.cs ? v.cs : null;

/** Memory that all lanes' numbers of a program may take: what the caches hold. */
const roomy = 1 << 18;
const tooMuch = 1 << 26;

export const emit = (graph: readonly Node[], outputs: readonly Node[], judged: readonly { readonly left: Node; readonly right: Node; readonly into: readonly [Node, Node, Node] }[], mostLanes: number): Program => {
  const needed = new Set<Node>();
  const want = (a: Node): void => {
    if (needed.has(a)) return;
    needed.add(a);
    a.args.forEach(want);
  };
  outputs.forEach(want);
  for (const { left, right } of judged) [left, right].forEach(want);

  const sizes: number[] = [];
  const pinned: boolean[] = [];
  const views = new Map<Node, View>();
  const code: Step[] = [];
  const tables: { readonly node: Node | null; readonly buffer: number }[] = [];
  const buffer = (size: number, keep = false): number => {
    sizes.push(size);
    pinned.push(keep);
    return sizes.length - 1;
  };
  const zeroView: View = { buffer: buffer(1, true), base: 0, ds: 0, rs: 0, cs: 0 };
  tables.push({ node: null, buffer: zeroView.buffer });
  const viewOf = (a: Node): View => {
    const v = views.get(a);
    if (v === undefined) throw new Error(`the ${a.kind} ${a.id} is used before it is computed`);
    return v;
  };
  /** Strides of an argument that goes with a result of another count or shape: 0 along what it lacks. */
  const along = (v: View, a: Node, count: number, rows: number, cols: number): View => ({
    ...v, ds: a.count === 1 && count > 1 ? 0 : v.ds, rs: a.rows === 1 && rows > 1 ? 0 : v.rs, cs: a.cols === 1 && cols > 1 ? 0 : v.cs,
  });
  const entrywise = (step: number, c: View, a: View, b: View | null, count: number, rows: number, cols: number): void => {
    code.push({ record: { step, count, rows, cols }, c, a, b });
  };
  /** The argument as one plain row behind the other. */
  const inOrder = (a: Node): { readonly view: View; readonly step: number } => {
    const v = viewOf(a);
    const s = stride(v, a.rows, a.cols);
    if (s !== null) return { view: v, step: s };
    const copy = plain(buffer(a.count * entriesOf(a)), a);
    entrywise(steps.copy, copy, v, null, a.count, a.rows, a.cols);
    return { view: copy, step: 1 };
  };
  const packed = (a: Node): View => {
    const { view, step } = inOrder(a);
    if (step === 1 && (a.count === 1 || view.ds === entriesOf(a))) return view;
    const copy = plain(buffer(a.count * entriesOf(a)), a);
    entrywise(steps.copy, copy, viewOf(a), null, a.count, a.rows, a.cols);
    return copy;
  };

  const make = (a: Node): View => {
    const fresh = (): View => plain(buffer(a.count * entriesOf(a)), a);
    const [p, q] = a.args as readonly [Node, Node];
    switch (a.kind) {
      case 'input': return plain(buffer(entriesOf(a), true), a);
      case 'table': {
        // what is one number everywhere stands there once
        const constant = a.fn === 'constant' || a.values?.length === 1;
        const at = buffer(constant ? 1 : a.count * entriesOf(a), true);
        tables.push({ node: a, buffer: at });
        return constant ? { buffer: at, base: 0, ds: 0, rs: 0, cs: 0 } : plain(at, a);
      }
      case 'held': return viewOf(p);
      case 'transpose': {
        const v = viewOf(p);
        return { ...v, rs: v.cs, cs: v.rs };
      }
      case 'reshape': case 'slice': {
        const { view, step } = inOrder(p);
        return { ...view, base: view.base + (a.kind === 'slice' ? (a.at[0] as number) * step : 0), rs: a.cols * step, cs: step };
      }
      case 'spread': {
        const { view, step } = inOrder(p);
        return { ...view, ds: 0, rs: view.ds, cs: step };
      }
      case 'scatter': {
        const c = fresh();
        const covered = a.args.reduce((n, b) => n + entriesOf(b), 0);
        if (covered < entriesOf(a)) entrywise(steps.copy, c, zeroView, null, a.count, a.rows, a.cols);
        a.args.forEach((b, i) => {
          const { view, step } = inOrder(b);
          entrywise(steps.copy, { ...c, base: c.base + (a.at[i] as number), rs: 0, cs: 1 }, along({ ...view, rs: 0, cs: step }, b, a.count, 1, entriesOf(b)), null, a.count, 1, entriesOf(b));
        });
        return c;
      }
      case 'matmul': {
        const c = fresh();
        const [v, w] = [along(viewOf(p), p, a.count, p.rows, p.cols), along(viewOf(q), q, a.count, q.rows, q.cols)];
        // a stack of rows times one matrix is one product
        const stacked = q.count === 1 && p.count === a.count && p.count > 1 && v.ds === p.rows * v.rs && w.ds === 0;
        code.push({
          record: { step: steps.matmul, count: stacked ? 1 : a.count, rows: stacked ? a.count * a.rows : a.rows, inner: p.cols, cols: a.cols },
          c, a: v, b: w,
        });
        return c;
      }
      case 'zip': {
        const c = fresh();
        entrywise(stepOf(a.fn), c, along(viewOf(p), p, a.count, a.rows, a.cols), along(viewOf(q), q, a.count, a.rows, a.cols), a.count, a.rows, a.cols);
        return c;
      }
      case 'map': {
        const c = fresh();
        if (isEntryFunction(a.fn)) code.push({ record: { step: stepOf(a.fn), rows: a.count * entriesOf(a) }, c, a: packed(p), b: null });
        else entrywise(stepOf(a.fn), c, viewOf(p), null, a.count, a.rows, a.cols);
        return c;
      }
      case 'outside': {
        const c = fresh();
        code.push({ record: { step: stepOf(a.fn), rows: p.rows, inner: p.cols, cols: entriesOf(a), accumulate: a.at[0] ?? 0 }, c, a: packed(p), b: null });
        return c;
      }
    }
  };
  for (const a of graph) if (needed.has(a)) views.set(a, make(a));

  // outputs and what relations are judged by stay where they are
  for (const a of outputs) {
    const v = packed(a);
    views.set(a, v);
    pinned[v.buffer] = true;
  }
  for (const { left, right, into } of judged) {
    const [l, r] = [along(viewOf(left), left, 1, left.rows, left.cols), along(viewOf(right), right, 1, left.rows, left.cols)];
    [steps.gap, steps.size, steps.excess].forEach((step, i) => {
      const c: View = { buffer: buffer(1, true), base: 0, ds: 0, rs: 0, cs: 0 };
      views.set(into[i] as Node, c);
      if (step === steps.excess) entrywise(steps.sub, c, l, r, 1, 1, 1);
      else entrywise(steps.copy, c, zeroView, null, 1, 1, 1);
      entrywise(step, c, l, r, 1, left.rows, left.cols);
    });
  }
  return place();

  function place(): Program {
    const { starts, total } = allocate(sizes, pinned, code);
    const lanes = Math.max(block, Math.min(mostLanes, Math.floor(roomy / (8 * block) / total) * block));
    if (total * lanes * 8 > tooMuch) throw new Unlaned('the program needs too much memory');
    const unit = lanes * 8;
    const from = 64;
    const end = from + code.length * recordBytes;
    const first = Math.ceil(end / 64) * 64;
    const address = (v: View): number => first + ((starts[v.buffer] as number) + v.base) * unit;
    const records = new Int32Array(code.length * fields.length);
    code.forEach(({ record, c, a, b }, i) => {
      const r = finish(record, c, a, b, unit, address);
      fields.forEach((f, j) => {
        records[i * fields.length + j] = r[f] ?? 0;
      });
    });
    return {
      records, lanes, from, end, bytes: first + total * unit,
      tables: [...tables.map(({ node, buffer: at }) => ({ node, at: (first + (starts[at] as number) * unit) / 8 }))],
      place: (node) => address(viewOf(node)) / 8,
    };
  }
};

/** Strides in bytes, and entries that lie side by side taken in one run. */
const finish = (record: Record, c: View, a: View, b: View | null, unit: number, address: (v: View) => number): Record => {
  const second = b ?? c;
  const base: Record = {
    count: 1, rows: 1, cols: 1, run: unit, ...record,
    c: address(c), cCount: c.ds * unit, a: address(a), aCount: a.ds * unit, b: address(second), bCount: second.ds * unit,
  };
  if (record.step === steps.matmul) {
    return { ...base, cRow: c.rs * unit, cCol: c.cs * unit, aRow: a.rs * unit, aCol: 0, bRow: 0, bCol: second.cs * unit, aInner: a.cs * unit, bInner: second.rs * unit };
  }
  const strided: Record = { ...base, cRow: c.rs * unit, cCol: c.cs * unit, aRow: a.rs * unit, aCol: a.cs * unit, bRow: second.rs * unit, bCol: second.cs * unit };
  const [count, rows, cols] = [base.count ?? 1, base.rows ?? 1, base.cols ?? 1];
  const all = [c, a, second];
  if ((record.step ?? 0) >= steps.outside || (cols > 1 && all.some((v) => v.cs !== 1))) return strided;
  if (cols === 1 && (rows === 1 || all.some((v) => v.rs !== 1))) return strided;
  // a column whose entries lie side by side is as good as a row
  const whole = cols === 1 || (rows > 1 && all.every((v) => v.rs === cols));
  const flat = (whole || rows === 1) && (count === 1 || all.every((v) => v.ds === rows * cols));
  if (flat) return { ...strided, count: 1, rows: 1, cols: 1, run: count * rows * cols * unit };
  if (whole) return { ...strided, rows: 1, cols: 1, run: rows * cols * unit };
  return { ...strided, cols: 1, run: cols * unit };
};

/** Places for all buffers; what is read no more makes room for what comes. */
const allocate = (sizes: readonly number[], pinned: readonly boolean[], code: readonly Step[]): { readonly starts: readonly number[]; readonly total: number } => {
  const last = new Map<number, number>();
  code.forEach(({ c, a, b }, i) => {
    for (const v of [c, a, b]) if (v !== null) last.set(v.buffer, i);
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
    for (const at of new Set([c, a, b].flatMap((v) => (v === null ? [] : [v.buffer])))) {
      if (pinned[at] === true || last.get(at) !== i) continue;
      const size = sizes[at] as number;
      free.set(size, [...(free.get(size) ?? []), starts[at] as number]);
    }
  });
  return { starts, total };
};
