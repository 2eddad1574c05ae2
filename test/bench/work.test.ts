/** Fails when the counted work of a benchmark claim grows by a quarter. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { LaneTrials } from '../../src/refuter/lanes/trials.ts';
import { fields } from '../../src/refuter/lanes/record-layout.ts';
import { network } from '../../src/refuter/lanes/stand-ins.ts';
import { false4, true8 } from './peers/properties.ts';
import { proving, refuting, type Work } from './work.ts';

/** What was filed. Where a change makes more work for a good reason, the new numbers go here. */
const filed: Readonly<Record<string, Work>> = {
  p2_singular: { trials: 1, first: 18, smallest: 43 },
  p4: { trials: 4, first: 1435, smallest: 2893 },
  p5: { trials: 3, first: 1473, smallest: 9848 },
  p7_false: { trials: 12, first: 1069, smallest: 1933 },
  commute: { trials: 3, first: 162, smallest: 292 },
  p1: { sealed: 382 },
  p2: { sealed: 4730 },
  p3: { sealed: 1727 },
  p6: { sealed: 4451 },
  trace: { sealed: 177 },
};

const growth = 1.25;
const within = (id: string, found: Work): void => {
  const kept = filed[id] ?? {};
  const grown = Object.entries(found).filter(([what, n]) => n > growth * (kept[what] ?? 0));
  expect(
    grown.map(([what, n]) => `${what}: ${n}, filed ${kept[what] ?? 0}`),
    `${id} takes more work than was filed: ${JSON.stringify(found)}`,
  ).toEqual([]);
};

describe('work does not grow by more than a quarter', () => {
  it.each([
    ...false4.map(({ id, claim }) => [id, claim] as const),
    ['commute', 'A, B: n×n |- A B = B A'] as const,
  ])('to refute %s', (id, text) => within(id, refuting(text)));
  it.each([
    ...true8
      .filter(({ id }) => ['p1', 'p2', 'p3', 'p6'].includes(id))
      .map(({ id, claim }) => [id, claim] as const),
    ['trace', 'A: m×n; B: n×m |- tr(A B) = tr(B A)'] as const,
  ])('to prove %s', (id, text) => within(id, proving(text)));

  it('in compiled trials: steps and memory of one run', () => {
    const compiled = (
      id: string,
      dims: Readonly<Record<string, number>>,
      chosen = {},
    ): readonly [number, number] => {
      const { program } = new LaneTrials(
        parseClaim(true8.find((p) => p.id === id)?.claim ?? ''),
        new Map(Object.entries(dims)),
        new Map(Object.entries(chosen)),
        8,
      );
      return [program.records.length / fields.length, program.bytes];
    };
    const net = (widths: readonly number[]): object => ({
      kind: 'function',
      map: network(widths, ['tanh'], false),
    });
    const [p1, p2, p3] = [
      compiled('p1', { m: 4, n: 5 }, { p: net([4, 5, 1]) }),
      compiled('p2', { n: 4 }),
      compiled('p3', { N: 5, k: 3 }, { F: net([5, 4, 3]), l: net([3, 4, 1]) }),
    ];
    const most = [
      [19, 12_800],
      [27, 11_456],
      [57, 29_248],
    ] as const;
    [p1, p2, p3].forEach((found, i) =>
      found.forEach((n, j) =>
        expect(n, JSON.stringify([p1, p2, p3])).toBeLessThanOrEqual(growth * (most[i]?.[j] ?? 0)),
      ),
    );
  });
});
