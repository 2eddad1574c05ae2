/** Scalar functions and their derivatives, for the fuzzer's evaluator alone. */

/** By its series near 0 and by a continued fraction away from it. */
function erf(x: number): number {
  if (x < 0) return -erf(-x);
  if (x > 6) return 1;
  if (x < 2.5) {
    let term = x;
    let sum = x;
    for (let n = 1; n < 80; n++) {
      term *= -(x * x) / n;
      sum += term / (2 * n + 1);
    }
    return (2 / Math.sqrt(Math.PI)) * sum;
  }
  let tail = 0;
  for (let k = 60; k > 0; k--) tail = k / 2 / (x + tail);
  return 1 - Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail);
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const scalarFunctions: ReadonlyMap<string, (x: number) => number> = new Map(
  Object.entries({
    exp: Math.exp,
    sin: Math.sin,
    cos: Math.cos,
    abs: Math.abs,
    sign: Math.sign,
    relu: (x: number) => Math.max(x, 0),
    leakyrelu: (x: number) => (x > 0 ? x : x / 100),
    tanh: Math.tanh,
    sigmoid,
    softplus: (x: number) => (x > 30 ? x : Math.log1p(Math.exp(x))),
    gelu: (x: number) => (x * (1 + erf(x / Math.SQRT2))) / 2,
    silu: (x: number) => x * sigmoid(x),
    erf,
    square: (x: number) => x * x,
    identity: (x: number) => x,
  }),
);

/** A derivative of some order, by differences with one step of extrapolation. */
export function derived(f: (x: number) => number, x: number, order: number): number {
  if (order === 0) return f(x);
  const g = (y: number): number => derived(f, y, order - 1);
  const at = (h: number): number => (g(x + h) - g(x - h)) / (2 * h);
  return (4 * at(1e-3) - at(2e-3)) / 3;
}
