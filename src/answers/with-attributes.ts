/** The same value where attributes of the claim's variables are used: A' = A, inv(U) = U', P P = P. */
import type { Attribute, Claim, Expr } from '../language/ast.ts';
import { isOperation, multiple } from './build.ts';
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
  const named = (x: Expr, names: Set<string>): boolean =>
    (x.kind === 'variable' && names.has(x.name)) ||
    (isOperation(x, 'inv') && named(x.args[0]!, names));
  const change = (x: Expr): Expr => {
    if (isOperation(x, 'transpose')) {
      const [a] = x.args as [Expr];
      if (named(a, symmetric)) return a;
      if (named(a, antisymmetric)) return multiple(fraction(-1n), a);
    }
    if (isOperation(x, 'inv') && named(x.args[0]!, orthogonal))
      return { ...x, operator: 'transpose' };
    return mapParts(x, change);
  };
  const changed = change(e);
  return [changed, factored(changed)];
}
