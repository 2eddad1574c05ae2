/**
 * Records of the long runs of the studies: their quantities by slice and kind, for tables and
 * figures.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Estimate {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}
export interface Recorded extends Estimate {
  readonly nulls: readonly Estimate[];
  readonly labels: Readonly<Record<string, string | number>>;
}
export interface StudyRecord {
  readonly id: string;
  readonly seed: number;
  readonly units: { readonly done: number; readonly of: number };
  readonly findings: readonly {
    readonly name?: string;
    readonly says: string;
    readonly holds: boolean;
  }[];
  readonly quantities: readonly Recorded[];
}

export const studies = [
  'scale-and-decay',
  'shape-and-steps',
  'digits-dense',
  'digits-convolution',
  'digits-attention',
] as const;
export type Study = (typeof studies)[number];

export const recordFile = (study: Study): string =>
  join('properties', 'records', `trained--${study}.json`);

/** The records that there are: a study whose long run is still to come does not have one. */
export async function readRecords(): Promise<ReadonlyMap<Study, StudyRecord>> {
  const found = new Map<Study, StudyRecord>();
  for (const study of studies)
    if (existsSync(recordFile(study)))
      found.set(study, JSON.parse(await readFile(recordFile(study), 'utf8')) as StudyRecord);
  return found;
}

/** Throws where the record lacks it: a figure with a hole in it is not drawn. */
export function quantityOf({ id, quantities }: StudyRecord, name: string): Recorded {
  const one = quantities.find((other) => other.name === name);
  if (one === undefined) throw new Error(`the record of ${id} has no '${name}'`);
  return one;
}

export function nullOf({ nulls, name }: Recorded, wanted: string): Estimate {
  const one = nulls.find((other) => other.name === wanted);
  if (one === undefined) throw new Error(`'${name}' has no null '${wanted}'`);
  return one;
}

/** The quantities that a finding names, the longest names first taken. */
export function namedIn(record: StudyRecord, says: string): Recorded[] {
  return record.quantities
    .filter(
      ({ name }) =>
        says.includes(name) &&
        !record.quantities.some(
          (longer) =>
            longer.name.length > name.length &&
            longer.name.includes(name) &&
            says.includes(longer.name),
        ),
    )
    .toSorted((a, b) => says.indexOf(a.name) - says.indexOf(b.name));
}
