/** Newton's method with least-norm steps back to a level set. */
import { solve } from '../../numbers/elimination.ts';
import { float64 } from '../../numbers/float64.ts';
import { fromRows } from '../../numbers/matrix.ts';
import type { Random } from '../../numbers/random.ts';
import type { Outputs } from './outputs.ts';

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);
export const norm = (a: readonly number[]): number => Math.sqrt(dot(a, a));
const moved = (a: readonly number[], t: number, v: readonly number[]): number[] =>
  a.map((x, i) => x + t * v[i]!);

/**
 * J'(JJ')⁻¹ r for J onto: the least x with J x = r; null where JJ' is singular in floating point.
 */
export function leastStep(
  j: readonly (readonly number[])[],
  r: readonly number[],
): number[] | null {
  const found = solve(float64, fromRows(j.map((a) => j.map((b) => dot(a, b)))), {
    shape: [r.length],
    data: [...r],
  });
  return found === null
    ? null
    : j[0]!.map((_, p) => j.reduce((sum, row, i) => sum + row[p]! * (found.data[i] as number), 0));
}

/** A random unit vector of ker J. */
export function flatDirection(j: readonly (readonly number[])[], random: Random): number[] | null {
  const drawn = j[0]!.map(() => random.normal());
  const off = leastStep(
    j,
    j.map((row) => dot(row, drawn)),
  );
  if (off === null) return null;
  const v = moved(drawn, -1, off);
  return moved(v, 1 / norm(v) - 1, v);
}

export interface Return {
  /** Distance from θ + t v to where Newton's method came back to the level set. */
  readonly distance: number;
  /**
   * The largest difference of any output from its value at θ, also of those that were not driven
   * back.
   */
  readonly off: number;
}

/**
 * Newton's method with least steps from θ + t v to the level of θ, of the first `driven` outputs;
 * null where it does not arrive.
 */
export function newtonBack(
  { value, jacobian }: Outputs,
  theta: readonly number[],
  v: readonly number[],
  t: number,
  driven: number,
): Return | null {
  const level = value(theta);
  const begin = moved(theta, t, v);
  let at = begin;
  for (let i = 0; i < 40; i += 1) {
    const left = value(at)
      .slice(0, driven)
      .map((x, k) => x - level[k]!);
    const step = leastStep(jacobian(at).slice(0, driven), left);
    if (step === null) return null;
    at = moved(at, -1, step);
    if (norm(step) <= 1e-14 * (1 + norm(at)))
      return {
        distance: norm(moved(at, -1, begin)),
        off: Math.max(...value(at).map((x, k) => Math.abs(x - level[k]!))),
      };
  }
  return null;
}
