/**
 * `measure --merge`: combines records of one experiment that were measured in parts, on one machine
 * or several.
 */
import { join } from 'node:path';
import { experimentName, experimentText, readExperiment } from '../records/experiment-record.ts';
import type { ExperimentRecord } from '../records/experiment-record.ts';
import { RecordError } from '../records/parse-value.ts';
import { makeDirectory, replaceAtomically, WritingError } from '../records/write-atomically.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { experimentDirectory } from './experiment-store.ts';
import { Misuse } from './misuse.ts';
import type { Output } from './output.ts';

/** `elenchus measure --merge <file.json>…`: writes one record of all units that the files hold. */
export async function mergeExperimentRecords(
  files: readonly string[],
  output: Output,
): Promise<ExitCode> {
  if (files.length === 0)
    throw new Misuse(
      `merge what? type: elenchus measure --merge ${join(experimentDirectory, '<name>.json')} …`,
    );
  const records = await Promise.all(files.map(readNamed));
  const [first, ...others] = records as [ExperimentRecord, ...ExperimentRecord[]];
  others.forEach((other, i) => {
    const differs = (['id', 'form', 'seed', 'version', 'source'] as const).find(
      (key) => other[key] !== first[key],
    );
    if (differs !== undefined)
      throw new Misuse(
        `${files[i + 1]} is of another ${differs} than ${files[0]}: ${other[differs]}, not ${first[differs]}`,
      );
  });
  const record = { ...first, done: Object.assign({}, ...records.map((one) => one.done)) };
  const path = join(experimentDirectory, experimentName(first));
  try {
    await makeDirectory(experimentDirectory);
    await replaceAtomically(path, experimentText(record));
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    throw new Misuse(error.message);
  }
  const units = Object.keys(record.done).length;
  output.document({ id: first.id, form: first.form, seed: first.seed, units, record: path });
  output.lines([
    `record    ${path}, ${units} units`,
    `next      elenchus measure ${first.id} --${first.form} --seed ${first.seed}`,
  ]);
  return exitCode.good;
}

async function readNamed(file: string): Promise<ExperimentRecord> {
  try {
    const record = await readExperiment(file);
    if (record === null) throw new Misuse(`there is no file ${file}`);
    return record;
  } catch (error) {
    if (error instanceof RecordError) throw new Misuse(`${file}: ${error.message}`);
    throw error;
  }
}
