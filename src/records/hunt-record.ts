/** The record of a hunt: everything needed to resume it. */
import { checksumOf } from './checksum.ts';
import type { Shard } from '../refuter/index.ts';
import { addCounts, type Counts } from '../refuter/tally.ts';
import type { Witness } from './witness.ts';

/** Grows when the form of the record changes. */
export const huntFormat = 2;

/** The state of a hunt for a counterexample: everything that resuming it needs. */
export interface HuntRecord {
  readonly format: typeof huntFormat;
  readonly kind: 'hunt';
  /** Id in the catalogue, or null for a claim that was typed. */
  readonly id: string | null;
  /** Normalised text. */
  readonly claim: string;
  readonly hash: string;
  readonly seed: number;
  /** Of elenchus: another one draws other points. */
  readonly version: string;
  /** The part of the stream that this record is about; null for the whole. */
  readonly shard: Shard | null;
  /**
   * For a record made of several: the shards in it, as `2/5`, each with its own `next`. Such a
   * record is not resumed.
   */
  readonly merged: Readonly<Record<string, number>> | null;
  /** The first position of the stream that was not run. */
  readonly next: number;
  /** Of all positions before `next`. */
  readonly counts: Counts;
  /** Spent so far, by the clock. */
  readonly seconds: number;
  /**
   * The witness that comes first in the stream of those found; one at a position beyond `next` may
   * yet be preceded.
   */
  readonly found: Found | null;
}

export interface Found {
  /** In the stream; null for a witness that was filed before. */
  readonly position: number | null;
  readonly witness: Witness;
}

/** Counts of no run at all. */
export const noCounts: Counts = addCounts([]);

/** A hunt that has not begun. */
export const newHunt = (
  of: Pick<HuntRecord, 'id' | 'claim' | 'hash' | 'seed' | 'version' | 'shard'>,
): HuntRecord => ({
  format: huntFormat,
  kind: 'hunt',
  ...of,
  merged: null,
  next: 0,
  counts: noCounts,
  seconds: 0,
  found: null,
});

/** Nothing before the witness is left to run. */
export const isSettled = ({ found, next }: HuntRecord): boolean =>
  found !== null && (found.position === null || next > found.position);

/** Of two witnesses the one that comes first in the stream. */
export const firstOf = (a: Found | null, b: Found | null): Found | null =>
  a === null ? b : b === null ? a : (b.position ?? -1) < (a.position ?? -1) ? b : a;

/** A record's name: the claim, the statement's hash, the seed and the part. */
export const huntName = ({
  id,
  hash,
  seed,
  shard,
  merged,
}: Pick<HuntRecord, 'id' | 'hash' | 'seed' | 'shard'> &
  Partial<Pick<HuntRecord, 'merged'>>): string => {
  const parts = [
    (id ?? 'typed').replaceAll('/', '--'),
    hash.slice(0, 12),
    `seed${seed}`,
    ...(shard === null ? [] : [`${shard.index + 1}of${shard.count}`]),
    ...(merged === null || merged === undefined ? [] : ['merged']),
  ];
  return `${parts.join('--')}.json`;
};

/** The record's text, a key a line, with its checksum. */
export const huntText = (record: HuntRecord): string =>
  `{\n${Object.entries({ ...record, checksum: checksumOf(record) })
    .map(([key, part]) => `  ${JSON.stringify(key)}: ${JSON.stringify(part)}`)
    .join(',\n')}\n}\n`;

/** Are two records about the same statement, seed and version, so that they may be added? */
export const sameHunt = (a: HuntRecord, b: HuntRecord): boolean =>
  a.hash === b.hash && a.seed === b.seed && a.version === b.version;
