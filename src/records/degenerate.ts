/**
 * Whether a counterexample meets what its property asks of it, decided exactly: `W != 0` and the
 * like.
 */
import { ClaimError } from '../language/ast.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import type { Checker } from './replay.ts';

/**
 * The conditions that are not met at a counterexample of the claim, each with why. A condition is
 * written in the names that the claim declares. It holds at the point exactly where the point
 * refutes the same claim with its negation for a conclusion, so the exact check of counterexamples
 * decides it.
 */
export function degenerateAt(
  claim: string,
  conditions: readonly string[],
  at: Counterexample['at'],
  { parseClaim, certify }: Pick<Checker, 'parseClaim' | 'certify'>,
): string[] {
  const given = claim.slice(0, turnstileAt(claim));
  return conditions.flatMap((condition) => {
    try {
      const negated = parseClaim(`${given} |- not (${condition})`);
      const answer = certify(negated, at);
      return typeof answer === 'string' ? [`'${condition}' is not met there`] : [];
    } catch (error) {
      if (!(error instanceof ClaimError)) throw error;
      return [`'${condition}' cannot be read: ${error.message}`];
    }
  });
}

/** Where the turnstile stands, between spaces or line breaks, or at the beginning. */
function turnstileAt(claim: string): number {
  const at = claim.search(/(?<=^|\s)(\|-|⊢)(?=\s)/);
  return at < 0 ? claim.length : at;
}
