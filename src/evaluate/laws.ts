/**
 * Laws of random variables at a point: their parameters as numbers, and the moments of their
 * entries.
 */
import { spend } from '../numbers/counted-work.ts';
import { Undefined, Unsupported, vanishes, type Field } from '../numbers/field.ts';
import { holds } from '../operators/attributes.ts';
import { isOrdered } from '../operators/domains.ts';
import type { Tensor } from '../numbers/tensor.ts';
import { tensor } from '../numbers/tensor.ts';

/**
 * The entries of one random variable (or of one member of a family), numbered from `first`, with
 * their law.
 */
export interface Entries<T> {
  readonly name: string;
  readonly first: number;
  readonly count: number;
  readonly kind: 'normal' | 'independent' | 'rademacher';
  /** The mean of each entry. */
  readonly mean: readonly T[];
  /** Variance, third and fourth central moment of each entry, as many as are known. */
  readonly central: readonly T[];
  /** The covariance matrix, where entries are not independent. */
  readonly covariance: Tensor<T> | null;
}

const binomial = (n: number, k: number): bigint => {
  spend(k / 8);
  return Array.from({ length: k }).reduce<bigint>(
    (b, _, i) => (b * BigInt(n - i)) / BigInt(i + 1),
    1n,
  );
};
const whole = <T>(field: Field<T>, num: bigint): T => field.fromRational({ num, den: 1n });
const power = <T>(field: Field<T>, x: T, k: number): T => {
  let value = field.one;
  for (let i = 0; i < k; i++) {
    spend(1 / 8);
    value = field.mul(value, x);
  }
  return value;
};

/** Moments of a higher order have more digits than anybody reads. */
const highest = 2000;

/**
 * Throws `Undefined` where no law has these parameters: a negative variance, a fourth moment that
 * is too small.
 */
export const demandLaw = <T>(
  field: Field<T>,
  { name, kind, covariance, central }: Entries<T>,
): void => {
  if (!field.exact || !isOrdered(field) || kind === 'rademacher') return;
  if (covariance) {
    if (!holds('psd', field, covariance))
      throw new Undefined(`the covariance matrix of ${name} is not positive semidefinite here`);
    return;
  }
  const [variance, third, fourth] = central;
  if (variance === undefined) return;
  // the moments 1, 0, m2, m3, m4 are those of a law exactly where their Hankel matrix is positive
  // semidefinite (Hamburger)
  const hankel =
    fourth !== undefined && third !== undefined
      ? tensor(
          [3, 3],
          [field.one, field.zero, variance, field.zero, variance, third, variance, third, fourth],
        )
      : tensor([2, 2], [field.one, field.zero, field.zero, variance]);
  if (!holds('psd', field, hankel))
    throw new Undefined(`no law has the moments that ${name} is given here`);
  // a law without variance is a point: a singular matrix would let its further moments be anything
  if (
    field.sign(variance) === 0 &&
    [third, fourth].some((m) => m !== undefined && field.sign(m) !== 0)
  )
    throw new Undefined(`no law has the moments that ${name} is given here`);
};

/** The k-th central moment of an entry. */
const centralMoment = <T>(field: Field<T>, { name, kind, central }: Entries<T>, k: number): T => {
  if (k === 0) return field.one;
  if (kind === 'rademacher') return k % 2 === 0 ? field.one : field.zero;
  if (k === 1) return field.zero;
  if (kind === 'normal') {
    if (k % 2 === 1) return field.zero;
    if (k > highest) throw new Unsupported(`moments of order over ${highest} are not computed`);
    spend(k / 16);
    const odd = Array.from({ length: k / 2 }, (_, i) => BigInt(2 * i + 1)).reduce(
      (a, b) => a * b,
      1n,
    );
    return field.mul(whole(field, odd), power(field, central[0] as T, k / 2));
  }
  const known = central[k - 2];
  if (known === undefined)
    throw new Unsupported(`moment ${k} of ${name} is wanted and was not declared`);
  return known;
};

/** E[x^k] of one entry of independent ones. */
export const entryMoment = <T>(field: Field<T>, law: Entries<T>, at: number, k: number): T => {
  const mean = law.mean[at] as T;
  if (law.kind === 'rademacher' || vanishes(field, mean)) return centralMoment(field, law, k);
  if (k > highest) throw new Unsupported(`moments of order over ${highest} are not computed`);
  let sum = field.zero;
  for (let j = 0; j <= k; j++) {
    const c = field.mul(
      whole(field, binomial(k, j)),
      field.mul(power(field, mean, k - j), centralMoment(field, law, j)),
    );
    sum = field.add(sum, c);
  }
  return sum;
};

/**
 * E[Π x_i^{k_i}] of correlated Gaussian entries. Source: Isserlis, by E[x_i g] = μ_i E[g] + Σ_j
 * S_ij E[∂_j g].
 */
export const jointMoment = <T>(field: Field<T>, law: Entries<T>, powers: readonly number[]): T => {
  const known = new Map<string, T>();
  const of = (k: readonly number[]): T => {
    const i = k.findIndex((x) => x > 0);
    if (i < 0) return field.one;
    const key = k.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    spend(k.length / 4);
    const rest = k.with(i, (k[i] as number) - 1);
    let sum = field.mul(law.mean[i] as T, of(rest));
    rest.forEach((times, j) => {
      if (times === 0) return;
      const s = law.covariance?.data[i * law.count + j] as T;
      sum = field.add(
        sum,
        field.mul(field.fromInteger(times), field.mul(s, of(rest.with(j, times - 1)))),
      );
    });
    known.set(key, sum);
    return sum;
  };
  return of(powers);
};

/**
 * Is the law the same with the sign of some entries changed? `whole`: of all at once; otherwise of
 * any.
 */
export const isSymmetric = <T>(field: Field<T>, law: Entries<T>): boolean =>
  law.kind === 'rademacher' || (law.kind === 'normal' && law.mean.every((m) => vanishes(field, m)));

/** Is each entry its mean with probability 1? */
export const isCertain = <T>(
  field: Field<T>,
  { kind, covariance, central }: Entries<T>,
): boolean => {
  if (kind === 'rademacher') return false;
  if (covariance) return covariance.data.every((s) => vanishes(field, s));
  return central[0] !== undefined && vanishes(field, central[0]);
};
