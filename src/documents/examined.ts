/** The claims of one document, examined in an order in which each may use the lemmas before it. */
import { lemmasAround } from '../catalogue/lemmas-around.ts';
import type { ClaimEntry, Problem } from '../catalogue/claim-entry.ts';
import { LemmasSoFar } from '../catalogue/lemmas-so-far.ts';
import { inOrder } from '../catalogue/order.ts';
import { asDeclared } from '../report/catalogue-text.ts';
import { examine } from '../verdict/examine.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** How far each claim is examined. */
export interface DocumentOptions {
  /** Seconds for the search of one claim, 1 unless given. */
  readonly time?: number;
  /** 1 unless given. */
  readonly seed?: number;
  /** A claim must state all that it needs to be defined. */
  readonly strict?: boolean;
}

export interface ExaminedClaim {
  readonly entry: ClaimEntry;
  readonly verdict: Verdict;
  readonly good: boolean;
}

/** Every claim with its verdict; a claim that uses itself is a problem. */
export async function examineAll(
  entries: readonly ClaimEntry[],
  { time = 1, seed = 1, strict = false }: DocumentOptions,
): Promise<{ claims: ExaminedClaim[]; problems: readonly Problem[] }> {
  const files = [...new Set(entries.map(({ place }) => place.file))];
  const around = await lemmasAround(entries, files, null);
  const { ordered, problems } = inOrder([...entries, ...around.entries], around.absent);
  const lemmas = new LemmasSoFar(ordered, around.absent);
  const own = new Set(entries);
  const claims: ExaminedClaim[] = [];
  for (const entry of ordered) {
    const options = { time, seed, strict, ...lemmas.optionsFor(entry) };
    const verdict = await examine(entry.claim, options);
    lemmas.add(entry, verdict);
    if (own.has(entry)) claims.push({ entry, verdict, good: asDeclared({ entry, verdict }) });
  }
  return { claims, problems };
}

/** What is wrong with a claim that is not as declared, in a line. */
export const complaint = ({ entry, verdict }: ExaminedClaim): string =>
  `${entry.id} is ${verdict.verdict}${entry.expect === null ? '' : `, not ${entry.expect}`}${
    verdict.message === null ? '' : `: ${verdict.message.split('\n')[0]}`
  }`;
