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

/** p = −H g: where a step of Newton goes, by the estimate H of the inverse Hessian. */
const direction = (p: Float64Array, h: Float64Array, g: Float64Array): void => {
  const n = g.length;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum -= (h[i * n + j] as number) * (g[j] as number);
    p[i] = sum;
  }
};

const setIdentity = (h: Float64Array, n: number, by = 1): void => {
  for (let i = 0; i < n; i++) h[i * (n + 1)] = by;
};

/** Vectors of one length that the steps write to. */
interface Room {
  readonly p: Float64Array;
  readonly y: Float64Array;
  readonly s: Float64Array;
  readonly next: Float64Array;
  readonly slope: Float64Array;
  readonly hy: Float64Array;
}
const roomOf = (n: number): Room => {
  const made = (): Float64Array => new Float64Array(n);
  return { p: made(), y: made(), s: made(), next: made(), slope: made(), hy: made() };
};

/**
 * The weak Wolfe conditions by bisection, from the step t along p: the value at `next`, which it
 * writes.
 */
const lineSearch = (
  f: Valley,
  x: Float64Array,
  { p, next, slope }: Room,
  value: number,
  along: number,
  first: number,
): number => {
  const n = x.length;
  let t = first;
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
  return found;
};

/** H after a step s that changed the gradient by y (Broyden, Fletcher, Goldfarb, Shanno 1970). */
const update = (h: Float64Array, { s, y, hy }: Room, sy: number): void => {
  const n = s.length;
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
  setIdentity(h, n);
  const room = roomOf(n);
  const { p, y, s, next, slope } = room;
  /** Nothing is known of the curvature yet, or again. */
  let fresh = true;
  const restart = (): void => {
    h.fill(0);
    setIdentity(h, n);
    fresh = true;
  };
  for (let step = 0; step < most.steps; step++) {
    spend(stepWork + (n * n) / entriesPerUnit);
    direction(p, h, g);
    const along = dot(p, g);
    if (!(along < 0)) {
      if (fresh) return value;
      restart();
      continue;
    }
    const t = fresh ? Math.min(1, (0.3 * Math.sqrt(dot(x, x) + 1e-3)) / Math.sqrt(dot(p, p))) : 1;
    const found = lineSearch(f, x, room, value, along, t);
    if (!(found < value)) {
      if (fresh) return value;
      restart();
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
      if (fresh) setIdentity(h, n, sy / dot(y, y));
      update(h, room, sy);
      fresh = false;
    }
    if (enough(value, before, step)) break;
  }
  return value;
};
