/**
 * What the Deep Neural Feature Ansatz says of a layer, measured, with what chance gives for the
 * same weights.
 */
import type { Random } from '../../numbers/random.ts';
import {
  addTransposedProduct,
  gaussian,
  gram,
  inner,
  product,
  transpose,
  zeros,
} from '../matrix.ts';
import type { Matrix } from '../matrix.ts';
import { correlation, cosine, isotropy, squareRoot } from '../similarity.ts';
import { backward, forward, outputsOf } from './network.ts';
import type { Network } from './network.ts';
import { shuffled } from './train.ts';

/**
 * Q of each layer: the mean over data of `Σ_o q_o q_o'`, q_o the gradient of output o by the
 * layer's pre-activations. Units × units.
 */
export function preactivationGradients(network: Network, data: Matrix): Matrix[] {
  const pass = forward(network, data);
  const { rows, columns } = outputsOf(pass);
  const sums = network.weights.map((w) => zeros(w.rows, w.rows));
  for (let o = 0; o < columns; o += 1) {
    const byOutputs = zeros(rows, columns);
    for (let i = 0; i < rows; i += 1) byOutputs.data[i * columns + o] = 1;
    backward(network, pass, byOutputs).preactivations.forEach((by, l) =>
      addTransposedProduct(sums[l]!, by, by),
    );
  }
  for (const sum of sums)
    for (let i = 0; i < sum.data.length; i += 1) sum.data[i] = sum.data[i]! / rows;
  return sums;
}

/** M = W' Q W, inputs × inputs: the average gradient outer product by the layer's inputs. */
export const agop = (w: Matrix, q: Matrix): Matrix => product(transpose(w), product(q, w));

/**
 * Likenesses of W'W and a power of M, and of W W' and Q; and isotropy. All are 1 where they hold
 * exactly.
 */
export type LayerMeasures = {
  readonly cosine1: number;
  readonly cosineHalf: number;
  readonly correlation1: number;
  readonly correlationHalf: number;
  /** cos(W W', Q): the form with power ½ holds exactly where this is 1, for W onto. */
  readonly left: number;
  /** tr(Q)² / (m |Q|²). */
  readonly isotropy: number;
  /** The same for W'W: near 1/n where W has rank one. */
  readonly spread: number;
};

export function measureLayer(w: Matrix, q: Matrix): LayerMeasures {
  const feature = gram(w);
  return {
    ...likeness(feature, agop(w, q)),
    left: cosine(gram(transpose(w)), q),
    isotropy: isotropy(q),
    spread: isotropy(feature),
  };
}

type Likeness = Pick<LayerMeasures, 'cosine1' | 'cosineHalf' | 'correlation1' | 'correlationHalf'>;

function likeness(feature: Matrix, m: Matrix): Likeness {
  const half = squareRoot(m);
  return {
    cosine1: cosine(feature, m),
    cosineHalf: cosine(feature, half),
    correlation1: correlation(feature, m),
    correlationHalf: correlation(feature, half),
  };
}

/** W'W of the same entries in a random order, checked against the true M. */
export function shuffledWeights(w: Matrix, q: Matrix, random: Random): Likeness {
  const order = shuffled(w.data.length, random);
  return likeness(gram({ ...w, data: w.data.map((_, i) => w.data[order[i]!]!) }), agop(w, q));
}

/**
 * The true W'W against W'(O Q O')W for a random rotation O: what Q's spectrum alone gives, with no
 * alignment to W.
 */
export function rotatedGradients(w: Matrix, q: Matrix, random: Random): Likeness {
  const o = randomRotation(q.rows, random);
  return likeness(gram(w), agop(w, product(o, product(q, transpose(o)))));
}

/**
 * A random orthogonal matrix, by Gram and Schmidt, twice over for the rounding, from Gaussian rows.
 */
export function randomRotation(n: number, random: Random): Matrix {
  const made = gaussian(n, n, 1, random);
  const row = (i: number): Matrix => ({
    rows: 1,
    columns: n,
    data: made.data.subarray(i * n, (i + 1) * n),
  });
  for (let i = 0; i < n; i += 1) {
    const mine = row(i);
    for (let round = 0; round < 2; round += 1) {
      for (let j = 0; j < i; j += 1) {
        const other = row(j);
        const share = inner(mine, other);
        for (let k = 0; k < n; k += 1) mine.data[k] = mine.data[k]! - share * other.data[k]!;
      }
    }
    const length = Math.sqrt(inner(mine, mine));
    for (let k = 0; k < n; k += 1) mine.data[k] = mine.data[k]! / length;
  }
  return made;
}
