/** Finds other claims that a counterexample refutes too. */
import type { Assignment } from '../evaluate/assignment.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import { ClaimError, parseClaim } from '../language/index.ts';
import type { Rational } from '../numbers/field.ts';
import { fromRational, toRational } from '../numbers/rational.ts';
import { certify } from '../refuter/certify.ts';
import { filedPoint } from '../refuter/phases/filed.ts';
import { prepare } from '../refuter/prepared.ts';

/**
 * The claims of a list that a witness refutes too, each checked exactly: its values by name, the
 * smallest for names that it lacks. Claims that it does not fit, or that cannot be read, are passed
 * over.
 */
export const alsoRefutes = <C extends { readonly claim: string }>(
  at: Assignment<Rational>,
  claims: readonly C[],
): C[] => {
  const witness = mapAssignment(at, fromRational);
  return claims.filter(({ claim: text }) => {
    try {
      const claim = parseClaim(text);
      return prepare(claim).some((prepared) => {
        const point = filedPoint(prepared, witness);
        return (
          point !== null && typeof certify(claim, mapAssignment(point, toRational)) !== 'string'
        );
      });
    } catch (error) {
      if (error instanceof ClaimError) return false;
      throw error;
    }
  });
};
