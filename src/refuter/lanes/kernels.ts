/**
 * The machine's kernels: one WebAssembly function that runs through records in memory. Every number
 * of a record is a row of float64, one for each lane: a lane is a trial, and all trials take every
 * step together.
 */
import {
  type Code,
  type Local,
  advance,
  bitsAnd,
  callOut,
  countdown,
  equals,
  get,
  greater,
  int,
  isMore,
  loadInt,
  loadPair,
  moduleOf,
  on1,
  on2,
  pair,
  pairwise,
  plus,
  set,
  storePair,
  times,
  unary,
  until,
  when,
} from './assembler.ts';
import { type FieldName, fieldAt, recordBytes, steps } from './record-layout.ts';

/** Lanes are worked on eight at a time. */
export const block = 8;
const blockBytes = block * 8;
const quarters = [0, 16, 32, 48];

// parameters: first record, end of the records, bytes of all lanes of one number
const [pc, end, lanes] = [0, 1, 2];
let next = 3;
const local = (): Local => next++;
const [step, count, rows, cols] = [local(), local(), local(), local()];
const [cD, aD, bD, cI, aI, bI, cJ, aJ, bJ] = [
  local(),
  local(),
  local(),
  local(),
  local(),
  local(),
  local(),
  local(),
  local(),
];
const [p, q, stop, k, width] = [local(), local(), local(), local(), local()];
const [other, beside, aStep, bStep] = [local(), local(), local(), local()];
const integers = next - 3;
const sums = [local(), local(), local(), local()];
const others = [local(), local(), local(), local()];
const one = local();
const pairs = next - 3 - integers;

const field = (name: FieldName): Code => loadInt(get(pc), fieldAt(name));
const zeroPair = pair(0);

/**
 * Runs the body with cJ, aJ, bJ at every entry of the result and of both arguments; each row has
 * `narrower` columns less than the one before.
 */
const everywhere = (body: Code): Code => [
  ...set(cD, field('c')),
  ...set(aD, field('a')),
  ...set(bD, field('b')),
  ...countdown(count, field('count'), [
    ...set(cI, get(cD)),
    ...set(aI, get(aD)),
    ...set(bI, get(bD)),
    ...set(width, field('cols')),
    ...countdown(rows, field('rows'), [
      ...set(cJ, get(cI)),
      ...set(aJ, get(aI)),
      ...set(bJ, get(bI)),
      ...countdown(cols, get(width), [
        ...body,
        ...advance(cJ, field('cCol')),
        ...advance(aJ, field('aCol')),
        ...advance(bJ, field('bCol')),
      ]),
      ...advance(width, times(field('narrower'), int(-1))),
      ...advance(cI, field('cRow')),
      ...advance(aI, field('aRow')),
      ...advance(bI, field('bRow')),
    ]),
    ...advance(cD, field('cCount')),
    ...advance(aD, field('aCount')),
    ...advance(bD, field('bCount')),
  ]),
];

/** Entry by entry, `run` bytes at a time. */
const entrywise = (value: (a: Code, b: Code, c: Code) => Code): Code =>
  everywhere([
    ...set(p, get(aJ)),
    ...set(q, get(bJ)),
    ...set(k, get(cJ)),
    ...set(stop, plus(get(cJ), field('run'))),
    ...until(k, get(stop), [
      ...quarters.flatMap((at) =>
        storePair(
          get(k),
          value(loadPair(get(p), at), loadPair(get(q), at), loadPair(get(k), at)),
          at,
        ),
      ),
      ...advance(p, int(blockBytes)),
      ...advance(q, int(blockBytes)),
      ...advance(k, int(blockBytes)),
    ]),
  ]);

/**
 * Lanes of one entry of c, or of it and of the next in its row, by sums of products that stay in
 * registers.
 */
