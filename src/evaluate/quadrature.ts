/**
 * Means of functions of one or two Gaussians, enclosed: on each cell of a grid the function's
 * bracket times the cell's probability, and beyond the grid what the function's growth allows.
 * Where a function g of one Gaussian has a derivative on a cell with middle m, the cell gives g(m)
 * P + g'(m) ∫ (z − m) φ + (g'(cell) − g'(m)) ∫ |z − m| φ [−1, 1] instead, which is far narrower
 * (mean-value form, Moore 1966).
 */
import { Undefined, Unsettled, Unsupported, type Field } from '../numbers/field.ts';
import { jets, type Jet } from '../numbers/jet.ts';
import { cellsOf, reach, type Cell, type Hulled } from './gaussian-grid.ts';
import type { Growth } from './growth.ts';

/** x = mean + deviation z, for a standard Gaussian z. */
export interface Gaussian<T> {
  readonly mean: T;
  readonly deviation: T;
}

/** More Gaussians than this have too many cells. */
export const mostGaussians = 2;

/** What is averaged, in any domain over the one of the brackets. */
export type Body<T> = <U>(field: Field<U>, lift: (value: T) => U, x: readonly U[]) => readonly U[];

const isOpen = (error: unknown): boolean =>
  error instanceof Undefined || error instanceof Unsettled || error instanceof Unsupported;

/**
 * How much of the mean lies beyond the grid, at most: d · c · ∫ over |z₁| > R of e^(r|z₁|) · (E
 * e^(r|z|))^(d−1), where the integral is at most e^(Rr − R²/2), by P(z > t) ≤ e^(−t²/2)/2 for t = R
 * − r ≥ 0, and E e^(r|z|) ≤ 2 e^(r²/2).
 */
const beyond = <T>(field: Hulled<T>, { c, r }: Growth<T>, axes: number): T => {
  const far = field.fromInteger(reach);
  if (field.sign(field.sub(far, r)) !== 1)
    throw new Unsupported('a mean of what grows too fast is not computed');
  const half = field.fromRational({ num: 1n, den: 2n });
  const exp = (x: T): T => field.apply('exp', x);
  let most = field.mul(c, exp(field.mul(far, field.sub(r, field.mul(half, far)))));
  const other = field.mul(field.fromInteger(2), exp(field.mul(half, field.mul(r, r))));
  for (let k = 1; k < axes; k++) most = field.mul(most, other);
  most = field.mul(field.fromInteger(axes), most);
  return field.hull(field.neg(most), most);
};

/**
 * The part of a mean over one Gaussian that lies in a cell; null where there is no derivative on
 * all of it.
 */
const byDerivative = <T>(
  field: Hulled<T>,
  { mean, deviation }: Gaussian<T>,
  cell: Cell<T>,
  body: Body<T>,
): readonly T[] | null => {
  const domain = jets(field, 1);
  const at = (z: T): readonly Jet<T>[] =>
    body(domain, domain.lift, [
      domain.add(domain.lift(mean), domain.mul(domain.lift(deviation), domain.variable(z, 0))),
    ]);
  try {
    const [around, middle] = [at(cell.z), at(cell.middle)];
    return middle.map((m, i) => {
      const slope = domain.partial(m, 0);
      const wobble = field.sub(domain.partial(around[i] as Jet<T>, 0), slope);
      return field.add(
        field.mul(m.value, cell.probability),
        field.add(field.mul(slope, cell.moment), field.mul(wobble, cell.spread)),
      );
    });
  } catch (error) {
    if (isOpen(error)) return null;
    throw error;
  }
};

/** The means of the entries of `body`; `growth` has one bound for each entry. */
export const gaussianMeans = <T>(
  field: Hulled<T>,
  gaussians: readonly Gaussian<T>[],
  body: Body<T>,
  growth: readonly Growth<T>[],
  bits: number,
): readonly T[] => {
  const axes = gaussians.length;
  const sums = growth.map((g) => g.value ?? beyond(field, g, axes));
  const put = (values: readonly T[]): void =>
    growth.forEach((g, i) => {
      if (g.value === null) sums[i] = field.add(sums[i] as T, values[i] as T);
    });
  const grid = cellsOf(field, axes, bits);
  const walk = (x: readonly T[], probability: T): void => {
    const next = gaussians[x.length];
    if (!next) {
      put(body(field, (v) => v, x).map((v) => field.mul(probability, v)));
      return;
    }
    for (const cell of grid) {
      const found = axes === 1 ? byDerivative(field, next, cell, body) : null;
      if (found) put(found);
      else
        walk(
          [...x, field.add(next.mean, field.mul(next.deviation, cell.z))],
          field.mul(probability, cell.probability),
        );
    }
  };
  try {
    walk([], field.one);
  } catch (error) {
    // a cell is wider than a number: a term without a value on the cell may have one at almost
    // every number
    if (error instanceof Undefined || error instanceof Unsettled)
      throw new Unsupported(`a mean over a Gaussian is not computed: ${error.message}`);
    throw error;
  }
  return sums;
};
