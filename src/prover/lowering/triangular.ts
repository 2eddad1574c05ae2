/**
 * Triangular matrices: rows and columns stand in order, which the kernel's indices do not, so one
 * fact is granted.
 */
import type { Attribute, Declaration } from '../../language/ast.ts';
import { equal, type Formula } from '../../kernel/formula.ts';
import { contract, variable } from '../../kernel/graph.ts';
import { detTerm } from '../../operators/terms.ts';
import { axes } from './scope.ts';

export const isTriangular = (a: Attribute): boolean => a === 'lower' || a === 'upper';

/** det(L) = Π L_ii. Source: Laplace expansion. */
export const triangularFacts = ({
  name,
  type,
  family,
  attributes,
}: Declaration): {
  formula: Formula;
  text: string;
  stated: boolean;
  axiom: string;
  granted: boolean;
}[] => {
  if (type.kind !== 'tensor' || family || !attributes.some(isTriangular)) return [];
  const [m, n] = axes(type.shape);
  if (m === undefined || m !== n) return [];
  const a = variable(name, [m, n]);
  return [
    {
      formula: equal(detTerm(a), detTerm(contract([a], ['ii'], 'ii'))),
      text: `${name} triangular`,
      stated: true,
      axiom: 'the determinant of a triangular matrix',
      granted: true,
    },
  ];
};
