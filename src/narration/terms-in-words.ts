/** A term of the kernel in the words of a claim, for sentences outside proofs. */
import type { Claim } from '../language/index.ts';
import type { Term } from '../kernel/term.ts';
import { goalOf } from '../prover/prove.ts';
import { wordsOf } from './narrate.ts';
import { readableIn } from './readable.ts';
import { termWords, tidy } from './term-words.ts';

/** Null where the claim language has no words for it. */
export function termsInWords(claim: Claim, t: Term): string | null {
  const text = termWords(t, wordsOf(claim, goalOf(claim)));
  const reads = readableIn(claim)(`${text} = ${text}`, { declared: [], ranges: [] });
  return reads ? text : null;
}

/** How many summands it has when equal ones are counted together. */
export const sizeOf = (t: Term): number => tidy(t).monomials.length;
