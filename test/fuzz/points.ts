/**
 * Points for the fuzzer's evaluator: small whole numbers, with the declared attributes built in;
 * and points of the program.
 */
import type { Assignment, Value as Found } from '../../src/evaluate/assignment.ts';
import type { Rational } from '../../src/numbers/field.ts';
import type { Dice } from './dice.ts';
import { scalarFunctions } from './functions.ts';
import * as l from './linear.ts';
import type { Claim, Declared } from './tree.ts';
import { shapeOf, sizeOf, type Point, type Value } from './value.ts';

const entries = [0, 0, 1, 1, -1, -1, 2, -2, 3, 1 / 2, -3 / 2];

const plain = (dice: Dice, r: number, c: number): l.Matrix =>
  l.matrix(r, c, () => dice.pick(entries));

const signs = (dice: Dice, r: number, c: number): l.Matrix => {
  const order = dice.shuffled(Array.from({ length: Math.max(r, c) }, (_, i) => i));
  const sign = order.map(() => dice.pick([1, -1]));
  return l.matrix(r, c, (i, j) =>
    c <= r ? (order[j] === i ? (sign[j] as number) : 0) : order[i] === j ? (sign[i] as number) : 0,
  );
};

/** A plane rotation by the angle of (3, 4, 5) among signed permutations. */
const orthogonal = (dice: Dice, r: number, c: number): l.Matrix => {
  const p = signs(dice, r, c);
  if (r < 2 || r !== c || dice.chance(0.4)) return p;
  const turn = l.matrix(r, r, (i, j) =>
    i > 1 || j > 1 ? (i === j ? 1 : 0) : i === j ? 0.6 : i < j ? -0.8 : 0.8,
  );
  return l.product(turn, p);
};

const projector = (dice: Dice, n: number): l.Matrix => {
  if (dice.chance(0.4)) return l.matrix(n, n, (i, j) => (i === j && dice.chance(0.5) ? 1 : 0));
  const [u, v] = [plain(dice, n, 1), plain(dice, n, 1)];
  const w = dice.chance(0.6) ? u : v;
  const s = l.product(l.transposed(u), w).d[0] as number;
  return s === 0 ? l.scaled(0, l.identity(n)) : l.scaled(1 / s, l.product(u, l.transposed(w)));
};

const gram = (a: l.Matrix): l.Matrix => l.product(a, l.transposed(a));

export function tensorFor(
  dice: Dice,
  attributes: readonly string[],
  r: number,
  c: number,
): l.Matrix {
  const has = (a: string): boolean => attributes.includes(a);
  const a = plain(dice, r, c);
  if (has('projector')) return projector(dice, r);
  if (has('orthogonal')) return orthogonal(dice, r, c);
  if (has('unit')) return orthogonal(dice, r, 1);
  if (has('positive')) return l.map(a, (x) => Math.abs(x) + dice.pick([1, 1 / 2, 2]));
  if (has('nonnegative')) return l.map(a, Math.abs);
  if (has('diagonal')) return l.matrix(r, c, (i, j) => (i === j ? l.get(a, i, j) : 0));
  if (has('lower')) return l.matrix(r, c, (i, j) => (i >= j ? l.get(a, i, j) : 0));
  if (has('upper')) return l.matrix(r, c, (i, j) => (i <= j ? l.get(a, i, j) : 0));
  if (has('pd')) return l.add(gram(a), l.identity(r));
  if (has('psd')) return gram(plain(dice, r, dice.chance(0.5) ? 1 : r));
  if (has('symmetric')) return l.add(a, l.transposed(a));
  if (has('antisymmetric')) return l.sub(a, l.transposed(a));
  if (dice.chance(0.1)) return orthogonal(dice, r, c);
  return dice.chance(0.1) ? l.scaled(0, a) : a;
}

