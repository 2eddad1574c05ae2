/** The table of attributes: meaning, test and formula of each. */
import type { Attribute } from '../language/ast.ts';
import { Unsettled, Unsupported, type Field } from '../numbers/field.ts';
import {
  extent,
  identity,
  isDefinite,
  isSymmetric,
  matmul,
  transpose,
} from '../numbers/linear-algebra.ts';
import { scalar, tensor, type Tensor } from '../numbers/tensor.ts';
import { asGrid, inner } from './entries.ts';
import { requireOrder } from './domains.ts';
import { rankOf } from './ranks.ts';

/**
 * How an attribute is tested: what is exact and what floating point must forgive follow from it.
 */
export type AttributeTest =
  /** Both sides are equal. */
  | {
      readonly kind: 'equation';
      sides<T>(field: Field<T>, a: Tensor<T>): readonly [Tensor<T>, Tensor<T>];
    }
  /** The rank is that of an m×n matrix of full rank. */
  | { readonly kind: 'rank'; readonly full: (m: number, n: number) => number }
  /** Symmetric, and without a negative eigenvalue; `strict`: without a zero one either. */
  | { readonly kind: 'definite'; readonly strict: boolean }
  /** Every entry is at least zero; `strict`: more. */
  | { readonly kind: 'sign'; readonly strict: boolean }
  /** Some entry is not zero. */
  | { readonly kind: 'nonzero' };

export interface AttributeRule {
  readonly name: Attribute;
  /** Its matrix must be square. */
  readonly square: boolean;
  readonly summary: string;
  readonly test: AttributeTest;
}

const zeros = <T>(field: Field<T>, a: Tensor<T>): Tensor<T> =>
  tensor(
    a.shape,
    a.data.map(() => field.zero),
  );
const off = <T>(field: Field<T>, a: Tensor<T>): Tensor<T> => {
  const [, n] = extent(a);
  return tensor(
    a.shape,
    a.data.map((x, k) => (Math.floor(k / n) === k % n ? field.zero : x)),
  );
};
/** The entries at some places, 0 elsewhere. */
const beyond = <T>(
  field: Field<T>,
  a: Tensor<T>,
  at: (i: number, j: number) => boolean,
): Tensor<T> => {
  const [, n] = extent(a);
  return tensor(
    a.shape,
    a.data.map((x, k) => (at(Math.floor(k / n), k % n) ? x : field.zero)),
  );
};
const negative = <T>(field: Field<T>, a: Tensor<T>): Tensor<T> =>
  tensor(
    a.shape,
    a.data.map((x) => field.neg(x)),
  );

const square = (name: Attribute, summary: string, test: AttributeTest): AttributeRule => ({
  name,
  square: true,
  summary,
  test,
});
const equation = (
  sides: Extract<AttributeTest, { readonly kind: 'equation' }>['sides'],
): AttributeTest => ({ kind: 'equation', sides });

