/** Decides a formula in floating point, as a hint that exact arithmetic must confirm. */
import type { Attribute, Formula, Relation } from '../language/ast.ts';
import { singularValues, symmetricEigen } from '../numbers/decompositions.ts';
import { Unsettled, Unsupported } from '../numbers/field.ts';
import { extent, matmul, transpose } from '../numbers/linear-algebra.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { attributeRule } from '../operators/attributes.ts';
import { weigh, weighed, type Weighed } from '../operators/weighed.ts';
import type { Assignment } from './assignment.ts';
import { compileExpr } from './compile.ts';
import { mapAssignment } from './lift.ts';
import { scopeOf, withIndex, type Scope } from './scope.ts';
import { lazily } from './lazily.ts';
import { compileDim } from './sizes.ts';
import { both, every, not, type Truth } from './truth.ts';

/** What floating point suggests. Never a verdict: `fails` must be rounded and decided exactly. */
export type Lead = 'holds' | 'fails' | 'unclear';

const values = (a: Tensor<Weighed>): Tensor<number> =>
  tensor(
    extent(a),
    a.data.map((x) => x.value),
  );
const heaviest = (a: Tensor<Weighed>): number => Math.max(0, ...a.data.map((x) => x.weight));
const zero = (x: Weighed): Truth => {
  const sign = weighed.sign(x);
  return sign === null ? null : sign === 0;
};
const subtract = (a: Tensor<Weighed>, b: Tensor<Weighed>): Tensor<Weighed> =>
  tensor(
    a.shape,
    a.data.map((x, i) => weighed.sub(x, b.data[i] as Weighed)),
  );
const allZero = (a: Tensor<Weighed>): Truth => every(a.data.map(zero));

const isDefinite = (a: Tensor<Weighed>, strict: boolean): Truth => {
  const grid = tensor(extent(a), a.data);
  const symmetric = allZero(subtract(grid, transpose(grid)));
  const least = symmetricEigen(values(a)).values.at(-1) ?? 0;
  const sign = weighed.sign({ value: least, weight: heaviest(a) * grid.data.length });
  return both(symmetric, sign === null ? null : sign > (strict ? 0 : -1));
};

const hasRank = (a: Tensor<Weighed>, full: number): Truth => {
  const found = singularValues(values(a));
  if (full > found.length) return false;
  return not(zero({ value: found[full - 1] as number, weight: heaviest(a) * a.data.length }));
};

const proportional = (a: Tensor<Weighed>, b: Tensor<Weighed>): Truth => {
  const k = b.data.findIndex(
    (x) => Math.abs(x.value) === Math.max(...b.data.map((y) => Math.abs(y.value))),
  );
  const pivot = b.data[k] as Weighed;
  if (zero(pivot) !== false) return zero(pivot) === null ? null : allZero(a);
  const c = weighed.div(a.data[k] as Weighed, pivot);
  const sign = weighed.sign(c);
  const fits = allZero(
    subtract(
      a,
      tensor(
        b.shape,
        b.data.map((x) => weighed.mul(c, x)),
      ),
    ),
  );
  return both(sign === null ? null : sign > 0, fits);
};

const orders: Readonly<Partial<Record<Relation, (sign: -1 | 0 | 1) => boolean>>> = {
  '<': (s) => s < 0,
  '<=': (s) => s <= 0,
  '>': (s) => s > 0,
  '>=': (s) => s >= 0,
  '=': (s) => s === 0,
};

/** Sides this far apart, relative to their sizes, differ by more than rounding. */
const apart = 1e-7;

const compare = (relation: Relation, a: Tensor<Weighed>, b: Tensor<Weighed>): Truth => {
  if (relation === '~~') return proportional(a, b);
  if (relation === '>>=') return isDefinite(subtract(a, b), false);
  if (relation === '<<=') return isDefinite(subtract(b, a), false);
  if (relation === '!=') return not(compare('=', a, b));
  const fits = orders[relation];
  if (!fits) return null;
  return every(
    subtract(a, b).data.map((x, i) => {
      const sign = weighed.sign(x);
      const sides = Math.abs(a.data[i]?.value ?? 0) + Math.abs(b.data[i]?.value ?? 0);
      // a bound on rounding far beyond the sides themselves says nothing of their order
      if (sign === 0 && relation !== '=' && Math.abs(x.value) > apart * sides) return null;
      return sign === null ? null : fits(sign);
    }),
  );
};

const has = (attribute: Attribute, a: Tensor<Weighed>): Truth => {
  const { test, square } = attributeRule(attribute);
  const [m, n] = extent(a);
  if (square && m !== n) return false;
  switch (test.kind) {
    case 'equation':
      return allZero(subtract(...test.sides(weighed, a)));
    case 'rank':
      return hasRank(a, test.full(m, n));
    case 'definite':
      return isDefinite(a, test.strict);
    case 'sign':
      return every(
        a.data.map((x) =>
          compare(test.strict ? '>' : '>=', tensor([], [x]), tensor([], [weighed.zero])),
        ),
      );
    case 'nonzero':
      return not(allZero(a));
  }
};

type Judge = (scope: Scope<Weighed>) => Truth;

const compile = (formula: Formula): Judge => {
  switch (formula.kind) {
    case 'relation': {
      const { relation, left, right } = formula;
      if (right.kind === 'kernel') {
        if (relation !== 'in') return () => null;
        const [v, a] = [compileExpr(left), compileExpr(right.of)];
        return (scope) => allZero(matmul(weighed, a(scope), v(scope)));
      }
      const [a, b] = [compileExpr(left), compileExpr(right)];
      return (scope) => compare(relation, a(scope), b(scope));
    }
    case 'is': {
      const subject = compileExpr(formula.subject);
      return (scope) => has(formula.attribute, subject(scope));
    }
    case 'and':
    case 'or':
    case 'implies':
    case 'iff': {
      const [left, right] = [compile(formula.left), compile(formula.right)];
      const join = lazily[formula.kind];
      return (scope) =>
        join(
          () => left(scope),
          () => right(scope),
        );
    }
    case 'not': {
      const body = compile(formula.body);
      return (scope) => not(body(scope));
    }
    case 'each': {
      const body = compile(formula.body);
      const upTo = compileDim(formula.range.to);
      return (scope) =>
        every(
          Array.from({ length: upTo(scope.at.dims, scope.indices) }, (_, i) =>
            body(withIndex(scope, formula.range.index, i + 1)),
          ),
        );
    }
    case 'forall':
    case 'exists':
    case 'off':
    case 'unsaid':
      return () => null;
  }
};

/**
 * Compiles a formula into what floating point suggests of it at a point, with tolerances relative
 * to the sizes of the numbers that entered. Throws `Undefined` where a part has no value; `unclear`
 * if it is not computed here.
 */
export const compileLeads = (formula: Formula): ((at: Assignment<number>) => Lead) => {
  const judge = compile(formula);
  return (at) => {
    try {
      const truth = judge(scopeOf(weighed, mapAssignment(at, weigh)));
      return truth === null ? 'unclear' : truth ? 'holds' : 'fails';
    } catch (error) {
      if (error instanceof Unsupported || error instanceof Unsettled) return 'unclear';
      throw error;
    }
  };
};

export const leads = (formula: Formula, at: Assignment<number>): Lead => compileLeads(formula)(at);
