/**
 * What a claim asks of the laws of its random variables, as a claim that holds wherever they exist.
 */
import type { Claim, Expr } from '../language/ast.ts';
import { conditionsOfLaw } from '../language/definedness/of-law.ts';
import { related } from '../operators/conditions.ts';

/**
 * The claim's hypotheses with those of its laws, and nothing to refute; null where the laws ask for
 * nothing.
 */
export const lawsOnly = (claim: Claim): Claim | null => {
  const conditions = claim.random
    .flatMap((random) => conditionsOfLaw(random))
    .flatMap(({ formula }) => (formula ? [formula] : []));
  if (conditions.length === 0) return null;
  const zero: Expr = { kind: 'number', value: '0', shape: [], span: claim.conclusion.span };
  return {
    ...claim,
    hypotheses: [...claim.hypotheses, ...conditions],
    conclusion: related(zero, '=', zero),
  };
};
