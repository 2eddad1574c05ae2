import { factorsOf, productDim } from '../operators/dimension.ts';
import { ShapeMismatch, type Dimensions } from '../operators/operator.ts';
import type { Dim, Shape } from './ast.ts';

const isUnknown = (dim: Dim): boolean => dim.startsWith('?') && !dim.includes('*');

/** Two products without the names that they share: `?1*n` and `m*n` are equal where `?1` is `m`. */
const cancelled = (a: Dim, b: Dim): readonly [Dim, Dim] => {
  if (!a.includes('*') && !b.includes('*')) return [a, b];
  const right = [...factorsOf(b)];
  const left = factorsOf(a).filter((f) => {
    const at = right.indexOf(f);
    if (at >= 0) right.splice(at, 1);
    return at < 0;
  });
  return [productDim(...left), productDim(...right)];
};

/** Finds what the unknown dimensions of `I`, `0` and `ones` stand for. */
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
    if (dim.includes('*')) return productDim(...dim.split('*').map((d) => this.resolve(d)));
    let at = dim;
    for (let next = this.bound.get(at); next !== undefined; next = this.bound.get(at)) at = next;
    return at.includes('*') ? this.resolve(at) : at;
  }

  unify(a: Dim, b: Dim): void {
    const [x, y] = [this.resolve(a), this.resolve(b)];
    if (x === y) return;
    const [p, q] = cancelled(x, y);
    if (isUnknown(p) && !factorsOf(q).includes(p)) this.bound.set(p, q);
    else if (isUnknown(q) && !factorsOf(p).includes(q)) this.bound.set(q, p);
    else throw new ShapeMismatch(`${x} and ${y} differ`);
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
