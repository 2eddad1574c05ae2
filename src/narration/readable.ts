/** Can a statement be read as one of the claim language, with what was brought in before it? */
import { ClaimError, parseProof, type Claim } from '../language/index.ts';
import { ProofError } from '../prover/written/proof-error.ts';
import { statementText } from '../prover/written/told-statements.ts';

/** An index with the end of its range. */
export interface Ranged {
  readonly name: string;
  readonly to: string;
}

/** What was brought in at a place of a proof. */
export interface Brought {
  /** As it is declared: `v: n`. */
  readonly declared: readonly string[];
  readonly ranges: readonly Ranged[];
}

export type Readable = (text: string, brought: Brought) => boolean;

export function readableIn(claim: Claim): Readable {
  const known = new Map<string, boolean>();
  return (text, { declared, ranges }) => {
    const lines = [
      ...declared.map((one) => `let ${one}`),
      `have ${statementText(text, ranges)} by order`,
    ].join('\n');
    const before = known.get(lines);
    if (before !== undefined) return before;
    const found = reads(lines, claim);
    known.set(lines, found);
    return found;
  };
}

function reads(lines: string, claim: Claim): boolean {
  try {
    parseProof(lines, claim);
    return true;
  } catch (error) {
    if (error instanceof ClaimError || error instanceof ProofError) return false;
    throw error;
  }
}
