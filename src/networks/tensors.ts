/** Draws and simplifies scalars, vectors, matrices and tensors. */
import type { Attribute } from '../language/ast.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { size, tensor, type Tensor } from '../numbers/tensor.ts';
import { drawAttributed, plainest } from './attributed.ts';
import { hasAttributes } from './attributes.ts';
import { type Dice } from './dice.ts';
import { Sampler } from './sampler.ts';
import { drawNumber, drawStyle, type Style } from './entries.ts';
import { fraction, isZero, simplerNumbers, weight } from './fraction.ts';
import type { MatrixClass } from './spectra.ts';
import { drawVector } from './vectors.ts';

/** Draws a scalar, vector, matrix or tensor with the attributes; null where none was found. */
export const drawTensor = (
  random: Dice,
  shape: readonly number[],
  attributes: readonly Attribute[],
  style: Style,
  kind: MatrixClass | null = null,
): Tensor<Q> | null => {
  const [m, n] = shape;
  if (shape.length === 2 && m !== undefined && n !== undefined)
    return drawAttributed(random, m, n, attributes, style, kind);
  if (shape.length === 1 && m !== undefined) {
    const v = drawVector(random, m, attributes, style);
    return v === null ? null : tensor(shape, v);
  }
  if (shape.length === 0) {
    const one = drawAttributed(random, 1, 1, attributes, style, 'dense');
    return one === null ? null : tensor([], one.data);
  }
  const t = tensor(
    shape,
    Array.from({ length: size(shape) }, () => drawNumber(random, style)),
  );
  return hasAttributes(t, attributes) ? t : null;
};

/**
 * Size for shrinking; an entry off the diagonal counts one more, because diagonal witnesses read
 * best.
 */
export const tensorWeight = (t: Tensor<Q>): bigint => {
  const n = t.shape.length === 2 ? (t.shape[1] ?? 1) : 0;
  return t.data.reduce(
    (sum, x, k) => sum + weight(x) + (n > 1 && !isZero(x) && Math.floor(k / n) !== k % n ? 1n : 0n),
    0n,
  );
};

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((d, i) => d === b[i]);

/**
 * Simpler tensors of the same shape: zero, identity, zeros one by one, symmetric pairs at once,
 * then smaller numbers.
 */
export function* simplerTensors(t: Tensor<Q>): Iterable<Tensor<Q>> {
  const [m = 1, n = 1] = t.shape;
  const make = (entry: (x: Q, k: number) => Q): Tensor<Q> => tensor(t.shape, t.data.map(entry));
  const mirror = (k: number): number =>
    t.shape.length === 2 && m === n ? (k % n) * n + Math.floor(k / n) : k;
  const zero = fraction(0);
  if (t.data.length > 1) {
    yield make(() => zero);
    yield make((_, k) => fraction(Math.floor(k / n) === k % n ? 1 : 0));
    yield make((x, k) => (Math.floor(k / n) === k % n ? x : zero));
  }
  const put = (k: number, by: Q, pair: (x: Q) => Q): Tensor<Q> =>
    make((x, j) => (j === k ? by : j === mirror(k) ? pair(by) : x));
  for (const [k, x] of t.data.entries())
    if (!isZero(x)) {
      yield put(k, zero, (y) => y);
      if (mirror(k) !== k) yield make((old, j) => (j === k ? zero : old));
    }
  for (const [k, x] of t.data.entries()) {
    for (const s of simplerNumbers(x)) {
      if (isZero(s)) continue;
      yield make((old, j) => (j === k ? s : old));
      if (mirror(k) !== k) {
        yield put(k, s, (y) => y);
        yield put(k, s, rationals.neg);
      }
    }
  }
  // A spectrum is simplified as a whole where single entries are tied together, as in an orthogonal
  // matrix.
  const plain = t.shape.length === 2 ? plainest(m, n, []) : null;
  if (plain !== null) yield plain;
}

class TensorSampler extends Sampler<Tensor<Q>> {
  readonly shape: readonly number[];
  readonly attributes: readonly Attribute[];
  readonly kind: MatrixClass | null;
  constructor(
    shape: readonly number[],
    attributes: readonly Attribute[],
    kind: MatrixClass | null,
  ) {
    super();
    this.shape = shape;
    this.attributes = attributes;
    this.kind = kind;
  }
  override draw(random: Dice): Tensor<Q> {
    const t = drawTensor(random, this.shape, this.attributes, drawStyle(random), this.kind);
    if (t === null)
      throw new RangeError(
        `no tensor of shape ${this.shape.join('×') || 'scalar'} was found that is ${this.attributes.join(' ')}`,
      );
    return t;
  }
  override accepts(value: unknown): value is Tensor<Q> {
    if (typeof value !== 'object' || value === null || !('shape' in value) || !('data' in value))
      return false;
    const t = value as Tensor<Q>;
    return (
      Array.isArray(t.shape) &&
      sameShape(t.shape, this.shape) &&
      t.data.length === size(this.shape) &&
      hasAttributes(t, this.attributes)
    );
  }
  override measure(value: Tensor<Q>): bigint {
    return tensorWeight(value);
  }
  protected override candidates(value: Tensor<Q>): Iterable<Tensor<Q>> {
    return simplerTensors(value);
  }
}

/**
 * Tensors of one shape that have every attribute exactly, matrices of one class where it is given.
 */
export const tensorSampler = (
  shape: readonly number[],
  attributes: readonly Attribute[] = [],
  kind: MatrixClass | null = null,
): Sampler<Tensor<Q>> => new TensorSampler(shape, attributes, kind);

/**
 * Exact scalars with the attributes: small integers, dyadics, fractions, large numbers, powers of
 * two.
 */
export const scalarSampler = (attributes: readonly Attribute[] = []): Sampler<Tensor<Q>> =>
  tensorSampler([], attributes);
