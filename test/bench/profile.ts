/**
 * Where the time of a compiled trial goes, and how near it is to what the machine can do: `npx jiti
 * test/bench/profile.ts [seconds]`. The limit is a product of two 8×8 matrices for all lanes at
 * once, whose numbers stay in the nearest cache.
 */
import { Words } from '../../src/refuter/lanes/draws.ts';
import { fields, recordBytes, steps } from '../../src/refuter/lanes/record-layout.ts';
import { Machine } from '../../src/refuter/lanes/machine.ts';
import { outsideSteps } from '../../src/refuter/lanes/outside.ts';
import { LaneTrials } from '../../src/refuter/lanes/trials.ts';
import { batches } from './peers/lanes.ts';
import { table, worked } from './table.ts';

const seconds = Number(process.argv[2] ?? 2);
const spent = { drawing: 0, running: 0, outside: 0, judging: 0 };
let operations = 0;
const timed = <A extends readonly unknown[], R>(what: keyof typeof spent, f: (...args: A) => R) =>
  function inTime(this: unknown, ...args: A): R {
    const start = performance.now();
    const result = f.apply(this, args as unknown as A & unknown[]) as R;
    spent[what] += performance.now() - start;
    return result;
  };

/** Sums and products of floating-point numbers that the records of a program take in all lanes. */
const operationsOf = (trials: LaneTrials): number => {
  const { records, lanes } = trials.program;
  const at = (i: number, name: (typeof fields)[number]): number =>
    records[i * fields.length + fields.indexOf(name)] as number;
  let sum = 0;
  for (let i = 0; i < records.length / fields.length; i++) {
    // an upper half with its diagonal has half of the entries and half of the diagonal
    const entries =
      at(i, 'narrower') === 0
        ? at(i, 'count') * at(i, 'rows') * at(i, 'cols')
        : (at(i, 'rows') * (at(i, 'rows') + 1)) / 2;
    if (at(i, 'step') === steps.matmul) sum += 2 * entries * at(i, 'inner') * lanes;
    else if (at(i, 'step') < steps.outside && at(i, 'step') !== steps.copy)
      sum += entries * (at(i, 'run') / 8);
  }
  return sum;
};

/** Operations per second at best. */
const limit = (): number => {
  const [n, lanes] = [8, 16];
  const unit = lanes * 8;
  const [a, b, c] = [4096, 4096 + n * n * unit, 4096 + 2 * n * n * unit];
  const record = {
    step: steps.matmul,
    count: 1,
    rows: n,
    inner: n,
    cols: n,
    run: unit,
    c,
    cRow: n * unit,
    cCol: unit,
    a,
    aRow: n * unit,
    b,
    bCol: unit,
    aInner: unit,
    bInner: n * unit,
  };
  const machine = new Machine([], steps.outside);
  machine.write(
    Int32Array.from(fields, (f) => (record as Partial<Record<string, number>>)[f] ?? 0),
    0,
  );
  const once = (times: number): number => {
    const start = process.cpuUsage();
    for (let i = 0; i < times; i++) machine.run(0, recordBytes, lanes);
    return process.cpuUsage(start).user / 1e6;
  };
  once(20_000);
  return (2 * n * n * n * lanes * 20_000) / once(20_000);
};

const best = limit();
const { draw, run, judge } = LaneTrials.prototype;
LaneTrials.prototype.draw = timed('drawing', draw);
LaneTrials.prototype.judge = timed('judging', judge);
const counted = new WeakMap<LaneTrials, number>();
LaneTrials.prototype.run = timed('running', function counting(this: LaneTrials): void {
  const known = counted.get(this) ?? operationsOf(this);
  counted.set(this, known);
  operations += known;
  run.call(this);
});
outsideSteps.forEach((step, i) => {
  (outsideSteps as (typeof step)[])[i] = timed('outside', step);
});

const rows = Object.entries(batches).map(([id, batch]) => {
  const words = new Words(1, 1);
  const counts = { trials: 0, suspicious: 0, skipped: 0 };
  const go = (milliseconds: number): { readonly whole: number; readonly worked: number } => {
    const [start, began] = [performance.now(), worked()];
    while (performance.now() - start < milliseconds) batch(words, counts);
    return { whole: performance.now() - start, worked: worked() - began };
  };
  go(500);
  Object.assign(counts, { trials: 0, suspicious: 0, skipped: 0 });
  Object.assign(spent, { drawing: 0, running: 0, outside: 0, judging: 0 });
  operations = 0;
  const { whole, worked: own } = go(seconds * 1000);
  const share = (ms: number): string => `${Math.round((100 * ms) / whole)} %`;
  const trials = counts.trials + counts.suspicious + counts.skipped;
  const inside = spent.running - spent.outside;
  return [
    id,
    ((1000 * own) / trials).toFixed(1),
    share(inside),
    share(spent.outside),
    share(spent.judging),
    share(whole - inside - spent.outside - spent.judging),
    (operations / trials).toFixed(0),
    ((operations / trials / best) * 1e6).toFixed(2),
  ];
});
console.log(`at best ${(best / 1e9).toFixed(1)} thousand million operations a second`);
console.log(
  table(
    [
      '',
      'µs a trial',
      'kernels',
      'decompositions, tanh',
      'judging',
      'compiling and drawing',
      'operations',
      'µs at best',
    ],
    rows,
  ),
);
