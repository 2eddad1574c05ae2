/**
 * The kernel and four-point recursions of deep networks at leading order in 1/width (Roberts, Yaida
 * and Hanin, arXiv 2106.10165, chapter 4).
 */

export interface Ensemble {
  readonly name: string;
  readonly act: (z: number) => number;
  /** Variances: of a bias, and of a weight times the width. */
  readonly cb: number;
  readonly cw: number;
}

/** ⟨g(z)⟩ for z normal with mean 0 and variance k, by Simpson's rule with a node at the kink 0. */
export function gaussianMean(g: (z: number) => number, k: number): number {
  const [reach, steps] = [10, 4000];
  const h = (2 * reach) / steps;
  let sum = 0;
  let weights = 0;
  for (let i = 0; i <= steps; i += 1) {
    const x = -reach + i * h;
    const weight = (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp((-x * x) / 2);
    sum += weight * g(Math.sqrt(k) * x);
    weights += weight;
  }
  return sum / weights;
}

export interface Layer {
  /** The infinite-width kernel: the variance of a pre-activation. */
  readonly k: number;
  /** The connected four-point function of two units, times the width. */
  readonly v: number;
}

/**
 * Layers 1 to `depth` from a first kernel: V' = C_W²(⟨σ⁴⟩ − ⟨σ²⟩²) + χ∥² V with χ∥ = C_W ⟨σ²(z² −
 * K)⟩ / (2K²); the first layer is Gaussian, V = 0.
 */
export function recursion({ act, cb, cw }: Ensemble, first: number, depth: number): Layer[] {
  const layers: Layer[] = [{ k: first, v: 0 }];
  while (layers.length < depth) {
    const { k, v } = layers.at(-1) as Layer;
    const square = gaussianMean((z) => act(z) ** 2, k);
    const fourth = gaussianMean((z) => act(z) ** 4, k);
    const chi = (cw / (2 * k * k)) * gaussianMean((z) => act(z) ** 2 * (z * z - k), k);
    layers.push({ k: cb + cw * square, v: cw * cw * (fourth - square * square) + chi * chi * v });
  }
  return layers;
}
