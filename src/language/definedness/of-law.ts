/**
 * When a law exists: its variance is not negative, its covariance matrix is psd, and its moments
 * are those of some law.
 * 1, 0, v, t, k are moments where their Hankel matrix is psd (Hamburger 1920), and where v = 0 the
 * law is a point, so that t = k = 0. A singular Hankel matrix with v > 0 is that of two points,
 * whose fourth moment it determines.
 */
import { joined, numberExpr, operatorExpr, related, said } from '../../operators/conditions.ts';
import type { Condition, Expr, Formula, RandomVariable } from '../ast.ts';
import { dependsOn } from '../depends-on.ts';
import { atEach, conditionOf, conjunctionOf } from './condition.ts';
import { isPlain } from './plain.ts';

const isNumber = (e: Expr): boolean => e.kind === 'number';

/**
 * The conditions on the third and fourth central moment for a variance v >= 0. For `moving` moments
 * laws must exist at all moments nearby: there v > 0, and v k > v^3 + t^2.
 */
const ofMoments = (v: Expr, t: Expr, k: Expr | undefined, moving: boolean): Formula[] => {
  const given = [v, t, ...(k ? [k] : [])];
  // numbers were looked at when the claim was read
  if (given.every(isNumber) || (moving && !k)) return [];
  const zero = numberExpr(0, v);
  const still = related(v, '=', zero);
  if (!k) return [joined('implies', still, related(t, '=', zero))];
  const power = (e: Expr, n: number): Expr => operatorExpr('pow', [e, numberExpr(n, e)], []);
  const least = operatorExpr('add', [power(v, 3), power(t, 2)], []);
  return [
    related(operatorExpr('mul', [v, k], []), moving ? '>' : '>=', least),
    ...(moving ? [] : [joined('implies', still, related(k, '=', zero))]),
  ];
};

/** Of a member of a family, at its index. */
const ofMember = ({ declaration, law }: RandomVariable, by: readonly string[]): Condition[] => {
  const [, variance, third, fourth] = law.params;
  if (law.kind === 'rademacher' || !variance) return [];
  const moving = law.params.slice(1).some((p) => by.some((name) => dependsOn(p, name)));
  const matrix = variance.shape.length > 0;
  const spread = moving
    ? said(variance, matrix ? 'pd' : 'positive')
    : said(variance, matrix ? 'psd' : 'nonnegative');
  const [first, ...more] = third ? ofMoments(variance, third, fourth, moving) : [];
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

/**
 * The conditions under which a random variable's law exists, for every member of a family; and
 * exists all around, where its moments move with one of the names by which a mean is
 * differentiated.
 */
export const conditionsOfLaw = (
  random: RandomVariable,
  by: readonly string[] = [],
): Condition[] => {
  const { family } = random.declaration;
  const conditions = ofMember(random, by);
  return family ? atEach(family, conditions) : conditions;
};
