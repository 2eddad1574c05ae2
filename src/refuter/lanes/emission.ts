/** A program while it is put together: its buffers, its steps, and where each node's value stands. */
import { entriesOf, type Node } from './graph.ts';
import { steps } from './record-layout.ts';
import type { Step, View } from './records.ts';
import { plain, single, stride } from './view.ts';

/** Columns from this length on are laid one behind the other before sums run along them. */
export const longColumn = 6;

export class Emission {
  readonly code: Step[] = [];
  /** Sizes of the buffers in numbers of one lane, and which of them are never used again. */
  readonly sizes: number[] = [];
  readonly pinned: boolean[] = [];
  /** Buffers with the same numbers in all trials; the node is null for the number 0. */
  readonly tables: { readonly node: Node | null; readonly buffer: number }[] = [];
  readonly zero: View;
  readonly #views = new Map<Node, View>();
  /** Copies whose columns are one behind the other. */
  readonly #columns = new Map<Node, View>();

  constructor() {
    this.zero = single(this.buffer(1, true));
    this.tables.push({ node: null, buffer: this.zero.buffer });
  }

  buffer(size: number, keep = false): number {
    this.sizes.push(size);
    this.pinned.push(keep);
    return this.sizes.length - 1;
  }

  setView(a: Node, v: View): void {
    this.#views.set(a, v);
  }

  viewOf(a: Node): View {
    const v = this.#views.get(a);
    if (v === undefined) throw new Error(`the ${a.kind} ${a.id} is used before it is computed`);
    return v;
  }

  /** A buffer for all entries of a node, row by row. */
  fresh(a: Node): View {
    return plain(this.buffer(a.count * entriesOf(a)), a);
  }

  /** A buffer for one matrix, column by column. */
  upright(a: Node): View {
    return { buffer: this.buffer(entriesOf(a)), base: 0, ds: 0, rs: 1, cs: a.rows };
  }

  entrywise(
    step: number,
    c: View,
    a: View,
    b: View | null,
    count: number,
    rows: number,
    cols: number,
  ): void {
    this.code.push({ step, count, rows, inner: 1, cols, c, a, b });
  }

  /** The argument as one plain row behind the other. */
  inOrder(a: Node): { readonly view: View; readonly step: number } {
    const v = this.viewOf(a);
    const s = stride(v, a.rows, a.cols);
    return s === null ? { view: this.#copied(a), step: 1 } : { view: v, step: s };
  }

  /** The argument with all its entries side by side. */
  packed(a: Node): View {
    const { view, step } = this.inOrder(a);
    const isPacked = step === 1 && (a.count === 1 || view.ds === entriesOf(a));
    return isPacked ? view : this.#copied(a);
  }

  /** Columns one behind the other, where they are long. */
  columnwise(a: Node): View {
    const v = this.viewOf(a);
    if (v.rs === 1 || a.rows < longColumn) return v;
    const known = this.#columns.get(a);
    if (known !== undefined) return known;
    const copy = this.upright(a);
    this.entrywise(steps.copy, copy, v, null, 1, a.rows, a.cols);
    this.#columns.set(a, copy);
    return copy;
  }

  /** Columns one behind the other if such a copy exists, else as the node stands. */
  asCopied(a: Node): View {
    return this.#columns.get(a) ?? this.viewOf(a);
  }

  #copied(a: Node): View {
    const copy = this.fresh(a);
    this.entrywise(steps.copy, copy, this.viewOf(a), null, a.count, a.rows, a.cols);
    return copy;
  }
}
