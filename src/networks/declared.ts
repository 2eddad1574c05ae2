/** Draws a value for one declaration, and checks a value against it. */
import type { Attribute, Declaration } from '../language/ast.ts';
import { memberOf } from '../language/layers.ts';
import type { Value } from '../evaluate/assignment.ts';
import type { Q } from '../numbers/rational.ts';
import { activationWeight, drawActivation, simplerActivations } from './activations.ts';
import { hasAttributes } from './attributes.ts';
import { once, pick, type Dice } from './dice.ts';
import type { Style } from './entries.ts';
import { drawFamily } from './families.ts';
import { drawMap, mapWeight, simplerMaps } from './maps.ts';
import { sizeOf, type Sizes } from './sizes.ts';
import type { MatrixClass } from './spectra.ts';
import { drawTensor, simplerTensors, tensorWeight } from './tensors.ts';

/**
 * How one point is drawn: the style of its numbers, the class of its matrices, whether functions
 * keep rationals rational.
 */
export interface Manner {
  readonly style: Style;
  readonly kind: MatrixClass | null;
  readonly exactly: boolean;
}

const product = (shape: readonly string[], sizes: Sizes): number =>
  shape.reduce((p, d) => p * sizeOf(d, sizes), 1);

/** A value for one member of a declaration; null where its attributes could not be met. */
const drawMember = (
  random: Dice,
  d: Declaration,
  sizes: Sizes,
  manner: Manner,
  attributes: readonly Attribute[],
): Value<Q> | null => {
  switch (d.type.kind) {
    case 'tensor': {
      const shape = d.type.shape.map((dim) => sizeOf(dim, sizes));
      const t = drawTensor(random, shape, attributes, manner.style, manner.kind);
      return t === null ? null : { kind: 'tensor', tensor: t };
    }
    case 'function': {
      const inputs = d.type.inputs.reduce((sum, shape) => sum + product(shape, sizes), 0);
      return {
        kind: 'function',
        map: drawMap(random, inputs, product(d.type.output, sizes), manner.style, manner.exactly),
      };
    }
    case 'activation':
      return {
        kind: 'activation',
        activation: drawActivation(random, manner.style, manner.exactly),
      };
  }
};

const sameShape = (value: Value<Q>, d: Declaration, sizes: Sizes): boolean =>
  value.kind !== 'tensor' ||
  d.type.kind !== 'tensor' ||
  d.type.shape.every((dim, i) => sizeOf(dim, sizes) === value.tensor.shape[i]);

/**
 * A value for a declaration at the given sizes, its attributes met exactly; null where none was
 * found.
 */
export const drawDeclared = (
  random: Dice,
  d: Declaration,
  sizes: Sizes,
  manner: Manner,
): Value<Q> | null => {
  if (d.family === null) return drawMember(random, d, sizes, manner, d.attributes);
  const count = sizeOf(d.family.to, sizes);
  if (
    d.type.kind === 'tensor' &&
    d.type.shape.length === 1 &&
    d.attributes.length === 0 &&
    !d.type.shape[0]?.includes('[')
  ) {
    const dim = d.type.shape[0];
    if (dim !== undefined) return drawFamily(random, sizeOf(dim, sizes), count, manner.style);
  }
  const members: Value<Q>[] = [];
  // layers are often tied to their neighbours, so all of them are one matrix now and then
  const layered = d.type.kind === 'tensor' && d.type.shape.length === 2;
  const [repeat, alike] = [once(random, 4), layered && once(random, 3)];
  for (let i = 0; i < count; i++) {
    const own = memberOf(d, i + 1);
    const old =
      members.length > 0 && (alike || (repeat && once(random, 2))) ? pick(random, members) : null;
    const member =
      old !== null && sameShape(old, own, sizes)
        ? old
        : drawMember(random, own, sizes, manner, d.attributes);
    if (member === null) return null;
    members.push(member);
  }
  return { kind: 'family', members };
};

/** Does the value have the attributes of its declaration? */
export const meetsAttributes = (value: Value<Q>, attributes: readonly Attribute[]): boolean => {
  if (value.kind === 'family') return value.members.every((m) => meetsAttributes(m, attributes));
  return value.kind !== 'tensor' || hasAttributes(value.tensor, attributes);
};

const weights = new WeakMap<Value<Q>, bigint>();

/**
 * Size of a value for shrinking. A point that was made simpler shares most values with the one it
 * came from, so sizes are kept.
 */
export const valueWeight = (value: Value<Q>): bigint => {
  const old = weights.get(value);
  if (old !== undefined) return old;
  const weight = weighed(value);
  weights.set(value, weight);
  return weight;
};

const weighed = (value: Value<Q>): bigint => {
  switch (value.kind) {
    case 'tensor':
      return tensorWeight(value.tensor);
    case 'function':
      return mapWeight(value.map);
    case 'activation':
      return activationWeight(value.activation);
    case 'family':
      return value.members.reduce((sum, m) => sum + valueWeight(m), 0n);
  }
};

/** Simpler values of the same kind and shape, the boldest first. */
export function* simplerValues(value: Value<Q>): Iterable<Value<Q>> {
  switch (value.kind) {
    case 'tensor':
      for (const t of simplerTensors(value.tensor)) yield { kind: 'tensor', tensor: t };
      return;
    case 'function':
      for (const map of simplerMaps(value.map)) yield { kind: 'function', map };
      return;
    case 'activation':
      for (const activation of simplerActivations(value.activation))
        yield { kind: 'activation', activation };
      return;
    case 'family':
      for (const [i, member] of value.members.entries()) {
        for (const s of simplerValues(member))
          yield { kind: 'family', members: value.members.map((old, j) => (j === i ? s : old)) };
      }
  }
}
