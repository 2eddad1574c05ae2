/**
 * Nelder–Mead, with the usual coefficients or with those of Gao and Han (2012), which depend on the
 * dimension.
 */
import { equal, scaleOf, type Counted, type Minimiser } from './minimiser.ts';

interface Vertex {
  readonly x: Float64Array;
  readonly value: number;
}

/** How far an expansion goes, a contraction and a shrinking. */
type Coefficients = readonly [number, number, number];

const flat = 1e-10;

const descend = (
  f: Counted,
  start: Float64Array,
  [expand, contract, shrink]: Coefficients,
): void => {
  const n = start.length;
  const at = (x: Float64Array): Vertex => ({ x, value: f.value(x) });
  const step = scaleOf(start) / 4;
  let simplex = [at(start.slice())];
  for (let i = 0; i < n; i++) {
    const x = start.slice();
    x[i] = (x[i] as number) + step;
    simplex.push(at(x));
  }
  for (;;) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0] as Vertex, simplex[n] as Vertex];
    if (!(worst.value - best.value > flat * Math.abs(best.value))) return;
    if (best.value > 0 && best.value < equal) return;
    const centre = new Float64Array(n);
    for (const { x } of simplex.slice(0, n))
      for (let i = 0; i < n; i++) centre[i] = (centre[i] as number) + (x[i] as number) / n;
    const along = (t: number): Vertex =>
      at(centre.map((c, i) => c + t * (c - (worst.x[i] as number))));
    const reflected = along(1);
    const second = (simplex[n - 1] as Vertex).value;
    let next = reflected;
    if (reflected.value < best.value) {
      const farther = along(expand);
      if (farther.value < reflected.value) next = farther;
    } else if (!(reflected.value < second)) {
      next = along(reflected.value < worst.value ? contract : -contract);
      if (!(next.value < Math.min(reflected.value, worst.value))) {
        simplex = simplex.map((v, k) =>
          k === 0
            ? v
            : at(v.x.map((t, i) => (best.x[i] as number) + shrink * (t - (best.x[i] as number)))),
        );
        continue;
      }
    }
    simplex[n] = next;
  }
};

export const nelderMead: Minimiser = (f, start) => descend(f, start, [2, 0.5, 0.5]);

export const adaptiveNelderMead: Minimiser = (f, start) => {
  const n = start.length;
  descend(f, start, [1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n]);
};
