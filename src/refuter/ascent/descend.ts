/**
 * BFGS with a weak Wolfe line search, which also gets down where a function has kinks (Lewis and
 * Overton 2013).
 */

import { spend } from '../../numbers/counted-work.ts';

/** A function to be made small, with its gradient at the point of the last evaluation. */
export interface Valley {
  value(x: Float64Array): number;
  gradient(into: Float64Array): void;
}

const most = { steps: 120, halvings: 24 };
const [decrease, curvature] = [1e-4, 0.9];
/**
 * Units of work of a step apart from the function, and entries of the matrix that are changed for a
 * unit.
 */
const [stepWork, entriesPerUnit] = [1 / 5, 600];

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

/**
 * Goes down from a point, which it moves; answers the least value. `enough` is asked after each
 * step, with the value there and the one before.
 */
export const descend = (
  f: Valley,
  x: Float64Array,
  enough: (now: number, before: number, step: number) => boolean,
): number => {
  const n = x.length;
  let value = f.value(x);
  const g = new Float64Array(n);
  if (!Number.isFinite(value) || n === 0) return value;
  f.gradient(g);
  const h = new Float64Array(n * n);
  const reset = (): void => {
    h.fill(0);
    for (let i = 0; i < n; i++) h[i * (n + 1)] = 1;
  };
  reset();
  const [p, y, s, next, slope, hy] = Array.from({ length: 6 }, () => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let fresh = true;
  for (let step = 0; step < most.steps; step++) {
    spend(stepWork + (n * n) / entriesPerUnit);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum -= (h[i * n + j] as number) * (g[j] as number);
      p[i] = sum;
    }
    let along = dot(p, g);
    if (!(along < 0)) {
      if (fresh) return value;
      reset();
      fresh = true;
      continue;
    }
    let t = 1;
    if (fresh) t = Math.min(1, (0.3 * Math.sqrt(dot(x, x) + 1e-3)) / Math.sqrt(dot(p, p)));
    let [low, high] = [0, Number.POSITIVE_INFINITY];
    let found = Number.POSITIVE_INFINITY;
    for (let i = 0; i < most.halvings; i++) {
      for (let k = 0; k < n; k++) next[k] = (x[k] as number) + t * (p[k] as number);
      found = f.value(next);
      if (!(found <= value + decrease * t * along)) high = t;
      else {
        f.gradient(slope);
        if (dot(slope, p) >= curvature * along) break;
        low = t;
      }
      t = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
    }
    if (!(found < value)) {
      if (fresh) return value;
      reset();
      fresh = true;
      continue;
    }
    f.gradient(slope);
    if (!slope.every(Number.isFinite)) return value;
    for (let k = 0; k < n; k++) {
      s[k] = (next[k] as number) - (x[k] as number);
      y[k] = (slope[k] as number) - (g[k] as number);
    }
    const before = value;
    value = found;
    x.set(next);
    g.set(slope);
    const sy = dot(s, y);
    if (sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y))) {
      if (fresh) {
        const by = sy / dot(y, y);
        for (let i = 0; i < n; i++) h[i * (n + 1)] = by;
      }
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let j = 0; j < n; j++) sum += (h[i * n + j] as number) * (y[j] as number);
        hy[i] = sum;
      }
      const twice = (1 + dot(y, hy) / sy) / sy;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          h[i * n + j] =
            (h[i * n + j] as number) +
            twice * (s[i] as number) * (s[j] as number) -
            ((hy[i] as number) * (s[j] as number) + (s[i] as number) * (hy[j] as number)) / sy;
      fresh = false;
    }
    along = 0;
    if (enough(value, before, step)) break;
  }
  return value;
};
