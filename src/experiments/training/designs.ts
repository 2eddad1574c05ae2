/**
 * The designs of the studies of trained networks: cells, seeds and the slices that their tables
 * show.
 */
import type { InUnits } from '../experiment.ts';
import type { Form } from '../form.ts';
import type { Loss } from './loss.ts';
import { trainAndStudy } from './study.ts';
import type { StudySample, StudyUnit, Task } from './study.ts';
import { studyTable } from './study-table.ts';
import type { Slice } from './study-table.ts';

/** Replicates of the long forms: more seeds are more of these, and nothing else. */
const seeds = 20;

type Cell = Omit<StudyUnit, 'key' | 'replicate'>;

const base: Omit<Cell, 'task' | 'loss'> = {
  kind: 'dense',
  activation: 'relu',
  depth: 3,
  width: 32,
  scale: 1,
  optimiser: 'sgd',
  rate: 0.1,
  decay: 0,
  steps: 1500,
};

const keyOf = (c: Cell, replicate: number): string =>
  [
    c.kind === 'dense' ? `${c.activation} ${c.depth}x${c.width}` : c.kind,
    c.task,
    c.loss,
    `scale ${c.scale}`,
    `${c.optimiser} ${c.rate}`,
    `decay ${c.decay}`,
    `${c.steps} steps`,
    `#${replicate}`,
  ].join(', ');

/** Replicates outermost: a stretch of the units is all cells of some replicates. */
const study = (
  cells: Readonly<Record<Form, readonly Cell[]>>,
  slices: Readonly<Record<Form, readonly Slice[]>>,
): InUnits<StudyUnit, StudySample> => ({
  units: (form) =>
    Array.from({ length: form === 'short' ? 3 : seeds }, (_, i) => i + 1).flatMap((replicate) =>
      cells[form].map((cell) => ({ ...cell, replicate, key: keyOf(cell, replicate) })),
    ),
  measure: trainAndStudy,
  // a replicate that lacks cells would weigh those it has too much
  table(samples, { form }) {
    const whole = samples.filter(
      ({ unit }) =>
        samples.filter((other) => other.unit.replicate === unit.replicate).length ===
        cells[form].length,
    );
    return studyTable(whole, slices[form]);
  },
});

const cross = <A, B, C>(as: readonly A[], bs: readonly B[], make: (a: A, b: B) => C): C[] =>
  as.flatMap((a) => bs.map((b) => make(a, b)));
const slice = (
  name: string,
  of: Slice['of'],
  labels: Slice['labels'] = {},
  more: Partial<Slice> = {},
): Slice => ({ name, of, labels, full: true, ...more });
const brief = { full: false };

const tasks: readonly { readonly task: Task; readonly loss: Loss }[] = [
  { task: 'teacher', loss: 'squared-error' },
  { task: 'classes', loss: 'squared-error' },
  { task: 'classes', loss: 'cross-entropy' },
  { task: 'iris', loss: 'squared-error' },
  { task: 'iris', loss: 'cross-entropy' },
];
const scales = [1, 0.5, 0.25, 0.1, 0.05];
const decays = { sgd: [0, 0.002, 0.006, 0.02], adam: [0, 0.0002, 0.0006, 0.002] };
const levels = ['none', 'weak', 'middle', 'strong'];
const levelOf = ({ optimiser, decay }: StudyUnit): string =>
  levels[decays[optimiser].indexOf(decay)] ?? 'other';
const teacher = { ...base, ...tasks[0]! };
const smallTeacher = { ...teacher, width: 16, steps: 200 };
const onTask =
  ({ task, loss }: (typeof tasks)[number]) =>
  (u: StudyUnit): boolean =>
    u.task === task && u.loss === loss;

/** Initialisation scale × decay × optimiser × task and loss, at depth 3 and width 32. */
export const scaleAndDecay = study(
  {
    short: cross([1, 0.1], [0, 0.02], (scale, decay) => ({ ...smallTeacher, scale, decay })),
    long: cross(tasks, scales, (task, scale) =>
      (['sgd', 'adam'] as const).flatMap((optimiser) =>
        decays[optimiser].map((decay) => ({
          ...base,
          ...task,
          scale,
          optimiser,
          decay,
          rate: optimiser === 'sgd' ? 0.1 : 0.005,
        })),
      ),
    ).flat(),
  },
  {
    short: [
      slice('all', () => true),
      slice('scale 0.1, decay none', (u) => u.scale === 0.1 && u.decay === 0),
    ],
    long: [
      slice('all', () => true),
      ...cross(scales, levels, (scale, level) =>
        slice(`scale ${scale}, decay ${level}`, (u) => u.scale === scale && levelOf(u) === level, {
          scale,
          decay: level,
        }),
      ),
      ...cross(['layer 1', 'layer 2'], scales, (layer, scale) =>
        slice(
          `${layer}, scale ${scale}, decay none`,
          (u) => u.scale === scale && u.decay === 0,
          { layer, scale },
          { ...brief, map: (name) => name === layer },
        ),
      ),
      ...cross(['sgd', 'adam'], levels, (optimiser, level) =>
        slice(
          `${optimiser}, scale 1, decay ${level}`,
          (u) => u.scale === 1 && u.optimiser === optimiser && levelOf(u) === level,
          { optimiser, decay: level },
        ),
      ),
      ...cross(tasks, [1, 0.1], (task, scale) =>
        slice(
          `${task.task}, ${task.loss}, scale ${scale}, decay none`,
          (u) => onTask(task)(u) && u.scale === scale && u.decay === 0,
          { task: `${task.task}, ${task.loss}`, scale },
          brief,
        ),
      ),
    ],
  },
);

