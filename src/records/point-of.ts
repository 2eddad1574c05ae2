/** The point of a filed counterexample, for use on other claims. */
import { ClaimError } from '../language/ast.ts';
import type { Claim } from '../language/ast.ts';
import type { FiledPoint } from '../refuter/phases/filed.ts';
import { RecordError } from './parse-value.ts';
import { assignmentOf, parseWitness } from './read-witness.ts';

/**
 * The point of a filed witness, to be tried on other claims; null where the file is gone or does
 * not fit its own claim.
 */
export function pointOf(
  read: () => string,
  parseClaim: (text: string) => Claim,
): FiledPoint | null {
  try {
    const witness = parseWitness(read());
    return { at: assignmentOf(witness, parseClaim(witness.claim)), of: witness.hash };
  } catch (error) {
    if (error instanceof RecordError || error instanceof ClaimError) return null;
    throw error;
  }
}
