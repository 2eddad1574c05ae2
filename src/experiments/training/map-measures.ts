/**
 * What the feature ansatz says of a linear map, measured in units × units, with what chance gives
 * for the same map.
 */
import { symmetricEigen } from '../../numbers/decompositions.ts';
import type { Random } from '../../numbers/random.ts';
import { tensor } from '../../numbers/tensor.ts';
import { addProduct, inner, product, trace, transpose, zeros } from '../matrix.ts';
import type { Matrix } from '../matrix.ts';
import { cosine, isotropy, squareRoot } from '../similarity.ts';
import { randomRotation } from './ansatz.ts';
import type { Spread } from './gradient-spread.ts';
import { shuffled } from './train.ts';

/** Cosines of W'W with M = W'QW and with its square root. */
export type Likeness = { readonly one: number; readonly half: number };

/**
 * Everything is had from K = WW' and Q, which are units × units: ⟨W'W, W'QW⟩ = tr K²Q, and W'QW has
 * the eigenvalues of B = √K Q √K, so that ⟨W'W, √(W'QW)⟩ = tr K√B.
 */
export class Layer {
  readonly w: Matrix;
  readonly gram: Matrix;
  private readonly root: Matrix;

  constructor(w: Matrix) {
    this.w = w;
    this.gram = zeros(w.rows, w.rows);
    addProduct(this.gram, w, transpose(w));
    this.root = squareRoot(this.gram);
  }

  likeness(q: Matrix): Likeness {
    const b = product(this.root, product(q, this.root));
    symmetrise(b);
    return { one: cosine(this.gram, b), half: cosine(this.gram, squareRoot(b)) };
  }

  /**
   * The mean of the likeness over a number of random rotations of Q: its spectrum, without its
   * alignment to W.
   */
  rotated(q: Matrix, random: Random, times: number): Likeness {
    let [one, half] = [0, 0];
    for (let i = 0; i < times; i += 1) {
      const o = randomRotation(q.rows, random);
      const turned = this.likeness(product(o, product(q, transpose(o))));
      one += turned.one / times;
      half += turned.half / times;
    }
    return { one, half };
  }

  /** W'W of the same entries in a random order, against the true W'QW. */
  shuffledWeights(q: Matrix, random: Random): number {
    const { w } = this;
    const order = shuffled(w.data.length, random);
    const v: Matrix = { ...w, data: w.data.map((_, i) => w.data[order[i]!]!) };
    const across = product(w, transpose(v));
    const own = product(v, transpose(v));
    const m = Math.sqrt(
      Math.max(0, inner(product(this.gram, q), transpose(product(this.gram, q)))),
    );
    const scale = m * Math.sqrt(inner(own, own));
    return scale === 0 ? 0 : inner(across, product(q, across)) / scale;
  }

  /** P Q P, P the projector on the range of W; where W is onto it is Q. */
  compressed(q: Matrix): { readonly matrix: Matrix; readonly rank: number } {
    const n = q.rows;
    const { values, vectors } = symmetricEigen(tensor([n, n], [...this.gram.data]));
    const floor = 1e-9 * Math.max(...values.map((x) => Math.abs(x)), 0);
    const p = zeros(n, n);
    let rank = 0;
    for (let k = 0; k < n; k += 1) {
      if (values[k]! <= floor) continue;
      rank += 1;
      for (let i = 0; i < n; i += 1)
        for (let j = 0; j < n; j += 1)
          p.data[i * n + j] =
            p.data[i * n + j]! + vectors.data[i * n + k]! * vectors.data[j * n + k]!;
    }
    return { matrix: product(p, product(q, p)), rank };
  }
}

/** What is measured of a map, trained or not. */
export type MapMeasures = {
  readonly outputs: Likeness;
  readonly centred: Likeness;
  readonly loss: Likeness;
  /** What chance gives for the cosine with power 1: null-cosine of the family results. */
  readonly chance: number;
  /** cos(WW', Q), and with the gradients of the loss. */
  readonly left: number;
  readonly leftLoss: number;
  readonly isotropy: number;
  /** Of PQP, as a share of the rank of W. */
  readonly isotropyInRange: number;
  /** tr(W'W)² over |W'W|² and the smaller size of W: 1 for a multiple of a tight frame. */
  readonly tightness: number;
};

export function measureMap(layer: Layer, { outputs, centred, loss }: Spread): MapMeasures {
  const { w, gram } = layer;
  const { matrix, rank } = layer.compressed(outputs);
  const iso = isotropy(outputs);
  const [m, n] = [w.rows, w.columns];
  const size = inner(gram, gram);
  return {
    outputs: layer.likeness(outputs),
    centred: layer.likeness(centred),
    loss: layer.likeness(loss),
    chance: iso === 0 ? 0 : Math.sqrt((m + n + 1) / (m + (n + 1) / iso)),
    left: cosine(gram, outputs),
    leftLoss: cosine(gram, loss),
    isotropy: iso,
    isotropyInRange: rank === 0 ? 0 : (isotropy(matrix) * m) / rank,
    tightness: size === 0 ? 0 : trace(gram) ** 2 / (Math.min(m, n) * size),
  };
}

/** |g + λW| over |g| + λ|W|, from 0 at rest to 1; 1 without decay. */
export function restlessness(w: Matrix, byMap: Float64Array, decay: number): number {
  let [together, gradient, weights] = [0, 0, 0];
  byMap.forEach((g, i) => {
    const d = decay * w.data[i]!;
    together += (g + d) ** 2;
    gradient += g * g;
    weights += d * d;
  });
  const scale = Math.sqrt(gradient) + Math.sqrt(weights);
  return scale === 0 ? 0 : Math.sqrt(together) / scale;
}

/** |V'V − WW'| over |V'V| + |WW'| for two maps of which V follows W. */
export function imbalance(w: Matrix, v: Matrix): number {
  const [below, above] = [product(w, transpose(w)), product(transpose(v), v)];
  const gap = Math.sqrt(above.data.reduce((sum, x, i) => sum + (x - below.data[i]!) ** 2, 0));
  const scale = Math.sqrt(inner(below, below)) + Math.sqrt(inner(above, above));
  return scale === 0 ? 0 : gap / scale;
}

/** Rounding leaves a product of symmetric matrices a little off. */
function symmetrise({ rows, data }: Matrix): void {
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < i; j += 1) {
      const mean = (data[i * rows + j]! + data[j * rows + i]!) / 2;
      data[i * rows + j] = mean;
      data[j * rows + i] = mean;
    }
}
