/** A proof of a claim checked, as people write it or as elenchus tells it. */
import type { Claim } from '../../language/ast.ts';
import { ClaimError, type Proof, parseProof } from '../../language/index.ts';
import type { Proved } from '../prove.ts';
import { checkTold } from './check-told.ts';
import { checkWritten } from './check-written.ts';
import type { AbsentLemmas, Lemma } from './lemma.ts';
import { ProofError } from './proof-error.ts';
import { isTold } from './told.ts';

/**
 * Milliseconds' worth of work that one step may take: some four times what the longest step of
 * proofs/ does.
 */
const stepTime = 6000;

/**
 * Checks a derivation that is written, or told as elenchus prints it; throws `ProofError` at the
 * first step that does not follow, or not within the work that a step may take.
 */
export function checkProof(
  claim: Claim,
  source: string | Proof,
  lemmas: ReadonlyMap<string, Lemma> = new Map(),
  patience = stepTime,
  absent: AbsentLemmas = new Map(),
): Proved {
  if (typeof source !== 'string') return checkWritten(claim, source, lemmas, patience, absent);
  const proof = writtenOr(source, claim);
  if (proof instanceof ClaimError) return toldOr(proof, claim, source, patience);
  try {
    return checkWritten(claim, proof, lemmas, patience, absent);
  } catch (error) {
    if (!(error instanceof ProofError)) throw error;
    return toldOr(error, claim, source, patience);
  }
}

/** A written proof, or why it is not one: a proof as elenchus tells it has other words. */
function writtenOr(source: string, claim: Claim): Proof | ClaimError {
  try {
    return parseProof(source, claim);
  } catch (error) {
    if (error instanceof ClaimError) return error;
    throw error;
  }
}

/** Checked as a told proof where it is one; else what was wrong with it before is thrown. */
function toldOr(
  before: ClaimError | ProofError,
  claim: Claim,
  source: string,
  patience: number,
): Proved {
  // a written proof gives a reason for each step, the last one too
  const last = source.trimEnd().split('\n').at(-1) ?? '';
  const isBare = before instanceof ClaimError && !/\bby\b/.test(last);
  if (!isBare && !isTold(source)) throw before;
  try {
    return checkTold(claim, source, patience);
  } catch (error) {
    throw error instanceof ProofError ? atItsLine(error, source) : error;
  }
}

/** An error that names a line of a told proof, with the place of that line. */
function atItsLine(error: ProofError, source: string): ProofError {
  const [what = '', ...details] = error.message.split('\n');
  const line = /^line (\d+): /.exec(what)?.[1];
  if (line === undefined) return error;
  const lines = source.split('\n').slice(0, Number(line));
  const text = lines.at(-1) ?? '';
  const end = lines.join('\n').length;
  return new ProofError(what, { start: end - text.trimStart().length, end }, details);
}
