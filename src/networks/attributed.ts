/** Draws matrices that have given attributes exactly. */
import type { Attribute } from '../language/ast.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { hasAttributes, impossible } from './attributes.ts';
import { once, pick, type Dice } from './dice.ts';
import { inverse, rank } from '../numbers/elimination.ts';
import { drawNonzero, drawNumber, type Style } from './entries.ts';
import { fraction } from './fraction.ts';
import {
  columnsOf,
  diagonalOf,
  entry,
  identity,
  matrixOf,
  product,
  rowsOf,
  transposed,
  type Matrix,
} from './matrix.ts';
import { drawOrthogonal } from './orthogonal.ts';
import {
  antisymmetrised,
  drawOfClass,
  gram,
  matrixClasses,
  symmetrised,
  type MatrixClass,
} from './spectra.ts';

type Attributes = ReadonlySet<Attribute>;

const absolute = (x: Q): Q => (rationals.sign(x) === -1 ? rationals.neg(x) : x);

/** Q D Q' with the eigenvalues given, D itself half of the time. */
const withEigenvalues = (
  random: Dice,
  n: number,
  value: (i: number) => Q,
  rotate: boolean,
): Matrix => {
  const d = diagonalOf(
    n,
    n,
    Array.from({ length: n }, (_, i) => value(i)),
  );
  if (!rotate || once(random, 2)) return d;
  const q = drawOrthogonal(random, n);
  return product(product(q, d), transposed(q));
};

const antisymmetricBlocks = (n: number): Matrix =>
  matrixOf(n, n, (i, j) => fraction(j === (i ^ 1) ? (i < j ? 1 : -1) : 0));

const drawProjector = (random: Dice, n: number, symmetric: boolean): Matrix => {
  const k = random.nextInt(0, n);
  if (k === 0) return matrixOf(n, n, () => fraction(0));
  const a = drawOfClass(random, 'dense', n, k, 'tiny');
  const b = symmetric ? transposed(a) : drawOfClass(random, 'dense', k, n, 'tiny');
  const middle = product(b, a);
  return rank(rationals, middle) < k
    ? identity(n)
    : product(product(a, inverse(rationals, middle)), b);
};

const fullRank: readonly MatrixClass[] = [
  'identity',
  'diagonal',
  'permutation',
  'jordan',
  'nearly-singular',
  'ill-conditioned',
  'repeated',
  'nearly-repeated',
  'spectrum',
  'triangular',
  'sparse',
  'dense',
];

/** A number for the spectrum: any, or any but zero. */
const drawEigenvalue = (random: Dice, style: Style, regular: boolean): Q =>
  regular ? drawNonzero(random, style) : drawNumber(random, style);

const proposeOrthogonal = (random: Dice, n: number, has: Attributes): Matrix => {
  if (has.has('psd') || has.has('pd') || has.has('projector')) return identity(n);
  if (has.has('antisymmetric')) return antisymmetricBlocks(n);
  const rotate = !has.has('diagonal');
  return has.has('symmetric') || !rotate
    ? withEigenvalues(random, n, () => fraction(pick(random, [1, -1])), rotate)
    : drawOrthogonal(random, n);
};

/** Positive semidefinite, definite where it must be regular: by its spectrum, or as A A'. */
const proposeDefinite = (
  random: Dice,
  n: number,
  { rotate, regular }: { readonly rotate: boolean; readonly regular: boolean },
  style: Style,
  kind: MatrixClass | null,
): Matrix => {
  if (!rotate || once(random, 2)) {
    const repeated = absolute(drawNonzero(random, style));
    return withEigenvalues(
      random,
      n,
      () => (once(random, 3) ? repeated : absolute(drawEigenvalue(random, style, regular))),
      rotate,
    );
  }
  const of = kind ?? pick(random, matrixClasses);
  const a = drawOfClass(random, of, n, random.nextInt(1, n), 'tiny');
  return gram(a, regular ? absolute(drawNonzero(random, style)) : null);
};

