/**
 * The table of a study: likeness, isotropy, balance and rest for each slice of its design, each
 * with its nulls.
 */
import { nullOf, quantity } from '../quantity.ts';
import type { Null, Quantity } from '../quantity.ts';
import { mean, meanInterval } from '../statistics.ts';
import type { MapSample, StudySample, StudyUnit } from './study.ts';

export interface Slice {
  readonly name: string;
  readonly of: (unit: StudyUnit) => boolean;
  /** Of the maps of a unit, by name; all unless said otherwise. */
  readonly map?: (name: string) => boolean;
  /** All quantities, or the cosines alone. */
  readonly full: boolean;
  readonly labels: Readonly<Record<string, string | number>>;
}

export interface Studied {
  readonly unit: StudyUnit;
  readonly sample: StudySample;
}

type Pick = (one: MapSample) => number;
interface Row {
  readonly what: string;
  readonly full: boolean;
  readonly pick: Pick;
  readonly nulls: readonly (readonly [name: string, pick: Pick])[];
}

const row = (
  what: string,
  pick: Pick,
  nulls: readonly (readonly [string, Pick])[] = [],
  full = true,
): Row => ({ what, pick, nulls, full });

/** A null over the trained network's own; the difference is paired map by map. */
const rows: readonly Row[] = [
  row(
    "cos(W'W, M)",
    (o) => o.trained.outputs.one,
    [
      ['untrained', (o) => o.untrained.outputs.one],
      ['chance', (o) => o.trained.chance],
      ['Q rotated', (o) => o.rotated.one],
      ['weights shuffled', (o) => o.shuffled],
    ],
    false,
  ),
  row("cos(W'W, M) over Q rotated", (o) => o.trained.outputs.one - o.rotated.one, [], false),
  row(
    "cos(W'W, M) over untrained",
    (o) => o.trained.outputs.one - o.untrained.outputs.one,
    [],
    false,
  ),
  row("cos(W'W, M) over chance", (o) => o.trained.outputs.one - o.trained.chance),
  row(
    "cos(W'W, √M)",
    (o) => o.trained.outputs.half,
    [
      ['untrained', (o) => o.untrained.outputs.half],
      ['Q rotated', (o) => o.rotated.half],
    ],
    false,
  ),
  row("cos(W'W, √M) over Q rotated", (o) => o.trained.outputs.half - o.rotated.half, [], false),
  row('gain of the power ½', (o) => o.trained.outputs.half - o.trained.outputs.one, [
    ['untrained', (o) => o.untrained.outputs.half - o.untrained.outputs.one],
    ['Q rotated', (o) => o.rotated.half - o.rotated.one],
  ]),
  row("cos(W'W, M of the loss)", (o) => o.trained.loss.one, [
    ['untrained', (o) => o.untrained.loss.one],
    ['Q rotated', (o) => o.rotatedLoss.one],
  ]),
  row("cos(W'W, √M of the loss)", (o) => o.trained.loss.half, [
    ['untrained', (o) => o.untrained.loss.half],
    ['Q rotated', (o) => o.rotatedLoss.half],
  ]),
  row('loss over outputs, power ½', (o) => o.trained.loss.half - o.trained.outputs.half),
  row("cos(W'W, M centred)", (o) => o.trained.centred.one, [
    ['untrained', (o) => o.untrained.centred.one],
  ]),
  row("cos(WW', Q)", (o) => o.trained.left, [['untrained', (o) => o.untrained.left]]),
  row("cos(WW', Q of the loss)", (o) => o.trained.leftLoss, [
    ['untrained', (o) => o.untrained.leftLoss],
  ]),
  row('isotropy of Q', (o) => o.trained.isotropy, [['untrained', (o) => o.untrained.isotropy]]),
  row('isotropy of PQP', (o) => o.trained.isotropyInRange, [
    ['untrained', (o) => o.untrained.isotropyInRange],
  ]),
  row("tightness of W'W", (o) => o.trained.tightness, [
    ['untrained', (o) => o.untrained.tightness],
  ]),
  row('restlessness', (o) => o.restless),
  row("cos(W'W, M) untrained", (o) => o.untrained.outputs.one, [
    ['chance', (o) => o.untrained.chance],
  ]),
  row('untrained less chance', (o) => o.untrained.outputs.one - o.untrained.chance),
];

/**
 * Units of one replicate share data and initial weights: they are averaged first, and replicates
 * are what is counted.
 */
function byReplicate<T>(
  chosen: readonly Studied[],
  values: (one: Studied) => readonly T[],
  pick: (one: T) => number,
): number[] {
  const replicates = [...new Set(chosen.map(({ unit }) => unit.replicate))];
  return replicates.flatMap((replicate) => {
    const all = chosen.filter(({ unit }) => unit.replicate === replicate).flatMap(values);
    return all.length === 0 ? [] : [mean(all.map(pick))];
  });
}

function rowsOf(samples: readonly Studied[], slice: Slice): Quantity[] {
  const { name, of, map = () => true, full, labels } = slice;
  const chosen = samples.filter(({ unit, sample }) => of(unit) && !sample.diverged);
  const made = (what: string, values: number[], nulls: readonly Null[] = []): Quantity[] =>
    values.length < 2
      ? []
      : [
          quantity(`${name}: ${what}`, meanInterval(values), nulls, {
            slice: name,
            what,
            ...labels,
          }),
        ];
  const over = (pick: Pick): number[] =>
    byReplicate(chosen, ({ sample }) => sample.maps.filter((one) => map(one.name)), pick);
  const whole = (pick: (one: StudySample) => number): number[] =>
    byReplicate(chosen, ({ sample }) => [sample], pick);
  const picked = rows
    .filter((one) => full || !one.full)
    .flatMap(({ what, pick, nulls }) => {
      const values = over(pick);
      if (values.length < 2) return [];
      return made(
        what,
        values,
        nulls.map(([called, null_]) => nullOf(called, meanInterval(over(null_)))),
      );
    });
  if (!full) return picked;
  return [
    ...picked,
    ...made(
      'imbalance',
      whole((o) => o.imbalance),
      chosen.length < 2 ? [] : [nullOf('untrained', meanInterval(whole((o) => o.imbalanceBefore)))],
    ),
    ...made(
      'training loss left',
      whole((o) => o.lossLeft),
    ),
    ...made(
      'test loss left',
      whole((o) => o.testLeft),
    ),
  ];
}

/** The share that diverged, then each slice's rows. */
export const studyTable = (samples: readonly Studied[], slices: readonly Slice[]): Quantity[] => [
  quantity(
    'diverged',
    meanInterval(
      byReplicate(
        samples,
        ({ sample }) => [sample],
        (o) => (o.diverged ? 1 : 0),
      ),
    ),
  ),
  ...slices.flatMap((slice) => rowsOf(samples, slice)),
];
