/**
 * One declared finding of the long run of an experiment, judged again from the table that the run
 * left in its record.
 */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import type { Quantity } from '../experiments/quantity.ts';
import { isObject, RecordError } from '../records/parse-value.ts';
import { readRecordFile } from '../records/read-record-file.ts';
import type { SettledCitation } from './settled-citation.ts';

interface LongRecord {
  readonly seed: number;
  readonly units: { readonly done: number; readonly of: number };
  readonly quantities: readonly Quantity[];
}

/**
 * Where the output of `measure <id> --long --json` is kept: in the folder `records` next to the
 * file that declares the experiment.
 */
const longRecordFile = ({ id, place }: Pick<ExperimentEntry, 'id' | 'place'>): string =>
  join(dirname(place.file), 'records', `${id.replaceAll('/', '--')}.json`);

/** Null where the experiment declares no such finding, or has no record of a long run. */
export async function recordedFinding(
  entry: ExperimentEntry,
  name: string,
): Promise<Omit<SettledCitation, 'id'> | null> {
  const record = await readLongRecord(entry);
  if (record === null) return null;
  const findings = await entry.asks.judge(record.quantities, 'long');
  const finding = findings.find((one) => one.name === name);
  if (finding === undefined) return null;
  const { seed, units, quantities } = record;
  const named = quantities.filter((one) => finding.says.includes(one.name));
  const numbers = named.map(({ name: what, value, low, high, n }) => [what, value, low, high, n]);
  const hash = createHash('sha256')
    .update(JSON.stringify([entry.id, seed, units, finding, numbers]), 'utf8')
    .digest('hex');
  const verdict = finding.holds ? ('found' as const) : ('not found' as const);
  const standing = {
    verdict,
    claim: finding.says,
    hash,
    assumed: [],
    axioms: [],
    message: finding.holds ? null : 'the record does not have it',
  };
  return {
    standing,
    record: async (kinds) => ({
      id: `${entry.id}.${name}`,
      kinds,
      claim: finding.says,
      hash,
      verdict,
      assumed: [],
      axioms: [],
      steps: null,
      written: false,
      trials: units.done,
      counterexample: null,
      findings: [
        ...named.map(
          ({ name: what, value, low, high, n }) =>
            `${what}: ${[value, low, high].map((x) => x.toFixed(3)).join(', ')}, ${n} replicates`,
        ),
        `long form, seed ${seed}, ${units.done} of ${units.of} units`,
      ],
      source: entry.source,
      file: entry.place.file.replaceAll('\\', '/'),
      line: entry.place.line,
    }),
  };
}

async function readLongRecord(entry: ExperimentEntry): Promise<LongRecord | null> {
  let json: unknown;
  try {
    json = JSON.parse(await readRecordFile(longRecordFile(entry)));
  } catch (error) {
    if (error instanceof RecordError || error instanceof SyntaxError) return null;
    throw error;
  }
  if (!isObject(json) || json['id'] !== entry.id || json['form'] !== 'long') return null;
  const { seed, units, quantities } = json;
  return typeof seed === 'number' && isObject(units) && Array.isArray(quantities)
    ? (json as unknown as LongRecord)
    : null;
}
