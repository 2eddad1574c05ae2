/** What the long form of the experiment on trained networks found: its table and its figure, from its record. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cell, Table } from './table.ts';

/** Standard output of `elenchus measure dnfa/trained-isotropy --long --seed 1 --json`. */
export const trainedRecord = join('proofs', 'findings', 'trained-isotropy.json');

interface Estimate {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
interface Quantity extends Estimate {
  readonly nulls: readonly Estimate[];
  readonly labels: { readonly slice?: string; readonly what?: string };
}
export interface Trained {
  readonly seed: number;
  readonly form: string;
  readonly asDeclared: boolean;
  readonly quantities: readonly Quantity[];
}

export const readTrained = async (): Promise<Trained> =>
  JSON.parse(await readFile(trainedRecord, 'utf8')) as Trained;

const slices = [
  'all',
  'layer 1',
  'layer 2',
  'layer 3',
  'sgd',
  'sgd decay',
  'adam',
  'adam decay',
  'relu',
  'tanh',
  'teacher',
  'iris',
  'width 128',
];
const likeness = "cos(W'W, M)";

/** Throws where the record lacks it: a figure with a hole in it is not drawn. */
function found({ quantities }: Trained, slice: string, what: string): Quantity {
  const one = quantities.find(({ labels }) => labels.slice === slice && labels.what === what);
  if (one === undefined)
    throw new Error(
      `${trainedRecord} has no '${slice}: ${what}'; measure it again, in the long form`,
    );
  return one;
}
function nullOf({ nulls, name }: Quantity, wanted: string): Estimate {
  const one = nulls.find((other) => other.name === wanted);
  if (one === undefined) throw new Error(`'${name}' in ${trainedRecord} has no null '${wanted}'`);
  return one;
}

const places = (x: number): string => x.toFixed(2);
const number = (x: number): Cell => [{ math: places(x) }];
const interval = ({ low, high }: Estimate): Cell => [
  { math: `[${places(low)},\\, ${places(high)}]` },
];

export function trainedTable(record: Trained): Table {
  const rows = slices.map((slice) => {
    const isotropy = found(record, slice, 'isotropy of Q');
    const cosine = found(record, slice, likeness);
    const alignment = found(record, slice, "cos(WW', Q)");
    return [
      [{ words: slice }],
      number(isotropy.value),
      number(nullOf(isotropy, 'untrained').value),
      number(cosine.value),
      number(nullOf(cosine, 'untrained').value),
      number(nullOf(cosine, 'Q rotated').value),
      interval(found(record, slice, `${likeness} over Q rotated`)),
      number(alignment.value),
    ];
  });
  return {
    label: 'trained',
    columns: [
      'networks',
      'isotropy',
      'untrained',
      'cosine',
      'untrained',
      'Q rotated',
      'cosine over Q rotated',
      'alignment',
    ],
    widths: Array.from({ length: 8 }, () => null),
    rows,
    caption: `Isotropy of $Q$, the cosine of $W^\\top W$ and $M$ with two of its nulls and the difference from the second (95\\,\\%, paired by seed), and alignment, the cosine of $WW^\\top$ and $Q$. Means over the layers but the last; from the record of the long run with seed ${record.seed}.`,
  };
}

const [lineWidth, rowHeight] = [100, 5];

/** Dots with intervals for trained networks, rings for untrained ones, small squares for the null of a rotated Q. */
export function trainedFigure(record: Trained): string {
  const height = slices.length * rowHeight;
  const at = (x: number): string => (x * lineWidth).toFixed(2);
  const rows = slices.flatMap((slice, i) => {
    const y = (height - (i + 0.5) * rowHeight).toFixed(2);
    const cosine = found(record, slice, likeness);
    return [
      `\\put(-2,${y}){\\makebox(0,0)[r]{\\small ${slice}}}`,
      `\\put(${at(cosine.low)},${y}){\\line(1,0){${((cosine.high - cosine.low) * lineWidth).toFixed(2)}}}`,
      `\\put(${at(cosine.value)},${y}){\\circle*{1.8}}`,
      `\\put(${at(nullOf(cosine, 'untrained').value)},${y}){\\circle{1.8}}`,
      `\\put(${at(nullOf(cosine, 'Q rotated').value)},${y}){\\makebox(0,0){\\rule{1.4mm}{1.4mm}}}`,
    ];
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((x) => [
    `\\put(${at(x)},0){\\line(0,-1){1}}`,
    `\\put(${at(x)},-3.5){\\makebox(0,0){\\small $${x}$}}`,
  ]);
  return [
    '\\begin{figure}[t]\\centering\\setlength\\unitlength{1mm}',
    `\\begin{picture}(${lineWidth + 22},${height + 7})(-22,-6)`,
    `\\put(0,0){\\line(1,0){${lineWidth}}}`,
    `\\put(0,0){\\line(0,1){${height}}}`,
    ...ticks,
    ...rows,
    '\\end{picture}',
    '\\caption{The cosine of $W^\\top W$ and $M$: trained networks (dots, with intervals at 95\\,\\%), the same before training (rings), and the null with $Q$ rotated (squares).\\label{figure}}',
    '\\end{figure}',
    '',
  ].join('\n');
}