/** A polynomial of degree 3 in each input, with mixed terms; of all outputs the same kind. */
const polynomial = (dice: Dice, inputs: number, outputs: number): ((x: l.Matrix) => l.Matrix) => {
  const weights = Array.from({ length: outputs }, () => ({
    first: Array.from({ length: inputs }, () => dice.pick(entries)),
    second: Array.from({ length: inputs * inputs }, () => dice.pick([0, 0, 1, -1])),
    third: dice.pick([0, 1, -1]),
    zero: dice.pick([0, 1]),
  }));
  return (x) =>
    l.matrix(outputs, 1, (o) => {
      const w = weights[o] as (typeof weights)[number];
      let sum = w.zero;
      x.d.forEach((s, i) => {
        sum += s * (w.first[i] as number) + w.third * s ** 3;
        x.d.forEach((t, j) => (sum += s * t * (w.second[i * inputs + j] as number)));
      });
      return sum;
    });
};

const activations = ['tanh', 'square', 'identity', 'sigmoid', 'erf'];
const entrywise =
  (f: (x: number) => number) =>
  (x: l.Matrix): l.Matrix =>
    l.map(x, f);

const valueFor = (dice: Dice, d: Declared, p: Point): Value => {
  if (d.sort === 'activation') {
    const f = scalarFunctions.get(dice.pick(activations)) as (x: number) => number;
    return entrywise(dice.chance(0.5) ? f : (x) => x ** 3 - 2 * x + 1);
  }
  const [r, c] = shapeOf(d.shape, p);
  if (d.sort === 'function') return polynomial(dice, r, d.shape.length === 1 ? 1 : c);
  if (d.family === undefined) return tensorFor(dice, d.attributes, r, c);
  return Array.from({ length: sizeOf(d.family, p) }, () => tensorFor(dice, d.attributes, r, c));
};

export const dimsOf = ({ declared }: Claim): string[] => [
  ...new Set(
    declared
      .flatMap((d) => [...d.shape, ...(d.family === undefined ? [] : [d.family])])
      .filter((d) => !/^\d+$/.test(d)),
  ),
];

export function randomPoint(dice: Dice, claim: Claim): Point {
  const dims = new Map(dimsOf(claim).map((d) => [d, dice.pick([1, 2, 2, 3])]));
  const random = claim.declared.filter((d) => d.law !== undefined);
  const empty: Point = { dims, values: new Map(), indices: new Map(), random };
  const fixed = claim.declared.filter((d) => d.law === undefined);
  return { ...empty, values: new Map(fixed.map((d) => [d.name, valueFor(dice, d, empty)])) };
}

const float = ({ num, den }: Rational): number => Number(num) / Number(den);

/**
 * A point of the program as one of the evaluator; null if it holds values that are not read here.
 */
export function foundPoint(at: Assignment<Rational>, claim: Claim): Point | null {
  const dims = new Map(at.dims);
  const random = claim.declared.filter((d) => d.law !== undefined);
  const values = new Map<string, Value>();
  for (const [name, found] of at.values) {
    const read = foundValue(found);
    if (read === null) return null;
    values.set(name, read);
  }
  return { dims, values, indices: new Map(), random };
}

function foundValue(v: Found<Rational>): Value | null {
  if (v.kind === 'tensor') {
    const [r = 1, c = 1] = v.tensor.shape;
    return { r, c, d: v.tensor.data.map(float) };
  }
  if (v.kind === 'family') {
    const all = v.members.map(foundValue);
    return all.includes(null) ? null : (all as l.Matrix[]);
  }
  if (v.kind === 'activation') {
    const a = v.activation;
    if (a.kind === 'polynomial') {
      const c = a.coefficients.map(float);
      return entrywise((x) => c.reduceRight((s, k) => s * x + k, 0));
    }
    const f = scalarFunctions.get(a.name);
    return f ? entrywise(f) : null;
  }
  if (v.map.kind === 'network') return null;
  const { outputs } = v.map;
  return (x) =>
    l.matrix(outputs.length, 1, (o) =>
      (outputs[o] as (typeof outputs)[number]).reduce(
        (s, t) =>
          s + float(t.coefficient) * t.powers.reduce((q, k, i) => q * (x.d[i] as number) ** k, 1),
        0,
      ),
    );
}
