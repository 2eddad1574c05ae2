/** Filed counterexamples and verdicts as texts. */
import type { Replayed } from '../records/replay.ts';
import type { Witness } from '../records/witness.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { asClaim } from './claim.ts';

/**
 * Checks a counterexample again, exactly, from its claim and values alone: a record of `refute`, or
 * the JSON text of one (not a file's name). The verdict is `refuted`, or `gave-up` where the values
 * do not refute the claim; `notes` says what is odd about the record. Throws `RecordError`, which
 * says what is wrong with the text.
 */
export async function replay(record: Witness | string): Promise<Replayed> {
  const [language, { certify }, { parseWitness }, { replayWitness }] = await Promise.all([
    import('../language/index.ts'),
    import('../refuter/certify.ts'),
    import('../records/read-witness.ts'),
    import('../records/replay.ts'),
  ]);
  const witness = parseWitness(typeof record === 'string' ? record : JSON.stringify(record));
  return replayWitness(witness, '', { ...language, certify });
}

/** A verdict as `elenchus try` prints it, in lines of at most 80 columns, without colours. */
export async function verdictText(verdict: Verdict): Promise<string> {
  const [{ explain }, { plain }, { verdictLines }] = await Promise.all([
    import('../refuter/explain.ts'),
    import('../report/colour.ts'),
    import('../report/verdict-text.ts'),
  ]);
  const { counterexample } = verdict;
  return verdictLines(
    verdict,
    plain,
    counterexample && explain(asClaim(verdict.claim), counterexample),
  ).join('\n');
}
