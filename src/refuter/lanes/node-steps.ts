/** The steps that compute one node of a graph: a function for each kind of node. */
import { longColumn, type Emission } from './emission.ts';
import { foldSteps } from './fold-steps.ts';
import { gramSteps, type Pair } from './gram-steps.ts';
import { entriesOf, Unlaned, type Node, type NodeKind } from './graph.ts';
import { isEntryFunction, outsideNames } from './outside.ts';
import { steps } from './record-layout.ts';
import type { View } from './records.ts';
import { along, plain, single, swapped } from './view.ts';
import { stretches } from './zeros.ts';

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

/** Adds the steps of a node whose arguments are computed; answers where its value stands. */
type Emit = (a: Node, to: Emission) => View;

const first = (a: Node): Node => a.args[0] as Node;
const second = (a: Node): Node => a.args[1] as Node;

const table: Emit = (a, to) => {
  // what is one number everywhere stands there once
  const constant = a.fn === 'constant' || a.values?.length === 1;
  const at = to.buffer(constant ? 1 : a.count * entriesOf(a), true);
  to.tables.push({ node: a, buffer: at });
  return constant ? single(at) : plain(at, a);
};

/** Entries from a place on, in another shape: nothing is computed. */
const reshape: Emit = (a, to) => {
  const { view, step } = to.inOrder(first(a));
  const from = a.kind === 'slice' ? (a.at[0] as number) * step : 0;
  return { ...view, base: view.base + from, rs: a.cols * step, cs: step };
};

const spread: Emit = (a, to) => {
  const { view, step } = to.inOrder(first(a));
  return { ...view, ds: 0, rs: view.ds, cs: step };
};

const scatter: Emit = (a, to) => {
  const c = to.fresh(a);
  const covered = a.args.reduce((n, b) => n + entriesOf(b), 0);
  if (covered < entriesOf(a)) to.entrywise(steps.copy, c, to.zero, null, a.count, a.rows, a.cols);
  a.args.forEach((b, i) => {
    const v = to.viewOf(b);
    const part = { ...c, base: c.base + (a.at[i] as number), rs: b.cols, cs: 1 };
    const from = b.count === 1 ? { ...v, ds: 0 } : v;
    to.entrywise(steps.copy, part, from, null, a.count, b.rows, b.cols);
  });
  return c;
};

const outer: Emit = (a, to) => {
  const c = to.fresh(a);
  const [p, q] = [first(a), second(a)];
  const [v, w] = [to.viewOf(p), to.viewOf(q)];
  for (let d = 0; d < q.count; d++)
    to.entrywise(
      steps.mul,
      { ...c, base: d * entriesOf(a), ds: q.count * entriesOf(a) },
      { ...v, ds: v.rs, rs: v.cs, cs: 0 },
      { ...w, base: w.base + d * w.ds, ds: w.rs, rs: 0 },
      p.rows,
      a.rows,
      a.cols,
    );
  return c;
};

const fold: Emit = (a, to) => {
  const c = to.fresh(a);
  const [p, q] = [first(a), second(a)];
  to.code.push(...foldSteps(c, to.viewOf(p), to.viewOf(q), a, p.cols));
  return c;
};

const gram: Emit = (a, to) => {
  const c = to.fresh(a);
  const pairs = a.args.flatMap((left, i): Pair[] => {
    if (i % 2 === 1) return [];
    const right = a.args[i + 1] as Node;
    return [
      {
        left: to.columnwise(left),
        right: to.columnwise(right),
        rows: left.rows,
        stretches: stretches(left),
      },
    ];
  });
  to.code.push(...gramSteps(c, a.rows, pairs, to.zero));
  return c;
};

const matmul: Emit = (a, to) => {
  const c = to.fresh(a);
  const [p, q] = [first(a), second(a)];
  const v = along(to.viewOf(p), p, a.count, p.rows, p.cols);
  const w = along(to.asCopied(q), q, a.count, q.rows, q.cols);
  // a stack of rows times one matrix is one product
  const stacked =
    q.count === 1 && p.count === a.count && p.count > 1 && (p.rows === 1 || v.ds === p.rows * v.rs);
  to.code.push({
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
};

/** A function of one number for each row and of a matrix: it runs along long columns. */
const zipColumns: Emit = (a, to) => {
  const [p, q] = [first(a), second(a)];
  const [v, c] = [to.columnwise(q), to.upright(a)];
  const rows = { ...swapped(to.viewOf(p)), rs: 0 };
  to.entrywise(stepOf(a.fn), swapped(c), swapped(v), rows, 1, a.cols, a.rows);
  return c;
};

const zip: Emit = (a, to) => {
  const [p, q] = [first(a), second(a)];
  const byRows = p.cols === 1 && a.cols > 1 && p.rows === a.rows && a.count === 1;
  if (byRows && a.rows >= longColumn) return zipColumns(a, to);
  const c = to.fresh(a);
  const v = along(to.viewOf(p), p, a.count, a.rows, a.cols);
  const w = along(to.viewOf(q), q, a.count, a.rows, a.cols);
  to.entrywise(stepOf(a.fn), c, v, w, a.count, a.rows, a.cols);
  return c;
};

const map: Emit = (a, to) => {
  const c = to.fresh(a);
  const p = first(a);
  if (isEntryFunction(a.fn))
    to.code.push({
      step: stepOf(a.fn),
      count: 1,
      rows: a.count * entriesOf(a),
      inner: 1,
      cols: 1,
      c,
      a: to.packed(p),
      b: null,
    });
  else to.entrywise(stepOf(a.fn), c, to.viewOf(p), null, a.count, a.rows, a.cols);
  return c;
};

const outside: Emit = (a, to) => {
  const c = to.fresh(a);
  const [p, q] = [first(a), a.args[1]];
  to.code.push({
    step: stepOf(a.fn),
    count: 1,
    rows: p.rows,
    inner: p.cols,
    cols: entriesOf(a),
    c,
    a: to.packed(p),
    b: q === undefined ? null : to.packed(q),
  });
  return c;
};

const emitters: Readonly<Record<NodeKind, Emit>> = {
  input: (a, to) => plain(to.buffer(entriesOf(a), true), a),
  table,
  held: (a, to) => to.viewOf(first(a)),
  transpose: (a, to) => swapped(to.viewOf(first(a))),
  reshape,
  slice: reshape,
  spread,
  scatter,
  outer,
  fold,
  gram,
  matmul,
  zip,
  map,
  outside,
};

export const emitNode = (a: Node, to: Emission): void => {
  to.setView(a, emitters[a.kind](a, to));
};
