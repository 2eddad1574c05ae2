/**
 * Whether a term has a mean, before anything is averaged: a factor of mean 0 does not give it one.
 * Admitted are polynomials in the entries, functions of bounded values or of linear growth, and exp
 * of what is linear in them; of a law of which moments alone are known, no more factors than
 * moments. A declared function is taken to be integrable, which the reader of a claim lists among
 * what it assumes.
 */
import { hasMeaning } from './laws.ts';
import { occurs } from './occurrence.ts';
import { fail } from './seal.ts';
import type { Factor, Head, Term } from './term.ts';

/**
 * A random variable, and up to which power its entries are known to have a mean; null for any
 * power.
 */
export interface Moments {
  readonly name: string;
  readonly highest: number | null;
  /** Do the entries have bounded values? */
  readonly bounded: boolean;
}

/** Functions of bounded values, with all their derivatives. */
const bounded: ReadonlySet<string> = new Set(['tanh', 'sigmoid', 'erf', 'softmax', 'sin', 'cos']);
/** Functions of linear growth, whose derivatives have bounded values. */
const linear: ReadonlySet<string> = new Set([
  'relu',
  'leakyrelu',
  'abs',
  'softplus',
  'gelu',
  'silu',
]);
/** Operations of at most polynomial growth. */
const polynomial: ReadonlySet<string> = new Set(['det', 'adj', 'norm', 'nuclear', 'sigma_min']);

const refuse = (what: string): never => fail(`the mean of ${what}, which may have none`);

type Jet = Head & { readonly kind: 'jet' };

const most = (args: readonly Term[], degree: (t: Term) => number): number =>
  args.reduce((d, t) => Math.max(d, degree(t)), 0);

/**
 * The degree of a function's growth in what is random, infinite for exp; throws where it may have
 * no mean.
 */
function degreeOfJet({ fn, orders, args }: Jet, degree: (t: Term) => number): number {
  const isRough = orders.some((k) => k > 0);
  const inner = (): number => most(args, degree);
  if (bounded.has(fn.name)) return 0;
  if (linear.has(fn.name)) return isRough ? 0 : inner();
  if (fn.name === 'sqrt' && !isRough) return inner();
  if (fn.name === 'exp') {
    const within = inner();
    if (within > 1) refuse('exp of a term that is not linear in something random');
    return within === 0 ? 0 : Number.POSITIVE_INFINITY;
  }
  return hasMeaning(fn.name) ? refuse(`${fn.name} of something random`) : 0;
}

function degreeOfFactor({ head }: Factor, names: readonly string[]): number {
  if (head.kind === 'variable') return names.includes(head.name) ? 1 : 0;
  const args = head.kind === 'jet' ? head.args : [head.arg];
  const within = args.some((t) => names.some((name) => occurs(name, t)));
  if (!within) return 0;
  if (head.kind === 'inverse') return refuse('an inverse of something random');
  if (head.kind === 'jet') return degreeOfJet(head, (t) => degreeIn(t, names));
  const { name } = head;
  if (name === 'rank' || name === 'pair') return 0;
  if (polynomial.has(name) || name.startsWith('lambda.')) {
    const inner = degreeIn(head.arg, names);
    // the size of the matrix is the degree of its determinant
    return name === 'det' || name === 'adj' ? Number.POSITIVE_INFINITY : inner;
  }
  return refuse(`${name} of something random`);
}

/**
 * The largest number of random factors of a graph; throws where a function in it may have no mean.
 */
const degreeIn = (term: Term, names: readonly string[]): number =>
  term.monomials.reduce(
    (d, { factors }) =>
      Math.max(
        d,
        factors.reduce((sum, f) => sum + degreeOfFactor(f, names), 0),
      ),
    0,
  );

/** Throws unless the term has a mean over these random variables. */
export function demandIntegrable(term: Term, random: readonly Moments[]): void {
  const unbounded = random.filter((x) => !x.bounded).map((x) => x.name);
  degreeIn(term, unbounded);
  for (const { name, highest } of random)
    if (highest !== null && degreeIn(term, [name]) > highest)
      fail(`moment ${highest + 1} of ${name}, which is not declared`);
}
