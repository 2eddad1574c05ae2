/** Builds points for equations with Gram matrices, such as `V' V = W W'`. */
import type { Declaration, Expr } from '../../language/ast.ts';
import { once, pick, type Dice } from '../../networks/dice.ts';
import { fraction } from '../../networks/fraction.ts';
import {
  entry,
  matrixOf,
  product,
  scaled,
  transposed,
  type Matrix,
} from '../../networks/matrix.ts';
import { drawOrthogonal } from '../../networks/orthogonal.ts';
import { factorsOf } from './commuting.ts';
import { declared, type Recogniser } from './recogniser.ts';
import { matrixAt, withMatrix } from './put.ts';

interface Gram {
  readonly of: Declaration;
  /** A' A; false for A A'. */
  readonly columns: boolean;
}

/** `A' A`, `A A'`, `x' x`, `|x|^2` and `|x|` of a declared variable. */
const gramOf = (e: Expr, declarations: readonly Declaration[]): Gram | null => {
  const bare = (x: Expr | undefined): Declaration | null =>
    x === undefined ? null : declared(x, declarations);
  if (
    e.kind === 'operator' &&
    ['bars', 'norm'].includes(e.operator) &&
    e.args[0]?.shape.length === 1
  ) {
    const of = bare(e.args[0]);
    return of === null ? null : { of, columns: true };
  }
  if (e.kind === 'operator' && e.operator === 'pow')
    return e.args[0] === undefined ? null : gramOf(e.args[0], declarations);
  const factors = factorsOf(e);
  if (factors.length !== 2) return null;
  const [a, b] = factors;
  const turned = (x: Expr | undefined): Declaration | null =>
    x?.kind === 'operator' && x.operator === 'transpose' ? bare(x.args[0]) : null;
  const [first, second] = [turned(a), bare(b)];
  if (first !== null && first === second) return { of: first, columns: true };
  const [left, right] = [bare(a), turned(b)];
  return left !== null && left === right ? { of: left, columns: false } : null;
};

/**
 * p×n with orthonormal rows where p <= n, else orthonormal columns: part of a rational orthogonal
 * matrix.
 */
const isometry = (random: Dice, p: number, n: number): Matrix => {
  const q = drawOrthogonal(random, Math.max(p, n));
  return matrixOf(p, n, (i, j) => entry(q, i, j));
};

const plainEnough = (d: Declaration): boolean =>
  d.attributes.every(
    (a) => a === 'nonzero' || a === 'onto' || a === 'one-to-one' || a === 'invertible',
  );

/**
 * Equations with a Gram matrix: `V' V = W W'` (balanced layers) by W = V'R or V = R'W' with R part
 * of an orthogonal matrix, and `A' A = …` by orthonormal columns times a number, with any other
 * side.
 */
export const grams: Recogniser = (f, declarations) => {
  if (f.relation !== '=' && f.relation !== '~~') return null;
  const [left, right] = [gramOf(f.left, declarations), gramOf(f.right, declarations)];
  const known = [left, right].filter((g): g is Gram => g !== null && plainEnough(g.of));
  const [one, other] = known;
  if (one === undefined) return null;
  if (known.length === 2 && other !== undefined && one.of !== other.of) {
    return {
      kind: "V' V = W W'",
      build: (random, at) => {
        const [a, b] = [matrixAt(at, one.of.name), matrixAt(at, other.of.name)];
        if (a === null || b === null) return null;
        // both read as X X'
        const [x, y] = [one.columns ? transposed(a) : a, other.columns ? transposed(b) : b];
        const [p, q] = [x.shape[1] ?? 1, y.shape[1] ?? 1];
        if (q >= p) {
          const made = product(x, isometry(random, p, q));
          return withMatrix(at, other.of.name, other.columns ? transposed(made) : made);
        }
        const made = product(y, isometry(random, q, p));
        return withMatrix(at, one.of.name, one.columns ? transposed(made) : made);
      },
    };
  }
  return {
    kind: "A' A = c I",
    build: (random, at) => {
      const a = matrixAt(at, one.of.name);
      if (a === null) return null;
      const [m = 1, n = 1] = a.shape;
      if (one.columns ? m < n : n < m) return null;
      const by = once(random, 2) ? 1 : pick(random, [2, 3, fraction(1, 2)]);
      return withMatrix(at, one.of.name, scaled(isometry(random, m, n), by));
    },
  };
};