const variants: readonly (readonly [string, Partial<Cell>])[] = [
  ['depth 2', { depth: 2 }],
  ['depth 4', { depth: 4 }],
  ['depth 5', { depth: 5 }],
  ['width 16', { width: 16 }],
  ['width 64', { width: 64 }],
  ['width 128', { width: 128 }],
  ['steps 500', { steps: 500 }],
  ['steps 6000', { steps: 6000 }],
  ['rate 0.05', { rate: 0.05 }],
  ['tanh', { activation: 'tanh' }],
];
const isVariant =
  (changes: Partial<Cell>) =>
  (u: StudyUnit): boolean =>
    (['depth', 'width', 'steps', 'rate', 'activation'] as const).every(
      (key) => u[key] === (changes[key] ?? base[key]),
    );

/**
 * Depth, width, steps, rate and activation, one at a time, about the middle of the first design.
 */
export const shapeAndSteps = study(
  {
    short: [2, 4].map((depth) => ({ ...smallTeacher, depth, scale: 0.1, decay: 0.02 })),
    long: [tasks[0]!, tasks[4]!].flatMap((task) =>
      cross([1, 0.1], [0, 0.02], (scale, decay) =>
        variants.map(([, changes]) => ({ ...base, ...task, scale, decay, ...changes })),
      ).flat(),
    ),
  },
  {
    short: [slice('depth 2', (u) => u.depth === 2), slice('depth 4', (u) => u.depth === 4)],
    long: variants.flatMap(([name, changes]) =>
      cross([1, 0.1], [0, 0.02], (scale, decay) =>
        slice(
          `${name}, scale ${scale}, decay ${decay}`,
          (u) => isVariant(changes)(u) && u.scale === scale && u.decay === decay,
          { variant: name, scale, decay },
        ),
      ),
    ),
  },
);

const losses: readonly Loss[] = ['squared-error', 'cross-entropy'];
const images = (
  kind: Cell['kind'],
  scalesOf: readonly number[],
  decaysOf: readonly number[],
  steps: number,
) => {
  const net = { ...base, kind, width: kind === 'dense' ? 64 : 32, rate: 0.05, steps };
  return study(
    {
      short: [{ ...net, task: 'patterns', loss: 'cross-entropy', steps: 20, decay: 0.03 }],
      long: losses.flatMap((loss) =>
        cross(scalesOf, decaysOf, (scale, decay) => ({
          ...net,
          task: 'digits' as const,
          loss,
          scale,
          decay,
        })),
      ),
    },
    {
      short: [slice('all', () => true)],
      long: [
        ...cross(scalesOf, decaysOf, (scale, decay) =>
          slice(`scale ${scale}, decay ${decay}`, (u) => u.scale === scale && u.decay === decay, {
            scale,
            decay,
          }),
        ),
        ...losses.map((loss) => slice(loss, (u) => u.loss === loss, { loss })),
        ...cross(mapsOf[kind], scalesOf, (map, scale) =>
          slice(
            `${map}, scale ${scale}, decay ${decaysOf.at(-1)}`,
            (u) => u.scale === scale && u.decay === decaysOf.at(-1),
            { map, scale },
            { ...brief, map: (name) => name === map },
          ),
        ),
      ],
    },
  );
};
const mapsOf: Readonly<Record<Cell['kind'], readonly string[]>> = {
  dense: ['layer 1', 'layer 2'],
  convolution: ['filters', 'layer 2'],
  attention: ['queries', 'keys', 'values', 'layer 2'],
};

/** Handwritten digits of 14 × 14 pixels, learnt by a fully connected network. */
export const digitsDense = images('dense', [1, 0.5, 0.25, 0.1], [0, 0.003, 0.03], 1200);
/** The same digits, learnt by a convolution. */
export const digitsConvolution = images('convolution', [1, 0.25], [0, 0.03], 600);
/** The same digits, learnt by one head of attention. */
export const digitsAttention = images('attention', [1, 0.25], [0, 0.03], 600);
