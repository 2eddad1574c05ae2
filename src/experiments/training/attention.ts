/**
 * A network that begins with one head of self-attention over the rows of an image: queries, keys,
 * values, softmax.
 */
import type { Random } from '../../numbers/random.ts';
import { addProduct, addTransposedProduct, copy, gaussian, transpose, zeros } from '../matrix.ts';
import type { Matrix } from '../matrix.ts';
import { denseRun, scaledNetwork } from './model.ts';
import type { Backward, Model, Run } from './model.ts';
import { copyNetwork } from './network.ts';
import type { Network } from './network.ts';

interface Attention {
  /** Tokens of a datum; a row of the data holds them one after the other. */
  readonly tokens: number;
  readonly queries: Matrix;
  readonly keys: Matrix;
  readonly values: Matrix;
  readonly rest: Network;
}

const appliedTo = (tokens: Matrix, w: Matrix): Matrix => {
  const made = zeros(tokens.rows, w.rows);
  addProduct(made, tokens, transpose(w));
  return made;
};

/** The tokens of one datum. */
const partOf = ({ columns, data }: Matrix, datum: number, tokens: number): Matrix => ({
  rows: tokens,
  columns,
  data: data.subarray(datum * tokens * columns, (datum + 1) * tokens * columns),
});

function attentionModel(net: Attention): Model {
  const { queries, keys, values, rest } = net;
  const maps = [queries, keys, values, ...rest.weights];
  return {
    maps,
    parameters: [...maps.map((w) => w.data), ...rest.biases],
    names: ['queries', 'keys', 'values', ...rest.weights.map((_, l) => `layer ${l + 2}`)],
    neighbours: rest.weights.slice(1).map((_, l) => [l + 3, l + 4] as const),
    run: (data) => attentionRun(net, data),
    copy: () =>
      attentionModel({
        ...net,
        queries: copy(queries),
        keys: copy(keys),
        values: copy(values),
        rest: copyNetwork(rest),
      }),
  };
}

function attentionRun({ tokens, queries, keys, values, rest }: Attention, data: Matrix): Run {
  const x: Matrix = {
    rows: data.rows * tokens,
    columns: data.columns / tokens,
    data: data.data,
  };
  const [q, k, v] = [appliedTo(x, queries), appliedTo(x, keys), appliedTo(x, values)];
  const temper = 1 / Math.sqrt(q.columns);
  const looked = zeros(x.rows, tokens);
  const mixed = zeros(x.rows, v.columns);
  for (let datum = 0; datum < data.rows; datum += 1) {
    const a = partOf(looked, datum, tokens);
    addProduct(a, partOf(q, datum, tokens), transpose(partOf(k, datum, tokens)));
    softmaxRows(a, temper);
    addProduct(partOf(mixed, datum, tokens), a, partOf(v, datum, tokens));
  }
  const above = denseRun(rest, {
    rows: data.rows,
    columns: tokens * v.columns,
    data: mixed.data,
  });
  return {
    outputs: above.outputs,
    back(byOutputs): Backward {
      const { gradients, met } = above.back(byOutputs);
      const byMixed = zeros(x.rows, v.columns);
      addProduct(
        { ...byMixed, rows: data.rows, columns: tokens * v.columns },
        met[0]!.by,
        rest.weights[0]!,
      );
      const [byQ, byK, byV] = [
        zeros(q.rows, q.columns),
        zeros(k.rows, k.columns),
        zeros(v.rows, v.columns),
      ];
      for (let datum = 0; datum < data.rows; datum += 1) {
        const part = (one: Matrix): Matrix => partOf(one, datum, tokens);
        const a = part(looked);
        addTransposedProduct(part(byV), a, part(byMixed));
        const byLooked = zeros(tokens, tokens);
        addProduct(byLooked, part(byMixed), transpose(part(v)));
        softmaxBack(a, byLooked, temper);
        addProduct(part(byQ), byLooked, part(k));
        addTransposedProduct(part(byK), byLooked, part(q));
      }
      const met3 = [byQ, byK, byV].map((by) => ({ inputs: x, by }));
      const byMaps = met3.map(({ by }) => {
        const made = zeros(by.columns, x.columns);
        addTransposedProduct(made, by, x);
        return made.data;
      });
      return { gradients: [...byMaps, ...gradients], met: [...met3, ...met] };
    },
  };
}

/** Each row replaced by the softmax of `temper` times it. */
function softmaxRows({ rows, columns, data }: Matrix, temper: number): void {
  for (let i = 0; i < rows; i += 1) {
    const row = data.subarray(i * columns, (i + 1) * columns);
    let largest = -Infinity;
    for (let j = 0; j < columns; j += 1) largest = Math.max(largest, row[j]!);
    let total = 0;
    for (let j = 0; j < columns; j += 1) {
      row[j] = Math.exp(temper * (row[j]! - largest));
      total += row[j]!;
    }
    for (let j = 0; j < columns; j += 1) row[j] = row[j]! / total;
  }
}

/** The gradient by the softmax's value a made the gradient by its argument, in place. */
function softmaxBack({ rows, columns, data }: Matrix, by: Matrix, temper: number): void {
  for (let i = 0; i < rows; i += 1) {
    let mean = 0;
    for (let j = i * columns; j < (i + 1) * columns; j += 1) mean += data[j]! * by.data[j]!;
    for (let j = i * columns; j < (i + 1) * columns; j += 1)
      by.data[j] = temper * data[j]! * (by.data[j]! - mean);
  }
}

/**
 * One head of `head` dimensions over `tokens` tokens of `width` numbers, then a hidden ReLU layer.
 */
export function initialAttention(
  shape: {
    readonly tokens: number;
    readonly width: number;
    readonly head: number;
    readonly hidden: number;
    readonly outputs: number;
    readonly scale: number;
  },
  random: Random,
): Model {
  const { tokens, width, head, hidden, outputs, scale } = shape;
  const map = (): Matrix => gaussian(head, width, scale / Math.sqrt(width), random);
  return attentionModel({
    tokens,
    queries: map(),
    keys: map(),
    values: map(),
    rest: scaledNetwork([tokens * head, hidden, outputs], 'relu', scale, random),
  });
}
