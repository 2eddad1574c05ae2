/**
 * The machine's kernels: one WebAssembly function that runs through records in memory. Every number of a record stands
 * for as many float64 as there are lanes, one behind the other: a lane is a trial, and all trials take every step together.
 */
import {
  advance, bitsAnd, callOut, countdown, equals, get, greater, int, loadInt, loadPair, moduleOf, on1, on2, pair, pairwise,
  plus, set, storePair, times, unary, until, when, type Code, type Local,
} from './assembler.ts';

/** Steps of the machine. Those from `outside` on are done by JavaScript, lane by lane. */
export const steps = {
  matmul: 0, add: 1, sub: 2, mul: 3, div: 4, copy: 5, neg: 6, relu: 7, step: 8, abs: 9, sqrt: 10,
  /** The largest |a - b|, |a|, |b| and a - b so far: what relations are judged by. */
  gap: 11, size: 12, excess: 13,
  outside: 32,
} as const;

/** Whole numbers of a record, in this order; addresses and strides in bytes. */
export const fields = [
  'step', 'count', 'rows', 'inner', 'cols', 'run',
  'c', 'cCount', 'cRow', 'cCol', 'a', 'aCount', 'aRow', 'aCol', 'b', 'bCount', 'bRow', 'bCol', 'aInner', 'bInner', 'accumulate',
] as const;
export type FieldName = (typeof fields)[number];
export const recordBytes = fields.length * 4;
export const fieldAt = (name: FieldName): number => fields.indexOf(name) * 4;

/** Lanes are worked on eight at a time. */
export const block = 8;
const blockBytes = block * 8;
const quarters = [0, 16, 32, 48];

// parameters: first record, end of the records, bytes of all lanes of one number
const [pc, end, lanes] = [0, 1, 2];
let next = 3;
const local = (): Local => next++;
const [step, count, rows, cols] = [local(), local(), local(), local()];
const [cD, aD, bD, cI, aI, bI, cJ, aJ, bJ] = [local(), local(), local(), local(), local(), local(), local(), local(), local()];
const [p, q, stop, k] = [local(), local(), local(), local()];
const integers = next - 3;
const sums = [local(), local(), local(), local()];

const field = (name: FieldName): Code => loadInt(get(pc), fieldAt(name));
const zeroPair = pair(0);

/** Runs the body with cJ, aJ, bJ at every entry of the result and of both arguments. */
const everywhere = (body: Code): Code => [
  ...set(cD, field('c')), ...set(aD, field('a')), ...set(bD, field('b')),
  ...countdown(count, field('count'), [
    ...set(cI, get(cD)), ...set(aI, get(aD)), ...set(bI, get(bD)),
    ...countdown(rows, field('rows'), [
      ...set(cJ, get(cI)), ...set(aJ, get(aI)), ...set(bJ, get(bI)),
      ...countdown(cols, field('cols'), [
        ...body, ...advance(cJ, field('cCol')), ...advance(aJ, field('aCol')), ...advance(bJ, field('bCol')),
      ]),
      ...advance(cI, field('cRow')), ...advance(aI, field('aRow')), ...advance(bI, field('bRow')),
    ]),
    ...advance(cD, field('cCount')), ...advance(aD, field('aCount')), ...advance(bD, field('bCount')),
  ]),
];

/** Entry by entry, `run` bytes at a time. */
const entrywise = (value: (a: Code, b: Code, c: Code) => Code): Code => everywhere([
  ...set(p, get(aJ)), ...set(q, get(bJ)), ...set(k, get(cJ)), ...set(stop, plus(get(cJ), field('run'))),
  ...until(k, get(stop), [
    ...quarters.flatMap((at) => storePair(get(k), value(loadPair(get(p), at), loadPair(get(q), at), loadPair(get(k), at)), at)),
    ...advance(p, int(blockBytes)), ...advance(q, int(blockBytes)), ...advance(k, int(blockBytes)),
  ]),
]);

/**
 * c = a b, or c + a b: sums of products stay in registers. Along a row of c the rows of a stand still (`aCol` is 0), along
 * a column of c the columns of b (`bRow` is 0); `aInner` and `bInner` run along the sum.
 */
const matmul: Code = everywhere([
  ...set(stop, plus(get(cJ), get(lanes))),
  ...until(cJ, get(stop), [
    ...when(field('accumulate'),
      sums.flatMap((s, i) => set(s, loadPair(get(cJ), quarters[i] as number))),
      sums.flatMap((s) => set(s, zeroPair))),
    ...set(p, get(aJ)), ...set(q, get(bJ)),
    ...countdown(k, field('inner'), [
      ...sums.flatMap((s, i) => set(s, on2(pairwise.add, get(s), on2(pairwise.mul, loadPair(get(p), quarters[i] as number), loadPair(get(q), quarters[i] as number))))),
      ...advance(p, field('aInner')), ...advance(q, field('bInner')),
    ]),
    ...sums.flatMap((s, i) => storePair(get(cJ), get(s), quarters[i] as number)),
    ...advance(cJ, int(blockBytes)), ...advance(aJ, int(blockBytes)), ...advance(bJ, int(blockBytes)),
  ]),
  // back to where the lanes began
  ...advance(cJ, times(get(lanes), int(-1))), ...advance(aJ, times(get(lanes), int(-1))), ...advance(bJ, times(get(lanes), int(-1))),
]);

const abs = (a: Code): Code => on1(unary.abs, a);
const max = (a: Code, b: Code): Code => on2(pairwise.max, a, b);

const cases: readonly (readonly [number, Code])[] = [
  [steps.matmul, matmul],
  [steps.add, entrywise((a, b) => on2(pairwise.add, a, b))],
  [steps.sub, entrywise((a, b) => on2(pairwise.sub, a, b))],
  [steps.mul, entrywise((a, b) => on2(pairwise.mul, a, b))],
  [steps.div, entrywise((a, b) => on2(pairwise.div, a, b))],
  [steps.copy, entrywise((a) => a)],
  [steps.neg, entrywise((a) => on1(unary.neg, a))],
  [steps.relu, entrywise((a) => max(a, zeroPair))],
  [steps.step, entrywise((a) => bitsAnd(greater(a, zeroPair), pair(1)))],
  [steps.abs, entrywise(abs)],
  [steps.sqrt, entrywise((a) => on1(unary.sqrt, a))],
  [steps.gap, entrywise((a, b, c) => max(c, abs(on2(pairwise.sub, a, b))))],
  [steps.size, entrywise((a, b, c) => max(c, max(abs(a), abs(b))))],
  [steps.excess, entrywise((a, b, c) => max(c, on2(pairwise.sub, a, b)))],
];

const dispatch = cases.reduceRight<Code>((otherwise, [which, code]) => when(equals(get(step), int(which)), code, otherwise), callOut(0, get(pc)));

/** The module of the machine. */
export const machineModule = (): Uint8Array<ArrayBuffer> => moduleOf(3, integers, sums.length, [
  ...until(pc, get(end), [...set(step, field('step')), ...dispatch, ...advance(pc, int(recordBytes))]),
]);
