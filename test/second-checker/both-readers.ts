/**
 * One claim read twice: by the language and the prover's lowering, and by the second checker alone.
 */
import { derivationJson } from '../../src/derivations/derivation-json.ts';
import { reflexive } from '../must-fail/tools.ts';
import { variable } from '../../src/kernel/graph.ts';
import { KernelError } from '../../src/kernel/seal.ts';
import { claimHash, claimText, type Claim } from '../../src/language/index.ts';
import { goalOf } from '../../src/prover/prove.ts';
import { NotLowerable } from '../../src/prover/lowering/scope.ts';
import { heldAgainstText } from '../../src/second-checker/claim/held.ts';
import { readJson } from '../../src/second-checker/json.ts';
import { Refusal } from '../../src/second-checker/rational.ts';
import { read } from '../../src/second-checker/read.ts';
import { DocumentMeans } from '../../src/second-checker/means/document-means.ts';
import { Sameness } from '../../src/second-checker/same.ts';

export type Compared =
  /** Both read the same statement. */
  | { readonly kind: 'same' }
  /** The kernel has no terms for it, so that no derivation is about it. */
  | { readonly kind: 'no terms' }
  | { readonly kind: 'not read'; readonly why: string }
  | { readonly kind: 'disagree'; readonly why: string };

/** The claim's goal checked against its text, or against the text of another claim. */
export function compared(claim: Claim, spoken = claim): Compared {
  let document: unknown;
  try {
    const { hypotheses, conclusion } = goalOf(claim).said;
    const goal = { hypotheses, conclusion, text: claimText(spoken), hash: claimHash(spoken) };
    document = readJson(JSON.stringify(derivationJson(reflexive(variable('a', [])), goal)));
  } catch (error) {
    if (error instanceof NotLowerable || error instanceof KernelError) return { kind: 'no terms' };
    throw error;
  }
  try {
    const [sent, sameness, means] = [read(document), new Sameness(), new DocumentMeans()];
    means.define(sent.means, sameness);
    heldAgainstText(sent, sameness, means);
    return { kind: 'same' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = error.message;
    return why.startsWith('not read: ') ? { kind: 'not read', why } : { kind: 'disagree', why };
  }
}
