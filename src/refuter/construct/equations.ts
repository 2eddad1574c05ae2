/** The equations among the hypotheses, and the boundary of a strict conclusion. */
import type { Expr, Formula } from '../../language/ast.ts';
import type { Assignment } from '../../evaluate/assignment.ts';
import { compileExpr } from '../../evaluate/compile.ts';
import { namesIn } from '../../evaluate/names.ts';
import { scopeOf, withIndex, type Code } from '../../evaluate/scope.ts';
import { sizeOf } from '../../networks/sizes.ts';
import { Unsupported, type Field } from '../../numbers/field.ts';
import type { Q } from '../../numbers/rational.ts';
import { rationals } from '../../numbers/rationals.ts';
import { affineForms, type Affine } from './affine.ts';
import { Fast } from '../fast/program.ts';
import { latticePoints, polynomialIdentity } from '../principal-lattice.ts';

/** A hypothesis that says that some numbers are zero. */
export interface Equation {
  readonly formula: Formula;
  /** The declared names it mentions. */
  readonly names: ReadonlySet<string>;
  /** Does a factor of proportionality enter it? */
  readonly scaled: boolean;
  /**
   * The numbers that must be zero; `factor` is the c of a hypothesis A ∝ B. Throws as evaluation
   * does.
   */
  residual(at: Assignment<Q>, factor: Q): readonly Q[];
  /** The same where some numbers of the point are unknown. Throws `NotAffine` too. */
  forms(at: Assignment<Affine>, factor: Q): readonly Affine[];
}

const difference = <T>(
  field: Field<T>,
  a: Code,
  b: Code | null,
  at: Assignment<T>,
  factor: T,
  index?: { readonly name: string; readonly value: number },
): T[] => {
  const plain = scopeOf(field, at);
  const scope = index === undefined ? plain : withIndex(plain, index.name, index.value);
  const left = a(scope).data;
  if (b === null) return [...left];
  const right = b(scope).data;
  return left.map((x, i) =>
    field.sub(x, factor === field.one ? (right[i] as T) : field.mul(factor, right[i] as T)),
  );
};

const relationOf = (
  f: Formula,
  relation: '=' | '!=',
): Extract<Formula, { readonly kind: 'relation' }> | null =>
  f.kind === 'relation' && f.relation === relation ? f : null;

/**
 * Where a strict conclusion just fails: `a != b`, `not (a = b)`, `a < b` where a = b, `A is
 * invertible` where det A = 0.
 */
export const edgeOf = (conclusion: Formula): Equation | null => {
  const f = conclusion;
  const equal =
    f.kind === 'relation' && ['!=', '<', '>'].includes(f.relation)
      ? f
      : f.kind === 'not'
        ? relationOf(f.body, '=')
        : null;
  if (equal !== null) return equationOf({ ...equal, relation: '=' });
  if (f.kind !== 'is' || f.attribute !== 'invertible') return null;
  const det: Expr = {
    kind: 'operator',
    operator: 'det',
    args: [f.subject],
    params: [],
    shape: [],
    span: f.span,
  };
  return equationOf({
    kind: 'relation',
    relation: '=',
    left: det,
    right: { kind: 'number', value: '0', shape: [], span: f.span },
    span: f.span,
  });
};

/**
 * Polynomials are drawn up to this degree; one degree for all of them keeps the number of equations
 * while one is solved.
 */
const usualDegree = 3;

type Quantified = Extract<Formula, { readonly kind: 'forall' | 'exists' }>;

/** The degree of an identity in its bound variables where the functions are those of the point. */
const degreeAt = (f: Quantified, at: Assignment<unknown>): number => {
  const found = polynomialIdentity(f, (fn) => {
    const value = at.values.get(fn);
    if (value?.kind !== 'function' || value.map.kind !== 'polynomial') return null;
    return Math.max(
      usualDegree,
      ...value.map.outputs.flatMap((terms) =>
        terms.map((t) => t.powers.reduce((a, b) => a + b, 0)),
      ),
    );
  });
  if (found === null)
    throw new Unsupported('an identity for all values of a function that is not a polynomial');
  return found.degree;
};

/** A polynomial identity in its bound variables, which holds where it does at points of a lattice. */
const identityOf = (f: Quantified): Equation | null => {
  // what stands in for a function is known at a point alone; here it is enough that it may be a
  // polynomial
  const identity = polynomialIdentity(f, () => usualDegree);
  const inner = identity === null ? null : equationOf(identity.equation);
  if (identity === null || inner === null) return null;
  const bound = new Set(f.variables.map((v) => v.name));
  return {
    formula: f,
    scaled: inner.scaled,
    names: new Set([...inner.names].filter((n) => !bound.has(n))),
    residual: (at, factor) =>
      latticePoints(f, degreeAt(f, at), rationals, at).flatMap((point) =>
        inner.residual(point, factor),
      ),
    forms: (at, factor) =>
      latticePoints(f, degreeAt(f, at), affineForms, at).flatMap((point) =>
        inner.forms(point, factor),
      ),
  };
};

/**
 * The formula as an equation; null where it is not one (an order, a rank, an equality of kernels).
 */
export const equationOf = (f: Formula): Equation | null => {
  if (f.kind === 'forall') return identityOf(f);
  const equal = f.kind === 'not' ? relationOf(f.body, '!=') : null;
  if (equal !== null) return equationOf({ ...equal, relation: '=' });
  const each = f.kind === 'each' ? f : null;
  const body = each === null ? f : each.body;
  if (body.kind !== 'relation' || !['=', '~~', 'in'].includes(body.relation)) return null;
  const membership = body.relation === 'in' && body.right.kind === 'kernel' ? body.right.of : null;
  if (body.left.kind === 'kernel' || (body.right.kind === 'kernel' && membership === null))
    return null;
  const span = body.span;
  // v in ker(A) means A v = 0
  const left = compileExpr(
    membership === null
      ? body.left
      : {
          kind: 'operator',
          operator: 'mul',
          args: [membership, body.left],
          params: [],
          shape: membership.shape.slice(0, 1),
          span,
        },
  );
  const right = membership === null ? compileExpr(body.right) : null;
  const names = namesIn(body.left);
  namesIn(body.right, names);
  const fast =
    each === null && membership === null && body.right.kind !== 'kernel'
      ? new Fast([body.left, body.right])
      : null;
  const quick = (at: Assignment<Q>, c: Q): readonly Q[] | null => {
    const [a, b] = fast?.values(at) ?? fast?.rational(at) ?? [];
    if (a === undefined || b === undefined) return null;
    const out: Q[] = [];
    for (let i = 0; i < a.length; i++)
      out.push(rationals.sub(a[i] ?? 0, c === 1 ? (b[i] ?? 0) : rationals.mul(c, b[i] ?? 0)));
    return out;
  };
  const over = <T>(field: Field<T>, at: Assignment<T>, factor: T): readonly T[] => {
    if (each === null) return difference(field, left, right, at, factor);
    const count = sizeOf(each.range.to, at.dims);
    return Array.from({ length: count }, (_, i) =>
      difference(field, left, right, at, factor, { name: each.range.index, value: i + 1 }),
    ).flat();
  };
  const used = (factor: Q): Q => (body.relation === '~~' ? factor : 1);
  return {
    formula: f,
    names,
    scaled: body.relation === '~~',
    residual: (at, factor) =>
      (each === null ? quick(at, used(factor)) : null) ?? over(rationals, at, used(factor)),
    forms: (at, factor) => over(affineForms, at, used(factor)),
  };
};
