/** The networks that are trained for the ansatz: which there are, and what is measured on each, before and after. */
import type { Context, Form } from '../experiment.ts';
import {
  measureLayer,
  preactivationGradients,
  rotatedGradients,
  shuffledWeights,
} from './ansatz.ts';
import type { LayerMeasures } from './ansatz.ts';
import { irisFlowers, teacherStudent } from './data.ts';
import type { DataSet } from './data.ts';
import type { Loss } from './loss.ts';
import { initialNetwork } from './network.ts';
import type { Activation } from './network.ts';
import type { OptimiserName } from './optimiser.ts';
import { lossOn, train } from './train.ts';

export interface Trained {
  readonly key: string;
  readonly data: 'teacher' | 'iris';
  readonly loss: Loss;
  readonly activation: Activation;
  readonly optimiser: OptimiserName;
  readonly decay: boolean;
  /** Layers of weights, the last one without an activation. */
  readonly depth: number;
  readonly width: number;
  readonly steps: number;
  /** Networks of the same replicate have the same data and, where their sizes agree, the same initial weights. */
  readonly replicate: number;
}

export type LayerSample = {
  readonly trained: LayerMeasures;
  readonly untrained: LayerMeasures;
  readonly shuffled: ReturnType<typeof shuffledWeights>;
  readonly rotated: ReturnType<typeof rotatedGradients>;
};

/** The layers but the last, whose Q is I by definition. */
export type TrainedSample = {
  readonly lossBefore: number;
  readonly lossAfter: number;
  readonly layers: readonly LayerSample[];
};

const rates = { sgd: 0.05, adam: 0.005 } as const;
/** A decay that matters within the steps, yet lets the loss come down: plain descent shrinks weights by exp(−rate · decay · steps). */
const decays = { sgd: 0.01, adam: 0.001 } as const;

type Kind = Omit<Trained, 'key' | 'optimiser' | 'decay' | 'replicate'>;

const teacher = { data: 'teacher', loss: 'squared-error' } as const;
const flowers = { data: 'iris', loss: 'cross-entropy' } as const;
const flowersSquared = { data: 'iris', loss: 'squared-error' } as const;

const kinds: Readonly<Record<Form, readonly Kind[]>> = {
  short: [
    { ...teacher, activation: 'relu', depth: 3, width: 16, steps: 300 },
    { ...flowers, activation: 'tanh', depth: 3, width: 16, steps: 300 },
  ],
  long: [
    ...[2, 3, 4].flatMap((depth) =>
      [teacher, flowers].map((task) => ({
        ...task,
        activation: 'relu' as const,
        depth,
        width: 32,
        steps: 2000,
      })),
    ),
    { ...flowersSquared, activation: 'relu', depth: 3, width: 32, steps: 2000 },
    ...[teacher, flowers, flowersSquared].map((task) => ({
      ...task,
      activation: 'tanh' as const,
      depth: 3,
      width: 32,
      steps: 2000,
    })),
    ...[teacher, flowers].map((task) => ({
      ...task,
      activation: 'relu' as const,
      depth: 3,
      width: 128,
      steps: 800,
    })),
  ],
};

/** Every kind with each optimiser, without and with decay; five seeds, which are what the intervals are about. */
export const ensemble = (form: Form): Trained[] =>
  [1, 2, 3, 4, 5].flatMap((replicate) =>
    kinds[form].flatMap((kind) =>
      (['sgd', 'adam'] as const).flatMap((optimiser) =>
        [false, true].map((decay) => ({
          ...kind,
          optimiser,
          decay,
          replicate,
          key: `${kind.data} ${kind.loss} ${kind.activation} ${kind.depth}x${kind.width} ${optimiser}${decay ? ' decay' : ''} #${replicate}`,
        })),
      ),
    ),
  );

/** Trains one network and measures its layers, before and after. */
export function trainAndMeasure(unit: Trained, { stream, pause }: Context): TrainedSample {
  const { loss, activation, optimiser, decay, depth, width, steps, replicate } = unit;
  const data: DataSet =
    unit.data === 'iris'
      ? irisFlowers()
      : teacherStudent({ inputs: 16, units: 3, count: 256 }, stream(`teacher #${replicate}`));
  const sizes = [
    data.inputs.columns,
    ...Array.from({ length: depth - 1 }, () => width),
    data.targets.columns,
  ];
  const before = initialNetwork(
    sizes,
    activation,
    stream(`initial ${activation} ${sizes.join('-')} #${replicate}`),
  );
  const settings = {
    loss,
    optimiser,
    rate: rates[optimiser],
    decay: decay ? decays[optimiser] : 0,
    batch: 32,
    steps,
  };
  const after = train(
    before,
    data,
    settings,
    stream(`batches ${data.inputs.rows} #${replicate}`),
    pause,
  );
  const [gradientsBefore, gradientsAfter] = [
    preactivationGradients(before, data.inputs),
    preactivationGradients(after, data.inputs),
  ];
  const chance = stream(`chance ${unit.key}`);
  const layers = after.weights.slice(0, -1).map((w, l) => {
    pause();
    const q = gradientsAfter[l]!;
    return {
      trained: measureLayer(w, q),
      untrained: measureLayer(before.weights[l]!, gradientsBefore[l]!),
      shuffled: shuffledWeights(w, q, chance),
      rotated: rotatedGradients(w, q, chance),
    };
  });
  return { lossBefore: lossOn(before, data, loss), lossAfter: lossOn(after, data, loss), layers };
}
