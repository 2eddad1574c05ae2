/** CMA-ES with the parameters of N. Hansen's tutorial (arXiv 1604.00772), positive weights. */
import { diagonalise } from '../../../src/refuter/ascent/jacobi.ts';
import { equal, normal, scaleOf, type Minimiser } from './minimiser.ts';

const rows = (n: number, value: (i: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => value(i));
const squared = (x: Float64Array): number => x.reduce((sum, t) => sum + t * t, 0);

/** The numbers that the tutorial sets once for a dimension. */
const settings = (n: number) => {
  const lambda = 4 + Math.floor(3 * Math.log(n));
  const mu = lambda >> 1;
  const raw = rows(mu, (i) => Math.log((lambda + 1) / 2) - Math.log(i + 1));
  const weights = raw.map((w) => w / raw.reduce((a, b) => a + b, 0));
  const mass = 1 / squared(weights);
  const cs = (mass + 2) / (n + mass + 5);
  const c1 = 2 / ((n + 1.3) ** 2 + mass);
  return {
    lambda,
    mu,
    weights,
    mass,
    cs,
    ds: 1 + 2 * Math.max(0, Math.sqrt((mass - 1) / (n + 1)) - 1) + cs,
    cc: (4 + mass / n) / (n + 4 + (2 * mass) / n),
    c1,
    cmu: Math.min(1 - c1, (2 * (mass - 2 + 1 / mass)) / ((n + 2) ** 2 + mass)),
    chi: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
};

export const cmaEs: Minimiser = (f, start, random) => {
  const n = start.length;
  const s = settings(n);
  let [mean, sigma] = [start.slice(), 0.3 * scaleOf(start)];
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i++) c[i * (n + 1)] = 1;
  const [ps, pc, axes, lengths] = [
    new Float64Array(n),
    new Float64Array(n),
    c.slice(),
    rows(n, () => 1),
  ];
  const since = Math.max(1, Math.floor(1 / (10 * n * (s.c1 + s.cmu))));
  const bests: number[] = [];
  for (let generation = 1; ; generation++) {
    const drawn = Array.from({ length: s.lambda }, () => {
      const z = rows(n, (k) => (lengths[k] as number) * normal(random));
      const y = rows(n, (i) => z.reduce((sum, t, k) => sum + (axes[i * n + k] as number) * t, 0));
      return { y, value: f.value(mean.map((m, i) => m + sigma * (y[i] as number))) };
    }).sort((a, b) => a.value - b.value);
    const best = drawn[0]?.value ?? Number.NaN;
    bests.push(best);
    const recent = bests.slice(-(10 + Math.ceil((30 * n) / s.lambda)));
    const flat = generation > recent.length && Math.max(...recent) - Math.min(...recent) < 1e-12;
    if (flat || !Number.isFinite(best) || (best > 0 && best < equal) || sigma < 1e-14) return;
    const step = rows(n, (i) =>
      s.weights.reduce((sum, w, k) => sum + w * (drawn[k]?.y[i] as number), 0),
    );
    mean = mean.map((m, i) => m + sigma * (step[i] as number));
    // the step in the coordinates in which the covariance is I
    const inAxes = rows(
      n,
      (k) =>
        step.reduce((sum, t, i) => sum + (axes[i * n + k] as number) * t, 0) /
        (lengths[k] as number),
    );
    const white = rows(n, (i) =>
      inAxes.reduce((sum, t, k) => sum + (axes[i * n + k] as number) * t, 0),
    );
    const grow = Math.sqrt(s.cs * (2 - s.cs) * s.mass);
    ps.forEach((p, i) => (ps[i] = (1 - s.cs) * p + grow * (white[i] as number)));
    const size = Math.sqrt(squared(ps));
    const slow = size / Math.sqrt(1 - (1 - s.cs) ** (2 * generation)) < (1.4 + 2 / (n + 1)) * s.chi;
    const pull = slow ? Math.sqrt(s.cc * (2 - s.cc) * s.mass) : 0;
    pc.forEach((p, i) => (pc[i] = (1 - s.cc) * p + pull * (step[i] as number)));
    const keep = 1 - s.c1 - s.cmu + (slow ? 0 : s.c1 * s.cc * (2 - s.cc));
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let add = s.c1 * (pc[i] as number) * (pc[j] as number);
        for (let k = 0; k < s.mu; k++) {
          const y = drawn[k]?.y as Float64Array;
          add += s.cmu * (s.weights[k] as number) * (y[i] as number) * (y[j] as number);
        }
        c[i * n + j] = keep * (c[i * n + j] as number) + add;
      }
    sigma *= Math.exp((s.cs / s.ds) * (size / s.chi - 1));
    if (generation % since === 0) {
      diagonalise(c.slice(), n, lengths, axes);
      lengths.forEach((t, k) => (lengths[k] = Math.sqrt(Math.max(1e-20, t))));
    }
  }
};
