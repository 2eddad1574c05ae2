/**
 * When a law exists: its variance is not negative, its covariance matrix is psd, and its moments are those of some law.
 * 1, 0, v, t, k are moments where their Hankel matrix is psd (Hamburger 1920), and where v = 0 the law is a point, so
 * that t = k = 0. A singular Hankel matrix with v > 0 is that of two points, whose fourth moment it determines.
 */
import { joined, numberExpr, operatorExpr, related, said } from '../../operators/conditions.ts';
import type { Condition, Expr, Formula, RandomVariable } from '../ast.ts';
import { atEach, conditionOf, conjunctionOf } from './condition.ts';
import { isPlain } from './plain.ts';

const isNumber = (e: Expr): boolean => e.kind === 'number';

/** The conditions on the third and fourth central moment for a variance v >= 0. */
const ofMoments = (v: Expr, t: Expr, k: Expr | undefined): Formula[] => {
  const given = [v, t, ...(k ? [k] : [])];
  // numbers were looked at when the claim was read
  if (given.every(isNumber)) return [];
  const zero = numberExpr(0, v);
  const still = related(v, '=', zero);
  if (!k) return [joined('implies', still, related(t, '=', zero))];
  const power = (e: Expr, n: number): Expr => operatorExpr('pow', [e, numberExpr(n, e)], []);
  const least = operatorExpr('add', [power(v, 3), power(t, 2)], []);
  return [
    related(operatorExpr('mul', [v, k], []), '>=', least),
    joined('implies', still, related(k, '=', zero)),
  ];
};

/** Of a member of a family, at its index. */
const ofMember = ({ declaration, law }: RandomVariable): Condition[] => {
  const [, variance, third, fourth] = law.params;
  if (law.kind === 'rademacher' || !variance) return [];
  const spread = said(variance, variance.shape.length > 0 ? 'psd' : 'nonnegative');
  const [first, ...more] = third ? ofMoments(variance, third, fourth) : [];
  return [
    ...(isPlain(spread) ? [] : [conditionOf(spread, variance.span)]),
    ...(first
      ? [
          {
            formula: conjunctionOf([first, ...more]),
            text: `some law has the moments of ${declaration.name}`,
            span: variance.span,
          },
        ]
      : []),
  ];
};

/** The conditions under which a random variable's law exists, for every member of a family. */
export const conditionsOfLaw = (random: RandomVariable): Condition[] => {
  const { family } = random.declaration;
  return family ? atEach(family, ofMember(random)) : ofMember(random);
};
