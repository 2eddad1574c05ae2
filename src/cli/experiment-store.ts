/** Reads and writes the progress of long experiments under `.elenchus/experiments`. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import type { Form } from '../experiments/form.ts';
import {
  experimentFormat,
  experimentName,
  experimentText,
  readExperiment,
} from '../records/experiment-record.ts';
import type { ExperimentRecord } from '../records/experiment-record.ts';
import { RecordError } from '../records/parse-value.ts';
import { makeDirectory, replaceAtomically, WritingError } from '../records/write-atomically.ts';
import { Misuse } from './misuse.ts';
import type { Output } from './output.ts';
import { version } from '../records/version.ts';

/** Where experiments stand, below the directory in which elenchus runs; not for version control. */
export const experimentDirectory = join('.elenchus', 'experiments');

export interface ExperimentStore {
  readonly path: string;
  /** What there is to resume. */
  readonly record: ExperimentRecord;
  /** Writes where it stands; says once why it cannot. */
  write(record: ExperimentRecord): Promise<void>;
}

/**
 * The record to resume, or a new one if it has another version or another text of the file. Throws
 * `Misuse`.
 */
export async function openExperiment(
  { id, place }: ExperimentEntry,
  form: Form,
  seed: number,
  output: Output,
): Promise<ExperimentStore> {
  const path = join(experimentDirectory, experimentName({ id, form, seed }));
  const source = createHash('sha256')
    .update(await readFile(place.file))
    .digest('hex');
  const fresh: ExperimentRecord = {
    kind: 'experiment',
    format: experimentFormat,
    id,
    form,
    seed,
    version: version(),
    source,
    done: {},
  };
  let found: ExperimentRecord | null;
  try {
    found = await readExperiment(path);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    throw new Misuse(
      `${path} cannot be resumed: ${error.message}; move it away, or measure with another --seed`,
    );
  }
  const usable =
    found !== null &&
    found.id === id &&
    found.form === form &&
    found.seed === seed &&
    found.version === fresh.version &&
    found.source === source;
  if (found !== null && !usable)
    output.warn(
      `${path} was begun by another version, or with another text of ${place.file}; it is measured anew`,
    );
  let warned = false;
  return {
    path,
    record: usable ? (found as ExperimentRecord) : fresh,
    async write(record) {
      try {
        await makeDirectory(experimentDirectory);
        await replaceAtomically(path, experimentText(record));
      } catch (error) {
        if (!(error instanceof WritingError)) throw error;
        if (!warned) output.notWritten(`${error.message}; the experiment goes on`);
        warned = true;
      }
    },
  };
}
