/** Does one slice of a campaign on a pool: a range of a stream, or some units of an experiment. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Slice } from '../campaign/plan.ts';
import { emptyResult, joinRanges, type SliceResult } from '../campaign/slice-result.ts';
import type { Sample } from '../experiments/sample.ts';
import { makeWitness } from '../records/witness.ts';
import type { CoveredResult } from '../refuter/index.ts';
import type { Pool } from './pool.ts';

/** Nobody can do the slice here; the message says why. */
export class SliceFailed extends Error {
  override readonly name = 'SliceFailed';
}

/** Seconds that one range should take: in between it is asked whether the slice is still wanted. */
const rangeTime = 5;
const firstWidth = 256;

/**
 * The result of a slice; null where it was stopped, or is not wanted any more. The ranges that it
 * is cut into by the clock change nothing: counts add up, and the first counterexample stands.
 * Throws `SliceFailed`.
 */
export function doSlice(
  slice: Slice,
  pool: Pool,
  version: string,
  isWanted: () => boolean,
): Promise<SliceResult | null> {
  return slice.kind === 'hunt'
    ? hunt(slice, pool, version, isWanted)
    : measure(slice, pool, isWanted);
}

async function hunt(
  slice: Extract<Slice, { kind: 'hunt' }>,
  pool: Pool,
  version: string,
  isWanted: () => boolean,
): Promise<SliceResult | null> {
  const { claim: text, seed, to } = slice;
  const foundAt = ({ counterexample, position }: CoveredResult) =>
    counterexample === null
      ? null
      : {
          position,
          witness: makeWitness(slice.id, text, slice.hash, counterexample, { seed, version }),
        };
  let result = emptyResult(slice);
  let width = firstWidth;
  let from = slice.from;
  while (from < to) {
    if (!isWanted()) return null;
    const end = Math.min(to, from + Math.round(width));
    const began = performance.now();
    const found = await pool.slice({ text, seed, from, to: end, shard: null, filed: [] });
    if (pool.stopped) return null;
    if (found === null)
      throw new SliceFailed(
        `the points from ${from} to ${end} of the stream take too much time or memory`,
      );
    result = joinRanges(result, { counts: found.counts, found: foundAt(found) });
    if (result.found !== null) return result;
    from = end;
    width *= Math.min(8, Math.max(0.5, (rangeTime * 1000) / (performance.now() - began)));
  }
  return result;
}

async function measure(
  slice: Extract<Slice, { kind: 'experiment' }>,
  pool: Pool,
  isWanted: () => boolean,
): Promise<SliceResult | null> {
  const { part, index, id, file, form, seed } = slice;
  const source = await sourceOf(file);
  if (source !== slice.source)
    throw new SliceFailed(
      `${file} is ${source === null ? 'missing here' : 'another text here'}; give every ` +
        'worker the same files as the campaign',
    );
  const samples: Record<string, Sample> = {};
  for (const unit of slice.units) {
    if (!isWanted()) return null;
    const answer = await pool.unit({ file, id, unit, form, seed });
    if (answer.kind === 'stopped') return null;
    if (answer.kind === 'failed') throw new SliceFailed(answer.message);
    samples[unit] = answer.sample;
  }
  return { kind: 'experiment', part, index, samples };
}

/** SHA-256 of a file's bytes; null where it cannot be read. */
export async function sourceOf(file: string): Promise<string | null> {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch {
    return null;
  }
}
