/** A cited lemma that gives no reason: no file declares it, or it is not proved itself. */
import type { Verdict } from '../verdict/verdict.ts';

/** Why an id is not a reason: a sentence, and lines with what to do. */
export interface AbsentLemma {
  readonly id: string;
  readonly lines: readonly string[];
}

/** At most this many lines of what is wrong with a lemma are shown where it is cited. */
const shownLines = 10;

/** A lemma that the prover was asked for, and that came to another verdict. */
export function unprovedLemma(
  id: string,
  place: string | null,
  { verdict, message }: Pick<Verdict, 'verdict' | 'message'>,
): AbsentLemma {
  const because = (message ?? '').split('\n').slice(0, shownLines);
  return {
    id,
    lines: [
      `nothing follows from the lemma ${id}: its verdict is ${verdict}`,
      ...(place === null ? [] : [`it is declared at ${place}`]),
      ...(message === null ? [] : ['it is not proved because', ...because.map((l) => `  ${l}`)]),
    ],
  };
}

/** As a derivation is checked with it: what to say, by id. */
export const absentById = (
  absent: readonly AbsentLemma[],
): ReadonlyMap<string, readonly string[]> => new Map(absent.map(({ id, lines }) => [id, lines]));
