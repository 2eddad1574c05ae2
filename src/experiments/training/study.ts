/**
 * A study of trained networks: what a unit is, and what is measured on it before and after
 * training.
 */
import type { Context } from '../experiment.ts';
import { initialAttention } from './attention.ts';
import { initialConvolution } from './convolution.ts';
import {
  classesOf,
  handwrittenDigits,
  heldBack,
  irisFlowers,
  patternedImages,
  teacherStudent,
} from './data.ts';
import type { DataSet } from './data.ts';
import { spreadsOf } from './gradient-spread.ts';
import type { Loss } from './loss.ts';
import { imbalance, Layer, measureMap, restlessness } from './map-measures.ts';
import type { Likeness, MapMeasures } from './map-measures.ts';
import { denseModel, scaledNetwork } from './model.ts';
import type { Model } from './model.ts';
import type { Activation } from './network.ts';
import type { OptimiserName } from './optimiser.ts';
import { Diverged } from './train.ts';
import { lossOfModel, trainModel } from './train-model.ts';

export type Task = 'teacher' | 'classes' | 'iris' | 'digits' | 'patterns';

export interface StudyUnit {
  readonly key: string;
  readonly task: Task;
  readonly loss: Loss;
  readonly kind: 'dense' | 'convolution' | 'attention';
  readonly activation: Activation;
  /** Layers of weights of a dense network, the last one without an activation. */
  readonly depth: number;
  readonly width: number;
  /** Initial weights are this times those of He and others. */
  readonly scale: number;
  readonly optimiser: OptimiserName;
  readonly rate: number;
  readonly decay: number;
  readonly steps: number;
  /**
   * Units of one replicate have the same data and, where their sizes agree, the same initial
   * weights up to their scale.
   */
  readonly replicate: number;
}

export type MapSample = {
  readonly name: string;
  readonly trained: MapMeasures;
  readonly untrained: MapMeasures;
  readonly rotated: Likeness;
  readonly rotatedLoss: Likeness;
  readonly shuffled: number;
  readonly restless: number;
};

export type StudySample = {
  readonly diverged: boolean;
  readonly lossLeft: number;
  readonly testLeft: number;
  readonly imbalance: number;
  readonly imbalanceBefore: number;
  /** The maps but the last, whose Q is I by definition. */
  readonly maps: readonly MapSample[];
};

const batch = 64;
const rotations = { short: 3, long: 20 } as const;

const dataOf = (
  { task, replicate }: StudyUnit,
  stream: Context['stream'],
): { readonly train: DataSet; readonly test: DataSet } => {
  const teacher = (): DataSet =>
    teacherStudent({ inputs: 16, units: 3, count: 512 }, stream(`teacher #${replicate}`));
  const cut = stream(`held back ${task} #${replicate}`);
  switch (task) {
    case 'teacher':
      return heldBack(teacher(), 256, cut);
    case 'classes':
      return heldBack(classesOf(teacher()), 256, cut);
    case 'iris':
      return heldBack(irisFlowers(), 50, cut);
    case 'digits':
      return heldBack(handwrittenDigits(), 500, cut);
    case 'patterns':
      return heldBack(patternedImages(120, stream(`patterns #${replicate}`)), 60, cut);
  }
};

function initialModel(unit: StudyUnit, data: DataSet, stream: Context['stream']): Model {
  const { kind, activation, depth, width, scale, replicate } = unit;
  const [inputs, outputs] = [data.inputs.columns, data.targets.columns];
  if (kind === 'dense') {
    const sizes = [inputs, ...Array.from({ length: depth - 1 }, () => width), outputs];
    const random = stream(`initial ${activation} ${sizes.join('-')} #${replicate}`);
    return denseModel(scaledNetwork(sizes, activation, scale, random));
  }
  const random = stream(`initial ${kind} #${replicate}`);
  const shape = { hidden: width, outputs, scale };
  return kind === 'convolution'
    ? initialConvolution({ side: 14, size: 4, stride: 2, channels: 16, ...shape }, random)
    : initialAttention({ tokens: 14, width: 14, head: 16, ...shape }, random);
}

/** Trains one network and measures its maps, before and after. */
export function trainAndStudy(unit: StudyUnit, { form, stream, pause }: Context): StudySample {
  const { loss, optimiser, rate, decay, steps, replicate } = unit;
  const { train, test } = dataOf(unit, stream);
  const before = initialModel(unit, train, stream);
  const batches = stream(`batches ${train.inputs.rows} #${replicate}`);
  let after: Model;
  try {
    after = trainModel(
      before,
      train,
      { loss, optimiser, rate, decay, batch, steps },
      batches,
      pause,
    );
  } catch (error) {
    if (!(error instanceof Diverged)) throw error;
    return { diverged: true, lossLeft: 1, testLeft: 1, imbalance: 1, imbalanceBefore: 1, maps: [] };
  }
  const [old, now] = [spreadsOf(before, train, loss), spreadsOf(after, train, loss)];
  const chance = stream(`chance ${unit.key}`);
  const maps = after.maps.slice(0, -1).map((w, k): MapSample => {
    pause();
    const layer = new Layer(w);
    const spread = now[k]!;
    return {
      name: after.names[k]!,
      trained: measureMap(layer, spread),
      untrained: measureMap(new Layer(before.maps[k]!), old[k]!),
      rotated: layer.rotated(spread.outputs, chance, rotations[form]),
      rotatedLoss: layer.rotated(spread.loss, chance, rotations[form]),
      shuffled: layer.shuffledWeights(spread.outputs, chance),
      restless: restlessness(w, spread.byMap, decay),
    };
  });
  const unbalanced = (model: Model): number => {
    const each = model.neighbours.map(([i, j]) => imbalance(model.maps[i]!, model.maps[j]!));
    return each.reduce((sum, x) => sum + x, 0) / each.length;
  };
  return {
    diverged: false,
    lossLeft: lossOfModel(after, train, loss) / lossOfModel(before, train, loss),
    testLeft: lossOfModel(after, test, loss) / lossOfModel(before, test, loss),
    imbalance: unbalanced(after),
    imbalanceBefore: unbalanced(before),
    maps,
  };
}
