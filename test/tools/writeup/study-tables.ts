/**
 * Tables of the studies from their records: findings as declared, and the likeness in each slice
 * with its nulls.
 */
import type { Cell, Table } from './table.ts';
import { namedIn, quantityOf } from './records.ts';
import type { Recorded, Study, StudyRecord } from './records.ts';

const places = (x: number): string => x.toFixed(2);
const math = (text: string): Cell => [{ math: text }];
const interval = ({ value, low, high }: Recorded): string =>
  `${places(value)}\\ [${places(low)},\\, ${places(high)}]`;

/** The finding's sentence, without the predicate behind it. */
function sentenceOf(record: StudyRecord, says: string): string {
  const [first] = namedIn(record, says);
  return first === undefined ? says : says.slice(0, says.indexOf(first.name)).replace(/: $/, '');
}

/** What the finding declares of its quantities: a bound, an interval, or an order. */
function boundOf(record: StudyRecord, says: string): Cell {
  const [first, second] = namedIn(record, says);
  if (first === undefined) return [];
  if (second !== undefined) return [{ words: 'rising' }];
  const rest = says.slice(says.indexOf(first.name) + first.name.length).trim();
  const [, low, high] = /^from (\S+) to (\S+)$/.exec(rest) ?? [];
  return math(low === undefined ? rest : `[${low},\\, ${high}]`);
}

/** Every named finding with its bound, what was measured and whether it was found. */
export const findingsTable = (record: StudyRecord, label: string, caption: string): Table => ({
  label,
  caption,
  columns: ['declared before the run', 'bound', 'measured', 'found'],
  widths: ['0.48', null, '0.28', null],
  rows: record.findings
    .filter(({ name }) => name !== undefined)
    .map(({ says, holds }): readonly Cell[] => [
      [{ words: sentenceOf(record, says) }],
      boundOf(record, says),
      namedIn(record, says).flatMap(
        (one, i): Cell => [...(i === 0 ? [] : [{ words: '; ' }]), { math: interval(one) }],
      ),
      [{ words: holds ? 'yes' : 'no' }],
    ]),
});

/**
 * Findings on the excess over a rotated Q, next to the excess over the same network before training,
 * of which nothing was declared.
 */
export const excessTable = (
  records: readonly StudyRecord[],
  label: string,
  caption: string,
): Table => ({
  label,
  caption,
  columns: ['declared before the run', 'bound', 'over rotated', 'found', 'over untrained'],
  widths: ['0.38', null, null, null, null],
  rows: records.flatMap((record) =>
    record.findings
      .filter(({ name }) => name !== undefined)
      .map(({ says, holds }): readonly Cell[] => {
        const [one] = namedIn(record, says);
        if (one === undefined) throw new Error(`the record of ${record.id} lacks '${says}'`);
        return [
          [{ words: sentenceOf(record, says) }],
          boundOf(record, says),
          math(interval(one)),
          [{ words: holds ? 'yes' : 'no' }],
          math(interval(quantityOf(record, one.name.replace('over Q rotated', 'over untrained')))),
        ];
      }),
  ),
});

const columns = [
  "cos(W'W, M)",
  "cos(W'W, M) over Q rotated",
  "cos(W'W, √M)",
  "cos(W'W, √M of the loss)",
  "cos(WW', Q)",
  'isotropy of PQP',
  "tightness of W'W",
  'imbalance',
  'restlessness',
  'training loss left',
] as const;

/** The likeness and what goes with it, a row for each slice that has all of it. */
export function slicesTable(record: StudyRecord, label: string, caption: string): Table {
  const slices = [
    ...new Set(
      record.quantities.flatMap(({ labels }) =>
        typeof labels['slice'] === 'string' ? [labels['slice']] : [],
      ),
    ),
  ];
  const of = (slice: string, what: string): Recorded | undefined =>
    record.quantities.find(({ name }) => name === `${slice}: ${what}`);
  return {
    label,
    caption,
    columns: [
      'networks',
      'cosine',
      'rotated',
      'excess',
      'half',
      'half, loss',
      'left',
      'isotropy',
      'tight',
      'imbalance',
      'unrest',
    ],
    widths: Array.from({ length: 11 }, () => null),
    rows: slices
      .filter((slice) => columns.every((what) => of(slice, what) !== undefined))
      .map((slice) => {
        const value = (what: string): Cell => math(places(of(slice, what)!.value));
        const rotated = of(slice, columns[0])!.nulls.find(({ name }) => name === 'Q rotated');
        const excess = of(slice, columns[1])!;
        return [
          [{ words: slice }],
          value(columns[0]),
          math(rotated === undefined ? '' : places(rotated.value)),
          math(`[${places(excess.low)},\\, ${places(excess.high)}]`),
          value(columns[2]),
          value(columns[3]),
          value(columns[4]),
          value(columns[5]),
          value(columns[6]),
          value(columns[7]),
          value(columns[8]),
        ];
      }),
  };
}

/** How much of each design was run, and how many of its declared findings were found. */
export const coverageTable = (records: ReadonlyMap<Study, StudyRecord>): Table => ({
  label: 'coverage',
  caption:
    'The long runs so far: networks trained, of those in the design, and declared findings that were found. A study that is not listed has not been run.',
  columns: ['study', 'networks', 'of', 'replicates', 'found', 'declared'],
  widths: [null, null, null, null, null, null],
  rows: [...records].map(([study, { units, findings, quantities }]) => {
    const named = findings.filter(({ name }) => name !== undefined);
    const most = Math.max(...quantities.map(({ n }) => n));
    return [
      [{ code: study }],
      ...[units.done, units.of, most, named.filter(({ holds }) => holds).length, named.length].map(
        (n): Cell => [{ math: String(n) }],
      ),
    ];
  }),
});
