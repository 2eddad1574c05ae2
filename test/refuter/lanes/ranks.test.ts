/** Tests of screening ranks of large matrices. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../../src/language/index.ts';
import type { Q } from '../../../src/numbers/rational.ts';
import { toFloat } from '../../../src/numbers/rational-text.ts';
import { outcomeOf } from '../../../src/refuter/outcome.ts';
import { prepare } from '../../../src/refuter/prepared.ts';
import { Words, type DrawStyle } from '../../../src/refuter/lanes/draws.ts';
import { emit } from '../../../src/refuter/lanes/emit.ts';
import { Graph } from '../../../src/refuter/lanes/graph.ts';
import { jacobian } from '../../../src/refuter/lanes/derivatives.ts';
import {
  recordBytes,
  steps,
  fields,
  firstRecord,
} from '../../../src/refuter/lanes/record-layout.ts';
import { Machine } from '../../../src/refuter/lanes/machine.ts';
import { outsideNames, outsideSteps } from '../../../src/refuter/lanes/outside.ts';
import { writeTable } from '../../../src/refuter/lanes/tables.ts';
import { LaneTrials, passesCode, suspiciousCode } from '../../../src/refuter/lanes/trials.ts';
import { stretches } from '../../../src/refuter/lanes/zeros.ts';
import { outputsOfWeights, parameters } from '../../bench/peers/networks.ts';

const lanesOf = (
  text: string,
  dims: Readonly<Record<string, number>>,
  style: DrawStyle,
  seed: number,
): { readonly trials: LaneTrials; readonly codes: Uint8Array } => {
  const trials = new LaneTrials(parseClaim(text), new Map(Object.entries(dims)), new Map(), 8);
  trials.draw(new Words(seed, 1), style);
  trials.run();
  return { trials, codes: trials.judge().slice() };
};
const counted = (
  text: string,
  dims: Readonly<Record<string, number>>,
  style: DrawStyle,
): readonly number[] => {
  const counts = [0, 0, 0, 0];
  for (let seed = 1; seed <= 8; seed++)
    for (const code of lanesOf(text, dims, style, seed).codes)
      counts[code] = (counts[code] as number) + 1;
  return counts;
};

describe('ranks of large matrices', () => {
  it.each([
    ["J: k×n; H: k×k pd |- rank(J' H J) = rank(J)", { k: 20, n: 45 }],
    ["J: k×n; H: k×k pd |- rank(J' H J) = rank(J)", { k: 45, n: 20 }],
    ["J: k×n; H: k×k pd |- rank(J' H J) = rank(J)", { k: 3, n: 30 }],
    ['A: m×k; B: k×n |- rank(A B) = k', { m: 40, k: 7, n: 50 }],
    ["A: m×k; J: k×n; H: k×k pd |- rank(A' A) = rank(A A')", { m: 30, k: 7, n: 2 }],
    ["A: m×k; B: k×n |- rank((A B)' (A B)) = rank(A B)", { m: 25, k: 4, n: 30 }],
    ["x: n |- rank(x x') = rank(x')", { n: 40 }],
    ["A: m×n |- rank(A) = rank(A')", { m: 12, n: 40 }],
  ] as [string, Record<string, number>][])(
    'nothing is suspicious in what is true: %s',
    (text, dims) => {
      for (const style of ['small', 'half', 'normal'] as const) {
        const counts = counted(text, dims, style);
        expect(counts[suspiciousCode]).toBe(0);
        expect(counts[passesCode]).toBeGreaterThan(60);
      }
    },
  );

  it.each([
    ["J: k×n; H: k×k antisymmetric |- rank(J' H J) = rank(J)", { k: 3, n: 40 }],
    ["J: k×n; H: k×k psd |- rank(J' H J) = rank(J)", { k: 20, n: 30 }],
    ['A: m×k; B: k×n |- rank(A B) = k + 1', { m: 40, k: 7, n: 50 }],
    ["J: k×n; H: k×k pd; u: n |- rank(J' H J + u u') = rank(J)", { k: 5, n: 30 }],
    ['J: k×n; H: k×k pd |- H = tr(H) I / k', { k: 20, n: 1 }],
    ["J: k×n; H: k×k pd |- H J = J J' H J", { k: 20, n: 15 }],
  ] as [string, Record<string, number>][])(
    'what is false nearly everywhere is suspicious there: %s',
    (text, dims) => {
      expect(counted(text, dims, 'tiny')[suspiciousCode]).toBeGreaterThan(56);
    },
  );

  // false on a thin set, which small whole numbers hit now and then
  it.each([
    ["J: k×n; H: k×k symmetric |- rank(J' H J) = rank(J)", { k: 2, n: 24 }],
    ["J: k×n; H: k×k diagonal |- rank(J' H J) = rank(J)", { k: 3, n: 24 }],
    ["J: k×n; P: k×k; H: k×k pd |- rank(J' P' H P J) = rank(J)", { k: 3, n: 24 }],
    ["J: k×n; H: k×k pd; P: n×n diagonal |- rank(P J' H J P) = rank(J)", { k: 20, n: 5 }],
    ['A, J: k×n; D: n×n diagonal; J = A D |- rank(J) = k', { k: 16, n: 24 }],
    ["A, J: k×n; D: n×n diagonal; H: k×k pd; J = A D |- rank(J' H J) = k", { k: 16, n: 24 }],
    ["P: k×k diagonal; A, J: k×n; H: k×k pd; J = P A |- rank(J' H J) = n", { k: 20, n: 14 }],
    ["P: k×k diagonal; A, J: k×n; H: k×k pd; J = P A |- rank(J' H J) = k", { k: 4, n: 24 }],
  ] as [string, Record<string, number>][])(
    'as exact arithmetic has it, lane by lane: %s',
    (text, dims) => {
      const goals = prepare(parseClaim(text));
      let [violated, held] = [0, 0];
      for (let seed = 1; seed <= 6; seed++) {
        const { trials, codes } = lanesOf(text, dims, 'tiny', seed);
        codes.forEach((code, lane) => {
          const point = trials.point(lane);
          if (point === null) throw new Error('a point is wanted');
          const exact = goals.some(({ goal }) => {
            const o = outcomeOf(goal, point);
            return o.kind === 'met' && o.violated;
          });
          expect(code, `seed ${seed}, lane ${lane}`).toBe(exact ? suspiciousCode : passesCode);
          if (exact) violated++;
          else held++;
        });
      }
      expect(violated).toBeGreaterThan(0);
      expect(held).toBeGreaterThan(0);
    },
  );

  it('of a positive matrix that is drawn from few numbers: its points are symmetric, and as large as was drawn', () => {
    const { trials } = lanesOf(
      "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)",
      { k: 14, n: 3 },
      'half',
      1,
    );
    for (const lane of [0, 5]) {
      const h = trials.point(lane)?.values.get('H');
      if (h?.kind !== 'tensor') throw new Error('a matrix is wanted');
      const at = (i: number, j: number): number => toFloat(h.tensor.data[i * 14 + j] as Q);
      for (let i = 0; i < 14; i++) {
        expect(at(i, i) >= 1).toBe(true);
        for (let j = 0; j < i; j++)
          expect(h.tensor.data[i * 14 + j]).toEqual(h.tensor.data[j * 14 + i]);
      }
      expect(new Set(h.tensor.data.map((x) => toFloat(x as Q))).size).toBeGreaterThan(20);
    }
  });
});

describe('ranks of positive semidefinite matrices, all lanes together', () => {
  it('are those of their roots', () => {
    const lanes = 8;
    const machine = new Machine(outsideSteps, steps.outside);
    const words = new Words(7, 7);
    for (const n of [1, 2, 3, 7, 12, 30]) {
      const from = firstRecord + 2 * recordBytes + ((-2 * recordBytes) & 63);
      machine.reserve(from + (n * n + 1) * lanes * 8);
      const start = from / 8;
      const ranks = Array.from({ length: lanes }, (_, lane) =>
        lane === 7 ? 0 : words.below(n + 1),
      );
      ranks.forEach((rank, lane) => {
        const root = Array.from({ length: rank * n }, () => words.below(2000) / 1000 - 1);
        // scales of rows that differ by thousands do not matter
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) {
            let sum = 0;
            for (let r = 0; r < rank; r++)
              sum += (root[r * n + i] as number) * (root[r * n + j] as number);
            machine.numbers[start + (i * n + j) * lanes + lane] =
              j < i ? Number.NaN : sum * 10 ** ((i % 4) + (j % 4));
          }
      });
      const record: Partial<Record<string, number>> = {
        step: steps.outside + outsideNames.indexOf('definiteRank'),
        count: 1,
        rows: n,
        inner: n,
        cols: 1,
        a: from,
        c: from + n * n * lanes * 8,
      };
      machine.write(
        Int32Array.from(fields, (f) => record[f] ?? 0),
        firstRecord,
      );
      machine.run(firstRecord, firstRecord + recordBytes, lanes);
      expect(
        [...machine.numbers.subarray(start + n * n * lanes, start + (n * n + 1) * lanes)],
        `side ${n}`,
      ).toEqual(ranks);
    }
  });
});

describe('zeros that are known beforehand', () => {
  const a = { widths: [3, 2, 3], units: ['tanh', 'identity'], data: 7 } as const;
  const g = new Graph();
  const f = outputsOfWeights(a);
  const theta = g.input('theta', parameters(a), 1);
  const j = jacobian(g, f.node(g, g.input('data', f.numbers, 1), theta), theta);
  const scaled = g.scaledRows(g.input('d', j.rows, 1), j);
  const gram = g.gram([
    [j, scaled],
    [j, j],
  ]);
  const program = emit(
    g.nodes,
    [j, scaled, gram, ...g.nodes.filter((n) => n.kind === 'input')],
    [],
    8,
  );
  const machine = new Machine(outsideSteps, steps.outside);
  machine.reserve(program.bytes);
  machine.write(program.records, program.from);
  for (const { node, at } of program.tables) writeTable(machine.numbers, node, at, program.lanes);
  const words = new Words(3, 3);
  for (const n of g.nodes)
    if (n.kind === 'input')
      words.fill(
        machine.numbers,
        program.place(n),
        n.rows * program.lanes,
        Float64Array.from({ length: 256 }, (_, i) => (i - 99.5) / 64),
      );
  machine.run(program.from, program.last, program.lanes);
  const value = (node: typeof j, i: number, k: number): number =>
    machine.numbers[program.place(node) + (i * node.cols + k) * program.lanes] as number;

  it('are zero, and a third of the last weights of three outputs are not', () => {
    const found = stretches(j) ?? [];
    expect(found.map(({ from, to, row, step }) => [from, to, row, step])).toEqual([
      [0, 6, 0, 1],
      [6, 8, 0, 3],
      [8, 10, 1, 3],
      [10, 12, 2, 3],
    ]);
    expect(stretches(scaled)).toEqual(found);
    for (const { from, to, row, step } of found)
      for (let k = from; k < to; k++)
        for (let i = 0; i < j.rows; i++) expect(value(j, i, k) === 0).toBe((i - row) % step !== 0);
  });

  it('are left out of a sum of products, whose upper half is as it would be', () => {
    for (let i = 0; i < j.cols; i++)
      for (let k = i; k < j.cols; k++) {
        let sum = 0;
        for (let r = 0; r < j.rows; r++)
          sum += value(j, r, i) * (value(scaled, r, k) + value(j, r, k));
        expect(value(gram, i, k)).toBeCloseTo(sum, 10);
      }
  });
});
