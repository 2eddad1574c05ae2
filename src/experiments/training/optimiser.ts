/**
 * Changes parameters by their gradients, in place; `share` of the rate is taken, 1 unless said
 * otherwise.
 */
export type Optimiser = (
  parameters: readonly Float64Array[],
  gradients: readonly Float64Array[],
  share?: number,
) => void;

export type OptimiserName = 'sgd' | 'adam';

/** Plain gradient descent: p ← p − rate · g. */
export const sgd =
  (rate: number): Optimiser =>
  (parameters, gradients, share = 1) => {
    const length = rate * share;
    parameters.forEach((p, k) => {
      const g = gradients[k]!;
      for (let i = 0; i < p.length; i += 1) p[i] = p[i]! - length * g[i]!;
    });
  };

/** Adam (Kingma and Ba 2015, algorithm 1), with its usual constants. */
export function adam(rate: number, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8): Optimiser {
  let first: Float64Array[] = [];
  let second: Float64Array[] = [];
  // powers kept as running products: Math.pow differs between versions of Node
  let [power1, power2] = [1, 1];
  return (parameters, gradients, share = 1) => {
    const length = rate * share;
    if (first.length === 0) {
      first = parameters.map((p) => new Float64Array(p.length));
      second = parameters.map((p) => new Float64Array(p.length));
    }
    power1 *= beta1;
    power2 *= beta2;
    parameters.forEach((p, k) => {
      const [g, m, v] = [gradients[k]!, first[k]!, second[k]!];
      for (let i = 0; i < p.length; i += 1) {
        m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
        v[i] = beta2 * v[i]! + (1 - beta2) * g[i]! * g[i]!;
        p[i] =
          p[i]! - (length * (m[i]! / (1 - power1))) / (Math.sqrt(v[i]! / (1 - power2)) + epsilon);
      }
    });
  };
}

export const optimiserOf = (name: OptimiserName, rate: number): Optimiser =>
  name === 'sgd' ? sgd(rate) : adam(rate);
