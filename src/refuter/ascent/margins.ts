/**
 * By how much a formula holds at a point: a number on a tape, positive where it holds, negative
 * where it fails.
 */
import type { Expr, Formula } from '../../language/ast.ts';
import { compileExpr } from '../../evaluate/compile.ts';
import { withIndex, type Scope } from '../../evaluate/scope.ts';
import { compileDim } from '../../evaluate/sizes.ts';
import { Unsupported, type Field } from '../../numbers/field.ts';
import { extent, subtract, transpose } from '../../numbers/matrix.ts';
import { tensor, type Tensor } from '../../numbers/tensor.ts';
import { attributeRule } from '../../operators/attributes.ts';
import { spectral } from '../../operators/spectral.ts';
import { length, scaleOf, sizeAgainstZero } from './scale.ts';
import type { Register } from './tape.ts';

type Numbers = Field<Register>;

export const larger = (field: Numbers, a: Register, b: Register): Register =>
  field.add(b, field.apply('relu', field.sub(a, b)));
const smaller = (field: Numbers, a: Register, b: Register): Register =>
  field.sub(a, field.apply('relu', field.sub(a, b)));
const least = (field: Numbers, list: readonly Register[]): Register =>
  list.reduce((a, b) => smaller(field, a, b));

const smallestEigenvalue = (field: Numbers, t: Tensor<Register>): Register => {
  const [n] = extent(t);
  const found = field.spectrum?.(t.data, n);
  if (found === undefined) throw new Unsupported('eigenvalues are not computed here');
  return found[n - 1] as Register;
};

const asGrid = (t: Tensor<Register>): Tensor<Register> => tensor(extent(t), t.data);

/** How far a square matrix is from being symmetric, with the sign of a failure. */
const symmetry = (scope: Scope<Register>, t: Tensor<Register>): Register => {
  const grid = asGrid(t);
  const [m, n] = extent(grid);
  if (m !== n) throw new Unsupported('not a square matrix');
  return length(scope, subtract(scope.field, grid, transpose(grid)));
};

const relation = (
  f: Extract<Formula, { readonly kind: 'relation' }>,
  scope: Scope<Register>,
): Register => {
  const { field } = scope;
  if (f.left.kind === 'kernel' || f.right.kind === 'kernel')
    throw new Unsupported('a subspace has no margin');
  const [a, b] = [compileExpr(f.left)(scope), compileExpr(f.right)(scope)];
  const scale = scaleOf(f.left, f.right, scope);
  const over = (x: Register): Register => field.div(x, scale);
  const differences = a.data.map((x, i) => field.sub(b.data[i] as Register, x));
  switch (f.relation) {
    case '<':
    case '<=':
      return over(least(field, differences));
    case '>':
    case '>=':
      return over(
        least(
          field,
          differences.map((x) => field.neg(x)),
        ),
      );
    case '=':
      return field.neg(over(length(scope, tensor(a.shape, differences))));
    case '!=':
      return over(length(scope, tensor(a.shape, differences)));
    case '<<=':
    case '>>=': {
      const d = tensor(
        extent(a),
        f.relation === '<<=' ? differences : differences.map((x) => field.neg(x)),
      );
      // the search cannot shift what is not symmetric into an order
      return over(smallestEigenvalue(field, d));
    }
    case '~~':
    case 'in':
      throw new Unsupported('this relation has no margin');
  }
};

const has = (
  subject: Expr,
  attribute: Formula & { readonly kind: 'is' },
  scope: Scope<Register>,
): Register => {
  const { field } = scope;
  const value = compileExpr(subject)(scope);
  const over = (x: Register): Register => field.div(x, sizeAgainstZero(subject, scope));
  const { test } = attributeRule(attribute.attribute);
  switch (test.kind) {
    case 'sign':
      return over(least(field, value.data));
    case 'definite':
      return over(field.sub(smallestEigenvalue(field, value), symmetry(scope, value)));
    case 'nonzero':
      return over(length(scope, value));
    case 'equation': {
      const [left, right] = test.sides(field, value);
      const d = left.data.map((x, i) => field.sub(x, right.data[i] as Register));
      return field.neg(over(length(scope, tensor([d.length], d))));
    }
    case 'rank': {
      const grid = asGrid(value);
      const full = test.full(...extent(grid));
      return over(spectral(field, 'singular value', grid, full));
    }
  }
};

/**
 * The margin of a formula, relative to the sizes of what is compared. Throws `Unsupported` for a
 * formula without one, as a statement about all values of a variable.
 */
export const marginOf = (f: Formula, scope: Scope<Register>): Register => {
  const { field } = scope;
  switch (f.kind) {
    case 'relation':
      return relation(f, scope);
    case 'is':
      return has(f.subject, f, scope);
    case 'not':
      return field.neg(marginOf(f.body, scope));
    case 'and':
      return smaller(field, marginOf(f.left, scope), marginOf(f.right, scope));
    case 'or':
      return larger(field, marginOf(f.left, scope), marginOf(f.right, scope));
    case 'implies':
      return larger(field, field.neg(marginOf(f.left, scope)), marginOf(f.right, scope));
    case 'iff': {
      const [a, b] = [marginOf(f.left, scope), marginOf(f.right, scope)];
      return smaller(field, larger(field, field.neg(a), b), larger(field, field.neg(b), a));
    }
    case 'each': {
      const count = compileDim(f.range.to)(scope.at.dims, scope.indices);
      return least(
        field,
        Array.from({ length: count }, (_, i) =>
          marginOf(f.body, withIndex(scope, f.range.index, i + 1)),
        ),
      );
    }
    case 'forall':
    case 'exists':
    case 'off':
    case 'unsaid':
      throw new Unsupported('this has no margin');
  }
};
