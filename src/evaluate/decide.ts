/** Compiles a formula to a judge: true, false or null (undecided) at a point. */
import type { Formula } from '../language/ast.ts';
import { Undefined, Unsettled, Unsupported, type Field, type Sign } from '../numbers/field.ts';
import { toRational } from '../numbers/rational.ts';
import { parseRational } from '../numbers/rational-text.ts';
import { holds } from '../operators/attributes.ts';
import type { Assignment } from './assignment.ts';
import { compileExpr } from './compile.ts';
import { compileKernelRelation } from './kernels.ts';
import { lazily } from './lazily.ts';
import { compileQuantifier, type Judge } from './quantifiers.ts';
import { compare } from './relations.ts';
import { scopeOf, withIndex } from './scope.ts';
import { compileDim, noIndices, type Indices } from './sizes.ts';
import { mirroredByForm, symmetricByForm } from './self-adjoint.ts';
import { every, not, type Truth } from './truth.ts';

const relation = (formula: Extract<Formula, { readonly kind: 'relation' }>): Judge => {
  const kernel = compileKernelRelation(formula.relation, formula.left, formula.right);
  if (kernel) return kernel;
  const [left, right] = [compileExpr(formula.left), compileExpr(formula.right)];
  if (formula.relation !== '>>=' && formula.relation !== '<<=')
    return (scope) => compare(scope.field, formula.relation, left(scope), right(scope));
  const [a, b] = [mirroredByForm([formula.left]), mirroredByForm([formula.right])];
  return (scope) =>
    compare(scope.field, formula.relation, a(scope, left(scope)), b(scope, right(scope)));
};

const is = (formula: Extract<Formula, { readonly kind: 'is' }>): Judge => {
  const subject = compileExpr(formula.subject);
  const mirrored = mirroredByForm([formula.subject]);
  const isSymmetric = symmetricByForm([formula.subject]);
  return (scope) => {
    const value = mirrored(scope, subject(scope));
    if (formula.attribute === 'symmetric' && isSymmetric(scope)) return true;
    try {
      return holds(formula.attribute, scope.field, value);
    } catch (error) {
      if (error instanceof Unsettled) return null;
      throw error;
    }
  };
};

/** No entry is a kink: false where one certainly is. */
const off = (formula: Extract<Formula, { readonly kind: 'off' }>): Judge => {
  const subject = compileExpr(formula.subject);
  const kinks = formula.kinks.map((k) => toRational(parseRational(k)));
  return ({ field, ...rest }) => {
    if (!field.exact) throw new Unsupported('kinks are not decided in floating point');
    const isOff = (sign: Sign): Truth => (sign === null ? null : sign !== 0);
    const entries = subject({ field, ...rest }).data;
    return every(
      kinks.flatMap((k) =>
        entries.map((x) => isOff(field.sign(field.sub(x, field.fromRational(k))))),
      ),
    );
  };
};

/** Whether an expression has a value. */
const unsaid = (formula: Extract<Formula, { readonly kind: 'unsaid' }>): Judge => {
  const of = formula.of && compileExpr(formula.of);
  return (scope) => {
    if (of === null) throw new Unsupported(`whether ${formula.text} is not decided`);
    try {
      of(scope);
      return true;
    } catch (error) {
      if (error instanceof Undefined) return false;
      throw error;
    }
  };
};

/**
 * Compiles a formula once. Its judge answers null where the domain cannot tell, and throws where an
 * expression has no value. Connectives are read from left to right: where the left side decides,
 * the right side is not evaluated.
 */
export const compileFormula = (formula: Formula): Judge => {
  switch (formula.kind) {
    case 'relation':
      return relation(formula);
    case 'is':
      return is(formula);
    case 'and':
    case 'or':
    case 'implies':
    case 'iff': {
      const [left, right] = [compileFormula(formula.left), compileFormula(formula.right)];
      const join = lazily[formula.kind];
      return (scope) =>
        join(
          () => left(scope),
          () => right(scope),
        );
    }
    case 'off':
      return off(formula);
    case 'unsaid':
      return unsaid(formula);
    case 'not': {
      const body = compileFormula(formula.body);
      return (scope) => not(body(scope));
    }
    case 'forall':
    case 'exists':
      return compileQuantifier(formula, compileFormula);
    case 'each': {
      const body = compileFormula(formula.body);
      const upTo = compileDim(formula.range.to);
      return (scope) => {
        const count = upTo(scope.at.dims, scope.indices);
        return every(
          Array.from({ length: count }, (_, i) =>
            body(withIndex(scope, formula.range.index, i + 1)),
          ),
        );
      };
    }
  }
};

/** Compiles a formula into its exact decision at a point; see `decide` for what it throws. */
export const compileDecision = (
  formula: Formula,
): (<T>(field: Field<T>, at: Assignment<T>, indices?: Indices) => boolean) => {
  const judge = compileFormula(formula);
  return (field, at, indices = noIndices) => {
    if (!field.exact) throw new Unsupported('floating point decides nothing; it gives leads');
    const truth = judge(scopeOf(field, at, indices));
    if (truth === null) throw new Unsettled('the domain cannot tell whether this holds');
    return truth;
  };
};

/**
 * Whether a formula holds at a point, without rounding. Throws `Undefined` where some part of it
 * has no value,
 * `Unsettled` where a bracket is too wide or a quantifier is not decided, `Unsupported` where the
 * domain lacks what it takes (an irrational value over the rationals, an order in a prime field,
 * anything in floating point).
 */
export const decide = <T>(formula: Formula, field: Field<T>, at: Assignment<T>): boolean =>
  compileDecision(formula)(field, at);
