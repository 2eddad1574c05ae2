/** A written proof of a claim from facts and cited theorems at terms of the claim. */
import { ClaimError } from '../language/ast.ts';
import { formulaText, type Claim } from '../language/index.ts';
import { writtenFormula } from '../prover/derived/formula-text.ts';
import { checkProof, NotLowerable, ProofError } from '../prover/index.ts';
import type { Instance } from '../prover/matching-facts.ts';

/** How many facts are tried together, and the milliseconds' worth of work of a step. */
const looks = { most: 8, time: 400 };

/** The claim as the last line of a proof; a predicate is stated by `have`. */
function lastLine({ conclusion }: Claim): string {
  const text = formulaText(conclusion);
  const isChain = conclusion.kind === 'relation' && /^(?:=|[<>]=?)$/.test(conclusion.relation);
  return isChain ? `${text}   by order` : `have ${text}   by logic`;
}

function line({ says, reason }: Instance): string[] {
  const statement = writtenFormula(says);
  return statement === null ? [] : [`have ${statement}   ${reason}`];
}

/** The number of the first line that is refused; null where none is. */
function refusedLine(claim: Claim, lines: readonly string[]): number | null {
  const text = lines.join('\n');
  try {
    checkProof(claim, text, new Map(), looks.time);
    return null;
  } catch (error) {
    if (error instanceof NotLowerable) return lines.length - 1;
    if (!(error instanceof ProofError || error instanceof ClaimError)) throw error;
    return text.slice(0, error.span.start).split('\n').length - 1;
  }
}

const without = (lines: readonly string[], k: number): readonly string[] =>
  lines.filter((_, i) => i !== k);

/** Those that are accepted, all together; null where the claim does not follow from them. */
function enough(claim: Claim, lines: readonly string[], end: string): readonly string[] | null {
  let haves = lines;
  while (haves.length > 0) {
    const refused = refusedLine(claim, [...haves, end]);
    if (refused === null) return haves;
    if (refused >= haves.length) return null;
    haves = without(haves, refused);
  }
  return null;
}

/**
 * As few lines as will do, each accepted as it is written; null where the instances nearest to the
 * claim, the first ones, are not enough.
 */
export function proofByFacts(claim: Claim, instances: readonly Instance[]): string | null {
  const end = lastLine(claim);
  const lines = instances.slice(0, looks.most).flatMap(line);
  const one = lines.find((l) => refusedLine(claim, [l, end]) === null);
  if (one !== undefined) return `${one}\n${end}`;
  let haves = enough(claim, lines, end);
  for (let k = lines.length - 1; haves !== null && k >= 0; k--)
    if (k < haves.length) haves = enough(claim, without(haves, k), end) ?? haves;
  return haves && [...haves, end].join('\n');
}
