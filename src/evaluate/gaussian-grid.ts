/**
 * Cells of one width that cover what matters of a standard Gaussian, with what is known of the
 * Gaussian on each.
 */
import { spend, spent } from '../numbers/counted-work.ts';
import type { Field } from '../numbers/field.ts';

/** Domains that can bracket all numbers between two. */
export type Hulled<T> = Field<T> & Required<Pick<Field<T>, 'hull' | 'withBits'>>;

export const isHulled = <T>(field: Field<T>): field is Hulled<T> => field.hull !== undefined;

/** Brackets of this precision are narrow compared with a cell, and quicker than finer ones. */
export const workingBits = 44;

/** The domain that grids are walked in. */
export const working = <T>(field: Hulled<T>): Hulled<T> => field.withBits(workingBits) as Hulled<T>;

/** The grid reaches from −reach to reach on each axis. */
export const reach = 10;
/**
 * Cells of an axis, for one Gaussian and for two; more bits multiply them by at most this factor.
 */
const coarsest: readonly number[] = [0, 64, 32];
const finest: readonly number[] = [0, 4, 2];

export interface Cell<T> {
  /** All of the cell, and its middle. */
  readonly z: T;
  readonly middle: T;
  /** ∫ φ, ∫ (z − middle) φ, and an interval around 0 that reaches to ∫ |z − middle| φ. */
  readonly probability: T;
  readonly moment: T;
  readonly spread: T;
}

/**
 * Grids with the work that they took: a later caller pays the same work, so that the count does not
 * depend on the order.
 */
const known = new Map<
  string,
  { readonly cells: readonly Cell<unknown>[]; readonly work: number }
>();

/** Φ(b) − Φ(a) = (erf(b/√2) − erf(a/√2))/2 and ∫ z φ = φ(a) − φ(b). */
export const cellsOf = <T>(field: Hulled<T>, axes: number, bits: number): readonly Cell<T>[] => {
  const times = Math.max(1, Math.min(finest[axes] as number, Math.floor(bits / 64)));
  const count = (coarsest[axes] as number) * times;
  const key = `${field.name} ${count}`;
  const found = known.get(key);
  if (found) {
    spend(found.work);
    return found.cells as readonly Cell<T>[];
  }
  const before = spent();
  const rational = (num: number, den: number): T =>
    field.fromRational({ num: BigInt(num), den: BigInt(den) });
  const [half, two] = [rational(1, 2), field.fromInteger(2)];
  const rootTwo = field.apply('sqrt', two);
  const pi = field.constant?.('pi') as T;
  const scale = field.div(field.one, field.apply('sqrt', field.mul(two, pi)));
  const ends = Array.from({ length: count + 1 }, (_, k) => {
    const z = rational(reach * (2 * k - count), count);
    return {
      z,
      erf: field.apply('erf', field.div(z, rootTwo)),
      density: field.mul(scale, field.apply('exp', field.neg(field.mul(half, field.mul(z, z))))),
    };
  });
  type End = (typeof ends)[number];
  const made = ends.slice(1).map((to, k): Cell<T> => {
    const from = ends[k] as End;
    const middle = rational(reach * (2 * k + 1 - count), count);
    const probability = field.mul(half, field.sub(to.erf, from.erf));
    const most = field.mul(probability, rational(reach, count));
    return {
      z: field.hull(from.z, to.z),
      middle,
      probability,
      moment: field.sub(field.sub(from.density, to.density), field.mul(middle, probability)),
      spread: field.hull(field.neg(most), most),
    };
  });
  known.set(key, { cells: made, work: spent() - before });
  return made;
};
