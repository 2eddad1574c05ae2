/** The record of an experiment under way: what was measured, with a checksum. */
import type { Form } from '../experiments/form.ts';
import type { Sample } from '../experiments/sample.ts';
import { checksumOf } from './checksum.ts';
import { RecordError, isObject } from './parse-value.ts';
import { MissingRecord, readRecordFile } from './read-record-file.ts';

/** Samples of a long form take more than other records. */
const maximalBytes = 64_000_000;
export const experimentFormat = 2;

/**
 * How far an experiment has come: the samples of the finished units. A resumed run measures the
 * others only.
 */
export interface ExperimentRecord {
  readonly kind: 'experiment';
  readonly format: typeof experimentFormat;
  readonly id: string;
  readonly form: Form;
  readonly seed: number;
  readonly version: string;
  /** Hash of the file that declares it: samples of another text are not resumed. */
  readonly source: string;
  /** By the unit's name: its sample, and the seconds it took. */
  readonly done: Readonly<Record<string, { readonly sample: Sample; readonly seconds: number }>>;
}

export const experimentName = ({
  id,
  form,
  seed,
}: Pick<ExperimentRecord, 'id' | 'form' | 'seed'>): string =>
  `${id.replaceAll('/', '--')}--${form}--seed${seed}.json`;

/** The record's text, a unit a line. */
export function experimentText(record: ExperimentRecord): string {
  const { done, ...head } = record;
  const lines = Object.entries({ ...head, checksum: checksumOf(record) })
    .map(([key, part]) => `  ${JSON.stringify(key)}: ${JSON.stringify(part)},\n`)
    .join('');
  return `{\n${lines}  "done": {\n${Object.entries(done)
    .map(([unit, one]) => `    ${JSON.stringify(unit)}: ${JSON.stringify(one)}`)
    .join(',\n')}\n  }\n}\n`;
}

/** Reads a record; null where there is no such file. Throws `RecordError` for any other file. */
export async function readExperiment(file: string): Promise<ExperimentRecord | null> {
  let json: unknown;
  try {
    json = JSON.parse(await readRecordFile(file, maximalBytes));
  } catch (error) {
    if (error instanceof MissingRecord) return null;
    throw error instanceof SyntaxError ? new RecordError(`not JSON (${error.message})`) : error;
  }
  if (!isObject(json) || json['kind'] !== 'experiment' || json['format'] !== experimentFormat)
    throw new RecordError('not the record of an experiment, or of another version of elenchus');
  if (json['checksum'] !== checksumOf(json))
    throw new RecordError('its checksum is wrong: the record was edited or damaged');
  const { id, form, seed, version, source, done } = json;
  if (
    typeof id !== 'string' ||
    typeof version !== 'string' ||
    typeof source !== 'string' ||
    typeof seed !== 'number'
  )
    throw new RecordError('"id", "version", "source" and "seed" must be there');
  if (form !== 'short' && form !== 'long') throw new RecordError('"form" must be short or long');
  if (!isObject(done)) throw new RecordError('"done" must be an object');
  const units = Object.entries(done).map(
    ([unit, one]): [string, { sample: Sample; seconds: number }] => {
      if (!isObject(one) || typeof one['seconds'] !== 'number' || one['sample'] === undefined)
        throw new RecordError(`"done" has no sample for '${unit}'`);
      return [unit, { sample: one['sample'] as Sample, seconds: one['seconds'] }];
    },
  );
  return {
    kind: 'experiment',
    format: experimentFormat,
    id,
    form,
    seed,
    version,
    source,
    done: Object.fromEntries(units),
  };
}
