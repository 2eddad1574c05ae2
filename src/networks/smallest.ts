/** Enumerates the smallest values of a declaration, smallest first. */
import type { Declaration } from '../language/ast.ts';
import { memberOf, variesWith } from '../language/layers.ts';
import type { ActivationValue, PolynomialMap, Value } from '../evaluate/assignment.ts';
import { spend } from '../numbers/counted-work.ts';
import { denominator, numerator, type Q } from '../numbers/rational.ts';
import { size } from '../numbers/tensor.ts';
import { exactActivations } from './activations.ts';
import { hasAttributes } from './attributes.ts';
import { valueWeight } from './declared.ts';
import { range } from './elimination.ts';
import { fraction } from './fraction.ts';
import { plainMaps } from './maps.ts';
import { sizeOf, type Sizes } from './sizes.ts';

/**
 * All arrays over the numbers 0, 1, −1, 2 up to a length, a single number 1/2 too; for longer ones,
 * those with few distinct entries.
 */
const arrays = (length: number, columns: number): Q[][] => {
  // what is well-conditioned up to a constant fails first where a singular value is below 1
  if (length === 1) return [[0], [1], [-1], [2], [fraction(1, 2)]];
  if (length <= 4) {
    let all: Q[][] = [[]];
    for (let i = 0; i < length; i++) {
      const shorter = all;
      // the first entry changes fastest, so that (1, 0) comes before (0, 1)
      all = [0, 1, -1, 2].flatMap((x) => shorter.map((a) => [...a, x]));
    }
    return all;
  }
  spend(length / 4);
  const make = (entry: (i: number, j: number) => number): Q[] =>
    range(length).map((k) => entry(Math.floor(k / columns), k % columns));
  const list = [
    make(() => 0),
    make((i, j) => (i === j ? 1 : 0)),
    make((i, j) => (i === 0 && j === 0 ? 1 : 0)),
    make(() => 1),
    make((i, j) => (i !== j ? 0 : i === 0 ? 1 : -1)),
    make((i, j) => (i !== j ? 0 : i === 0 ? 2 : 1)),
    make((i, j) => (i === j ? i + 1 : 0)),
    make((i, j) => (j === i + 1 ? 1 : 0)),
    make((i, j) => (i + j === columns - 1 ? 1 : 0)),
    make((i, j) => (i <= j ? 1 : 0)),
    make((i, j) => (i === 0 && j === 1 ? 1 : 0)),
    make((i, j) => (i === j + 1 ? 1 : 0)),
    make((i, j) => (i < j ? 1 : i > j ? -1 : 0)),
    make((i, j) => (i === j ? 2 : 1)),
    make((i) => (i === 0 ? 1 : 0)),
    make((_, j) => (j === 0 ? 1 : 0)),
  ];
  return list;
};

const activations: readonly ActivationValue<Q>[] = [
  ...exactActivations.map((name): ActivationValue<Q> => ({ kind: 'builtin', name })),
  { kind: 'polynomial', coefficients: [1] },
  { kind: 'polynomial', coefficients: [] },
  { kind: 'polynomial', coefficients: [1, 1] },
  { kind: 'polynomial', coefficients: [0, 0, 0, 1] },
];

const mapKey = (map: PolynomialMap<Q>): string =>
  map.outputs
    .map((terms) =>
      terms
        .map((t) => `${numerator(t.coefficient)}/${denominator(t.coefficient)}:${t.powers.join()}`)
        .join('+'),
    )
    .join(';');

