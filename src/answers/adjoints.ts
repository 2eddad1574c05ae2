/**
 * For each operator, the adjoints of its arguments from that of its value (Giles 2008, An extended
 * collection of matrix derivative results).
 */
import type { Expr } from '../language/ast.ts';
import { entrywise, product, quotient, raised } from './build.ts';
import { multiple } from './build-sums.ts';
import { diagonal, inner, transposed } from './build-forms.ts';
import { constant, identity, isOperation, operation } from './build-atoms.ts';
import { entryQuotient, onesLike } from './known-derivatives.ts';
import { NoRule } from './target.ts';
import { fraction } from './rational.ts';

type Applied = Extract<Expr, { kind: 'operator' }>;
/** g is the adjoint of the value. An argument without an adjoint, at the end, is held constant. */
type Adjoints = (g: Expr, e: Applied) => readonly Expr[];

const minus = (e: Expr): Expr => multiple(fraction(-1n), e);
const first = (e: Applied): Expr => e.args[0]!;
const both = (e: Applied): [Expr, Expr] => e.args as [Expr, Expr];

/** A length |v| has the slope v/|v|, a number its sign. */
const ofLength: Adjoints = (g, e) => {
  const a = first(e);
  if (a.shape.length === 0) return [product(g, operation('sign', [a], []))];
  if (a.shape.length > 1 && e.operator === 'norm') throw new NoRule('a spectral norm');
  return [product(g, quotient(a, e))];
};

export const adjointsOf: ReadonlyMap<string, Adjoints> = new Map<string, Adjoints>([
  ['add', (g) => [g, g]],
  ['sub', (g) => [g, minus(g)]],
  ['neg', (g) => [minus(g)]],
  ['transpose', (g) => [transposed(g)]],
  ['mul', (g, e) => ofFactors(...both(e), g)],
  [
    'hadamard',
    (g, e) => {
      const [a, b] = both(e);
      return [entrywise(g, b), entrywise(g, a)];
    },
  ],
  [
    'quotient',
    (g, e) => {
      const [a, b] = both(e);
      const below = minus(entrywise(g, entryQuotient(a, entrywise(b, b))));
      return [entrywise(g, entryQuotient(onesLike(b), b)), below];
    },
  ],
  [
    'div',
    (g, e) => {
      const [a, b] = both(e);
      return [quotient(g, b), minus(quotient(inner(g, a), raised(b, 2n)))];
    },
  ],
  [
    'dot',
    (g, e) => {
      const [a, b] = both(e);
      return [product(g, b), product(g, a)];
    },
  ],
  ['tr', (g, e) => [product(g, identity(first(e).shape[0] ?? '1'))]],
  ['det', (g, e) => [product(product(g, e), transposed(inverse(first(e))))]],
  ['logdet', (g, e) => [product(g, transposed(inverse(first(e))))]],
  ['inv', (g, e) => [minus(product(product(transposed(e), g), transposed(e)))]],
  ['diag', (g, e) => [first(e).shape.length === 1 ? diagonalOf(g, first(e)) : diagonal(g)]],
  ['sum', (g, e) => [product(g, onesOf(first(e).shape))]],
  ['mean', (g, e) => [quotient(product(g, constant('ones', first(e).shape)), dimension(first(e)))]],
  ['bars', ofLength],
  ['norm', ofLength],
  ['normF', ofLength],
]);

/** Of a product: G B' and A' G, or inner products with numbers. */
function ofFactors(a: Expr, b: Expr, g: Expr): readonly [Expr, Expr] {
  if (a.shape.length === 0 && b.shape.length === 0) return [inner(b, g), inner(a, g)];
  if (a.shape.length === 0) return [inner(b, g), product(a, g)];
  if (b.shape.length === 0) return [product(b, g), inner(a, g)];
  return [product(g, transposed(b)), product(transposed(a), g)];
}

/** The vector of ones, or the matrix of ones as a product of two. */
const onesOf = (shape: Expr['shape']): Expr => {
  const [m, n] = shape;
  return m === undefined || n === undefined
    ? constant('ones', shape)
    : product(constant('ones', [m]), transposed(constant('ones', [n])));
};

const inverse = (a: Expr): Expr => operation('inv', [a], a.shape);
const dimension = (v: Expr): Expr => ({
  kind: 'dimension',
  dim: v.shape[0] ?? '1',
  span: v.span,
  shape: [],
});

/** The diagonal of an adjoint, as a vector. */
function diagonalOf(g: Expr, v: Expr): Expr {
  if (isOperation(g, 'diag') && g.args[0]!.shape.length === 1) return g.args[0]!;
  if (g.kind === 'constant' && g.which === 'identity') return constant('ones', v.shape);
  return operation('diag', [g], v.shape);
}
