/** Replaces the unknown dimensions of a typed tree by those that unification found. */
import { ClaimError, type Expr, type Formula } from './ast.ts';
import { isUnsettled, normalShape, type Unifier } from './unifier.ts';

/** How to say the size of a constant: by a name of its own. */
const named = {
  identity: 'write E for it, with E: n×n and the hypothesis E = I',
  ones: 'write e for it, with e: n and the hypothesis e = ones',
  zero: 'write Z for it, with Z: m×n and the hypothesis Z = 0',
} as const;

/** The expression with every unknown dimension replaced by what it was found to be. */
export const settleExpr = (e: Expr, unifier: Unifier): Expr => {
  const shape = normalShape(unifier.shape(e.shape));
  if (e.kind === 'constant') {
    if (isUnsettled(shape)) {
      const name = e.which === 'identity' ? 'I' : e.which;
      throw new ClaimError(
        `the size of ${name} does not follow from the context`,
        e.span,
        `put ${name} next to something whose shape is known, or ${named[e.which]}`,
      );
    }
    if (shape.length === 0)
      return { kind: 'number', value: e.which === 'zero' ? '0' : '1', shape, span: e.span };
    return { ...e, shape };
  }
  switch (e.kind) {
    case 'operator':
    case 'call':
    case 'jet':
      return { ...e, shape, args: e.args.map((a) => settleExpr(a, unifier)) };
    case 'derivative':
    case 'entry':
    case 'reduce':
    case 'expectation':
    case 'product':
      return { ...e, shape, body: settleExpr(e.body, unifier) };
    case 'kernel':
      return { ...e, shape, of: settleExpr(e.of, unifier) };
    default:
      return { ...e, shape };
  }
};

export const settleFormula = (f: Formula, unifier: Unifier): Formula => {
  switch (f.kind) {
    case 'relation':
      return { ...f, left: settleExpr(f.left, unifier), right: settleExpr(f.right, unifier) };
    case 'is':
    case 'off':
      return { ...f, subject: settleExpr(f.subject, unifier) };
    case 'unsaid':
      return f;
    case 'not':
    case 'forall':
    case 'exists':
    case 'each':
      return { ...f, body: settleFormula(f.body, unifier) };
    default:
      return { ...f, left: settleFormula(f.left, unifier), right: settleFormula(f.right, unifier) };
  }
};
