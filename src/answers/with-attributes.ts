/**
 * The same value where attributes of the claim's variables are used: A' = A, inv(U) = U', P P = P.
 */
import type { Attribute, Claim, Expr } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { product } from './build.ts';
import { multiple } from './build-sums.ts';
import { transposed } from './build-forms.ts';
import { constant, isOperation } from './build-atoms.ts';
import { factored } from './factored.ts';
import { fraction } from './rational.ts';
import { mapParts } from './rebuild.ts';

/** None where neither an attribute nor a stated equation helps. */
export function withAttributes(claim: Claim, e: Expr): Expr[] {
  const told = withEquations(claim, e);
  return [
    ...told,
    ...told.flatMap((t) => [factored(t), ...byAttributes(claim, t)]),
    ...byAttributes(claim, e),
  ];
}

/** Numbers for which the hypotheses state a shorter form, as ones' y = 1, replaced by it. */
function withEquations({ hypotheses }: Claim, e: Expr): Expr[] {
  const values = new Map<string, Expr>();
  for (const h of hypotheses) {
    if (h.kind !== 'relation' || h.relation !== '=') continue;
    const { left, right } = h;
    if (left.kind === 'kernel' || right.kind === 'kernel') continue;
    if (left.shape.length > 0 || right.kind !== 'number') continue;
    for (const text of sameSums(left)) values.set(text, right);
  }
  if (values.size === 0) return [];
  const change = (x: Expr): Expr => values.get(exprText(x)) ?? mapParts(x, change);
  const changed = change(e);
  return exprText(changed) === exprText(e) ? [] : [changed];
}

/** sum(y) and ones' y are one. */
function sameSums(e: Expr): string[] {
  const texts = [exprText(e)];
  if (isOperation(e, 'sum') && e.args[0]!.shape.length === 1)
    texts.push(exprText(product(transposed(constant('ones', e.args[0]!.shape)), e.args[0]!)));
  return texts;
}

function byAttributes(claim: Claim, e: Expr): Expr[] {
  const having = (...wanted: Attribute[]): Set<string> =>
    new Set(
      claim.declarations
        .filter(({ attributes }) => attributes.some((a) => wanted.includes(a)))
        .map(({ name }) => name),
    );
  const symmetric = having('symmetric', 'psd', 'pd', 'diagonal');
  const antisymmetric = having('antisymmetric');
  const orthogonal = having('orthogonal');
  const nonnegative = having('positive', 'nonnegative');
  const special = symmetric.size + antisymmetric.size + orthogonal.size + nonnegative.size;
  if (special === 0) return [];
  const isSymmetric = (x: Expr): boolean => {
    if (x.kind === 'variable') return symmetric.has(x.name);
    if (x.kind === 'constant') return x.which === 'identity';
    if (x.kind !== 'operator') return false;
    const [a, b] = x.args as [Expr, Expr];
    switch (x.operator) {
      case 'inv':
      case 'neg':
      case 'pow':
        return isSymmetric(a);
      case 'add':
      case 'sub':
        return isSymmetric(a) && isSymmetric(b);
      case 'mul':
        return a.shape.length === 0 && isSymmetric(b);
      default:
        return false;
    }
  };
  const isOf = (x: Expr, names: Set<string>): boolean => x.kind === 'variable' && names.has(x.name);
  const change = (x: Expr): Expr => {
    if (isOperation(x, 'transpose')) {
      const [a] = x.args as [Expr];
      if (isSymmetric(a)) return a;
      if (isOf(a, antisymmetric)) return multiple(fraction(-1n), a);
    }
    if (isOperation(x, 'abs') && isOf(x.args[0]!, nonnegative)) return x.args[0]!;
    if (isOperation(x, 'inv') && isOf(x.args[0]!, orthogonal))
      return { ...x, operator: 'transpose' };
    return mapParts(x, change);
  };
  const changed = change(e);
  return [changed, factored(changed)];
}