const rules: readonly AttributeRule[] = [
  square(
    'symmetric',
    "A' = A",
    equation((_, a) => [transpose(a), asGrid(a)]),
  ),
  square(
    'antisymmetric',
    "A' = -A",
    equation((field, a) => [transpose(a), negative(field, asGrid(a))]),
  ),
  {
    name: 'diagonal',
    square: false,
    summary: 'zero where row and column differ; it need not be square',
    test: equation((field, a) => [off(field, asGrid(a)), zeros(field, asGrid(a))]),
  },
  {
    name: 'lower',
    square: false,
    summary: 'zero above the diagonal: lower triangular',
    test: equation((field, a) => [
      beyond(field, asGrid(a), (i, j) => j > i),
      zeros(field, asGrid(a)),
    ]),
  },
  {
    name: 'upper',
    square: false,
    summary: 'zero below the diagonal: upper triangular',
    test: equation((field, a) => [
      beyond(field, asGrid(a), (i, j) => j < i),
      zeros(field, asGrid(a)),
    ]),
  },
  square(
    'orthogonal',
    "A' A = I",
    equation((field, a) => [matmul(field, transpose(a), asGrid(a)), identity(field, extent(a)[0])]),
  ),
  square(
    'projector',
    'P P = P',
    equation((field, a) => [matmul(field, asGrid(a), asGrid(a)), asGrid(a)]),
  ),
  square('invertible', 'it has an inverse', { kind: 'rank', full: (m) => m }),
  square('psd', "symmetric, and x' A x >= 0 for every x", { kind: 'definite', strict: false }),
  square('pd', "symmetric, and x' A x > 0 for every x but 0", { kind: 'definite', strict: true }),
  { name: 'onto', square: false, summary: 'full row rank', test: { kind: 'rank', full: (m) => m } },
  {
    name: 'one-to-one',
    square: false,
    summary: 'full column rank',
    test: { kind: 'rank', full: (_, n) => n },
  },
  {
    name: 'positive',
    square: false,
    summary: 'every entry > 0',
    test: { kind: 'sign', strict: true },
  },
  {
    name: 'nonnegative',
    square: false,
    summary: 'every entry >= 0',
    test: { kind: 'sign', strict: false },
  },
  { name: 'nonzero', square: false, summary: 'some entry is not 0', test: { kind: 'nonzero' } },
  {
    name: 'unit',
    square: false,
    summary: 'length 1',
    test: equation((field, a) => [scalar(inner(field, a.data, a.data)), scalar(field.one)]),
  },
];

/** Every attribute by name. */
const attributeRules: ReadonlyMap<Attribute, AttributeRule> = new Map(
  rules.map((r) => [r.name, r]),
);

export const attributeRule = (name: Attribute): AttributeRule => {
  const found = attributeRules.get(name);
  if (!found) throw new Error(`there is no attribute ${name}`);
  return found;
};

/**
 * Whether all of these are zero: false where one is certainly not, `Unsettled` where a bracket
 * cannot tell.
 */
const allZero = <T>(field: Field<T>, entries: readonly T[]): boolean => {
  const signs = entries.map((x) => field.sign(x));
  if (signs.some((s) => s === 1 || s === -1)) return false;
  if (signs.includes(null)) throw new Unsettled('an entry that may be zero; ask for more bits');
  return true;
};

const holdsEach = <T>(field: Field<T>, entries: readonly T[], strict: boolean): boolean => {
  const signs = entries.map((x) => field.sign(x));
  if (signs.some((s) => s === -1 || (strict && s === 0))) return false;
  if (signs.includes(null)) throw new Unsettled('an entry whose sign is open; ask for more bits');
  return true;
};

/**
 * Whether a value has an attribute, exactly. Throws `Unsupported` in floating point and in domains
 * that lack what it takes, `Unsettled` where brackets are too wide.
 */
export const holds = <T>(attribute: Attribute, field: Field<T>, a: Tensor<T>): boolean => {
  if (!field.exact)
    throw new Unsupported(`whether a matrix is ${attribute} is not decided in floating point`);
  const { test, square: mustBeSquare } = attributeRule(attribute);
  const [m, n] = a.shape.length > 2 ? [a.data.length, 1] : extent(a);
  if (mustBeSquare && m !== n) return false;
  switch (test.kind) {
    case 'equation': {
      const [left, right] = test.sides(field, a);
      return allZero(
        field,
        left.data.map((x, i) => field.sub(x, right.data[i] as T)),
      );
    }
    case 'rank':
      return rankOf(field, a) === test.full(m, n);
    case 'definite': {
      requireOrder(field, `whether a matrix is ${attribute}`);
      if (!isSymmetric(field, a)) return false;
      return isDefinite(field, asGrid(a), test.strict);
    }
    case 'sign':
      requireOrder(field, `whether a number is ${attribute}`);
      return holdsEach(field, a.data, test.strict);
    case 'nonzero':
      return !allZero(field, a.data);
  }
};
