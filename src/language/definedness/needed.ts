/**
 * What a claim needs to be defined and does not say: the conditions at its front that its
 * hypotheses do not imply.
 */
import type { Claim, Condition } from '../ast.ts';
import { Facts } from '../facts.ts';
import { complete } from './complete.ts';

/**
 * The conditions at the front, without those that the hypotheses or the other conditions imply by
 * the closure properties of operators. In order of appearance; what the types grant is among them.
 */
export const definedness = (claim: Claim): Condition[] => {
  const { conditions } = complete(claim);
  const stated = claim.hypotheses.reduce(
    (facts, h) => facts.stating(h),
    new Facts().declaring(claim.declarations),
  );
  const kept = new Set(conditions);
  for (const c of conditions) {
    if (c.formula === null) continue;
    kept.delete(c);
    const others = [...kept].flatMap((x) => x.formula ?? []);
    const known = others.reduce((facts, f) => facts.stating(f), stated);
    if (!known.imply(c.formula)) kept.add(c);
  }
  return conditions.filter((c) => kept.has(c));
};
