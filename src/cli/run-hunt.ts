/** Runs a hunt on a pool until it is settled, stopped or out of points. */
import { firstOf, isSettled } from '../records/hunt-record.ts';
import type { Found, HuntRecord } from '../records/hunt-record.ts';
import { makeWitness } from '../records/witness.ts';
import { addCounts } from '../refuter/tally.ts';
import type { CoveredResult } from '../refuter/index.ts';
import { nextOf } from '../refuter/stream.ts';
import type { Pool } from './pool.ts';

/** A part of the stream that a thread was given, and what came of it. */
interface Part {
  readonly from: number;
  readonly to: number;
  result: CoveredResult | null;
}

/**
 * Seconds that one part should take: short enough to be written often, long enough to be worth the
 * way.
 */
const partTime = 0.25;
const leastWidth = 16;
const mostWidth = 1 << 20;

export interface HuntRun {
  readonly record: HuntRecord;
  /** A thread was ended in the middle of a part. */
  readonly broken: boolean;
}

/**
 * Continues a hunt on all threads of the pool until it is settled, the pool is stopped, or no
 * points are left.
 * The record counts the positions up to the first that was not run; what was run beyond is run
 * again later. So the record, and the witness, do not depend on how many threads there were or when
 * they were stopped.
 */
export async function runHunt(
  start: HuntRecord,
  pool: Pool,
  filed: readonly string[],
  onPart: (record: HuntRecord) => void,
): Promise<HuntRun> {
  const began = performance.now();
  const shards = start.shard?.count ?? 1;
  let record = start;
  let parts: Part[] = [];
  let handedOut = start.next;
  let width = leastWidth;
  let over = isSettled(start);
  let broken = false;

  const foundAt = (found: CoveredResult): Found | null =>
    found.counterexample === null
      ? null
      : {
          position: found.position,
          witness: makeWitness(record.id, record.claim, record.hash, found.counterexample, {
            seed: record.seed,
            version: record.version,
          }),
        };
  /** Takes what is finished and follows on what was finished before. */
  const advance = (): void => {
    while (parts[0] !== undefined && parts[0].result !== null) {
      const [{ result, to }] = parts as [Part & { readonly result: CoveredResult }];
      parts = parts.slice(1);
      if (!over) follow(result, to);
    }
  };
  const follow = (result: CoveredResult, to: number): void => {
    const complete = Math.max(result.next, nextOf(record.shard ?? undefined, record.next)) >= to;
    const found = foundAt(result);
    over = !complete;
    // A part that was stopped may hold half a climb: it is run again.
    if (!complete && found === null && pool.stopped) return;
    const next = found !== null ? (found.position ?? -1) + 1 : complete ? to : result.next;
    record = {
      ...record,
      next: Math.max(record.next, next),
      counts: addCounts([record.counts, result.counts]),
      found: firstOf(record.found, found),
    };
    // Without a witness a part ends early where it was stopped, or where no point can be drawn.
    over ||= isSettled(record);
  };
  const line = async (): Promise<void> => {
    while (
      !over &&
      !pool.stopped &&
      !(record.found?.position !== undefined && handedOut > (record.found.position ?? -1))
    ) {
      const part: Part = { from: handedOut, to: handedOut + width * shards, result: null };
      handedOut = part.to;
      parts.push(part);
      const since = performance.now();
      const result = await pool.slice({
        text: record.claim,
        seed: record.seed,
        from: part.from,
        to: part.to,
        shard: record.shard,
        filed,
      });
      if (result === null) {
        if (pool.stopped) return;
        broken = true;
        over = true;
        return;
      }
      part.result = result;
      // A witness is kept at once, though an earlier one may be on its way.
      record = { ...record, found: firstOf(record.found, foundAt(result)) };
      advance();
      record = { ...record, seconds: start.seconds + (performance.now() - began) / 1000 };
      onPart(record);
      const factor = Math.min(4, Math.max(0.25, (partTime * 1000) / (performance.now() - since)));
      width = Math.round(Math.min(mostWidth, Math.max(leastWidth, width * factor)));
    }
  };
  await Promise.all(Array.from({ length: pool.size }, line));
  return {
    record: { ...record, seconds: start.seconds + (performance.now() - began) / 1000 },
    broken,
  };
}
