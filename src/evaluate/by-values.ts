/**
 * Means by going through the values of what is random: signs one by one, and few Gaussians by
 * brackets.
 */
import { spend } from '../numbers/counted-work.ts';
import type { Field } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { isHulled, working, workingBits } from './gaussian-grid.ts';
import { growths, type Growth } from './growth.ts';
import { isCertain, type Entries } from './laws.ts';
import { liftAssignment } from './lift.ts';
import { gaussianMeans, mostGaussians, type Gaussian } from './quadrature.ts';
import type { Code, Scope } from './scope.ts';

/** More signs than this have too many values together. */
const mostSigns = 9;

type Entry<T, V> = (law: Entries<T>, i: number) => V;
type Draw = <T, V>(
  scope: Scope<T>,
  inner: Scope<V>,
  entry: Entry<T, V>,
) => { readonly scope: Scope<V>; readonly laws: readonly Entries<T>[] };

/** The entries of these laws, by number. */
const numbersOf = (laws: readonly Entries<unknown>[]): number[] =>
  laws.flatMap((law) => Array.from({ length: law.count }, (_, i) => law.first + i));

/** Standard deviation of entries that are independent. */
const deviationOf = <T>(field: Field<T>, { covariance, central }: Entries<T>): T =>
  field.apply('sqrt', (covariance ? covariance.data[0] : central[0]) as T);

/** Entries with given values, by number; any other is its mean. */
type Told<T> = ReadonlyMap<number, T>;

interface Live<T> {
  readonly signs: readonly number[];
  readonly gaussians: readonly (Gaussian<T> & { readonly number: number })[];
}

/**
 * Signs and independent Gaussians among what is random; null where there is anything else, or too
 * many.
 */
const liveOf = <T>(field: Field<T>, laws: readonly Entries<T>[]): Live<T> | null => {
  const live = laws.filter((law) => !isCertain(field, law));
  const rest = live.filter((law) => law.kind !== 'rademacher');
  const signs = numbersOf(live.filter((law) => law.kind === 'rademacher'));
  const count = numbersOf(rest).length;
  if (signs.length > mostSigns || count > mostGaussians) return null;
  const known = rest.every((law) => law.kind === 'normal' && (law.count === 1 || !law.covariance));
  if (!known || (count > 0 && !isHulled(field))) return null;
  const gaussians = rest.flatMap((law) => {
    const deviation = deviationOf(field, law);
    return law.mean.map((mean, i) => ({ mean, deviation, number: law.first + i }));
  });
  return { signs, gaussians };
};

/**
 * The mean where everything random is certain or a sign, but for few Gaussian entries; null where
 * that is not so.
 */
export const byValues = <T>(
  scope: Scope<T>,
  draw: Draw,
  body: Code,
  names: ReadonlySet<string>,
): Tensor<T> | null => {
  const { laws } = draw<T, T>(scope, scope, (law, i) => law.mean[i] as T);
  const live = liveOf(scope.field, laws);
  if (!live) return null;
  const { signs, gaussians } = live;
  /** The body in another domain, at values of the entries; any other entry is its mean. */
  const over = <U>(field: Field<U>, lift: (value: T) => U, told: Told<U>): Tensor<U> => {
    const at = liftAssignment(scope.at, lift, new Set(names));
    spend(4);
    const inner: Scope<U> = { field, at, indices: scope.indices };
    const entry = (law: Entries<T>, i: number): U =>
      told.get(law.first + i) ?? lift(law.mean[i] as T);
    return body(draw<T, U>(scope, inner, entry).scope);
  };
  if (gaussians.length === 0 || !isHulled(scope.field))
    return averaged(scope.field, signs, (told) => over(scope.field, (v) => v, told));
  const field = working(scope.field);
  const given = (told: Told<T>): Tensor<T> => {
    const all = <U>(domain: Field<U>, lift: (value: T) => U, x: readonly U[]): Tensor<U> =>
      over(
        domain,
        lift,
        new Map([
          ...[...told].map(([k, v]) => [k, lift(v)] as const),
          ...gaussians.map((g, k) => [g.number, x[k] as U] as const),
        ]),
      );
    const growing = growths<T>(field);
    const moving = gaussians.map((g) => growing.gaussian(g.mean, g.deviation));
    const { shape, data } = all<Growth<T>>(growing, growing.lift, moving);
    const values = <U>(domain: Field<U>, lift: (value: T) => U, x: readonly U[]): readonly U[] =>
      all(domain, lift, x).data;
    return tensor(shape, gaussianMeans(field, gaussians, values, data, bitsOf(scope.field)));
  };
  return averaged(field, signs, given);
};

const bitsOf = ({ name }: { readonly name: string }): number =>
  Number(/\d+/.exec(name)?.[0] ?? workingBits);

/** The mean over all choices of the signs. */
const averaged = <T>(
  field: Field<T>,
  signs: readonly number[],
  given: (told: Told<T>) => Tensor<T>,
): Tensor<T> => {
  const count = 2 ** signs.length;
  const each = field.fromRational({ num: 1n, den: BigInt(count) });
  let sum: Tensor<T> | null = null;
  for (let k = 0; k < count; k++) {
    const told = new Map(
      signs.map((number, i) => [number, field.fromInteger((k >> i) % 2 === 0 ? 1 : -1)] as const),
    );
    const next = given(told);
    const { data } = next;
    sum = sum
      ? tensor(
          sum.shape,
          sum.data.map((x, i) => field.add(x, data[i] as T)),
        )
      : next;
  }
  const { shape, data } = sum as Tensor<T>;
  return tensor(
    shape,
    data.map((x) => field.mul(each, x)),
  );
};
