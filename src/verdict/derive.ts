/**
 * The kernel's part of an examination: a derivation that was given is checked; otherwise one is
 * looked for.
 */
import { ClaimError, formatError, parseClaim, type Claim } from '../language/index.ts';
import {
  checkProof,
  NotLowerable,
  outermostWork,
  prove,
  ProofError,
  type Lemma,
  type Proved,
} from '../prover/index.ts';
import type { ExamineOptions } from './options.ts';

/**
 * Milliseconds' worth of work in which the prover looks for a derivation of its own, unless the
 * caller has more patience.
 */
export const proverTime = { least: 500, most: 10_000 };

/** Half of the time goes to the prover. */
const patienceOf = ({ patience, time }: ExamineOptions): number =>
  patience ?? Math.min(proverTime.most, Math.max(proverTime.least, 500 * time));

/** Units of work after which the prover is ended, wherever it stands. */
export const proverWork = (options: ExamineOptions): number =>
  options.proof === undefined ? outermostWork(patienceOf(options)) : Infinity;

/** What the kernel accepted; or why it accepted nothing, where a derivation was given. */
export function derive(
  claim: Claim,
  options: ExamineOptions,
): { readonly proof: Proved | null; readonly failure: string | null } {
  if (options.proof === undefined)
    return { proof: prove(claim, { time: patienceOf(options) }), failure: null };
  // two columns are left to where it is shown
  const shown = { origin: options.proofPlace ?? null, width: 78 };
  try {
    const lemmas = lemmasOf(options.lemmas);
    const proof = checkProof(claim, options.proof, lemmas, undefined, options.absent);
    return { proof, failure: null };
  } catch (error) {
    if (error instanceof ProofError) {
      const [said = '', ...details] = error.message.split('\n');
      // the line is shown with its place
      const what = said.replace(/^line \d+: /, '');
      return {
        proof: null,
        failure: [
          formatError(options.proof, new ClaimError(what, error.span), shown),
          ...details,
        ].join('\n'),
      };
    }
    if (error instanceof ClaimError)
      return { proof: null, failure: formatError(options.proof, error, shown) };
    if (error instanceof NotLowerable)
      return { proof: null, failure: `the kernel has no rules for ${error.message}` };
    throw error;
  }
}

function lemmasOf(verdicts: ExamineOptions['lemmas']): Map<string, Lemma> {
  const lemmas = new Map<string, Lemma>();
  for (const [id, verdict] of verdicts ?? []) {
    const proof = verdict.proof as Proved | null;
    if (proof?.theorem)
      lemmas.set(id, { claim: parseClaim(verdict.claim), theorem: proof.theorem });
  }
  return lemmas;
}
