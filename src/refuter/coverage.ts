import type { Assignment, Value } from '../evaluate/assignment.ts';
import { isZero } from '../networks/fraction.ts';
import { rank } from '../numbers/elimination.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';

/** How many points that met the hypotheses fell into each class of shape, degeneracy, function and activation. */
export type Coverage = Readonly<Record<string, number>>;

const classesOf = (value: Value<Q>): string[] => {
  switch (value.kind) {
    case 'family': {
      const texts = value.members.map((m) => JSON.stringify(m, (_, x: unknown) => (typeof x === 'bigint' ? String(x) : x)));
      return [...new Set(value.members.flatMap(classesOf)), ...(new Set(texts).size < texts.length ? ['data: repeated point'] : [])];
    }
    case 'activation': return [`activation: ${value.activation.kind === 'builtin' ? value.activation.name : 'polynomial'}`];
    case 'function': return value.map.kind === 'polynomial' ? ['function: polynomial'] : [`function: network with ${value.map.layers[0]?.activation ?? 'linear'} units`];
    case 'tensor': {
      const { shape, data } = value.tensor;
      const zero = data.every(isZero);
      if (shape.length === 0) return zero ? ['scalar: zero'] : [];
      if (shape.length === 1) return zero ? ['vector: zero'] : [];
      const [m = 1, n = 1] = shape;
      const form = m === n ? (m === 1 ? '1×1' : 'square') : m < n ? 'wide' : 'tall';
      if (zero) return [`matrix: ${form}`, 'matrix: zero'];
      return [`matrix: ${form}`, shape.length === 2 && rank(rationals, value.tensor) < Math.min(m, n) ? 'matrix: rank deficient' : 'matrix: full rank'];
    }
  }
};

/** Counts the classes of one point in. */
export const count = (into: Map<string, number>, at: Assignment<Q>): void => {
  const classes = new Set([...at.values.values()].flatMap(classesOf));
  const total = [...at.dims.values()].reduce((a, b) => Math.max(a, b), 1);
  classes.add(total === 1 ? 'sizes: all 1' : total <= 4 ? 'sizes: up to 4' : 'sizes: over 4');
  for (const c of classes) into.set(c, (into.get(c) ?? 0) + 1);
};
