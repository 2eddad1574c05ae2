/** Unifies shapes that contain unknown dimensions. */
import {
  atomsOf,
  cancelled,
  factorsOf,
  isSum,
  mapAtoms,
  productDim,
} from '../operators/dimension.ts';
import { ShapeMismatch, type Dimensions } from '../operators/operator.ts';
import type { Dim, Shape } from './ast.ts';

const isUnknown = (dim: Dim | null): dim is Dim => dim !== null && /^\?\d+$/.test(dim);
const isMade = (dim: Dim): boolean => dim.includes('*') || dim.includes('+');

/** One unknown times names and numbers; null of any other dimension. */
const multipleOf = (dim: Dim): Multiple | null => {
  if (isSum(dim)) return null;
  const factors = factorsOf(dim);
  const [unknown, more] = factors.filter(isUnknown);
  if (unknown === undefined || more !== undefined) return null;
  const [count, names] = numberAndNames(factors.filter((f) => f !== unknown));
  return { unknown, count, names };
};

const numberAndNames = (factors: readonly Dim[]): readonly [number, readonly Dim[]] => {
  const isNumber = (f: Dim): boolean => /^\d+$/.test(f);
  return [Number(factors.find(isNumber) ?? 1), factors.filter((f) => !isNumber(f))];
};

interface Multiple {
  readonly unknown: Dim;
  readonly count: number;
  readonly names: readonly Dim[];
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** Finds the unknown dimensions of `I`, `0` and `ones`. */
export class Unifier implements Dimensions {
  private readonly bound = new Map<Dim, Dim>();
  private count = 0;

  /** Whether any unknown was ever made: where none was, nothing needs settling. */
  get used(): boolean {
    return this.count > 0;
  }

  fresh(): Dim {
    return `?${++this.count}`;
  }

  resolve(dim: Dim): Dim {
    if (isMade(dim)) {
      const made = mapAtoms(dim, (d) => (isMade(d) || d === dim ? d : this.resolve(d)));
      return made === dim || !isMade(made) ? made : this.resolve(made);
    }
    let at = dim;
    for (let next = this.bound.get(at); next !== undefined; next = this.bound.get(at)) at = next;
    return isMade(at) ? this.resolve(at) : at;
  }

  unify(a: Dim, b: Dim): void {
    const [x, y] = [this.resolve(a), this.resolve(b)];
    if (x === y) return;
    const [p, q] = cancelled(x, y);
    if (isUnknown(p) && q !== null && !atomsOf(q).includes(p)) this.bound.set(p, q);
    else if (isUnknown(q) && p !== null && !atomsOf(p).includes(q)) this.bound.set(q, p);
    else if (!this.unifyMultiples(p, q) && !this.divide(p, q) && !this.divide(q, p))
      throw new ShapeMismatch(`${x} and ${y} differ`);
  }

  /** `2*?1` and `6`: `?1` is 3. */
  private divide(p: Dim | null, q: Dim | null): boolean {
    const a = p && multipleOf(p);
    if (!a || q === null || a.names.length > 0 || isSum(q) || factorsOf(q).some(isUnknown))
      return false;
    const [count, names] = numberAndNames(factorsOf(q));
    if (count % a.count !== 0) return false;
    this.bound.set(a.unknown, productDim(`${count / a.count}`, ...names));
    return true;
  }

  /** `?1*m` and `?2*n`, as of `I kron A + B kron I`: `?1` is `?3*n` and `?2` is `?3*m`. */
  private unifyMultiples(p: Dim | null, q: Dim | null): boolean {
    const [a, b] = [p && multipleOf(p), q && multipleOf(q)];
    if (!a || !b || a.unknown === b.unknown) return false;
    const common = this.fresh();
    const shared = greatestDivisor(a.count, b.count);
    this.bound.set(a.unknown, productDim(common, `${b.count / shared}`, ...b.names));
    this.bound.set(b.unknown, productDim(common, `${a.count / shared}`, ...a.names));
    return true;
  }

  shape(shape: Shape): Shape {
    return shape.map((d) => this.resolve(d));
  }
}

/** Drops dimensions that are literally 1; a row stays a row. */
export const normalShape = (dims: Shape): Shape => {
  if (!dims.includes('1')) return dims;
  if (dims.length === 2 && dims[0] === '1' && dims[1] !== '1') return dims;
  return dims.filter((d) => d !== '1');
};

export const isUnsettled = (shape: Shape): boolean => shape.some((d) => d.includes('?'));

/** A shape with a word for its kind: `m×n`, `m (a vector)`, `scalar`. */
export const describeShape = (shape: Shape): string => {
  if (shape.length === 0) return 'scalar';
  const text = shape.map((d) => d.replace(/\?\d+/g, '?')).join('×');
  return shape.length === 1 ? `a vector of length ${text}` : text;
};
