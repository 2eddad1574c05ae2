/**
 * Whether a term has a mean, before any rule is applied: a factor of mean 0 does not give it one. A
 * polynomial in entries all of whose moments exist has one, times bounded functions, functions
 * that grow at most linearly, and exp of what is linear; of a law of which moments alone are
 * known, as many factors as moments. A function that the claim declares is taken to be integrable
 * with its derivatives, as the claim's conditions say (docs/definedness.md).
 */
import { mentions } from '../mentions.ts';
import type { Factor, Term } from '../term.ts';
import { unread } from '../claim/tree.ts';
import type { Random } from './random.ts';

/** How each function with a name of its own grows. */
const growths: Readonly<Record<string, 'bounded' | 'linear' | 'root' | 'exponential' | 'none'>> = {
  tanh: 'bounded',
  sigmoid: 'bounded',
  erf: 'bounded',
  softmax: 'bounded',
  sin: 'bounded',
  cos: 'bounded',
  relu: 'linear',
  leakyrelu: 'linear',
  abs: 'linear',
  softplus: 'linear',
  gelu: 'linear',
  silu: 'linear',
  sqrt: 'root',
  exp: 'exponential',
  log: 'none',
};
const noMean = (what: string): never => unread(`the mean of ${what}, which may have none`);

/** The degree of a polynomial that bounds the factor, in the names. */
function degreeOf({ head }: Factor, names: readonly string[]): number {
  if (head.kind === 'variable') return names.includes(head.name) ? 1 : 0;
  if (!head.args.some((a) => names.some((n) => mentions(a, n)))) return 0;
  const inner = Math.max(...head.args.map((a) => degree(a, names)));
  if (head.kind === 'inverse') return noMean('an inverse of something random');
  if (head.kind === 'operation') {
    if (head.name === 'rank') return 0;
    if (head.name === 'det' || head.name === 'adj') return Infinity;
    const isNorm = ['norm', 'nuclear', 'sigma_min'].includes(head.name);
    return isNorm || head.name.startsWith('lambda.')
      ? inner
      : noMean(`${head.name} of something random`);
  }
  const isSlope = head.orders.some((k) => k > 0);
  const growth = Object.hasOwn(growths, head.fn.name) ? growths[head.fn.name] : undefined;
  if (growth === undefined || growth === 'bounded' || (growth === 'linear' && isSlope)) return 0;
  if (growth === 'linear' || (growth === 'root' && !isSlope)) return inner;
  if (growth !== 'exponential') return noMean(`${head.fn.name} of something random`);
  if (inner > 1) return noMean('exp of a term that is not linear in something random');
  return inner === 0 ? 0 : Infinity;
}

/** Of a sum the largest degree of its products. */
const degree = (t: Term, names: readonly string[]): number =>
  Math.max(0, ...t.sum.map((m) => m.factors.reduce((d, f) => d + degreeOf(f, names), 0)));

/** Refuses unless the term has a mean over the random variables. */
export function demandMean(t: Term, random: readonly Random[]): void {
  const unbounded = random.filter((x) => x.kind !== 'rademacher').map((x) => x.name);
  degree(t, unbounded);
  for (const x of random)
    if (x.kind === 'independent' && degree(t, [x.name]) > x.central.length + 1)
      unread(`a moment of ${x.name} that is not declared`);
}
