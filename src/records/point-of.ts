/** The point of a filed counterexample, for use on other claims. */
import type { Assignment } from '../evaluate/assignment.ts';
import { ClaimError } from '../language/ast.ts';
import type { Claim } from '../language/ast.ts';
import type { Rational } from '../numbers/field.ts';
import { RecordError } from './parse-value.ts';
import { assignmentOf, parseWitness } from './read-witness.ts';

/**
 * The point of a filed witness, to be tried on other claims; null where the file is gone or does
 * not fit its own claim.
 */
export function pointOf(
  read: () => string,
  parseClaim: (text: string) => Claim,
): Assignment<Rational> | null {
  try {
    const witness = parseWitness(read());
    return assignmentOf(witness, parseClaim(witness.claim));
  } catch (error) {
    if (error instanceof RecordError || error instanceof ClaimError) return null;
    throw error;
  }
}
