/** Random values over the prime field for the declared names of a claim, with their attributes. */
import type { Attribute, Declaration } from '../language/ast.ts';
import type { PolynomialMap, Value } from '../evaluate/assignment.ts';
import { compileDim, compileShape, type Indices } from '../evaluate/sizes.ts';
import { inverse, matmul } from '../numbers/linear-algebra.ts';
import { size, tensor, type Tensor } from '../numbers/tensor.ts';
import type { Random } from '../numbers/random.ts';
import { field, modulus } from './modular.ts';

type Sizes = ReadonlyMap<string, number>;
type Grid = Tensor<number>;

/**
 * Attributes whose values form a dense part of a variety over which these draws range: real ones
 * prove nothing more of an equation.
 */
const groups: readonly (readonly Attribute[])[] = [
  ['symmetric', 'psd', 'pd'],
  ['antisymmetric'],
  ['diagonal'],
  ['lower'],
  ['upper'],
  ['orthogonal'],
  ['projector'],
  ['unit'],
];
const free: ReadonlySet<Attribute> = new Set<Attribute>([
  'invertible',
  'onto',
  'one-to-one',
  'positive',
  'nonnegative',
  'nonzero',
]);

/** The one structure that the attributes ask for; null where two would have to be met at once. */
export function structureOf(attributes: readonly Attribute[]): Attribute | 'none' | null {
  const asked = groups
    .filter((g) => attributes.some((a) => g.includes(a)))
    .map((g) => g[0] as Attribute);
  if (!attributes.every((a) => free.has(a) || groups.some((g) => g.includes(a)))) return null;
  if (asked.length === 2 && asked.includes('symmetric') && asked.includes('diagonal'))
    return 'diagonal';
  return asked.length > 1 ? null : (asked[0] ?? 'none');
}

const any = (random: Random): number => random.int(1, modulus - 1);
const dense = (random: Random, shape: readonly number[]): Grid =>
  tensor(
    shape,
    Array.from({ length: size(shape) }, () => any(random)),
  );
const map = (a: Grid, f: (x: number, i: number, j: number) => number): Grid => {
  const n = a.shape[1] ?? 1;
  return tensor(
    a.shape,
    a.data.map((x, k) => f(x, Math.floor(k / n), k % n)),
  );
};
const mirrored = (a: Grid, sign: 1 | -1): Grid => {
  const n = a.shape[1] as number;
  return map(a, (x, i, j) => {
    if (i === j) return sign === 1 ? x : 0;
    const upper = a.data[Math.min(i, j) * n + Math.max(i, j)] as number;
    return i < j || sign === 1 ? upper : field.neg(upper);
  });
};
const unitMatrix = (a: Grid): Grid => map(a, (_, i, j) => (i === j ? 1 : 0));
const plus = (a: Grid, b: Grid, sign: 1 | -1): Grid =>
  tensor(
    a.shape,
    a.data.map((x, k) => (sign === 1 ? field.add : field.sub)(x, b.data[k] as number)),
  );

/** (I − S)(I + S)⁻¹ for a skew S, its first row negated half of the time. Source: Cayley. */
function orthogonal(random: Random, n: number): Grid {
  const s = mirrored(dense(random, [n, n]), -1);
  const one = unitMatrix(s);
  const q = matmul(field, plus(one, s, -1), inverse(field, plus(one, s, 1)));
  const flip = random.chance(0.5);
  return map(q, (x, i) => (flip && i === 0 ? field.neg(x) : x));
}

/** A (B A)⁻¹ B; of any rank, mostly neither 0 nor full. */
function projector(random: Random, n: number): Grid {
  const k = random.chance(0.25) ? random.int(0, n) : Math.max(1, Math.floor(n / 2));
  if (k === 0) return tensor([n, n], Array<number>(n * n).fill(0));
  const [a, b] = [dense(random, [n, k]), dense(random, [k, n])];
  return matmul(field, matmul(field, a, inverse(field, matmul(field, b, a))), b);
}

/** A coordinate vector reflected: e − 2 u (u'e)/(u'u). */
function unit(random: Random, shape: readonly number[]): Grid {
  const u = dense(random, shape);
  const length = u.data.reduce((sum, x) => field.add(sum, field.mul(x, x)), 0);
  const c = field.div(field.mul(2, u.data[0] as number), length);
  return tensor(
    shape,
    u.data.map((x, k) => field.sub(k === 0 ? 1 : 0, field.mul(c, x))),
  );
}

/** Throws `Undefined` where an inverse met on the way does not exist: draw again. */
function attributed(
  random: Random,
  shape: readonly number[],
  attributes: readonly Attribute[],
): Grid {
  switch (shape.length === 2 || attributes.includes('unit') ? structureOf(attributes) : 'none') {
    case 'symmetric':
      return mirrored(dense(random, shape), 1);
    case 'antisymmetric':
      return mirrored(dense(random, shape), -1);
    case 'lower':
      return map(dense(random, shape), (x, i, j) => (j > i ? 0 : x));
    case 'upper':
      return map(dense(random, shape), (x, i, j) => (j < i ? 0 : x));
    case 'diagonal':
      return map(dense(random, shape), (x, i, j) => (i === j ? x : 0));
    case 'orthogonal':
      return orthogonal(random, shape[0] as number);
    case 'projector':
      return projector(random, shape[0] as number);
    case 'unit':
      return unit(random, shape);
    default:
      return dense(random, shape);
  }
}

/** All monomials up to degree 2, and some of degrees 3 and 4 with every input in them somewhere. */
function randomPolynomial(random: Random, inputs: number, outputs: number): PolynomialMap<number> {
  const monomial = (...at: readonly number[]): { coefficient: number; powers: number[] } => {
    const powers = Array<number>(inputs).fill(0);
    for (const i of at) powers[i] = (powers[i] as number) + 1;
    return { coefficient: any(random), powers };
  };
  const pick = (): number => random.int(0, inputs - 1);
  const each = Array.from({ length: inputs }, (_, i) => i);
  return {
    kind: 'polynomial',
    inputs,
    outputs: Array.from({ length: outputs }, () => [
      monomial(),
      ...each.map((i) => monomial(i)),
      ...each.flatMap((i) => each.slice(i).map((j) => monomial(i, j))),
      ...each.map((i) => monomial(i, pick(), pick())),
      ...each.map((i) => monomial(i, pick(), pick(), pick())),
    ]),
  };
}

/** A value for one declaration; throws `Undefined` where chance was against it. */
export function drawValue(random: Random, declaration: Declaration, sizes: Sizes): Value<number> {
  const { type, family, attributes } = declaration;
  const one = (indices: Indices): Value<number> => {
    if (type.kind === 'activation') {
      return {
        kind: 'activation',
        activation: {
          kind: 'polynomial',
          coefficients: Array.from({ length: 6 }, () => any(random)),
        },
      };
    }
    if (type.kind === 'tensor') {
      return {
        kind: 'tensor',
        tensor: attributed(random, compileShape(type.shape)(sizes, indices), attributes),
      };
    }
    const count = (shape: readonly string[]): number => size(compileShape(shape)(sizes, indices));
    const inputs = type.inputs.reduce((sum, s) => sum + count(s), 0);
    return { kind: 'function', map: randomPolynomial(random, inputs, count(type.output)) };
  };
  if (family === null) return one(new Map());
  const members = compileDim(family.to)(sizes, new Map());
  return {
    kind: 'family',
    members: Array.from({ length: members }, (_, i) => one(new Map([[family.index, i + 1]]))),
  };
}
