/** Combines the records of several shards of one hunt. */
import { addCounts } from '../refuter/tally.ts';
import { firstOf, sameHunt } from './hunt-record.ts';
import type { Found, HuntRecord } from './hunt-record.ts';
import { RecordError } from './parse-value.ts';

/** A record with where it was read from. */
export interface NamedHunt {
  readonly file: string;
  readonly record: HuntRecord;
}

const shardText = ({ shard }: HuntRecord): string =>
  shard === null ? '1/1' : `${shard.index + 1}/${shard.count}`;

/**
 * The records of several shards of one hunt as one: counts add up, and of several witnesses the one
 * that comes first in the stream stands, as if one run had found it. Throws `RecordError` where
 * they are not shards of one hunt.
 */
export function mergeHunts(hunts: readonly NamedHunt[]): HuntRecord {
  const [first, ...others] = hunts;
  if (first === undefined) throw new RecordError('no records to merge');
  const count = first.record.shard?.count ?? 1;
  const seen = new Map<string, string>();
  for (const { file, record } of hunts) {
    if (record.merged !== null)
      throw new RecordError(`${file} is merged already; name the shards themselves`);
    if (!sameHunt(record, first.record))
      throw new RecordError(
        `${file} and ${first.file} are of different hunts: ${difference(record, first.record)}`,
      );
    if ((record.shard?.count ?? 1) !== count)
      throw new RecordError(
        `${file} is one shard of ${record.shard?.count ?? 1}, ${first.file} one of ${count}`,
      );
    const before = seen.get(shardText(record));
    if (before !== undefined)
      throw new RecordError(`${before} and ${file} are the same shard, ${shardText(record)}`);
    seen.set(shardText(record), file);
  }
  return {
    ...first.record,
    shard: null,
    merged: Object.fromEntries(hunts.map(({ record }) => [shardText(record), record.next])),
    next: Math.min(...hunts.map(({ record }) => record.next)),
    counts: addCounts(hunts.map(({ record }) => record.counts)),
    seconds: hunts.reduce((sum, { record }) => sum + record.seconds, 0),
    found: others.reduce<Found | null>(
      (best, { record }) => firstOf(best, record.found),
      first.record.found,
    ),
  };
}

/** The shards that a merged record lacks, as `3/4`. */
export function missingShards(hunts: readonly NamedHunt[]): string[] {
  const count = hunts[0]?.record.shard?.count ?? 1;
  const there = new Set(hunts.map(({ record }) => record.shard?.index ?? 0));
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => !there.has(i))
    .map((i) => `${i + 1}/${count}`);
}

const difference = (a: HuntRecord, b: HuntRecord): string =>
  a.hash !== b.hash
    ? 'the statements differ'
    : a.seed !== b.seed
      ? `the seeds are ${a.seed} and ${b.seed}`
      : `the versions are ${a.version} and ${b.version}`;
