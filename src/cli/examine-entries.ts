/** Examines claims of the catalogue in order, a bounded number at once, each with its lemmas. */
import { showPlace } from '../catalogue/file-place.ts';
import { proofPlaceOf, type ClaimEntry } from '../catalogue/claim-entry.ts';
import type { Catalogue } from '../catalogue/read-catalogue.ts';
import { closures, lemmaTexts } from '../catalogue/order.ts';
import { patienceFor } from '../catalogue/prover-patience.ts';
import { witnessFiles } from '../records/file-witness.ts';
import type { Checked } from '../report/catalogue-text.ts';
import { countText } from '../report/numbers-text.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Examiner } from './examiner.ts';
import { inOrderOf } from './in-order.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Examined } from './task.ts';
import { programStart } from './shared-clock.ts';
import { cores } from './start.ts';
import { writeEntry } from './write-derivations.ts';

const defaultTime = 1;

/** Where the lemmas of claims come from. */
export type Sources = Pick<Catalogue, 'all' | 'absent'>;

/** The task of examining an entry of the catalogue with the lemmas that it rests on. */
export const taskOf = (
  entry: ClaimEntry,
  restsOn: (entry: ClaimEntry) => readonly ClaimEntry[],
  absent: Sources['absent'],
  options: Options,
  filed: readonly string[],
) => ({
  text: entry.claim,
  proof: entry.proof,
  proofPlace: proofPlaceOf(entry),
  lemmas: lemmaTexts(entry, restsOn),
  absent,
  time: options.time ?? defaultTime,
  seed: options.seed,
  strict: options.strict,
  filed,
  doubted: entry.expect !== 'proved',
  thorough: true,
  patience: patienceFor(entry, options.time),
  classes: true,
  wall: options.time,
});

/**
 * Examines the entries, which are among those of the catalogue; `each` hears of every verdict. Those that come after
 * an interruption are left out.
 */
export async function examineEntries(
  entries: readonly ClaimEntry[],
  catalogue: Sources,
  options: Options,
  output: Output,
  examiner: Examiner,
  each: (checked: Checked) => Promise<void> = async () => {},
  explain = false,
): Promise<Checked[]> {
  if (entries.length === 0) return [];
  const checked: Checked[] = [];
  const filed = await witnessFiles();
  const restsOn = closures(catalogue.all);
  let done = 0;
  const examineOne = async (entry: ClaimEntry): Promise<Examined | null> => {
    if (examiner.stopped) return null;
    const task = {
      ...taskOf(entry, restsOn, catalogue.absent, options, filed),
      explain,
      derivation: options.proofs !== null,
      why: options.why,
      // one claim alone has the time of the whole run
      ...(entries.length === 1 && !options.watch ? { since: programStart } : {}),
    };
    const show = (text: string): void =>
      output.progress.show(`${done + 1} of ${entries.length}  ${entry.id}  ${text}`);
    const examined = await examiner
      .examine(task, ({ phase, run }) => show(`${phase}: ${countText(run)} trials`))
      .catch((error: unknown) => {
        output.warn(`while checking ${entry.id}, ${showPlace(entry.place)}:`);
        throw error;
      });
    // What an interruption cut short is not a verdict on the claim.
    if (examiner.stopped) return null;
    const { verdict, derivation } = examined;
    show(verdict.verdict);
    if (options.proofs !== null && derivation !== undefined)
      await writeEntry(options.proofs, entry.id, derivation, options.force, output);
    done += 1;
    return examined;
  };
  await inOrderOf(
    entries,
    Math.min(options.jobs ?? cores(), entries.length),
    examineOne,
    async (examined, i) => {
      const entry = entries[i];
      if (entry === undefined || examined === null) return;
      const one = await checkedOf(entry, examined);
      checked.push(one);
      await each(one);
    },
    // what is open takes all of its time
    ({ expect }) => expect === 'survived',
  );
  return checked;
}

async function checkedOf(
  entry: ClaimEntry,
  { verdict, explanation, why }: Examined,
): Promise<Checked> {
  const degenerate = await degeneracies(entry, verdict);
  return { entry, verdict, degenerate, explanation, ...(why === undefined ? {} : { why }) };
}

/** What the entry asks of a counterexample and does not hold there. */
async function degeneracies(
  { nondegenerate = [] }: ClaimEntry,
  { claim, counterexample }: Verdict,
): Promise<readonly string[]> {
  if (nondegenerate.length === 0 || counterexample === null) return [];
  const [{ degenerateAt }, { checker }] = await Promise.all([
    import('../records/degenerate.ts'),
    import('./checker.ts'),
  ]);
  return degenerateAt(claim, nondegenerate, counterexample.at, checker);
}
