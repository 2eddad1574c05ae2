/**
 * From a graph to the machine's records: where every number stands, and in what order things are
 * done.
 */
import { entriesOf, Unlaned, type Node } from './graph.ts';
import { foldSteps } from './fold-steps.ts';
import { gramSteps, type Pair } from './gram-steps.ts';
import { block } from './kernels.ts';
import { fields, firstRecord, recordBytes, steps } from './record-layout.ts';
import { isEntryFunction, outsideNames } from './outside.ts';
import { allocate, writeRecord, type Step, type View } from './records.ts';
import { stretches } from './zeros.ts';

/** A graph ready to run at a number of lanes. */
export interface Program {
  readonly records: Int32Array;
  /** Bytes of memory that it needs. */
  readonly bytes: number;
  readonly lanes: number;
  /**
   * Where the records begin, where those end that relations are judged by, and where those end that
   * only points are read from, in bytes.
   */
  readonly from: number;
  readonly end: number;
  readonly last: number;
  /**
   * Numbers that are the same in all trials, and where they stand, in float64; null for the number
   * 0.
   */
  readonly tables: readonly { readonly node: Node | null; readonly at: number }[];
  /** Where an input or an output stands, row by row, in float64: its entries are `lanes` apart. */
  place(node: Node): number;
}

const fastSteps: ReadonlyMap<string, number> = new Map([
  ['add', steps.add],
  ['sub', steps.sub],
  ['mul', steps.mul],
  ['div', steps.div],
  ['neg', steps.neg],
  ['relu', steps.relu],
  ['step', steps.step],
  ['abs', steps.abs],
  ['sqrt', steps.sqrt],
]);
const stepOf = (fn: string): number => {
  const fast = fastSteps.get(fn);
  if (fast !== undefined) return fast;
  const at = outsideNames.indexOf(fn);
  if (at < 0) throw new Unlaned(`${fn} has no step`);
  return steps.outside + at;
};

const swapped = ({ buffer, base, ds, rs, cs }: View): View => ({
  buffer,
  base,
  ds,
  rs: cs,
  cs: rs,
});
const plain = (buffer: number, a: Node): View => ({
  buffer,
  base: 0,
  ds: entriesOf(a),
  rs: a.cols,
  cs: 1,
});
/** The step from each entry to the next, row by row; null where there is none. */
const stride = (v: View, rows: number, cols: number): number | null =>
  cols === 1 ? v.rs : rows === 1 || v.rs === cols * v.cs ? v.cs : null;

/** Memory that all lanes' numbers of a program may take: what the caches hold. */
const roomy = 1 << 18;
const tooMuch = 1 << 26;
const longColumn = 6;

