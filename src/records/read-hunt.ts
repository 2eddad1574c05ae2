/** Reads the record of a hunt: its checksum, its form, and whether its figures fit together. */
import type { Counts, Shard } from '../refuter/index.ts';
import { huntFormat } from './hunt-record.ts';
import type { Found, HuntRecord } from './hunt-record.ts';
import { RecordError, isObject } from './parse-value.ts';
import { checksumOf } from './checksum.ts';
import { MissingRecord, readRecordFile } from './read-record-file.ts';
import { parseWitness } from './read-witness.ts';

/** Reads the record of a hunt; null where there is no such file. Throws `RecordError`. */
export async function readHunt(file: string): Promise<HuntRecord | null> {
  try {
    return parseHunt(await readRecordFile(file));
  } catch (error) {
    if (error instanceof MissingRecord) return null;
    throw error;
  }
}

/**
 * The record of a hunt from its file's text. Throws `RecordError` that says which part is wrong.
 */
export function parseHunt(text: string): HuntRecord {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new RecordError(
      `not JSON${/\}\s*$/.test(text) ? '' : '; it seems to be cut off'} ` +
        `(${error instanceof Error ? error.message : String(error)})`,
    );
  }
  if (!isObject(json) || json['kind'] !== 'hunt') throw new RecordError('not the record of a hunt');
  if (json['format'] !== huntFormat)
    throw new RecordError(
      `written in format ${JSON.stringify(json['format'])}; this version of elenchus reads format ${huntFormat}`,
    );
  const { id = null } = json;
  if (id !== null && typeof id !== 'string') throw new RecordError('"id" must be a text or null');
  if (json['checksum'] !== checksumOf(json))
    throw new RecordError('its checksum is wrong: the record was edited or damaged');
  const record: HuntRecord = {
    format: huntFormat,
    kind: 'hunt',
    id,
    claim: textOf(json, 'claim'),
    hash: textOf(json, 'hash'),
    version: textOf(json, 'version'),
    seed: count(json['seed'], 'seed'),
    shard: shardOf(json['shard']),
    merged: json['merged'] === null ? null : numbers(json['merged'], 'merged'),
    next: count(json['next'], 'next'),
    seconds: amount(json['seconds'], 'seconds'),
    counts: countsOf(json['counts']),
    found: foundOf(json['found']),
  };
  if (!/^[0-9a-f]{64}$/.test(record.hash))
    throw new RecordError('"hash" must be 64 hexadecimal digits');
  if (record.counts.met > record.counts.run)
    throw new RecordError('"counts" has more points that meet the hypotheses than points');
  return record;
}

const textOf = (json: Readonly<Record<string, unknown>>, key: string): string => {
  const value = json[key];
  if (typeof value !== 'string') throw new RecordError(`"${key}" must be a text`);
  return value;
};

const amount = (value: unknown, key: string): number => {
  if (typeof value !== 'number' || !(value >= 0))
    throw new RecordError(`"${key}" must be a number that is not negative`);
  return value;
};

const count = (value: unknown, key: string): number => {
  if (!Number.isSafeInteger(value)) throw new RecordError(`"${key}" must be a whole number`);
  return amount(value, key);
};

const numbers = (value: unknown, key: string): Record<string, number> => {
  if (!isObject(value)) throw new RecordError(`"${key}" must be an object of numbers`);
  return Object.fromEntries(
    Object.entries(value).map(([name, n]) => [name, count(n, `${key}.${name}`)]),
  );
};

function shardOf(value: unknown): Shard | null {
  if (value === null) return null;
  if (!isObject(value)) throw new RecordError('"shard" must be an object or null');
  const shard = {
    index: count(value['index'], 'shard.index'),
    count: count(value['count'], 'shard.count'),
  };
  if (shard.index >= shard.count)
    throw new RecordError('"shard" must have an index below its count');
  return shard;
}

/** Counts from a record. Throws `RecordError`. */
export function countsOf(value: unknown): Counts {
  if (!isObject(value)) throw new RecordError('"counts" must be an object');
  const reason = (key: string): string | null => (value[key] === null ? null : textOf(value, key));
  return {
    run: count(value['run'], 'run'),
    met: count(value['met'], 'met'),
    admitted: count(value['admitted'] ?? value['met'], 'admitted'),
    undecided: count(value['undecided'] ?? 0, 'undecided'),
    uncertified: count(value['uncertified'], 'uncertified'),
    undefined: count(value['undefined'], 'undefined'),
    why: reason('why'),
    cut: value['cut'] === true,
    blocked: reason('blocked'),
    nearest: nearestOf(value['nearest'] ?? null),
    failures: numbers(value['failures'], 'failures'),
    coverage: numbers(value['coverage'], 'coverage'),
  };
}

function nearestOf(value: unknown): Counts['nearest'] {
  if (value === null) return null;
  if (!isObject(value) || typeof value['violation'] !== 'number')
    throw new RecordError('"nearest" must have a number "violation", or be null');
  return { violation: value['violation'], sizes: numbers(value['sizes'], 'nearest.sizes') };
}

/** A witness with its position from a record. Throws `RecordError`. */
export function foundOf(value: unknown): Found | null {
  if (value === null) return null;
  if (!isObject(value)) throw new RecordError('"found" must be an object or null');
  return {
    position: value['position'] === null ? null : count(value['position'], 'found.position'),
    witness: parseWitness(JSON.stringify(value['witness'] ?? null)),
  };
}