/** A matrix meant to have the attributes; the caller checks. */
const propose = (
  random: Dice,
  m: number,
  n: number,
  has: Attributes,
  style: Style,
  kind: MatrixClass | null,
): Matrix => {
  const rotate = !has.has('diagonal');
  const symmetric = has.has('symmetric') || has.has('psd') || has.has('pd');
  const regular =
    has.has('invertible') || has.has('onto') || has.has('one-to-one') || has.has('pd');
  const eigenvalue = (): Q => drawEigenvalue(random, style, regular);
  if (has.has('orthogonal')) return proposeOrthogonal(random, n, has);
  if (has.has('projector')) {
    if (regular) return identity(n);
    return rotate
      ? drawProjector(random, n, symmetric)
      : withEigenvalues(random, n, () => fraction(random.nextInt(0, 1)), false);
  }
  if (has.has('pd') || has.has('psd'))
    return proposeDefinite(random, n, { rotate, regular }, style, kind);
  if (has.has('antisymmetric'))
    return once(random, 4)
      ? antisymmetricBlocks(n)
      : antisymmetrised(drawOfClass(random, 'dense', n, n, style));
  if (has.has('diagonal'))
    return once(random, 4)
      ? drawOfClass(random, 'identity', n, n, style)
      : withEigenvalues(random, n, eigenvalue, false);
  if (symmetric)
    return once(random, 3)
      ? withEigenvalues(random, n, eigenvalue, true)
      : symmetrised(drawOfClass(random, kind ?? pick(random, matrixClasses), n, n, style));
  return drawOfClass(random, kind ?? pick(random, regular ? fullRank : matrixClasses), m, n, style);
};

/** The part on and below the diagonal, or on and above. */
const triangular = (a: Matrix, has: Attributes): Matrix =>
  matrixOf(rowsOf(a), columnsOf(a), (i, j) =>
    (has.has('lower') && j > i) || (has.has('upper') && j < i) ? rationals.zero : entry(a, i, j),
  );

/**
 * An m×n matrix that has every attribute exactly, of a class where one is asked for and fits; null
 * where no such matrix was found (a 3×3 antisymmetric one is never invertible).
 */
export const drawAttributed = (
  random: Dice,
  m: number,
  n: number,
  attributes: readonly Attribute[],
  style: Style,
  kind: MatrixClass | null = null,
): Matrix | null => {
  if (impossible(m, n, attributes) !== null) return null;
  const has: Attributes = new Set(attributes);
  for (let i = 0; i < 12; i++) {
    // A class that the attributes rule out (a singular invertible matrix) is given up after a few
    // tries.
    let a = propose(random, m, n, has, style, i < 3 ? kind : null);
    if (has.has('positive') || has.has('nonnegative'))
      a = matrixOf(m, n, (r, c) => absolute(a.data[r * n + c] ?? rationals.zero));
    if (has.has('lower') || has.has('upper')) a = triangular(a, has);
    if (hasAttributes(a, attributes)) return a;
  }
  return plainest(m, n, attributes);
};

/** The plainest matrix with the attributes among a few: zero, identity, ones, e_1 e_1', blocks. */
export const plainest = (m: number, n: number, attributes: readonly Attribute[]): Matrix | null => {
  const r = Math.min(m, n);
  const plain: Matrix[] = [
    matrixOf(m, n, () => fraction(0)),
    diagonalOf(
      m,
      n,
      Array.from({ length: r }, () => fraction(1)),
    ),
    diagonalOf(m, n, [fraction(1)]),
    matrixOf(m, n, () => fraction(1)),
    matrixOf(m, n, (i, j) => fraction(i === j ? 2 : 1)),
    ...(m === n ? [antisymmetricBlocks(n)] : []),
  ];
  return plain.find((a) => hasAttributes(a, attributes)) ?? null;
};