export const emit = (
  graph: readonly Node[],
  outputs: readonly Node[],
  judged: readonly {
    readonly left: Node;
    readonly right: Node;
    readonly into: readonly [Node, Node, Node];
  }[],
  mostLanes: number,
): Program => {
  const wanted = (from: readonly Node[]): ReadonlySet<Node> => {
    const found = new Set<Node>();
    const want = (a: Node): void => {
      if (found.has(a)) return;
      found.add(a);
      for (const b of a.args) want(b);
    };
    from.forEach(want);
    return found;
  };
  const needed = wanted([
    ...outputs.filter((a) => a.kind === 'input'),
    ...judged.flatMap(({ left, right }) => [left, right]),
  ]);
  const told = wanted(outputs);

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
  /**
   * Strides of an argument that goes with a result of another count or shape: 0 along what it
   * lacks.
   */
  const along = (v: View, a: Node, count: number, rows: number, cols: number): View => {
    const [ds, rs, cs] = [
      a.count === 1 && count > 1 ? 0 : v.ds,
      a.rows === 1 && rows > 1 ? 0 : v.rs,
      a.cols === 1 && cols > 1 ? 0 : v.cs,
    ];
    return ds === v.ds && rs === v.rs && cs === v.cs
      ? v
      : { buffer: v.buffer, base: v.base, ds, rs, cs };
  };
  const entrywise = (
    step: number,
    c: View,
    a: View,
    b: View | null,
    count: number,
    rows: number,
    cols: number,
  ): void => {
    code.push({ step, count, rows, inner: 1, cols, c, a, b });
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

  const upright = (a: Node): View => ({
    buffer: buffer(entriesOf(a)),
    base: 0,
    ds: 0,
    rs: 1,
    cs: a.rows,
  });
  /** Columns one behind the other, where they are long: sums run along them. */
  const columns = new Map<Node, View>();
  const columnwise = (a: Node): View => {
    const v = viewOf(a);
    if (v.rs === 1 || a.rows < longColumn) return v;
    const known = columns.get(a);
    if (known !== undefined) return known;
    const copy = upright(a);
    entrywise(steps.copy, copy, v, null, 1, a.rows, a.cols);
    columns.set(a, copy);
    return copy;
  };

  const make = (a: Node): View => {
    const fresh = (): View => plain(buffer(a.count * entriesOf(a)), a);
    const [p, q] = a.args as readonly [Node, Node];
    switch (a.kind) {
      case 'input':
        return plain(buffer(entriesOf(a), true), a);
      case 'table': {
        // what is one number everywhere stands there once
        const constant = a.fn === 'constant' || a.values?.length === 1;
        const at = buffer(constant ? 1 : a.count * entriesOf(a), true);
        tables.push({ node: a, buffer: at });
        return constant ? { buffer: at, base: 0, ds: 0, rs: 0, cs: 0 } : plain(at, a);
      }
      case 'held':
        return viewOf(p);
      case 'transpose': {
        const v = viewOf(p);
        return swapped(v);
      }
      case 'reshape':
      case 'slice': {
        const { view, step } = inOrder(p);
        return {
          ...view,
          base: view.base + (a.kind === 'slice' ? (a.at[0] as number) * step : 0),
          rs: a.cols * step,
          cs: step,
        };
      }
      case 'spread': {
        const { view, step } = inOrder(p);
        return { ...view, ds: 0, rs: view.ds, cs: step };
      }
      case 'scatter': {
        const c = fresh();
        const covered = a.args.reduce((n, b) => n + entriesOf(b), 0);
        if (covered < entriesOf(a))
          entrywise(steps.copy, c, zeroView, null, a.count, a.rows, a.cols);
        a.args.forEach((b, i) => {
          const v = viewOf(b);
          entrywise(
            steps.copy,
            { ...c, base: c.base + (a.at[i] as number), rs: b.cols, cs: 1 },
            b.count === 1 ? { ...v, ds: 0 } : v,
            null,
            a.count,
            b.rows,
            b.cols,
          );
        });
        return c;
      }
      case 'outer': {
        const c = fresh();
        const [v, w] = [viewOf(p), viewOf(q)];
        for (let d = 0; d < q.count; d++) {
          entrywise(
            steps.mul,
            { ...c, base: d * entriesOf(a), ds: q.count * entriesOf(a) },
            { ...v, ds: v.rs, rs: v.cs, cs: 0 },
            { ...w, base: w.base + d * w.ds, ds: w.rs, rs: 0 },
            p.rows,
            a.rows,
            a.cols,
          );
        }
        return c;
      }
      case 'fold': {
        const c = fresh();
        code.push(...foldSteps(c, viewOf(p), viewOf(q), a, p.cols));
        return c;
      }
      case 'gram': {
        const c = fresh();
        const pairs = a.args.flatMap((left, i): Pair[] => {
          if (i % 2 === 1) return [];
          const right = a.args[i + 1] as Node;
          return [
            {
              left: columnwise(left),
              right: columnwise(right),
              rows: left.rows,
              stretches: stretches(left),
            },
          ];
        });
        code.push(...gramSteps(c, a.rows, pairs, zeroView));
        return c;
      }
      case 'matmul': {
        const c = fresh();
        const [v, w] = [
          along(viewOf(p), p, a.count, p.rows, p.cols),
          along(columns.get(q) ?? viewOf(q), q, a.count, q.rows, q.cols),
        ];
        // a stack of rows times one matrix is one product
        const stacked =
          q.count === 1 &&
          p.count === a.count &&
          p.count > 1 &&
          (p.rows === 1 || v.ds === p.rows * v.rs);
        code.push({
          step: steps.matmul,
          count: stacked ? 1 : a.count,
          rows: stacked ? a.count * a.rows : a.rows,
          inner: p.cols,
          cols: a.cols,
          c,
          a: stacked ? { ...v, rs: v.ds / p.rows } : v,
          b: w,
        });
        return c;
      }
      case 'zip': {
        if (
          p.cols === 1 &&
          a.cols > 1 &&
          p.rows === a.rows &&
          a.count === 1 &&
          a.rows >= longColumn
        ) {
          // numbers that go with rows go along columns
          const [v, c] = [columnwise(q), upright(a)];
          entrywise(
            stepOf(a.fn),
            swapped(c),
            swapped(v),
            { ...swapped(viewOf(p)), rs: 0 },
            1,
            a.cols,
            a.rows,
          );
          return c;
        }
        const c = fresh();
        entrywise(
          stepOf(a.fn),
          c,
          along(viewOf(p), p, a.count, a.rows, a.cols),
          along(viewOf(q), q, a.count, a.rows, a.cols),
          a.count,
          a.rows,
          a.cols,
        );
        return c;
      }
      case 'map': {
        const c = fresh();
        if (isEntryFunction(a.fn))
          code.push({
            step: stepOf(a.fn),
            count: 1,
            rows: a.count * entriesOf(a),
            inner: 1,
            cols: 1,
            c,
            a: packed(p),
            b: null,
          });
        else entrywise(stepOf(a.fn), c, viewOf(p), null, a.count, a.rows, a.cols);
        return c;
      }
      case 'outside': {
        const c = fresh();
        code.push({
          step: stepOf(a.fn),
          count: 1,
          rows: p.rows,
          inner: p.cols,
          cols: entriesOf(a),
          c,
          a: packed(p),
          b: q === undefined ? null : packed(q),
        });
        return c;
      }
    }
  };
  for (const a of graph) if (needed.has(a)) views.set(a, make(a));
  for (const { left, right, into } of judged) {
    const [l, r] = [
      along(viewOf(left), left, 1, left.rows, left.cols),
      along(viewOf(right), right, 1, left.rows, left.cols),
    ];
    [steps.gap, steps.size, steps.excess].forEach((step, i) => {
      const c: View = { buffer: buffer(1, true), base: 0, ds: 0, rs: 0, cs: 0 };
      views.set(into[i] as Node, c);
      if (step === steps.excess) entrywise(steps.sub, c, l, r, 1, 1, 1);
      else entrywise(steps.copy, c, zeroView, null, 1, 1, 1);
      entrywise(step, c, l, r, 1, left.rows, left.cols);
    });
  }
  const judging = code.length;
  for (const a of graph) if (told.has(a) && !needed.has(a)) views.set(a, make(a));
  // outputs stay where they are
  for (const a of outputs) {
    const v = packed(a);
    views.set(a, v);
    pinned[v.buffer] = true;
  }
  return place();

  function place(): Program {
    const { starts, total } = allocate(sizes, pinned, code);
    const lanes = Math.max(
      block,
      Math.min(mostLanes, Math.floor(roomy / (8 * block) / total) * block),
    );
    if (total * lanes * 8 > tooMuch) throw new Unlaned('the program needs too much memory');
    const unit = lanes * 8;
    const from = firstRecord;
    const [end, last] = [from + judging * recordBytes, from + code.length * recordBytes];
    const first = Math.ceil(last / 64) * 64;
    const address = (v: View): number => first + ((starts[v.buffer] as number) + v.base) * unit;
    const records = new Int32Array(code.length * fields.length);
    code.forEach((step, i) => writeRecord(records, i * fields.length, step, unit, address));
    return {
      records,
      lanes,
      from,
      end,
      last,
      bytes: first + total * unit,
      tables: tables.map(({ node, buffer: at }) => ({
        node,
        at: (first + (starts[at] as number) * unit) / 8,
      })),
      place: (node) => address(viewOf(node)) / 8,
    };
  }
};
