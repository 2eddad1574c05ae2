/** Counts the classes of points that a search has tried. */
import type { Claim, Declaration } from '../language/ast.ts';
import type { Assignment, Value } from '../evaluate/assignment.ts';
import { isZero, same } from '../networks/fraction.ts';
import { singularValues } from '../numbers/decompositions.ts';
import { rank } from '../numbers/elimination.ts';
import { Undefined } from '../numbers/field.ts';
import type { Q } from '../numbers/rational.ts';
import { toFloat } from '../numbers/rational-text.ts';
import { rationals } from '../numbers/rationals.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';

/**
 * How many points that met the hypotheses fell into each class of shape, degeneracy, conditioning,
 * spectrum, function and activation.
 */
export type Coverage = Readonly<Record<string, number>>;

const near = 1e-2;

/** Conditioning and gaps, in floating point: coverage is for reading, nothing is decided by it. */
const spectrumClasses = (t: Tensor<Q>): string[] => {
  let values: readonly number[];
  try {
    values = singularValues(tensor(t.shape, t.data.map(toFloat)));
  } catch (error) {
    if (error instanceof Undefined) return [];
    throw error;
  }
  const [largest = 0] = values;
  const least = values[values.length - 1] ?? 0;
  const condition = largest / least;
  const out = [
    condition <= 10
      ? 'condition: up to 10'
      : condition <= 1e4
        ? 'condition: up to 1e4'
        : 'condition: over 1e4',
  ];
  if (values.length < 2) return out;
  const gaps = values.slice(1).map((s, i) => ((values[i] ?? 0) - s) / largest);
  out.push(
    gaps.some((g) => g < 1e-12)
      ? 'spectrum: repeated singular value'
      : gaps.some((g) => g < near)
        ? 'spectrum: nearly repeated'
        : 'spectrum: gaps',
  );
  return out;
};

const matrixClassesOf = (t: Tensor<Q>): string[] => {
  const [m = 1, n = 1] = t.shape;
  const form = m === n ? (m === 1 ? '1×1' : 'square') : m < n ? 'wide' : 'tall';
  const out = [`matrix: ${form}`];
  if (t.data.every(isZero)) return [...out, 'matrix: zero'];
  const rows = Array.from({ length: m }, (_, i) => t.data.slice(i * n, (i + 1) * n));
  if (rows.some((row) => row.every(isZero))) out.push('matrix: zero row (a dead unit)');
  if (
    rows.some((row, i) =>
      rows.slice(0, i).some((other) => row.every((x, j) => same(x, other[j] ?? 0))),
    )
  )
    out.push('matrix: two equal rows');
  if (rank(rationals, t) < Math.min(m, n)) return [...out, 'matrix: rank deficient'];
  return [...out, 'matrix: full rank', ...spectrumClasses(t)];
};

const key = (value: Value<Q>): string =>
  JSON.stringify(value, (_, x: unknown) => (typeof x === 'bigint' ? String(x) : x));

const classesOf = (value: Value<Q>): string[] => {
  switch (value.kind) {
    case 'family': {
      const texts = value.members.map(key);
      return [
        ...new Set(value.members.flatMap(classesOf)),
        new Set(texts).size < texts.length ? 'data: two equal points' : 'data: distinct points',
      ];
    }
    case 'activation':
      return [
        `activation: ${value.activation.kind === 'builtin' ? value.activation.name : 'polynomial'}`,
      ];
    case 'function':
      return [
        value.map.kind === 'polynomial'
          ? 'function: polynomial'
          : `function: network with ${value.map.layers[0]?.activation ?? 'linear'} units`,
      ];
    case 'tensor': {
      const { shape, data } = value.tensor;
      if (shape.length === 2) return matrixClassesOf(value.tensor);
      const kind = shape.length === 0 ? 'scalar' : shape.length === 1 ? 'vector' : 'tensor';
      return [`${kind}: ${data.every(isZero) ? 'zero' : 'nonzero'}`];
    }
  }
};

const sizeClass = (dims: ReadonlyMap<string, number>): string => {
  const largest = [...dims.values()].reduce((a, b) => Math.max(a, b), 1);
  return largest === 1 ? 'sizes: all 1' : largest <= 4 ? 'sizes: up to 4' : 'sizes: over 4';
};

/** Counts the classes of one point in. */
export const count = (into: Map<string, number>, at: Assignment<Q>): void => {
  const classes = new Set([...at.values.values()].flatMap(classesOf));
  if (at.dims.size > 0) classes.add(sizeClass(at.dims));
  for (const c of classes) into.set(c, (into.get(c) ?? 0) + 1);
};

const regular: ReadonlySet<string> = new Set([
  'invertible',
  'onto',
  'one-to-one',
  'pd',
  'orthogonal',
]);

const possible = (d: Declaration): string[] => {
  const family = d.family === null ? [] : ['data: two equal points', 'data: distinct points'];
  if (d.type.kind === 'activation')
    return [
      ...family,
      'activation: identity',
      'activation: relu',
      'activation: tanh',
      'activation: polynomial',
    ];
  if (d.type.kind === 'function')
    return [...family, 'function: polynomial', 'function: network with relu units'];
  const { shape } = d.type;
  const has = new Set<string>(d.attributes);
  if (shape.length !== 2)
    return [
      ...family,
      ...(has.has('nonzero') || has.has('unit') || has.has('positive')
        ? []
        : [`${shape.length === 0 ? 'scalar' : shape.length === 1 ? 'vector' : 'tensor'}: zero`]),
    ];
  const [m, n] = shape;
  const [wide, tall] = [!has.has('one-to-one'), !has.has('onto')];
  const forms =
    m === n
      ? ['1×1', 'square']
      : ['1×1', 'square', ...(wide ? ['wide'] : []), ...(tall ? ['tall'] : [])];
  const singular = d.attributes.some((a) => regular.has(a))
    ? []
    : ['matrix: rank deficient', ...(has.has('nonzero') ? [] : ['matrix: zero'])];
  const spectrum =
    has.has('orthogonal') || has.has('projector')
      ? []
      : [
          'condition: over 1e4',
          'spectrum: repeated singular value',
          'spectrum: nearly repeated',
          'spectrum: gaps',
        ];
  return [
    ...family,
    ...forms.map((f) => `matrix: ${f}`),
    'matrix: full rank',
    ...singular,
    ...spectrum,
  ];
};

/**
 * Classes that the values of a claim may fall into by their declarations: those counted 0 were
 * never reached.
 */
export const possibleClasses = (claim: Claim): string[] => {
  const sizes = claim.dims.some((d) => !/^\d+$/.test(d))
    ? ['sizes: all 1', 'sizes: up to 4', 'sizes: over 4']
    : [];
  return [...new Set([...claim.declarations.flatMap(possible), ...sizes])];
};

/** The classes that no point that met the hypotheses fell into. */
export const neverReached = (coverage: Coverage): string[] =>
  Object.keys(coverage).filter((c) => coverage[c] === 0);
