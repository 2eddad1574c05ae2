/**
 * The ranks that Singh, Bachmann and Hofmann (arXiv 2106.16225) give for the Hessian of deep linear
 * networks.
 */
import type { Architecture } from './random-net.ts';

export interface Ranks {
  readonly outer: number;
  readonly functional: number;
  readonly whole: number;
}

interface Letters {
  /** Weight matrices, so that 2-1-2 has L = 2. */
  readonly L: number;
  /** Hidden units of all layers together. */
  readonly M: number;
  readonly K: number;
  readonly r: number;
  readonly q: number;
  readonly hidden: readonly number[];
}

function letters({ sizes, rank: r }: Architecture): Letters {
  const K = sizes.at(-1)!;
  const hidden = sizes.slice(1, -1);
  return {
    L: sizes.length - 1,
    M: hidden.reduce((sum, one) => sum + one, 0),
    K,
    r,
    q: Math.min(r, K, ...hidden),
    hidden,
  };
}

/** As published; with biases, what the paper observed to be added: K, q(L − 2), K + q(L − 1). */
export function published(architecture: Architecture): Ranks {
  const { L, M, K, r, q } = letters(architecture);
  const bias = architecture.biases ? 1 : 0;
  return {
    outer: q * (r + K - q) + bias * K,
    functional: 2 * q * M + 2 * q * Math.min(r, K) - L * q * q + bias * q * (L - 2),
    whole: 2 * q * M - L * q * q + q * (r + K) + bias * (K + q * (L - 1)),
  };
}

/**
 * With biases, on every architecture that was tried: the mean residual is one more direction of the
 * outputs, besidessssss the s = min(r, K) that the residual's product with the inputs reaches. It
 * makes s = min(r + 1, K) in H_f, and each hidden layer from which more than q directions reach the
 * outputs adds 2(its width − q). Observed, not proved.
 */
export function amended(architecture: Architecture): Ranks {
  const { K, r, q, hidden } = letters(architecture);
  const { outer, functional, whole } = published(architecture);
  if (!architecture.biases) return { outer, functional, whole };
  const wider = hidden.reduce(
    (sum, width, l) => sum + (Math.min(...hidden.slice(l), K) > q ? 2 * (width - q) : 0),
    0,
  );
  return { outer, functional: functional + wider + (r < K ? 2 * q : 0), whole: whole + wider };
}

/**
 * Whether the formulas that the paper observed with biases hold, as tried: of H_f, and of the
 * whole.
 */
export function observedHolds(architecture: Architecture): {
  readonly functional: boolean;
  readonly whole: boolean;
} {
  const { K, r, hidden } = letters(architecture);
  const whole = Math.min(r, ...hidden.slice(0, -1)) >= Math.min(K, hidden.at(-1)!);
  return { functional: whole && r >= K, whole };
}
