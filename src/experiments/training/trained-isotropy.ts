/** Experiment: how isotropic the weight matrices of trained networks are. */
import type { Form, InUnits } from '../experiment.ts';
import { nullOf, quantity } from '../quantity.ts';
import type { Null, Quantity } from '../quantity.ts';
import { mean, meanInterval } from '../statistics.ts';
import type { LayerMeasures } from './ansatz.ts';
import { ensemble, trainAndMeasure } from './ensemble.ts';
import type { LayerSample, Trained, TrainedSample } from './ensemble.ts';

interface Slice {
  readonly name: string;
  readonly of: (unit: Trained) => boolean;
  readonly layer: (index: number) => boolean;
}

const every = (): boolean => true;
const wide = (unit: Trained): boolean => unit.width === 128;
const usual = (unit: Trained): boolean => !wide(unit);
const slice = (
  name: string,
  of: (unit: Trained) => boolean,
  layer: Slice['layer'] = every,
): Slice => ({ name, of: (unit) => usual(unit) && of(unit), layer });

const optimisers: readonly Slice[] = [
  slice('sgd', (u) => u.optimiser === 'sgd' && !u.decay),
  slice('sgd decay', (u) => u.optimiser === 'sgd' && u.decay),
  slice('adam', (u) => u.optimiser === 'adam' && !u.decay),
  slice('adam decay', (u) => u.optimiser === 'adam' && u.decay),
];
const slices: Readonly<Record<Form, readonly Slice[]>> = {
  short: [
    slice('all', every),
    ...optimisers.filter((one) => one.name === 'sgd' || one.name === 'adam decay'),
  ],
  long: [
    slice('all', every),
    slice('layer 1', every, (l) => l === 0),
    slice('layer 2', every, (l) => l === 1),
    slice('layer 3', every, (l) => l === 2),
    ...optimisers,
    slice('teacher', (u) => u.data === 'teacher'),
    slice('iris', (u) => u.loss === 'cross-entropy'),
    slice('iris squared', (u) => u.data === 'iris' && u.loss === 'squared-error'),
    slice('relu', (u) => u.activation === 'relu'),
    slice('tanh', (u) => u.activation === 'tanh'),
    ...[2, 3, 4].map((depth) => slice(`depth ${depth}`, (u) => u.depth === depth)),
    { name: 'width 128', of: wide, layer: every },
  ],
};

interface Measured {
  readonly unit: Trained;
  readonly sample: TrainedSample;
}

/** Networks of one replicate share data and initial weights: they are averaged first, and replicates are what is counted. */
function overReplicates(
  samples: readonly Measured[],
  { of, layer }: Slice,
  pick: (one: LayerSample) => number,
): number[] {
  const chosen = samples.filter(({ unit }) => of(unit));
  const replicates = [...new Set(chosen.map(({ unit }) => unit.replicate))];
  return replicates.map((replicate) =>
    mean(
      chosen
        .filter(({ unit }) => unit.replicate === replicate)
        .flatMap(({ sample }) => sample.layers.filter((_, l) => layer(l)).map(pick)),
    ),
  );
}

const likenesses = [
  ['cosine1', "cos(W'W, M)"],
  ['cosineHalf', "cos(W'W, √M)"],
] as const;

function rowsOf(samples: readonly Measured[], part: Slice): Quantity[] {
  const over = (pick: (one: LayerSample) => number): number[] =>
    overReplicates(samples, part, pick);
  const row = (what: string, values: readonly number[], nulls: readonly Null[] = []): Quantity =>
    quantity(`${part.name}: ${what}`, meanInterval(values), nulls, { slice: part.name, what });
  const against = (name: keyof LayerMeasures): Null =>
    nullOf('untrained', meanInterval(over((one) => one.untrained[name])));
  return [
    row(
      'isotropy of Q',
      over((one) => one.trained.isotropy),
      [against('isotropy')],
    ),
    row(
      'isotropy of Q over untrained',
      over((one) => one.trained.isotropy - one.untrained.isotropy),
    ),
    ...likenesses.flatMap(([key, name]) => [
      row(
        name,
        over((one) => one.trained[key]),
        [
          against(key),
          nullOf('weights shuffled', meanInterval(over((one) => one.shuffled[key]))),
          nullOf('Q rotated', meanInterval(over((one) => one.rotated[key]))),
        ],
      ),
      row(
        `${name} over untrained`,
        over((one) => one.trained[key] - one.untrained[key]),
      ),
      row(
        `${name} over Q rotated`,
        over((one) => one.trained[key] - one.rotated[key]),
      ),
    ]),
    row(
      "cos(WW', Q)",
      over((one) => one.trained.left),
      [against('left')],
    ),
  ];
}

/**
 * Networks trained here, layer by layer: is Q a multiple of I, is W'W like a power of M = W'QW, and is it more so than
 * without training, with the entries of W shuffled, and with Q turned at random, which keeps its isotropy and loses
 * its alignment with W? Differences are paired by seed.
 */
export const trainedIsotropy: InUnits<Trained, TrainedSample> = {
  units: ensemble,
  measure: trainAndMeasure,
  table(samples, { form }) {
    const shares = (unit: (one: Trained) => boolean): number[] => {
      const chosen = samples.filter((one) => unit(one.unit));
      return [...new Set(chosen.map((one) => one.unit.replicate))].map((r) =>
        mean(
          chosen
            .filter((one) => one.unit.replicate === r)
            .map(({ sample }) => sample.lossAfter / sample.lossBefore),
        ),
      );
    };
    const centred = slices[form].slice(0, 1).flatMap((part) =>
      (
        [
          ['correlation1', "corr(W'W, M)"],
          ['correlationHalf', "corr(W'W, √M)"],
        ] as const
      ).map(([key, name]) =>
        quantity(
          `${part.name}: ${name}`,
          meanInterval(overReplicates(samples, part, (one) => one.trained[key])),
          [
            nullOf(
              'untrained',
              meanInterval(overReplicates(samples, part, (one) => one.untrained[key])),
            ),
            nullOf(
              'weights shuffled',
              meanInterval(overReplicates(samples, part, (one) => one.shuffled[key])),
            ),
            nullOf(
              'Q rotated',
              meanInterval(overReplicates(samples, part, (one) => one.rotated[key])),
            ),
          ],
          { slice: part.name, what: name },
        ),
      ),
    );
    return [
      quantity('training loss, after / before', meanInterval(shares(() => true))),
      ...slices[form].flatMap((part) => rowsOf(samples, part)),
      ...centred,
    ];
  },
};
