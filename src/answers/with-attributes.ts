/** The same value where attributes of the claim's variables are used: A' = A, inv(U) = U', P P = P. */
import type { Attribute, Claim, Expr } from '../language/ast.ts';
import { multiple } from './build.ts';
import { isOperation } from './build-atoms.ts';
import { factored } from './factored.ts';
import { fraction } from './rational.ts';
import { mapParts } from './rebuild.ts';

/** None where no attribute helps. */
export function withAttributes(claim: Claim, e: Expr): Expr[] {
  const having = (...wanted: Attribute[]): Set<string> =>
    new Set(
      claim.declarations
        .filter(({ attributes }) => attributes.some((a) => wanted.includes(a)))
        .map(({ name }) => name),
    );
  const symmetric = having('symmetric', 'psd', 'pd', 'diagonal');
  const antisymmetric = having('antisymmetric');
  const orthogonal = having('orthogonal');
  if (symmetric.size + antisymmetric.size + orthogonal.size === 0) return [];
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
    if (isOperation(x, 'inv') && isOf(x.args[0]!, orthogonal))
      return { ...x, operator: 'transpose' };
    return mapParts(x, change);
  };
  const changed = change(e);
  return [changed, factored(changed)];
}