const memberValues = (d: Declaration, sizes: Sizes): Value<Q>[] => {
  switch (d.type.kind) {
    case 'tensor': {
      const shape = d.type.shape.map((dim) => sizeOf(dim, sizes));
      return arrays(size(shape), shape[1] ?? 1)
        .map((data): Value<Q> => ({ kind: 'tensor', tensor: { shape, data } }))
        .filter((v) => v.kind === 'tensor' && hasAttributes(v.tensor, d.attributes));
    }
    case 'activation':
      return activations.map((activation) => ({ kind: 'activation', activation }));
    case 'function': {
      const product = (shape: readonly string[]): number =>
        shape.reduce((p, dim) => p * sizeOf(dim, sizes), 1);
      const inputs = d.type.inputs.reduce((sum, shape) => sum + product(shape), 0);
      const plain = plainMaps(inputs, product(d.type.output));
      // squares with weights 1, 2, …: the plainest form that is not a multiple of the identity
      const weighted = plain.map((map) => ({
        ...map,
        outputs: map.outputs.map((terms) => terms.map((t, i) => ({ ...t, coefficient: i + 1 }))),
      }));
      const halved = plain.map((map) => ({
        ...map,
        outputs: map.outputs.map((terms) =>
          terms.map((t) => ({ ...t, coefficient: fraction(1, 2) })),
        ),
      }));
      const distinct = new Map([...plain, ...weighted, ...halved].map((map) => [mapKey(map), map]));
      return [...distinct.values()].map((map) => ({ kind: 'function', map }));
    }
  }
};

const isSymmetric = (value: Value<Q>): boolean => {
  if (value.kind !== 'tensor') return false;
  const {
    shape: [rows = 1, columns = 1],
    data,
  } = value.tensor;
  return (
    rows === columns &&
    data.every((x, k) => x === data[(k % columns) * columns + Math.floor(k / columns)])
  );
};

/**
 * Families of matrices, and of vectors of different lengths: one symmetric matrix for all layers,
 * then one matrix for all, then one after another.
 */
const smallestLayers = (d: Declaration, sizes: Sizes, most: number): Value<Q>[] => {
  const known = new Map<string, Value<Q>[]>();
  const lists = range(sizeOf(d.family?.to ?? '1', sizes)).map((i) => {
    const own = memberOf(d, i + 1);
    const key =
      own.type.kind === 'tensor' ? own.type.shape.map((dim) => sizeOf(dim, sizes)).join('×') : '';
    const list =
      known.get(key) ??
      memberValues(own, sizes)
        .map((value) => ({ value, weight: valueWeight(value) }))
        .toSorted((a, b) => Number(a.weight - b.weight))
        .map(({ value }) => value);
    known.set(key, list);
    return list;
  });
  const [first = []] = lists;
  const families = (starts: readonly Value<Q>[], step: number): Value<Q>[] =>
    starts.slice(0, most).flatMap((start): Value<Q>[] => {
      const i = first.indexOf(start);
      const members = lists.map((list, k) => list[(i + step * k) % list.length]);
      return members.every((m) => m !== undefined) ? [{ kind: 'family', members }] : [];
    });
  if (known.size > 1) return [...families(first, 0), ...families(first, 1)];
  return [
    ...families(first.filter(isSymmetric), 0),
    ...families(
      first.filter((v) => !isSymmetric(v)),
      0,
    ),
    ...families(first, 1),
  ];
};

/** The smallest values of a declaration at these sizes, smallest first, at most `most`. */
export const smallestValues = (d: Declaration, sizes: Sizes, most: number): Value<Q>[] => {
  if (
    d.family !== null &&
    d.type.kind === 'tensor' &&
    (d.type.shape.length === 2 || variesWith(d.type.shape, d.family.index))
  )
    return smallestLayers(d, sizes, most);
  const members = memberValues(d, sizes);
  if (d.family === null)
    return members
      .map((value) => ({ value, weight: Number(valueWeight(value)) }))
      .toSorted((a, b) => a.weight - b.weight)
      .slice(0, most)
      .map(({ value }) => value);
  const count = sizeOf(d.family.to, sizes);
  const few = members.slice(0, 8);
  const families: Value<Q>[] = [];
  for (const [i, first] of few.entries()) {
    families.push({ kind: 'family', members: range(count).map(() => first) });
    families.push({
      kind: 'family',
      members: range(count).map((k) => few[(i + k) % few.length] ?? first),
    });
  }
  return families.slice(0, most);
};
