/** What a slice came to, as plain data, and how a result from elsewhere is read. */
import type { Sample } from '../experiments/sample.ts';
import { canonicalJson } from '../records/checksum.ts';
import { firstOf, noCounts, type Found } from '../records/hunt-record.ts';
import { RecordError, isObject } from '../records/parse-value.ts';
import { countsOf, foundOf } from '../records/read-hunt.ts';
import { addCounts } from '../refuter/tally.ts';
import type { Counts } from '../refuter/index.ts';
import type { Slice } from './plan.ts';

export interface HuntResult {
  readonly kind: 'hunt';
  readonly part: string;
  readonly index: number;
  readonly counts: Counts;
  readonly found: Found | null;
}

export interface UnitsResult {
  readonly kind: 'experiment';
  readonly part: string;
  readonly index: number;
  readonly samples: Readonly<Record<string, Sample>>;
}

export type SliceResult = HuntResult | UnitsResult;

export const emptyResult = (slice: Extract<Slice, { kind: 'hunt' }>): HuntResult => ({
  kind: 'hunt',
  part: slice.part,
  index: slice.index,
  counts: noCounts,
  found: null,
});

/** Two ranges of one slice, the second after the first. */
export const joinRanges = (a: HuntResult, b: Pick<HuntResult, 'counts' | 'found'>): HuntResult => ({
  ...a,
  counts: addCounts([a.counts, b.counts]),
  found: firstOf(a.found, b.found),
});

/** One text for equal results. */
export const fingerprintOf = (result: SliceResult): string => canonicalJson(result);

/** A result that arrived from elsewhere, checked against its slice. Throws `RecordError`. */
export function readResult(value: unknown, slice: Slice): SliceResult {
  if (!isObject(value) || value['kind'] !== slice.kind)
    throw new RecordError(`not a result of ${slice.kind === 'hunt' ? 'a hunt' : 'an experiment'}`);
  const { part, index } = slice;
  if (value['part'] !== part || value['index'] !== index)
    throw new RecordError('a result of another slice');
  if (slice.kind === 'hunt') {
    const found = foundOf(value['found'] ?? null);
    const position = found?.position ?? null;
    if (found !== null && (position === null || position < slice.from || position >= slice.to))
      throw new RecordError('its counterexample is not at a point of the slice');
    return { kind: 'hunt', part, index, counts: countsOf(value['counts']), found };
  }
  const samples = value['samples'];
  if (!isObject(samples)) throw new RecordError('"samples" must be an object');
  const missing = slice.units.find((unit) => samples[unit] === undefined);
  if (missing !== undefined) throw new RecordError(`it has no sample of '${missing}'`);
  return {
    kind: 'experiment',
    part,
    index,
    samples: Object.fromEntries(slice.units.map((unit) => [unit, samples[unit] as Sample])),
  };
}
