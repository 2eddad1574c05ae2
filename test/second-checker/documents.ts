/**
 * Derivations as documents: of claims given as texts, of everything under proofs/, and of single
 * theorems.
 */
import { resolve } from 'node:path';
import { readCatalogue, readHere } from '../../src/catalogue/read-catalogue.ts';
import { derivationJson } from '../../src/derivations/derivation-json.ts';
import * as library from '../../src/index.ts';
import type { Formula } from '../../src/kernel/formula.ts';
import type { Theorem } from '../../src/kernel/theorem.ts';
import { claimHash, claimText, parseClaim, type Claim } from '../../src/language/index.ts';
import { goalOf, prove, written } from '../../src/prover/index.ts';
import { check, checkSteps, type Answer } from '../../src/second-checker/check.ts';

/** The second checker's answer; where it does not read the claim, to the steps alone. */
export function rechecked(document: unknown): Answer {
  const answer = check(document);
  return !answer.accepted && answer.unread ? checkSteps(document) : answer;
}

/** A document that may be changed. */
export type Mutable = { [key: string]: unknown };
const asText = (x: unknown): Mutable => JSON.parse(JSON.stringify(x)) as Mutable;

/** The theorem as a document whose goal is what it says. */
export const documentOf = (t: Theorem, hypotheses: readonly Formula[] = t.hypotheses): Mutable =>
  asText(
    derivationJson(t, {
      text: '',
      hash: '',
      hypotheses: hypotheses.map((formula) => ({ text: '', formula })),
      conclusion: t.conclusion,
    }),
  );

/** The document of a claim whose derivation the prover finds; throws where it finds none. */
export function documentFor(text: string): Mutable {
  const claim = parseClaim(text);
  const proved = prove(claim, { time: 8000 });
  if (!proved) throw new Error(`not proved: ${text}`);
  return documentOfClaim(claim, proved.theorem);
}

/** The document of a claim and the theorem that proves it. */
export function documentOfClaim(claim: Claim, proved: Theorem): Mutable {
  const { theorem, ...proves } = written(goalOf(claim), proved);
  return asText(
    derivationJson(theorem, { ...proves, text: claimText(claim), hash: claimHash(claim) }),
  );
}

/** Everything under proofs/ that is declared proved, in an order in which it can be proved. */
export async function provedEntries(): Promise<
  readonly { readonly id: string; readonly claim: string; readonly proof: string | null }[]
> {
  const { entries, problems } = await readCatalogue(
    [resolve(import.meta.dirname, '../../proofs')],
    readHere(library),
  );
  if (problems.length > 0) throw new Error(problems.map((p) => p.message).join('; '));
  return entries.filter((e) => e.expect === 'proved');
}
