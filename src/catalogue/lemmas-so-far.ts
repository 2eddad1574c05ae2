/** Claims that are examined one after another: what each may use of those before it. */
import type { ExamineOptions } from '../verdict/options.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { absentById, unprovedLemma, type AbsentLemma } from './absent-lemma.ts';
import { proofPlaceOf, type ClaimEntry } from './claim-entry.ts';
import { showPlace } from './file-place.ts';
import { closures } from './order.ts';
import { patienceFor } from './prover-patience.ts';

type OfOneClaim = Pick<ExamineOptions, 'lemmas' | 'absent' | 'patience' | 'proof' | 'proofPlace'>;

export class LemmasSoFar {
  readonly #restsOn: (entry: ClaimEntry) => readonly ClaimEntry[];
  readonly #proved = new Map<string, Verdict>();
  readonly #absent: AbsentLemma[];

  /** `absent`: lemmas that are cited and are not among the entries. */
  constructor(ordered: readonly ClaimEntry[], absent: readonly AbsentLemma[]) {
    this.#restsOn = closures(ordered);
    this.#absent = [...absent];
  }

  /** The options of `examine` that depend on the claim, with the lemmas that it rests on. */
  optionsFor(entry: ClaimEntry): OfOneClaim {
    const lemmas = this.#restsOn(entry).flatMap(({ id }) => {
      const verdict = this.#proved.get(id);
      return verdict === undefined ? [] : [[id, verdict] as const];
    });
    return {
      lemmas: new Map(lemmas),
      absent: absentById(this.#absent),
      patience: patienceFor(entry),
      ...(entry.proof === null ? {} : { proof: entry.proof, proofPlace: proofPlaceOf(entry) }),
    };
  }

  /** Keeps a verdict for the claims that follow. */
  add(entry: ClaimEntry, verdict: Verdict): void {
    if (verdict.verdict === 'proved') this.#proved.set(entry.id, verdict);
    else this.#absent.push(unprovedLemma(entry.id, showPlace(entry.place), verdict));
  }
}
