/**
 * What is critical for activations that need no integral but moments: piecewise linear ones, and
 * tanh near K = 0.
 */
import { add, div, mul, sub } from '../../numbers/rational.ts';
import type { Q } from '../../numbers/rational.ts';

/** ⟨z^2m⟩ = (2m − 1)!! K^m. */
const moment = (power: 2 | 4, k: Q): Q => (power === 2 ? k : mul(3, mul(k, k)));

/**
 * σ(z) = right · z above 0 and left · z below: by half moments C_W = 1/⟨σ'²⟩ makes χ⊥ = 1, and then
 * χ∥ = C_W ⟨σ²(z² − K)⟩/2K² and the C_b that keeps K, C_b = K − C_W ⟨σ²⟩, at any K.
 */
export function piecewiseLinear(
  right: Q,
  left: Q,
  k: Q,
): { readonly cw: Q; readonly cb: Q; readonly parallel: Q } {
  const gain = div(add(mul(right, right), mul(left, left)), 2);
  const cw = div(1, gain);
  const fluctuation = sub(moment(4, k), mul(k, moment(2, k)));
  return {
    cw,
    cb: sub(k, mul(cw, mul(gain, moment(2, k)))),
    parallel: div(mul(cw, mul(gain, fluctuation)), mul(2, mul(k, k))),
  };
}

/**
 * Lower bounds for tanh at C_W = 1, where 1 is an upper bound of both: (1 − tanh²)² >= 1 − 2z² and
 * z tanh z (1 − tanh²) >= z² − (4/3)z⁴, from z − z³/3 <= tanh z <= z for z >= 0. So χ∥, χ⊥ → 1 as K
 * → 0, the kernel's fixed point for C_b = 0.
 */
export const tanhAtLeast = (k: Q): { readonly perpendicular: Q; readonly parallel: Q } => ({
  perpendicular: sub(1, mul(2, moment(2, k))),
  parallel: div(sub(moment(2, k), div(mul(4, moment(4, k)), 3)), k),
});
