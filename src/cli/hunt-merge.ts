/** `hunt --merge`: combines the records of the shards of one hunt. */
import { join } from 'node:path';
import { ClaimError, parseClaim } from '../language/index.ts';
import { fileWitness } from '../records/file-witness.ts';
import { huntName, huntText } from '../records/hunt-record.ts';
import { mergeHunts, missingShards } from '../records/merge-hunts.ts';
import type { NamedHunt } from '../records/merge-hunts.ts';
import { RecordError } from '../records/parse-value.ts';
import { readHunt } from '../records/read-hunt.ts';
import { makeDirectory, replaceAtomically, WritingError } from '../records/write-atomically.ts';
import { verdictJson } from '../report/verdict-json.ts';
import { headLine, verdictLines } from '../report/verdict-text.ts';
import { exitCodeOf } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { huntDirectory } from './hunt-store.ts';
import { huntOutcome } from './hunt-outcome.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';

/** `elenchus hunt --merge <file.json>…`: the records of the shards of one hunt made into one. */
export async function mergeRecords(
  files: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  if (files.length === 0)
    throw new Misuse(
      `merge what? type: elenchus hunt --merge ${join(huntDirectory, '<name>--1of2.json')} …`,
    );
  const { hunts, record, verdict, explanation } = await merged(files);
  const path = join(huntDirectory, huntName(record));
  let written: string | null = null;
  let filed: string | null = null;
  try {
    await makeDirectory(huntDirectory);
    await replaceAtomically(path, huntText(record));
    written = path;
    if (record.found !== null)
      filed = await fileWitness({ ...record.found.witness, id: record.id });
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.notWritten(error.message);
  }
  const missing = missingShards(hunts);
  if (missing.length > 0) output.warn(`these shards are not among them: ${missing.join(', ')}`);
  output.document({
    ...verdictJson(verdict, explanation),
    hunt: {
      record: written,
      seed: record.seed,
      shard: null,
      merged: record.merged,
      next: record.next,
      missing,
      witness: filed,
    },
  });
  const lines = [
    ...(filed === null ? [] : [`filed as  ${filed}`]),
    ...(written === null ? [] : [`merged    ${written}`]),
  ];
  output.lines(
    options.quiet
      ? headLine(verdict, output.paint)
      : [...verdictLines(verdict, output.paint, explanation), '', ...lines],
  );
  return exitCodeOf(verdict.verdict);
}

async function merged(files: readonly string[]) {
  const hunts: NamedHunt[] = [];
  try {
    for (const file of files) {
      const record = await readHunt(file).catch((error: unknown) => {
        throw error instanceof RecordError ? new RecordError(`${file}: ${error.message}`) : error;
      });
      if (record === null) throw new RecordError(`${file}: there is no such file`);
      hunts.push({ file, record });
    }
    const record = mergeHunts(hunts);
    const outcome = huntOutcome(parseClaim(record.claim), record);
    if (typeof outcome === 'string') throw new RecordError(outcome);
    return { hunts, record, ...outcome };
  } catch (error) {
    if (error instanceof RecordError) throw new Misuse(error.message);
    if (error instanceof ClaimError)
      throw new Misuse(`the claim of ${files[0]} is ill-typed in this version: ${error.message}`);
    throw error;
  }
}
