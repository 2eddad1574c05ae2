/**
 * From a graph to the machine's records: where every number stands, and in what order things are
 * done.
 */
import { Emission } from './emission.ts';
import { Unlaned, type Node } from './graph.ts';
import { block } from './kernels.ts';
import { emitNode } from './node-steps.ts';
import { fields, firstRecord, recordBytes, steps } from './record-layout.ts';
import { allocate, writeRecord, type View } from './records.ts';
import { along, single } from './view.ts';

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

/** Two sides that are compared, and the nodes for their gap, their size and their excess. */
interface Judged {
  readonly left: Node;
  readonly right: Node;
  readonly into: readonly [Node, Node, Node];
}

/** Memory that all lanes' numbers of a program may take: what the caches hold. */
const roomy = 1 << 18;
const tooMuch = 1 << 26;

/** Nodes and all that they are computed from. */
const withArguments = (from: readonly Node[]): ReadonlySet<Node> => {
  const found = new Set<Node>();
  const want = (a: Node): void => {
    if (found.has(a)) return;
    found.add(a);
    for (const b of a.args) want(b);
  };
  from.forEach(want);
  return found;
};

const emitJudgement = ({ left, right, into }: Judged, to: Emission): void => {
  const l = along(to.viewOf(left), left, 1, left.rows, left.cols);
  const r = along(to.viewOf(right), right, 1, left.rows, left.cols);
  [steps.gap, steps.size, steps.excess].forEach((step, i) => {
    const c = single(to.buffer(1, true));
    to.setView(into[i] as Node, c);
    if (step === steps.excess) to.entrywise(steps.sub, c, l, r, 1, 1, 1);
    else to.entrywise(steps.copy, c, to.zero, null, 1, 1, 1);
    to.entrywise(step, c, l, r, 1, left.rows, left.cols);
  });
};

/** Lays the buffers into memory and writes the records; the first `judging` of them judge. */
const place = (emission: Emission, judging: number, mostLanes: number): Program => {
  const { code } = emission;
  const { starts, total } = allocate(emission.sizes, emission.pinned, code);
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
    tables: emission.tables.map(({ node, buffer }) => ({
      node,
      at: (first + (starts[buffer] as number) * unit) / 8,
    })),
    place: (node) => address(emission.viewOf(node)) / 8,
  };
};

/** The program of a graph: relations are judged first, then the other outputs are computed. */
export const emit = (
  graph: readonly Node[],
  outputs: readonly Node[],
  judged: readonly Judged[],
  mostLanes: number,
): Program => {
  const needed = withArguments([
    ...outputs.filter((a) => a.kind === 'input'),
    ...judged.flatMap(({ left, right }) => [left, right]),
  ]);
  const told = withArguments(outputs);
  const emission = new Emission();
  for (const a of graph) if (needed.has(a)) emitNode(a, emission);
  for (const one of judged) emitJudgement(one, emission);
  const judging = emission.code.length;
  for (const a of graph) if (told.has(a) && !needed.has(a)) emitNode(a, emission);
  // outputs stay where they are
  for (const a of outputs) {
    const v = emission.packed(a);
    emission.setView(a, v);
    emission.pinned[v.buffer] = true;
  }
  return place(emission, judging, mostLanes);
};