const entries = (both: boolean): Code => {
  const at: readonly (readonly [Local, readonly Local[]])[] = both
    ? [
        [cJ, sums],
        [other, others],
      ]
    : [[cJ, sums]];
  const eachQuarter = (make: (i: number, offset: number) => Code): Code =>
    quarters.flatMap((offset, i) => make(i, offset));
  return [
    ...set(stop, plus(get(cJ), get(lanes))),
    ...set(other, plus(get(cJ), field('cCol'))),
    ...until(cJ, get(stop), [
      ...when(
        field('accumulate'),
        at.flatMap(([c, held]) =>
          eachQuarter((i, offset) => set(held[i] as Local, loadPair(get(c), offset))),
        ),
        at.flatMap(([, held]) => held.flatMap((s) => set(s, zeroPair))),
      ),
      ...set(p, get(aJ)),
      ...set(q, get(bJ)),
      ...set(beside, plus(get(bJ), field('bCol'))),
      ...countdown(k, field('inner'), [
        ...eachQuarter((i, offset) => [
          ...set(one, loadPair(get(p), offset)),
          ...at.flatMap(([, held], n) =>
            set(
              held[i] as Local,
              on2(
                pairwise.add,
                get(held[i] as Local),
                on2(pairwise.mul, get(one), loadPair(get(n === 0 ? q : beside), offset)),
              ),
            ),
          ),
        ]),
        ...advance(p, get(aStep)),
        ...advance(q, get(bStep)),
        ...(both ? advance(beside, get(bStep)) : []),
      ]),
      ...at.flatMap(([c, held]) =>
        eachQuarter((i, offset) => storePair(get(c), get(held[i] as Local), offset)),
      ),
      ...[cJ, other, aJ, bJ].flatMap((x) => advance(x, int(blockBytes))),
    ]),
    // back to where the lanes began
    ...[cJ, aJ, bJ].flatMap((x) => advance(x, times(get(lanes), int(-1)))),
  ];
};

/**
 * c = a b, or c + a b. Along a row of c the rows of a stand still (`aCol` is 0), along a column of
 * c the columns of b (`bRow` is 0); `aInner` and `bInner` run along the sum. Two entries of a row
 * at once read a once.
 */
const matmul = (): Code => [
  ...set(aStep, field('aInner')),
  ...set(bStep, field('bInner')),
  ...everywhere(
    when(
      isMore(get(cols), int(1)),
      [
        ...entries(true),
        ...advance(cols, int(-1)),
        ...advance(cJ, field('cCol')),
        ...advance(bJ, field('bCol')),
      ],
      entries(false),
    ),
  ),
];

/**
 * The upper half of c + s b' b with a number s and a row b: a factor stays in registers along a row
 * of c.
 */
const update = (): Code => [
  ...set(cI, field('c')),
  ...set(aJ, field('a')),
  ...set(bI, field('b')),
  ...set(width, field('cols')),
  ...countdown(rows, field('rows'), [
    ...set(cJ, get(cI)),
    ...set(aI, get(aJ)),
    ...set(bJ, get(bI)),
    ...set(stop, plus(get(cI), get(lanes))),
    ...until(cJ, get(stop), [
      ...sums.flatMap((s, i) =>
        set(
          s,
          on2(
            pairwise.mul,
            loadPair(get(aI), quarters[i] as number),
            loadPair(get(bJ), quarters[i] as number),
          ),
        ),
      ),
      ...set(p, get(cJ)),
      ...set(q, get(bJ)),
      ...countdown(k, get(width), [
        ...sums.flatMap((s, i) =>
          storePair(
            get(p),
            on2(
              pairwise.add,
              loadPair(get(p), quarters[i] as number),
              on2(pairwise.mul, get(s), loadPair(get(q), quarters[i] as number)),
            ),
            quarters[i] as number,
          ),
        ),
        ...advance(p, get(lanes)),
        ...advance(q, get(lanes)),
      ]),
      ...advance(cJ, int(blockBytes)),
      ...advance(aI, int(blockBytes)),
      ...advance(bJ, int(blockBytes)),
    ]),
    ...advance(width, int(-1)),
    ...advance(cI, field('cRow')),
    ...advance(bI, get(lanes)),
  ]),
];

const abs = (a: Code): Code => on1(unary.abs, a);
const max = (a: Code, b: Code): Code => on2(pairwise.max, a, b);

/** Assembled when a machine is made: most runs of the program make none. */
const cases = (): readonly (readonly [number, Code])[] => [
  [steps.matmul, matmul()],
  [steps.update, update()],
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
  [steps.fused, entrywise((a, b, c) => on2(pairwise.add, c, on2(pairwise.mul, a, b)))],
  [steps.excess, entrywise((a, b, c) => max(c, on2(pairwise.sub, a, b)))],
];

const dispatch = (): Code =>
  cases().reduceRight<Code>(
    (otherwise, [which, code]) => when(equals(get(step), int(which)), code, otherwise),
    callOut(0, get(pc)),
  );

/** The module of the machine. */
export const machineModule = (): Uint8Array<ArrayBuffer> =>
  moduleOf(3, integers, pairs, [
    ...until(pc, get(end), [
      ...set(step, field('step')),
      ...dispatch(),
      ...advance(pc, int(recordBytes)),
    ]),
  ]);
