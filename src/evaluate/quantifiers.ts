/** Decides `forall` and `exists` by the exact methods and by samples. */
import type { Declaration, Formula } from '../language/ast.ts';
import { Undefined, Unsettled, Unsupported } from '../numbers/field.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { bind, layOut, meetsDeclarations, type Bound } from './bound.ts';
import { compileExistence } from './existence.ts';
import { overOneUnknown } from './one-unknown.ts';
import { samples } from './samples.ts';
import type { Scope } from './scope.ts';
import type { Truth } from './truth.ts';
import { compileUniversal } from './universal.ts';

export type Judge = <T>(scope: Scope<T>) => Truth;
type Quantified = Extract<Formula, { readonly kind: 'forall' | 'exists' }>;

/** Consecutive quantifiers of one kind are one. */
const flatten = (
  formula: Quantified,
): { readonly variables: readonly Declaration[]; readonly body: Formula } => {
  const { variables, body } = formula;
  if (body.kind !== formula.kind) return { variables, body };
  const inner = flatten(body);
  const names = new Set(inner.variables.map((d) => d.name));
  // an inner variable of the same name hides the outer one
  return {
    variables: [...variables.filter((d) => !names.has(d.name)), ...inner.variables],
    body: inner.body,
  };
};

/** The rational scope behind a generic one, where it is that domain. */
const asRational = <T>(scope: Scope<T>): Scope<Q> | null => {
  const domain: unknown = scope.field;
  const same: unknown = scope;
  return domain === rationals ? (same as Scope<Q>) : null;
};

/**
 * A scope, among those of the samples that meet the attributes, where the body has the wanted
 * truth; null if none has.
 */
const sampleWhere = <T>(
  scope: Scope<T>,
  variables: readonly Declaration[],
  bound: Bound,
  judge: Judge,
  wanted: boolean,
): Scope<T> | null => {
  for (const point of samples(bound.parameters)) {
    try {
      const filled = bind(
        bound,
        scope,
        point.map((x) => scope.field.fromRational(x)),
      );
      if (meetsDeclarations(variables, filled) && judge(filled) === wanted) return filled;
    } catch (error) {
      // an undefined or unknown value says nothing about the others
      if (
        !(error instanceof Undefined || error instanceof Unsupported || error instanceof Unsettled)
      )
        throw error;
    }
  }
  return null;
};

/**
 * `forall` and `exists`: exactly where the body is polynomial (see universal.ts and existence.ts),
 * otherwise by samples, which can refute a `forall` and establish an `exists`, and at last cell by
 * cell where there is one unknown alone (one-unknown.ts); null where nothing tells.
 */
export const compileQuantifier = (formula: Quantified, compile: (f: Formula) => Judge): Judge => {
  const { variables, body } = flatten(formula);
  const judge = compile(body);
  const universal = formula.kind === 'forall';
  const exact = universal
    ? compileUniversal(variables, body, compile)
    : compileExistence(body, variables);
  return (scope) => {
    const bound = layOut(variables, scope);
    if (bound === null) return null;
    const rational = asRational(scope);
    const told = rational && exact(rational, bound);
    if (told !== null) return told;
    if (sampleWhere(scope, variables, bound, judge, !universal) !== null) return !universal;
    return rational && overOneUnknown(universal, variables, judge, rational, bound);
  };
};

/**
 * Values of the bound variables that make the body of a `forall` false, as a scope; null where no
 * sample does.
 */
export const violation = <T>(
  formula: Quantified,
  scope: Scope<T>,
  compile: (f: Formula) => Judge,
): { readonly scope: Scope<T>; readonly body: Formula } | null => {
  const { variables, body } = flatten(formula);
  const bound = layOut(variables, scope);
  const found = bound && sampleWhere(scope, variables, bound, compile(body), false);
  return found && { scope: found, body };
};
